import { confidenceOf } from '../../../shared/engine/verdicts/confidence.ts';
import { createRandom } from '../statements/random.ts';
import type { Example } from './examples.ts';
import { fitModel } from './fit.ts';
import type { Guess } from './reliability.ts';

const FOLDS = 5;

/** The confidence of each example by a model that never saw its paper, in the order of the examples. */
export function crossValidate(examples: readonly Example[]): Guess[] {
  const folds = examples.map(({ paper }) => createRandom(paper).below(FOLDS));
  const models = Array.from({ length: FOLDS }, (_, fold) => fitModel(examples.filter((_, i) => folds[i] !== fold)));
  return examples.map(({ measured, right }, i) => ({
    confidence: confidenceOf(measured, models[folds[i] ?? 0]),
    right,
  }));
}
