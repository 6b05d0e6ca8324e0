import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directionOf, findMetrics, METRICS, otherNames } from '../../shared/engine/facts/metrics.ts';

test('every name of the table of measures has its direction, alone and in a header', () => {
  for (const { better, names, alone } of METRICS) {
    for (const name of names) {
      assert.equal(directionOf(name), better, name);
      assert.equal(directionOf(`Test ${name} (%)`), better, `Test ${name} (%)`);
    }
    for (const name of alone) assert.equal(directionOf(name), better, name);
  }
});

test('no name stands in the table with two directions', () => {
  const seen = new Map<string, string>();
  for (const { better, names, alone } of METRICS)
    for (const name of [...names, ...alone]) {
      const known = seen.get(name.toLowerCase());
      assert.ok(known === undefined || known === better, name);
      seen.set(name.toLowerCase(), better);
    }
});

const HEADERS: readonly (readonly [string, 'up' | 'down' | null])[] = [
  ['Top-1 error', 'down'],
  ['Top-1', null],
  ['Top-1 accuracy', 'up'],
  ['Average precision', 'up'],
  ['Word error rate (%)', 'down'],
  ['Training time (s)', 'down'],
  ['Accuracy / loss', null],
  ['Error reduction', null],
  ['English', null],
  ['P', 'up'],
  ['P value', null],
  ['ROUGE-L', 'up'],
  ['', null],
];

for (const [header, direction] of HEADERS)
  test(`the direction of “${header}” is ${direction ?? 'unknown'}`, () => assert.equal(directionOf(header), direction));

test('measures are found in running text with their place', () => {
  const text = 'a lower word error rate and a higher F1 score';
  assert.deepEqual(
    findMetrics(text).map(({ metric, start, end }) => [metric.better, text.slice(start, end)]),
    [
      ['down', 'word error rate'],
      ['up', 'F1 score'],
    ],
  );
});

test('a header that names a measure as a whole is called by its other names too', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['R-1', ['ROUGE-1']],
    ['WER', ['word error rate']],
    ['Acc', []],
    ['P', ['precision']],
    ['Test accuracy', []],
    ['English', []],
  ];
  for (const [header, names] of cases) assert.deepEqual(otherNames(header), names, header);
});
