import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource } from '../../shared/engine/documents/reader.ts';
import { atWork } from '../support/atWork.ts';

const MARKDOWN = `---
title: "A study of things"
date: 2024-05-01
---

# A study of things

## 1 Introduction

We start *here*. It has [two](http://x.org/9) sentences &amp; a **link**.

## 2 Results

| Model | Acc |
|-------|-----|
| A     | 1.5 |
| B     | 2.5 |

Table 1: Accuracy.

### 2.1 More

The score is 76.4% on MSVD.

\`\`\`
code 99.9
\`\`\`

## References

- Doe. 2020. A paper on 55.5 things.
`;

const DUMP = `A study of things
Abstract
It is short.

1 Introduction
We start here.
2 Results
Model | Acc |
---|---|
A | 1.5 |
B | 2.5 |
2.1 More
The score is 76.4 on MSVD.
References
- Doe. 2020. A paper on 55.5 things.
Appendix A Details
One more number is 12.3.
`;

const HTML = `<!DOCTYPE html><html><head><title>A study of things</title><meta name="citation_doi" content="10.1234/abc">
<meta name="citation_author" content="Jane Doe"><meta name="citation_date" content="2024/05/01"><script>var x = 77.7;</script></head>
<body><nav>Menu 88.8</nav><h1>A study of things</h1><h2>1 Introduction</h2><p>We start <em>here</em>. It is 5&nbsp;% &amp; more.</p>
<h2>2 Results</h2><figure><table><tr><th>Model</th><th>Acc</th></tr><tr><td>A</td><td><b>1.5</b></td></tr><tr><td>B</td><td>2.5</td></tr></table>
<figcaption>Table 1: Accuracy.</figcaption></figure><h3>2.1 More</h3><p>The score is 76.4 on MSVD<sup>3</sup>.</p>
<h2>References</h2><p>Doe. 2020. A paper on 55.5 things.</p></body></html>`;

/** Each sentence with the last section above it. */
function sentences(file: string, text: string): string[] {
  return readSource(file, text).passages.map(
    ({ text: said, section, kind }) => `${kind} [${section.join(' › ')}] ${said}`,
  );
}

test('Markdown: sections, sentences and captions; neither code nor references', () => {
  assert.deepEqual(sentences('x.md', MARKDOWN), [
    'heading [A study of things] A study of things',
    'heading [A study of things › 1 Introduction] 1 Introduction',
    'sentence [A study of things › 1 Introduction] We start here .',
    'sentence [A study of things › 1 Introduction] It has two sentences a link .',
    'heading [A study of things › 2 Results] 2 Results',
    'caption [A study of things › 2 Results] Table 1: Accuracy.',
    'heading [A study of things › 2 Results › 2.1 More] 2.1 More',
    'sentence [A study of things › 2 Results › 2.1 More] The score is 76.4% on MSVD.',
    'heading [A study of things › References] References',
  ]);
});

test('Markdown of Pandoc: neither attributes nor text in other formats', () => {
  const source = [
    '# Results {#sec:results .unnumbered}',
    '',
    '::: center',
    'Table [\\[tab:all\\]](#tab:all){reference-type="ref" reference="tab:all"} has [Heron]{.smallcaps} at 81.2\\%.',
    ':::',
    '',
    'As shown `\\citep{doe2020}`{=latex} by others, it rests ![](a.png){width="50%"} at night.',
  ].join('\n');
  const { passages } = readSource('x.md', source);
  assert.deepEqual(
    passages.map(({ text }) => text),
    ['Results', 'Table [tab:all ] has Heron at 81.2 %.', 'As shown by others, it rests at night.'],
  );
});

test('a dump: headings without marks, lines as paragraphs, an appendix behind the references', () => {
  assert.deepEqual(sentences('x.txt', DUMP), [
    'sentence [] A study of things',
    'heading [Abstract] Abstract',
    'sentence [Abstract] It is short.',
    'heading [1 Introduction] 1 Introduction',
    'sentence [1 Introduction] We start here.',
    'heading [2 Results] 2 Results',
    'heading [2 Results › 2.1 More] 2.1 More',
    'sentence [2 Results › 2.1 More] The score is 76.4 on MSVD.',
    'heading [References] References',
    'heading [Appendix A Details] Appendix A Details',
    'sentence [Appendix A Details] One more number is 12.3.',
  ]);
});

test('HTML: without menus, scripts, notes and references', () => {
  assert.deepEqual(sentences('x.html', HTML), [
    'heading [A study of things] A study of things',
    'heading [A study of things › 1 Introduction] 1 Introduction',
    'sentence [A study of things › 1 Introduction] We start here.',
    'sentence [A study of things › 1 Introduction] It is 5 % & more.',
    'heading [A study of things › 2 Results] 2 Results',
    'caption [A study of things › 2 Results] Table 1: Accuracy.',
    'heading [A study of things › 2 Results › 2.1 More] 2.1 More',
    'sentence [A study of things › 2 Results › 2.1 More] The score is 76.4 on MSVD.',
    'heading [A study of things › References] References',
  ]);
});

test('a page is known by its first words, whatever its name', () => {
  assert.equal(readSource('x.txt', HTML).tables.length, 1);
  assert.equal(readSource('x.HTM', HTML).tables.length, 1);
});

const METADATA: readonly (readonly [file: string, text: string, expected: object])[] = [
  ['x.md', MARKDOWN, { title: 'A study of things', authors: [], year: '2024', doi: null, arxiv: null }],
  [
    'x.html',
    HTML,
    { title: 'A study of things', authors: ['Jane Doe'], year: '2024', doi: '10.1234/abc', arxiv: null },
  ],
  [
    'x.txt',
    'A study of things\nAbstract\nIt is short.',
    { title: 'A study of things', authors: [], year: null, doi: null, arxiv: null },
  ],
  [
    'x.md',
    '# Title\n\narXiv:2301.12345v2, 2023',
    { title: 'Title', authors: [], year: '2023', doi: null, arxiv: '2301.12345' },
  ],
  [
    'x.txt',
    'Abstract\n\nPaper ID: 2506.01725',
    { title: null, authors: [], year: null, doi: null, arxiv: '2506.01725' },
  ],
];

test('what a document says of itself', () => {
  for (const [file, text, expected] of METADATA) assert.deepEqual(readSource(file, text).metadata, expected);
});

test('what the references say is said of other works', () => {
  const text = `${DUMP}- Roe. 2021. Another. arXiv:2101.00001.\n`.replace(
    '- Doe. 2020',
    '- Doe et al. arXiv preprint arXiv:2212.08073, 2022',
  );
  assert.equal(readSource('x.txt', text).metadata.arxiv, null);
});

test('the year of a citation is not the year of the document', () =>
  assert.equal(readSource('x.md', '# Title\n\n## Abstract\n\nWe follow Doe (Doe et al., 2022).').metadata.year, null));

test('captions, sections and labels of tables', () => {
  for (const [file, text] of [
    ['x.md', MARKDOWN],
    ['x.html', HTML],
  ] as const) {
    const { tables } = readSource(file, text);
    assert.deepEqual(
      tables.map(({ label, caption, section }) => [label, caption, section.at(-1)]),
      [['Table 1', 'Table 1: Accuracy.', '2 Results']],
    );
  }
});

/** The slice of the file at the span of every cell with a value holds each of the cell's numbers as printed. */
function assertCellsInPlace(file: string, text: string): number {
  let count = 0;
  for (const table of readSource(file, text).tables) {
    const whole = text.slice(table.span.start, table.span.end);
    for (const row of table.rows) {
      for (const cell of row.cells) {
        const slice = text.slice(cell.span.start, cell.span.end);
        for (const { quantity } of cell.values) {
          assert.ok(slice.includes(quantity.text), `${quantity.text} is not in ${JSON.stringify(slice)}`);
          assert.ok(whole.includes(slice) && slice.length < 60, slice);
          count++;
        }
      }
    }
  }
  return count;
}

const MISREAD = `<table><tr><td>ü§ó</td><td>√ó Acc</td></tr><tr><td>A¬†</td><td><span>29.26</span></td></tr></table>

| Model¬† | ‚Äì | Acc |
|---|---|---|
| A ‚Äì B | 1.5 | 2.5 |
`;

test('cells are found again in their files', () => {
  assert.equal(assertCellsInPlace('x.md', MARKDOWN), 2);
  assert.equal(assertCellsInPlace('x.md', MARKDOWN.replaceAll('\n', '\r\n')), 2);
  assert.equal(assertCellsInPlace('x.txt', DUMP), 2);
  assert.equal(assertCellsInPlace('x.html', HTML), 2);
  assert.equal(assertCellsInPlace('x.md', MISREAD), 3);
});

test('sentences are found again in their files', () => {
  const files = [
    ['x.md', MARKDOWN],
    ['x.txt', DUMP],
    ['x.html', HTML.replace('&nbsp;', ' ').replace('&amp;', 'and')],
    ['x.md', MARKDOWN.replaceAll('\n', '\r\n')],
    ['x.md', `M√ºller ‚Äì ${MARKDOWN}`],
  ] as const;
  for (const [file, text] of files)
    for (const { text: said, span } of readSource(file, text).passages) {
      const slice = text.slice(span.start, span.end);
      const first = said.match(/[\p{L}\d.]+/u)?.[0] ?? '';
      const last = said.match(/[\p{L}\d]+(?=[^\p{L}\d]*$)/u)?.[0] ?? '';
      assert.ok(slice.startsWith(first) || first.includes('ü'), `${said} at ${JSON.stringify(slice)}`);
      assert.ok(slice.includes(last), `${said} at ${JSON.stringify(slice)}`);
    }
});

test('a sentence behind an entity is found again', () => {
  const text = '<p>We start here. It is 5&nbsp;% &amp; more. It ends.</p>';
  const spans = readSource('x.html', text).passages.map(({ span }) => text.slice(span.start, span.end));
  assert.deepEqual(spans, ['We start here.', 'It is 5&nbsp;% &amp; more.', 'It ends.']);
});

test('statements in a table keep what the report says of them', () => {
  const statement = 'The score of the model is';
  const rows = [
    `${statement} 42.0.\t✓\t0.18`,
    `${statement} 28.7.\t×\t0.10`,
    `${statement} 51.4.\tverified\t0.10`,
    `${statement} 61.4.\tnot verified\t0.10`,
    `${statement} 71.4.\t?\t0.10`,
  ];
  const { passages } = readSource('x.md', ['Claim\tVerified\tConfidence', ...rows].join('\n'));
  assert.deepEqual(
    passages.map(({ text, standing }) => [text.slice(statement.length + 1), standing]),
    [
      ['42.0.', 'verified'],
      ['28.7.', 'unverified'],
      ['51.4.', 'verified'],
      ['61.4.', 'unverified'],
      ['71.4.', null],
    ],
  );
});

test('an empty file is a problem that can be mended', () => {
  for (const text of ['', '   \n\n', '```\n```'])
    assert.deepEqual(
      readSource('x.md', text).problems.map(({ code }) => code),
      ['source-empty'],
    );
  assert.deepEqual(readSource('x.md', MARKDOWN).problems, []);
});

test('formulas, notes and what is set twice, in a page', () => {
  const page = `<p>It reaches <math alttext="91.2\\pm 0.3"><mn>91.2</mn></math> at 10<sup>5</sup> steps<span class="ltx_note"><sup>1</sup><span>Each took 3 hours.</span></span> in all.</p>
    <p>Here <span class="katex"><span class="katex-mathml"><math><mn>4.2</mn></math></span><span class="katex-html" aria-hidden="true">4.2</span></span> is set twice.</p>
    <table class="ltx_equation ltx_eqn_table"><tr><td>a = 1.5</td><td>(1)</td></tr></table>`;
  assert.deepEqual(
    readSource('x.html', page).passages.map(({ text }) => text),
    ['It reaches 91.2±0.3 at 10^5 steps in all.', 'Each took 3 hours.', 'Here 4.2 is set twice.', 'a = 1.5', '(1)'],
  );
});

test('a legend beside the rows of a table is read', () => {
  const page =
    '<table><tr><th>Model</th><th>R-L</th></tr><tr><td>A</td><td>1.5</td></tr><legend><p>R-L denotes ROUGE-L.</p></legend></table>';
  const { passages, abbreviations } = readSource('x.html', page);
  assert.deepEqual(
    passages.map(({ text }) => text),
    ['R-L denotes ROUGE-L.'],
  );
  assert.equal(abbreviations.get('R-L'), 'ROUGE-L');
});

const BROKEN: readonly string[] = [
  '---\ntitle: never closed\n',
  '```\nnever closed',
  '<table><tr><td>1.5',
  '</table></table>',
  '| a | b |\n|---|---|\n| 1.5',
  '&#x110000; &unknown; &amp',
  '\u0000\ufffd\ud800',
  '<!-- <table> -->\n<table>',
  '+---+---+\n| a',
  '+---+---+\n+---+---+\n+',
  '--- ---\n--- ---\n--- ---',
  '------\n--- ---\na   1.5',
];

test('broken markup is read as far as it goes', () => {
  for (const text of BROKEN) for (const file of ['x.md', 'x.html', 'x.txt']) assert.ok(readSource(file, text), text);
});

test('markup nested without end is read', () => {
  for (const [file, open] of [
    ['x.html', '<div>'],
    ['x.html', '<table><tr><td>'],
    ['x.md', '<table><tr><td>'],
  ] as const)
    assert.ok(readSource(file, `${open.repeat(5_000)}x`));
});

test('marks without end cost linear time', () => {
  const marks = ['[', '![', '[](', '![](', '[a](b "', '{{<', '{{<%', '<!--', '--><!--', '<http:', '&', '&amp', '<a '];
  marks.push('[]{.', '[a]{x=', '`a`{=', '[\\[', '^a', '~a', '](a){x=', ':::', '\\');
  const cost = atWork(() => {
    for (const mark of marks)
      for (const text of [mark.repeat(30_000), `| a | b |\n|---|---|\n| ${mark.repeat(30_000)} | 5.1 |\n`])
        for (const file of ['x.md', 'x.html']) readSource(file, text);
  });
  assert.ok(cost < 3000, `${cost} ms`);
});

test('elements nested deeper than any document has them are refused at once', () => {
  for (const file of ['x.html', 'x.md']) {
    const cost = atWork(() => {
      const { problems } = readSource(file, '<table><tr><td>'.repeat(20_000));
      assert.deepEqual(
        problems.map(({ code }) => code),
        ['source-unreadable'],
      );
    });
    assert.ok(cost < 1000, `${file}: ${cost} ms`);
  }
});
