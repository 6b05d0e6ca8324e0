import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuantities } from '../../shared/engine/text/readQuantities.ts';
import { followsFromOthers } from '../../shared/engine/verdicts/derive.ts';
import { asDifference, createUtterance } from '../../shared/engine/verdicts/utterance.ts';

const figures = (text: string) => createUtterance(text, readQuantities(text), '').figures;

/** Sentences with the shape of each of their numbers, in order. */
const SHAPES: readonly (readonly [text: string, ...shapes: string[]])[] = [
  ['A reaches 43.8 on B.', 'value'],
  ['A reaches 43.8 % on B.', 'value'],
  ['A rises from 38.6 to 44.8.', 'value', 'value'],
  ['A beats B, 43.8 against 41.9.', 'value', 'value'],
  // Differences
  ['A beats B by 9.2 points.', 'difference'],
  ['A beats B by 9.2.', 'difference'],
  ['A gains +4.4 event F1.', 'difference'],
  ['A is 9.2 points higher than B.', 'difference'],
  ['A is 9.2 points behind B.', 'difference'],
  ['A gains 9.2 points over B.', 'difference'],
  ['The lead of A over B is 3.7 points.', 'difference'],
  ['The improvement is 3.6, 2.5 and 16.6.', 'difference', 'difference', 'difference'],
  ['A leads by 8.7 on P, and by 10.5 on Q.', 'difference', 'difference'],
  ['with a margin of 2.1', 'difference'],
  ['an increase of only 0.4', 'difference'],
  ['A stays 9.2 points behind on P and 13.2 on Q.', 'difference', 'difference'],
  ['A gains 0.8% F1 score improvement.', 'difference'],
  ['absolute gains up to 20.6%, 23.9% and 26.4%', 'difference', 'difference', 'difference'],
  ['A rises by 0.5% (up to 2.7%).', 'difference', 'difference'],
  ['2.3%–11.5% and 2.4%–11.3% absolute improvements', 'difference', 'difference', 'difference', 'difference'],
  // Relative changes and ratios
  ['A relative gain of 35%.', 'relative'],
  ['Relative to B, A grows by about 30%.', 'relative'],
  ['A has 1.7 times the accuracy of B.', 'ratio'],
  ['A is 3.2x faster.', 'ratio'],
  ['A 2-fold gain.', 'ratio'],
  // Values in company of changes
  ['A reaches 43.8, higher than 41.9 of B.', 'value', 'value'],
  ['A improves to 43.8.', 'value'],
  ['The error increases up to 78.98%.', 'value'],
  ['91.2 accuracy and 3.4 higher', 'value', 'difference'],
];

test('what kind of number the words ask for', () => {
  assert.deepEqual(
    SHAPES.map(([text]) => [text, ...figures(text).map(({ shape }) => shape)]),
    SHAPES,
  );
});

test('what a change leads to is a value', { todo: 'It is taken for one more change of a list.' }, () => {
  assert.deepEqual(
    figures('A drops by 0.5 to 43.3.').map(({ shape }) => shape),
    ['difference', 'value'],
  );
  assert.deepEqual(
    figures('A rises from 41.9 by 1.9 to 43.8.').map(({ shape }) => shape),
    ['value', 'difference', 'value'],
  );
});

const HEDGES: readonly (readonly [text: string, 'about' | 'over' | 'under' | null])[] = [
  ['reaches 44', null],
  ['reaches about 44', 'about'],
  ['around 44', 'about'],
  ['approximately 44', 'about'],
  ['roughly 44', 'about'],
  ['~44', 'about'],
  ['≈ 44', 'about'],
  ['over 44', 'over'],
  ['more than 44', 'over'],
  ['at least 44', 'over'],
  ['> 44', 'over'],
  ['exceeding 44', 'over'],
  ['nearly 44', 'under'],
  ['almost 44', 'under'],
  ['up to 44', 'under'],
  ['less than 44', 'under'],
  ['at most 44', 'under'],
  ['over B it is 44', null],
];

test('words that widen or cut a number', () => {
  assert.deepEqual(
    HEDGES.map(([text]) => [text, figures(text)[0]?.hedge]),
    HEDGES,
  );
});

test('a bare number is a difference only where the sentence speaks of a change before it', () => {
  const difference = (text: string): string | undefined => {
    const [figure] = figures(text);
    return figure && asDifference(text, figure)?.shape;
  };
  assert.equal(difference('It outperforms B on all sets (1.4 on P).'), 'difference');
  assert.equal(difference('It has 1.4 on P and outperforms B.'), undefined);
  assert.equal(difference('It outperforms B by 1.4 points.'), undefined);
});

test('numbers are not among the words, sizes in names are', () => {
  const text = 'The 13B LLaMA-VID scores 3.07';
  assert.deepEqual(
    createUtterance(text, readQuantities(text), '').words.map(({ form }) => form),
    ['13b', 'llama', 'vid', 'scor'],
  );
});

test('a change follows from other numbers of its sentence, in whatever scale they are written', () => {
  const cases: readonly (readonly [text: string, follows: boolean])[] = [
    ['A has 45.3 and B 42.1, a difference of 3.2 points.', true],
    ['A has 45.3 and B 42.1, a difference of 3.9 points.', false],
    ['A has 10.7M trees and B 1.2M, a difference of 9.5M.', true],
    ['A has 12K trees and B 6K, an increase of 2-fold.', true],
    ['A has 45.3 % and B 42.1, a difference of 3.2 points.', false],
  ];
  for (const [text, follows] of cases) {
    const all = figures(text);
    const change = all.at(-1);
    assert.ok(change && change.shape !== 'value', text);
    assert.equal(followsFromOthers(change, all), follows, text);
  }
});
