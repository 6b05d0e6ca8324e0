import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalWord, joined, words } from '../../shared/engine/facts/names.ts';

/** Spellings of one name. */
const SAME: readonly (readonly string[])[] = [
  ['MSR-VTT', 'MSR VTT', 'msr-vtt', 'MSR–VTT'],
  ['ROUGE-L', 'ROUGE L', 'rouge-l'],
  ['BLEU-4', 'BLEU4', 'bleu 4'],
  ['accuracy', 'Acc', 'Acc.', 'accuracies'],
  ['Average', 'avg', 'Avg.', 'mean'],
  ['precision', 'Prec.'],
  ['F1', 'F', 'Fscore', 'f1score'],
  ['development', 'dev', 'Dev.'],
  ['parameters', 'params', '# Params'],
  ['naïve', 'naive'],
  ['models', 'model'],
  ['frozen layers', 'Frozen Layer'],
  ['Flan-T5-XL-3B', 'FLAN-T5-XL-3B'],
  ['the score of the model', 'score, model'],
  ['MSR-VTT', 'MSRVTT'],
  ['ROUGE-L', 'RougeL'],
  ['F1', 'F-score', 'F-measure'],
];

test('spellings of one name are one', () => {
  const apart = SAME.flatMap(([first = '', ...others]) => others.filter((other) => joined(other) !== joined(first)));
  assert.deepEqual(apart, []);
});

const DIFFERENT: readonly (readonly [string, string])[] = [
  ['VILA-v1.5-8B', 'VILA-v1.5-13B'],
  ['VILA-v1.5', 'VILA-v2.5'],
  ['v1.5', 'v15'],
  ['GPT-4', 'GPT-3'],
  ['R@1', 'R@5'],
  ['Top-1', 'Top-5'],
  ['BLEU-3', 'BLEU-4'],
  ['MSVD', 'MSVD-QA'],
  ['precision', 'recall'],
  ['Net-A', 'Net'],
  ['A+B', 'A B'],
  ['loss', 'los'],
];

test('names that differ in a digit, a version or a part are two', () => {
  for (const [one, other] of DIFFERENT) assert.notEqual(joined(one), joined(other), `${one} and ${other}`);
});

test('words that name nothing are left out, and small words in a compound are kept', () => {
  const forms = (text: string): string[] => words(text).map(({ form }) => form);
  assert.deepEqual(forms('the accuracy of our model'), ['accuracy', 'model']);
  assert.deepEqual(forms('VALOR’s METEOR'), ['valor', 'meteor']);
  assert.deepEqual(forms('Net-A and a net'), ['net', 'a', 'net']);
  assert.deepEqual(forms('…, –'), []);
});

test('every word is found again at its place', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('A', 'b', 'é', '1', '.', '-', ' ', '@', '+', 'ß', '😀', "'") }),
      (text) => {
        let end = 0;
        for (const word of words(text)) {
          assert.ok(word.start >= end && word.end > word.start && word.end <= text.length);
          assert.equal(word.form, canonicalWord(text.slice(word.start, word.end)));
          end = word.end;
        }
      },
    ),
    { numRuns: 300 },
  );
});
