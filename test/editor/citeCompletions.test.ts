import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CiteCompletions, citeCompletionsAt } from '../../shared/editor/citeCompletions.ts';
import { citeIndexOf } from '../../shared/editor/citeIndex.ts';
import { createLibrary, type DraftSyntax, documentId, readBibliography, readDraft } from '../../shared/engine/index.ts';
import { readMarks } from '../support/fixture.ts';
import { library } from './handmade.ts';

/** What stands before the draft's `‸`, and the keys that are offered, the best first; null for no offer. */
const cases: readonly { draft: string; offers: readonly string[] | null; becomes?: string }[] = [
  { draft: 'See @smi‸', offers: ['smith2020nets'], becomes: 'See @smith2020nets' },
  { draft: 'See [@smi‸]', offers: ['smith2020nets'], becomes: 'See [@smith2020nets]' },
  { draft: 'See [@lee2021sound; @smi‸]', offers: ['smith2020nets'], becomes: 'See [@lee2021sound; @smith2020nets]' },
  { draft: 'See [@lee2021sound; ‸]', offers: ['orr1999', 'smith2020nets'] },
  { draft: 'See [@lee2021sound; smi‸]', offers: ['smith2020nets'], becomes: 'See [@lee2021sound; @smith2020nets]' },
  { draft: 'See [-@{smi‸}]', offers: ['smith2020nets'], becomes: 'See [-@{smith2020nets}]' },
  { draft: 'See @smith20‸20other', offers: ['smith2020nets'], becomes: 'See @smith2020nets' },
  // By author, with and without the accent; by a word of the title; by year.
  { draft: '@muller‸', offers: ['smith2020nets'] },
  { draft: '@Müller‸', offers: ['smith2020nets'] },
  { draft: '@before‸', offers: ['orr1999'] },
  { draft: '@1999‸', offers: ['orr1999'] },
  // By venue; with a slip in a longer word; by several words, each in any of them.
  { draft: '@journal‸', offers: ['orr1999'] },
  { draft: '@captoining‸', offers: ['smith2020nets'] },
  { draft: '@captioming‸', offers: ['smith2020nets'] },
  { draft: '@muller 2020‸', offers: ['smith2020nets'], becomes: '@smith2020nets' },
  { draft: '[@lee2021sound; muller nets‸]', offers: ['smith2020nets'], becomes: '[@lee2021sound; @smith2020nets]' },
  { draft: '@muller 1999‸', offers: [] },
  { draft: '@1998‸', offers: [] },
  { draft: '@zorr‸', offers: [] },
  // Behind a whole key the text goes on.
  { draft: '@orr1999 shows‸', offers: null },
  { draft: '@orr1999 ‸', offers: null },
  // The sentence decides the order: the number stands in the table of one source, the words in that of another.
  { draft: 'Net-A reaches 71.9 CIDEr [@‸', offers: ['smith2020nets', 'lee2021sound', 'orr1999'] },
  {
    draft: 'Net-A is good. Ear-1 has a word error rate of 12.4 [@‸',
    offers: ['lee2021sound', 'orr1999', 'smith2020nets'],
  },
  // No citations: addresses, code, escapes, front matter, words.
  { draft: 'mail me@smi‸', offers: null },
  { draft: '`@smi‸', offers: null },
  { draft: '```\n@smi‸\n```', offers: null },
  { draft: '\\@smi‸', offers: null },
  { draft: '---\nauthor: "@smi‸"\n---\n', offers: null },
  { draft: 'smi‸', offers: null },
];

for (const { draft, offers, becomes } of cases) {
  test(`completion: ${JSON.stringify(draft)}`, () => {
    const { text, cursor } = readMarks('draft.md', draft);
    const found = citeCompletionsAt(readDraft(text), library, cursor ?? 0);
    const keys = found?.items.map(({ key }) => key as string) ?? null;
    assert.deepEqual(keys, offers);
    if (becomes !== undefined) assert.equal(applied(text, found), becomes);
  });
}

/** The same where a draft is written otherwise, and for LaTeX and MyST inside of Markdown. */
const elsewhere: readonly { syntax: DraftSyntax; draft: string; offers: readonly string[] | null; becomes?: string }[] =
  [
    {
      syntax: 'markdown',
      draft: 'See \\citep[p. 3]{lee2021sound, smi‸}',
      offers: ['smith2020nets'],
      becomes: 'See \\citep[p. 3]{lee2021sound, smith2020nets}',
    },
    {
      syntax: 'markdown',
      draft: 'See {cite:p}`lee2021sound,smi‸`',
      offers: ['smith2020nets'],
      becomes: 'See {cite:p}`lee2021sound,smith2020nets`',
    },
    { syntax: 'myst', draft: 'See {cite}`‸', offers: ['lee2021sound', 'orr1999', 'smith2020nets'] },
    { syntax: 'myst', draft: 'See [@smi‸]', offers: ['smith2020nets'], becomes: 'See [@smith2020nets]' },
    { syntax: 'latex', draft: 'See \\cite{smi‸', offers: ['smith2020nets'], becomes: 'See \\cite{smith2020nets' },
    {
      syntax: 'latex',
      draft: 'See \\autocite{muller 2020‸}',
      offers: ['smith2020nets'],
      becomes: 'See \\autocite{smith2020nets}',
    },
    { syntax: 'latex', draft: '% See \\cite{smi‸', offers: null },
    { syntax: 'latex', draft: 'user@smi‸ and @smi', offers: null },
    { syntax: 'typst', draft: 'See @smi‸', offers: ['smith2020nets'], becomes: 'See @smith2020nets' },
    { syntax: 'typst', draft: 'See #cite(<smi‸', offers: ['smith2020nets'], becomes: 'See #cite(<smith2020nets>' },
    { syntax: 'typst', draft: 'See #cite(<smi‸>)', offers: ['smith2020nets'], becomes: 'See #cite(<smith2020nets>)' },
    { syntax: 'typst', draft: '// See @smi‸', offers: null },
    {
      syntax: 'org',
      draft: 'See [cite:@lee2021sound;@smi‸]',
      offers: ['smith2020nets'],
      becomes: 'See [cite:@lee2021sound;@smith2020nets]',
    },
    {
      syntax: 'org',
      draft: 'See [cite/t:@lee2021sound; smi‸]',
      offers: ['smith2020nets'],
      becomes: 'See [cite/t:@lee2021sound; @smith2020nets]',
    },
    { syntax: 'org', draft: 'See @smi‸.', offers: ['smith2020nets'], becomes: 'See [cite:@smith2020nets].' },
  ];

for (const { syntax, draft, offers, becomes } of elsewhere) {
  test(`completion in ${syntax}: ${JSON.stringify(draft)}`, () => {
    const { text, cursor } = readMarks('draft', draft);
    const found = citeCompletionsAt({ ...readDraft(text), syntax }, library, cursor ?? 0);
    assert.deepEqual(found?.items.map(({ key }) => key as string).sort() ?? null, offers);
    if (becomes !== undefined) assert.equal(applied(text, found), becomes);
  });
}

function applied(text: string, found: CiteCompletions | null): string {
  assert.ok(found);
  const { start, end } = found.replace;
  return text.slice(0, start) + found.items[0]?.newText + text.slice(end);
}

test('completion: what was cited near by, and together with what the group cites, goes first', () => {
  const near = 'See [@orr1999].\n\nAnd [@';
  assert.equal(citeCompletionsAt(readDraft(near), library, near.length)?.items[0]?.key, 'orr1999');
  const together = `Both [@lee2021sound; @orr1999].\n\n${'Words. '.repeat(600)}\n\nAnd [@smith2020nets].\n\nNow [@lee2021sound; @`;
  assert.equal(citeCompletionsAt(readDraft(together), library, together.length)?.items[0]?.key, 'orr1999');
});

test('completion: the source whose table states the number goes first, whatever else shares words', () => {
  const text = 'Sound for captions: Net-B reaches 64.2 CIDEr [@';
  assert.equal(citeCompletionsAt(readDraft(text), library, text.length)?.items[0]?.key, 'smith2020nets');
});

test('completion: a large library is answered at once, in at most 100 items and 50 kB', () => {
  const families = ['Müller', 'García', 'Novák', 'Smith', 'Zhang', 'Kowalski'];
  const entries = Array.from(
    { length: 5000 },
    (_, n) =>
      `@article{author${n}title, title={Learning a title of words ${n} from captions}, author={${families[n % 6]}, B and ${families[n % 5]}, C}, year={${1900 + (n % 120)}}, journal={Journal of Captions}}`,
  );
  const bibliography = { id: documentId('/large.bib'), ...readBibliography('large.bib', entries.join('\n')) };
  const large = createLibrary([], [bibliography]);
  citeIndexOf(large);
  const slowest = { milliseconds: 0, query: '' };
  for (const query of ['', 'author2999', 'author', 'muller 1950', 'lerning captoins', 'nothing like it']) {
    const draft = readDraft(`Captions of García reach 43.8 [@${query}`);
    const begun = performance.now();
    const found = citeCompletionsAt(draft, large, draft.text.length);
    const milliseconds = performance.now() - begun;
    if (milliseconds > slowest.milliseconds) Object.assign(slowest, { milliseconds, query });
    assert.ok(found && found.items.length <= 100);
    assert.ok(JSON.stringify(found).length < 50_000, `${JSON.stringify(found).length} characters`);
    if (query === 'author2999') assert.equal(found.items[0]?.key, 'author2999title');
    if (query === 'author') assert.ok(found.isCut);
    if (query === 'muller 1950') {
      assert.ok(found.items.length > 0);
      for (const { byline, title } of found.items) assert.match(byline + title, /Müller.*1950/);
    }
  }
  // A few milliseconds where nothing else runs; the limit is for the slowest of machines.
  assert.ok(slowest.milliseconds < 500, `${slowest.query} took ${slowest.milliseconds} ms`);
});
