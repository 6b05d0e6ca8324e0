import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource } from '../../shared/engine/documents/reader.ts';
import type { Label, Table } from '../../shared/engine/tables/table.ts';

const path = (labels: readonly Label[]): string => labels.map(({ text }) => text).join(' › ');

/** `row › path | column › path = number as printed`, in reading order. */
function valuesOf(table: Table): string[] {
  return table.rows.flatMap((row) =>
    row.cells.flatMap(({ values }) =>
      values.map(
        ({ quantity, column }) =>
          `${path(row.header)} | ${path(table.columns[column]?.header ?? [])} = ${quantity.text}`,
      ),
    ),
  );
}

interface Case {
  readonly what: string;
  readonly source: string;
  /** A file name, for the kind of markup; Markdown unless told. */
  readonly file?: string;
  readonly values: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: 'a plain table',
    source: '| Model | Acc | F1 |\n|---|---|---|\n| A | 1.5 | 2.5 |\n| B | 3.5 | 4.5 |',
    values: ['A | Acc = 1.5', 'A | F1 = 2.5', 'B | Acc = 3.5', 'B | F1 = 4.5'],
  },
  {
    what: 'two header rows, where a blank belongs to the header at its left',
    source:
      '| Model | MSVD | | VATEX | |\n|---|---|---|---|---|\n| | C. | M. | C. | M. |\n| A | 1.1 | 1.2 | 1.3 | 1.4 |',
    values: ['A | MSVD › C. = 1.1', 'A | MSVD › M. = 1.2', 'A | VATEX › C. = 1.3', 'A | VATEX › M. = 1.4'],
  },
  {
    what: 'a column beside the spans has one header',
    source: '| Model | MSVD | | Code | Pairs |\n|---|---|---|---|---|\n| | C. | M. | | |\n| A | 1.1 | 1.2 | Yes | 6K |',
    values: ['A | MSVD › C. = 1.1', 'A | MSVD › M. = 1.2', 'A | Pairs = 6K'],
  },
  {
    what: 'group rows, with and without markup',
    source:
      '| Category | QA |\n|---|---|\n| <i>Modules</i> | |\n| All | 18.1 |\n| One | 23.9 |\n| **Size** | |\n| All | 16.5 |',
    values: ['Modules › All | QA = 18.1', 'Modules › One | QA = 23.9', 'Size › All | QA = 16.5'],
  },
  {
    what: 'a blank stub before further stubs repeats the name above it',
    source: '| Model | Size | Acc |\n|---|---|---|\n| A | 7B | 1.5 |\n| | 13B | 2.5 |\n| B | 7B | 3.5 |',
    values: ['A › 7B | Acc = 1.5', 'A › 13B | Acc = 2.5', 'B › 7B | Acc = 3.5'],
  },
  {
    what: 'row numbers before the names',
    source: '| # | Model | Acc |\n|---|---|---|\n| 1 | A | 1.5 |\n| 2 | B | 2.5 |',
    values: ['1 › A | Acc = 1.5', '2 › B | Acc = 2.5'],
  },
  {
    what: 'marks of an ablation name their rows',
    source: '| Extra | Filter | Acc |\n|---|---|---|\n| ✗ | ✗ | 1.5 |\n| ✓ | ✗ | 2.5 |\n| ✓ | ✓ | 3.5 |',
    values: ['✗ › ✗ | Acc = 1.5', '✓ › ✗ | Acc = 2.5', '✓ › ✓ | Acc = 3.5'],
  },
  {
    what: 'spreads and bracketed spreads are no values',
    source: '| Model | Acc | F1 |\n|---|---|---|\n| A | 1.5 ± 0.2 | 2.5 (±0.1) |\n| B | 3.5±0.1 | $4.5 \\pm 0.3$ |',
    values: ['A | Acc = 1.5', 'A | F1 = 2.5', 'B | Acc = 3.5', 'B | F1 = 4.5'],
  },
  {
    what: 'bold, underlined, starred and bracketed numbers',
    source:
      '| Model | P | Q | R | S |\n|---|---|---|---|---|\n| A | **1.5** | _2.5_ | 3.5* | (4.5) |\n| B | <u>1.1</u> | 1.2† | $\\mathbf{1.3}$ | 1.4 |',
    values: [
      'A | P = 1.5',
      'A | Q = 2.5',
      'A | R = 3.5',
      'A | S = 4.5',
      'B | P = 1.1',
      'B | Q = 1.2',
      'B | R = 1.3',
      'B | S = 1.4',
    ],
  },
  {
    what: 'missing values',
    source: '| Model | P | Q | R |\n|---|---|---|---|\n| A | - | 2.5 | n/a |\n| B | 1.5 | – | 0.0 |',
    values: ['A | Q = 2.5', 'B | P = 1.5', 'B | R = 0.0'],
  },
  {
    what: 'scales, percents and signs',
    source: '| Model | Pairs | Gain | Share |\n|---|---|---|---|\n| A | 2.5M | +4.4 | 38.5% |\n| B | 6K | −0.4 | 12% |',
    values: [
      'A | Pairs = 2.5M',
      'A | Gain = +4.4',
      'A | Share = 38.5%',
      'B | Pairs = 6K',
      'B | Gain = -0.4',
      'B | Share = 12%',
    ],
  },
  {
    what: 'two numbers in a cell under a header that names both',
    source:
      '| Model | Camera (Acc / Score) | Short (Acc / Score) |\n|---|---|---|\n| A | 29.26/1.54 | 32.60/1.70 |\n| B | 37.64 / 1.96 | - |',
    values: [
      'A | Camera › Acc = 29.26',
      'A | Camera › Score = 1.54',
      'A | Short › Acc = 32.60',
      'A | Short › Score = 1.70',
      'B | Camera › Acc = 37.64',
      'B | Camera › Score = 1.96',
    ],
  },
  {
    what: 'citations and footnote marks in headers and stubs',
    source: '| Model | MSVD (Chen and Dolan, 2011) |\n|---|---|\n| A† (Li et al., 2023b) | 1.5 |\n| B [12] | 2.5 |',
    values: ['A | MSVD = 1.5', 'B | MSVD = 2.5'],
  },
  {
    what: 'years over columns are headers',
    source: '| Country | 2019 | 2020 |\n|---|---|---|\n| A | 1.5 | 2.5 |\n| B | 3.5 | 4.5 |',
    values: ['A | 2019 = 1.5', 'A | 2020 = 2.5', 'B | 2019 = 3.5', 'B | 2020 = 4.5'],
  },
  {
    what: 'escaped pipes stay in their cell',
    source: '| Model | Acc |\n|---|---|\n| A \\| B | 1.5 |\n| C | 2.5 |',
    values: ['A | B | Acc = 1.5', 'C | Acc = 2.5'],
  },
  {
    what: 'a dump whose header lost its spans',
    file: 'x.txt',
    source:
      'Methods | Size | Performance | ||\n---|---|---|---|---|\nCorr. | Det. | Cont. | ||\nA | 7B | 2.23 | 2.50 | 2.53 |\nB | 13B | 1.96 | 2.18 | 2.16 |',
    values: [
      'A › 7B | Performance › Corr. = 2.23',
      'A › 7B | Performance › Det. = 2.50',
      'A › 7B | Performance › Cont. = 2.53',
      'B › 13B | Performance › Corr. = 1.96',
      'B › 13B | Performance › Det. = 2.18',
      'B › 13B | Performance › Cont. = 2.16',
    ],
  },
  {
    what: 'a table by tabs',
    file: 'x.txt',
    source: 'Claim\tVerified\tConfidence\nIt is fast.\t✓\t0.18\nIt is slow.\t×\t0.10',
    values: ['It is fast. › ✓ | Confidence = 0.18', 'It is slow. › × | Confidence = 0.10'],
  },
  {
    what: 'HTML with spans in both directions',
    file: 'x.html',
    source: `<table><thead><tr><th rowspan="2">Model</th><th colspan="2">MSVD</th></tr><tr><th>C</th><th>M</th></tr></thead>
      <tbody><tr><td rowspan="2">A</td><td>1.1</td><td>1.2</td></tr><tr><td>1.3</td><td>1.4</td></tr></tbody></table>`,
    values: ['A | MSVD › C = 1.1', 'A | MSVD › M = 1.2', 'A | MSVD › C = 1.3', 'A | MSVD › M = 1.4'],
  },
  {
    what: 'an HTML group row over the whole width',
    file: 'x.html',
    source: `<table><tr><th>Model</th><th>C</th><th>M</th></tr><tr><td colspan="3">Open</td></tr><tr><td>A</td><td>1.1</td><td>1.2</td></tr>
      <tr><td colspan="3">Closed</td></tr><tr><td>B</td><td>2.1</td><td>2.2</td></tr></table>`,
    values: ['Open › A | C = 1.1', 'Open › A | M = 1.2', 'Closed › B | C = 2.1', 'Closed › B | M = 2.2'],
  },
  {
    what: 'headers set as tables within the header, in Markdown',
    source: `<table><thead><tr><th>Model</th><th><table><tr><td>Camera</td></tr><tr><td>(Acc / Score)</td></tr></table></th></tr></thead>
<tbody><tr><th>A&nbsp;<cite>[<a href="#b5">5</a>]</cite></th><td>29.26/1.54</td></tr><tr><th>B</th><td>37.64/1.96</td></tr></tbody></table>`,
    values: [
      'A | Camera › Acc = 29.26',
      'A | Camera › Score = 1.54',
      'B | Camera › Acc = 37.64',
      'B | Camera › Score = 1.96',
    ],
  },
  {
    what: 'superscripts are notes',
    file: 'x.html',
    source:
      '<table><tr><th>Model</th><th>C</th></tr><tr><td>A<sup>2</sup></td><td>1.1<sup>3</sup></td></tr><tr><td>B</td><td>2.1</td></tr></table>',
    values: ['A | C = 1.1', 'B | C = 2.1'],
  },
];

for (const { what, source, file = 'x.md', values } of CASES)
  test(what, () => {
    const { tables } = readSource(file, source);
    assert.equal(tables.length, 1);
    assert.deepEqual(valuesOf(tables[0] as Table), values);
  });

const NO_DATA: readonly (readonly [what: string, file: string, source: string])[] = [
  [
    'a layout table',
    'x.html',
    '<table><tr><td>Menu</td><td>Home</td></tr><tr><td>About</td><td>Contact</td></tr></table>',
  ],
  ['a table of one row', 'x.md', '| Model | Acc |\n|---|---|'],
  ['a table of one column', 'x.md', '| Acc |\n|---|\n| 1.5 |\n| 2.5 |'],
  ['a table of words', 'x.md', '| Model | Kind |\n|---|---|\n| A | open |\n| B | closed |'],
  ['an unclosed table', 'x.html', '<table><tr><td>'],
  ['a sentence with pipes', 'x.md', 'Either a | b or 5 | 6.'],
];

for (const [what, file, source] of NO_DATA)
  test(`${what} gives no table`, () => assert.deepEqual(readSource(file, source).tables, []));

test('an arrow in the header tells which way is better', () => {
  const [table] = readSource(
    'x.md',
    '| Model | FID ↓ | Acc ↑ | F1 |\n|---|---|---|---|\n| A | 1.5 | 2.5 | 3.5 |',
  ).tables;
  assert.deepEqual(
    table?.columns.map(({ header }) => [header[0]?.text, header[0]?.direction]),
    [
      ['FID', 'down'],
      ['Acc', 'up'],
      ['F1', undefined],
    ],
  );
});

test('the header over a stub is the axis of its labels', () => {
  const [table] = readSource(
    'x.md',
    '| Method | LLM Size | Acc |\n|---|---|---|\n| A | 7B | 1.5 |\n| B | 13B | 2.5 |',
  ).tables;
  assert.deepEqual(
    table?.rows.map(({ header }) => header.map(({ text, axis }) => `${axis}: ${text}`)),
    [
      ['Method: A', 'LLM Size: 7B'],
      ['Method: B', 'LLM Size: 13B'],
    ],
  );
});

test('a header that cannot be read is said to be unclear', () => {
  const { tables, problems } = readSource(
    'x.txt',
    'A | B | C | D | |\n---|---|---|---|---|---|\n\nx | 1.5 | 2.5 | 3.5 | 4.5 | 5.5 |\ny | 1.5 | 2.5 | 3.5 | 4.5 | 5.5 |'.replace(
      '\n\n',
      '\n',
    ),
  );
  assert.equal(tables.length, 1);
  assert.equal(tables[0]?.unclear.length, 1);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['table-unclear'],
  );
});

test('a scale letter counts', () => {
  const [table] = readSource('x.md', '| Model | Pairs |\n|---|---|\n| A | 2.5M |\n| B | 6K |\n| C | 144.7M |').tables;
  assert.deepEqual(
    table?.rows.map((row) => row.cells[0]?.values[0]?.quantity.value),
    [2_500_000, 6_000, 144_700_000],
  );
});

test('hostile tables cost a moment', () => {
  const wide = `|${' a |'.repeat(200)}\n|${'---|'.repeat(200)}\n${`|${' 1.5 |'.repeat(200)}\n`.repeat(20)}`;
  const spans = `<table>${'<tr><td colspan="999999" rowspan="999999">1.5</td></tr>'.repeat(20)}</table>`;
  const nested = '<table><tr><td>'.repeat(500);
  const pipes = '|'.repeat(5_000);
  const started = performance.now();
  for (const source of [wide, spans, nested, pipes, `${pipes}\n${pipes}`]) readSource('x.md', source);
  assert.ok(performance.now() - started < 1500, `${performance.now() - started} ms`);
});
