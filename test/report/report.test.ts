import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ansi, joinReports, renderHtml, renderMarkdown, renderText } from '../../shared/report/index.ts';
import { sampleReport } from './sample.ts';

const report = sampleReport();

test('A report counts each verdict, and what is silenced apart', () => {
  assert.deepEqual(report.counts, {
    verdicts: { contradicted: 1, misattributed: 1, unsupported: 0, uncited: 1, supported: 1 },
    claims: 5,
    undefinedCitations: 1,
    sourcesMissing: 0,
    otherCitations: 0,
    silenced: 1,
  });
});

test('Findings stand in the order of the draft, with their place in the sentence', () => {
  const [document] = report.documents;
  assert.deepEqual(
    document?.findings.map(({ code, start }) => `${code} ${start.line}:${start.character}`),
    [
      'contradicted 2:16',
      'supported 3:4',
      'uncited 3:38',
      'misattributed 3:46',
      'unsupported 6:10',
      'citation-undefined 7:5',
    ],
  );
  for (const finding of document?.findings ?? [])
    if (finding.sentence !== '')
      assert.equal(finding.sentence.slice(finding.at, finding.at + finding.text.length), finding.text);
});

test('Joined reports add up', () => {
  const joined = joinReports([report, report]);
  assert.equal(joined.documents.length, 2);
  assert.equal(joined.counts.claims, 10);
  assert.equal(joined.counts.verdicts.contradicted, 2);
  assert.equal(joined.library.sources, 2 * report.library.sources);
});

test('The text has a line per finding that is to be mended, the place in the source, and a summary', () => {
  const lines = renderText(report).split('\n');
  assert.ok(lines.includes('draft.md:3:17  contradicted  About 71.9: look <here>.'), lines.join('\n'));
  assert.ok(lines.some((line) => line.includes('source papers/smith2020.md:3:1  “Alpha has <79.1>.”')));
  assert.ok(lines.some((line) => /^5 claims: 1 contradicted, 1 misattributed, 0 unsupported, 1 uncited/.test(line)));
  assert.ok(lines.some((line) => /citation-undefined {2}.*@smyth2020.*did you mean @smith2020\?/.test(line)));
  assert.ok(!lines.some((line) => line.includes('About 12 %') || line.includes('About 99')));
});

test('On a narrow terminal lines break at words, and places stay whole', () => {
  const lines = renderText(report, undefined, 40).split('\n').slice(0, -3);
  assert.ok(lines.includes('draft.md:3:17  contradicted'), lines.join('\n'));
  assert.ok(lines.includes('    About 71.9: look <here>.'));
  assert.ok(
    lines.every((line) => line.length <= 40 || line.trim().split(/ +/).length <= 2),
    lines.join('\n'),
  );
  assert.equal(
    lines.join(' ').replace(/\s+/g, ' '),
    renderText(report).split('\n').slice(0, -3).join(' ').replace(/\s+/g, ' '),
  );
});

test('Colours change nothing but the colours', () => {
  const coloured = renderText(report, ansi);
  assert.notEqual(coloured, renderText(report));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
  assert.equal(coloured.replace(/\u001b\[\d+m/g, ''), renderText(report));
});

test('Control characters of a draft or a source do not reach the terminal', () => {
  const [document] = report.documents;
  const [finding] = document?.findings ?? [];
  assert.ok(document && finding);
  const hostile = { ...finding, message: 'a\u001b]0;title\u0007b', sentence: 'c\u009b31md' };
  const text = renderText({ ...report, documents: [{ ...document, findings: [hostile] }] });
  assert.ok(text.includes('a\uFFFD]0;title\uFFFDb') && text.includes('c\uFFFD31md'), text);
});

test('In Markdown, text of drafts and sources does not become markup', () => {
  const markdown = renderMarkdown(report);
  assert.ok(markdown.includes('### The source gives another value (1)'), markdown);
  assert.ok(markdown.includes('look \\<here\\>'), markdown);
  assert.ok(markdown.includes('A \\| B'), markdown);
  assert.ok(!markdown.includes('About 99'));
});

test('The HTML report is one valid page without scripts or outside resources', () => {
  const html = renderHtml(report);
  assert.ok(html.includes('look &lt;here&gt;'));
  assert.ok(html.includes('<mark>71.9</mark>'));
  assert.ok(html.includes('79.1 − 67.1 = 12'));
  assert.doesNotMatch(html, /<script|<b>gain|https?:|src=|href=/);
  const stack: string[] = [];
  for (const [, close, name = '', attributes = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b([^>]*)>/g)) {
    if (['meta', 'input'].includes(name) || attributes.endsWith('/')) continue;
    if (close === '') stack.push(name);
    else assert.equal(stack.pop(), name);
  }
  assert.deepEqual(stack, []);
});
