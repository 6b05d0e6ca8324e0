import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource } from '../../../shared/engine/documents/reader.ts';
import { isSource } from '../../../shared/engine/documents/readers.ts';
import { slicesOfValues, values } from './shown.ts';

const CASES: readonly (readonly [name: string, text: string, values: readonly string[]])[] = [
  ['commas', 'Model,Acc,F1\nHeron,64.2,1.5\nRobin,59.3,2.5\n', BOTH()],
  ['CRLF and tabs', 'Model\tAcc\tF1\r\nHeron\t64.2\t1.5\r\nRobin\t59.3\t2.5', BOTH()],
  ['bars', 'Model|Acc|F1\nHeron|64.2|1.5\nRobin|59.3|2.5\n', BOTH()],
  [
    'quotes',
    '"Model","Acc, ""top""",F1\n"Heron\nlarge",64.2,"1.5"\n',
    ['Heron large | Acc, "top" | 64.2', 'Heron large | F1 | 1.5'],
  ],
  [
    'decimal commas',
    'Modell;Acc;Anzahl\nHeron;64,2;1.234,5\nRobin;59,3;2.000,5\n',
    ['Heron | Acc | 64,2', 'Heron | Anzahl | 1.234,5', 'Robin | Acc | 59,3', 'Robin | Anzahl | 2.000,5'],
  ],
  [
    'an empty field at the end',
    'Model,Acc,Note\nHeron,64.2,\nRobin,59.3,\n',
    ['Heron | Acc | 64.2', 'Robin | Acc | 59.3'],
  ],
  [
    'a quote that nothing closes',
    'Model,Acc\nHeron "x,64.2\n"Robin,59.3\n',
    ['Heron "x | Acc | 64.2', '"Robin | Acc | 59.3'],
  ],
];

function BOTH(): string[] {
  return ['Heron | Acc | 64.2', 'Heron | F1 | 1.5', 'Robin | Acc | 59.3', 'Robin | F1 | 2.5'];
}

for (const [name, text, expected] of CASES)
  test(`delimited values: ${name}`, () => {
    const [table] = readSource('x.csv', text).tables;
    assert.deepEqual(values(table), expected);
    assert.deepEqual(
      slicesOfValues(text, table),
      expected.map((value) => value.split(' | ').at(-1)),
    );
  });

test('delimited values: what decimal commas say', () => {
  const [table] = readSource('x.csv', 'Modell;Acc;Anzahl\nHeron;64,2;1.234,5\nRobin;59,3;2.000,25\n').tables;
  const numbers = table?.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.values));
  assert.deepEqual(
    numbers?.map(({ quantity }) => quantity.value),
    [64.2, 1234.5, 59.3, 2000.25],
  );
});

test('lists of words and notes are no tables', () => {
  for (const text of ['a,b\nc,d\n', 'One line, with a comma.\nAnother 5 lines.\nA third.\n', '1\n2\n3\n'])
    assert.equal(isSource('x.csv', text), false, text);
  assert.equal(isSource('x.tsv', 'a\tb\n1\t2\n'), true);
});

const TOO_LARGE: readonly (readonly [string, string, RegExp])[] = [
  ['a row of 100,000 columns', `Model${',1.5'.repeat(99_999)}\nHeron${',2.5'.repeat(99_999)}\n`, /100000 columns/],
  ['100,000 rows', 'Model,Acc\n'.padEnd(1_000_000, 'Heron,1.5\n'), /more than 50000 cells/],
];

for (const [name, text, message] of TOO_LARGE)
  test(`delimited values: ${name} are one problem`, () => {
    const { tables, problems } = readSource('x.csv', text);
    assert.equal(tables.length, 0);
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? '', message);
  });
