import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource } from '../../shared/engine/documents/reader.ts';

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

const ABLATION = '| RM | Clips | Acc |\n|---|---|---|\n| ✗ | ✗ | 1.5 |\n| ✓ | ✗ | 2.5 |\n| ✓ | ✓ | 3.5 |';

test('a tick means the header of its column, a cross means nothing', () => {
  const [table] = readSource('x.md', ABLATION).tables;
  assert.deepEqual(
    table?.rows.map(({ header }) => header.map(({ means }) => means ?? null)),
    [
      [null, null],
      ['RM', null],
      ['RM', 'Clips'],
    ],
  );
});

test('metrics as rows carry their direction and unit', () => {
  const [table] = readSource(
    'x.md',
    '| | A | B |\n|---|---|---|\n| FID ↓ | 1.5 | 2.5 |\n| Time (ms) | 3.5 | 4.5 |',
  ).tables;
  assert.deepEqual(
    table?.rows.map(({ header: [label] }) => [label?.text, label?.direction, label?.unit]),
    [
      ['FID', 'down', undefined],
      ['Time (ms)', undefined, 'ms'],
    ],
  );
});

/** Numbers with their roles, deviations behind ±, as `1.5 change:+0.5 ±0.1`. */
function rolesOf(source: string): string[] {
  const cells = readSource('x.md', source).tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return cells.map(({ values, spreads = [] }) =>
    [
      ...values.map(({ quantity, role }) => (role ? `${role}:${quantity.text}` : quantity.text)),
      ...spreads.map(({ quantity }) => `±${quantity.text}`),
    ].join(' '),
  );
}

const pair = (header: string, a: string, b: string): string =>
  `| Model | ${header} |\n|---|---|\n| A | ${a} |\n| B | ${b} |`;

const ROLES: readonly (readonly [what: string, source: string, roles: readonly string[]])[] = [
  ['behind ±', pair('Acc', '1.5 ± 0.2', '2.5 (±0.1)'), ['1.5 ±0.2', '2.5 ±0.1']],
  ['as the header says', pair('Acc (std)', '1.5 (0.2)', '2.5 (0.1)'), ['1.5 ±0.2', '2.5 ±0.1']],
  ['a change', pair('Acc', '1.5 (+0.2)', '2.5 (↓0.1)'), ['1.5 change:+0.2', '2.5 change:0.1']],
  [
    'an interval',
    pair('Acc', '1.5 [1.2, 1.9]', '2.5 (2.2–2.9)'),
    ['1.5 interval:1.2 interval:1.9', '2.5 interval:2.2 interval:2.9'],
  ],
  ['a rank', pair('Acc (Rank)', '1.5 (2)', '2.5 (1)'), ['1.5 rank:2', '2.5 rank:1']],
  ['unknown', pair('Acc', '1.5 (0.2)', '2.5 (0.1)'), ['1.5 0.2', '2.5 0.1']],
  [
    'as the caption says',
    `Table 1: Accuracy. Standard deviations are given in parentheses.\n\n${pair('Acc', '1.5 (0.2)', '2.5 (0.1)')}`,
    ['1.5 ±0.2', '2.5 ±0.1'],
  ],
  [
    'gains, as the caption says',
    `Table 1: Accuracy. Numbers in brackets are the gains over A.\n\n${pair('Acc', '1.5 (0.2)', '2.5 (0.1)')}`,
    ['1.5 change:0.2', '2.5 change:0.1'],
  ],
  [
    'a lost ±',
    `Table 1: Mean and std of accuracy.\n\n${pair('Acc', '1.5 0.2', '2.5 + 0.1')}`,
    ['1.5 ±0.2', '2.5 ±+ 0.1'],
  ],
];

for (const [what, source, roles] of ROLES)
  test(`a number in brackets: ${what}`, () => assert.deepEqual(rolesOf(source), roles));

test('bold and underlined cells are marked, footnote signs are kept apart', () => {
  const marks = (file: string, source: string): unknown[] =>
    readSource(file, source).tables.flatMap(({ rows }) =>
      rows.flatMap(({ header, cells }) => [header[0]?.notes, ...cells.map((cell) => [cell.marks, cell.notes])]),
    );
  const expected = [
    ['†'],
    [['bold'], undefined],
    [['underline'], ['*']],
    undefined,
    [undefined, ['a']],
    [undefined, undefined],
  ];
  const markdown = '| Model | P | R |\n|---|---|---|\n| A† | **1.5** | <u>2.5</u>* |\n| B | 3.5<sup>a</sup> | 4.5 |';
  const html = `<table><tr><th>Model</th><th>P</th><th>R</th></tr><tr><td>A<sup>†</sup></td><td><strong>1.5</strong></td><td><span class="ltx_framed_underline">2.5</span>*</td></tr>
    <tr><td>B</td><td>3.5<sup>a</sup></td><td>4.5</td></tr></table>`;
  assert.deepEqual(marks('x.md', markdown), expected);
  assert.deepEqual(marks('x.html', html), expected);
});

test('citations are taken off a name and kept', () => {
  const [table] = readSource(
    'x.md',
    pair('Acc (Doe et al., 2020)', '1.5', '2.5').replace('| A |', '| A \\cite{roe21} |'),
  ).tables;
  assert.deepEqual(table?.columns[0]?.header[0]?.citations, ['Doe et al., 2020']);
  assert.deepEqual(
    table?.rows.map(({ header: [label] }) => [label?.text, label?.citations]),
    [
      ['A', ['@roe21']],
      ['B', undefined],
    ],
  );
});

/** The direction and unit of each column. */
const saidOf = (source: string): unknown[] =>
  readSource('x.md', source).tables.flatMap(({ columns }) =>
    columns.map(({ header, unit }) => [header.at(-1)?.direction, unit]),
  );

test('units and directions from headers and captions', () => {
  const table =
    '| Model | WER | Acc | Time (ms) | # |\n|---|---|---|---|---|\n| A | 1.5 | 2.5 | 3.5 | 4 |\n| B | 1.6 | 2.6 | 3.6 | 5 |';
  const none = undefined;
  assert.deepEqual(saidOf(table), [
    [none, none],
    [none, none],
    [none, 'ms'],
    [none, none],
  ]);
  assert.deepEqual(saidOf(`Table 1: Results (%). Lower is better for WER; for Acc, higher is better.\n\n${table}`), [
    ['down', '%'],
    ['up', '%'],
    [none, 'ms'],
    [none, none],
  ]);
  assert.deepEqual(saidOf(`Table 1: Acc (higher is better) and WER (lower is better).\n\n${table}`).slice(0, 2), [
    ['down', none],
    ['up', none],
  ]);
  assert.deepEqual(saidOf(`Table 1: Arrows say whether lower is better.\n\n${table}`).slice(0, 1), [[none, none]]);
  assert.deepEqual(saidOf(`Table 1: Errors. Lower is better.\n\n${pair('X', '1.5', '2.5')}`), [['down', none]]);
});
