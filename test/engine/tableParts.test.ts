import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource } from '../../shared/engine/documents/reader.ts';
import { atWork } from '../support/atWork.ts';

const pair = (header: string, a: string, b: string): string =>
  `| Model | ${header} |\n|---|---|\n| A | ${a} |\n| B | ${b} |`;

const PARTS: readonly (readonly [what: string, blocks: readonly string[], rows: readonly number[]])[] = [
  [
    'a caption that says so',
    ['Table 1: Results.', pair('P', '1.5', '2.5'), 'Text.', 'Table 1 (continued)', pair('P', '3.5', '4.5')],
    [4],
  ],
  [
    'the same header after a page break',
    ['Table 1: Results.', pair('P', '1.5', '2.5'), '12', pair('P', '3.5', '4.5')],
    [4],
  ],
  [
    'another table with that header',
    ['Table 1: Results.', pair('P', '1.5', '2.5'), 'Some text.', pair('P', '3.5', '4.5')],
    [2, 2],
  ],
  [
    'the same header below the name of a group',
    [
      'Table 1: Results.',
      pair('P', '1.5', '2.5'),
      '12',
      '<table><tr><td colspan="2">Large</td></tr><tr><td>Model</td><td>P</td></tr><tr><td>A</td><td>3.5</td></tr></table>',
    ],
    [3],
  ],
  [
    'rows without a header, below the name of a group',
    ['Table 1: Results.', pair('P', '1.5', '2.5'), '12', '| Large | |\n|---|---|\n| A | 3.5 |\n| B | 4.5 |'],
    [4],
  ],
  ['rows without a header', ['Table 1: Results.', pair('P', '1.5', '2.5'), '| C | 3.5 |\n|---|---|\n| D | 4.5 |'], [4]],
  ['years that are a header', ['Table 1: Results.', pair('2019', '1.5', '2.5'), pair('2020', '3.5', '4.5')], [2, 2]],
  [
    'rows without a header and with other columns',
    ['Table 1: Results.', pair('P', '1.5', '2.5'), '| C | many |\n|---|---|\n| D | few |\n| E | 3.5 |'],
    [2, 1],
  ],
  ['another header', ['Table 1: Results.', pair('P', '1.5', '2.5'), pair('Q', '3.5', '4.5')], [2, 2]],
];

for (const [what, blocks, rows] of PARTS)
  test(`a table in two parts: ${what}`, () =>
    assert.deepEqual(
      readSource('x.md', blocks.join('\n\n')).tables.map((table) => table.rows.length),
      rows,
    ));

test('a note below the rows is kept as a note', () => {
  const source = '| Model | P |\n|---|---|\n| A | 1.5 |\n| B* | 2.5 |\n| *: trained on more data than the others | |';
  const [table] = readSource('x.md', source).tables;
  assert.deepEqual(table?.notes, ['*: trained on more data than the others']);
  assert.equal(table?.rows.length, 2);
});

const DOUBTS: readonly (readonly [what: string, source: string, doubts: readonly string[]])[] = [
  ['nothing', pair('Acc', '1.5', '2.5'), []],
  [
    'a row without a name',
    '| Model | P | R |\n|---|---|---|\n| | 1.5 | 2.5 |\n| B | 3.5 | 4.5 |',
    ['1 row with numbers has no name; the first reads “1.5”.'],
  ],
  [
    'a column without a header',
    '| Model | P | |\n|---|---|---|\n| A | 1.5 | 2.5 |',
    ['1 column with numbers has no header (value column 2).'],
  ],
  [
    'two numbers',
    pair('Acc', '1.5 (0.2)', '2.5 (0.1)'),
    ['Cells under “Acc” hold two numbers, and the header does not say which is which.'],
  ],
  [
    'no header',
    '<table><tr><td>A</td><td>1.5</td></tr><tr><td>B</td><td>2.5</td></tr></table>',
    ['The table has no header row.'],
  ],
];

for (const [what, source, doubts] of DOUBTS)
  test(`doubts: ${what}`, () => assert.deepEqual(readSource('x.md', source).tables[0]?.unclear, doubts));

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
  const cells = ['(a', 'a ', '1', ' ', '(et al ', '*a', '\\cite', '10^', '[1,', '5 (', 'p<', '$_{', '~', '-'].map(
    (part) => pair('Acc (', `5.1 ${part.repeat(8_000)}`, `${part.repeat(8_000)} 5.1`),
  );
  const cost = atWork(() => {
    for (const source of [wide, spans, nested, pipes, `${pipes}\n${pipes}`, ...cells]) readSource('x.md', source);
  });
  assert.ok(cost < 1500, `${cost} ms`);
});
