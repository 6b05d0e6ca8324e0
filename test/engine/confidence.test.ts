import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { confidenceOf, GROUNDS, type Ground, type Sign } from '../../shared/engine/verdicts/confidence.ts';
import { CONFIDENCE_MODEL } from '../../shared/engine/verdicts/confidenceModel.ts';
import { crossValidate } from '../bench/calibration/crossValidate.ts';
import type { Example } from '../bench/calibration/examples.ts';
import { fitModel } from '../bench/calibration/fit.ts';
import { modelText } from '../bench/calibration/modelText.ts';
import { calibrationError } from '../bench/calibration/reliability.ts';
import { createRandom } from '../bench/statements/random.ts';
import { rootFolder } from '../support/golden.ts';

const STEPS = [0, 0.25, 0.5, 0.75, 1];

for (const ground of GROUNDS) {
  test(`confidence in a verdict that rests on ${ground} is a probability and never falls as a sign grows`, () => {
    for (const sign of Object.keys(CONFIDENCE_MODEL[ground].weights) as Sign[]) {
      const values = STEPS.map((value) => confidenceOf({ ground, signs: { [sign]: value } }));
      assert.ok(
        values.every((value) => value > 0 && value < 1),
        `${sign}: ${values}`,
      );
      assert.deepEqual(
        values,
        values.toSorted((a, b) => a - b),
        sign,
      );
    }
  });
}

test('the model in the repository is as `npm run calibrate` writes it', () => {
  const file = path.join(rootFolder(), 'shared', 'engine', 'verdicts', 'confidenceModel.ts');
  assert.equal(readFileSync(file, 'utf8').replace(/\r\n/g, '\n'), modelText(CONFIDENCE_MODEL));
});

/** Verdicts on cells that are right as often as their margin says. */
function examples(count: number, ground: Ground = 'cell'): Example[] {
  const random = createRandom('examples');
  return Array.from({ length: count }, (_, i) => {
    const margin = random.below(101) / 100;
    const odds = Math.exp(-1 + 4 * margin);
    return {
      measured: { ground, signs: { margin, exact: random.below(2) } },
      right: random.below(1000) / 1000 < odds / (1 + odds),
      weight: 1,
      paper: `paper ${i % 20}`,
    };
  });
}

test('the fit finds the coefficients that examples were made with', () => {
  const { bias, weights, samples } = fitModel(examples(4000)).cell;
  assert.ok(Math.abs(bias + 1) < 0.2, `bias ${bias}`);
  assert.ok(Math.abs((weights.margin ?? 0) - 4) < 0.3, `margin ${weights.margin}`);
  assert.ok((weights.exact ?? 0) < 0.15, `exact ${weights.exact}`);
  assert.equal(samples, 4000);
});

test('a sign that speaks the wrong way gets no weight', () => {
  const turned = examples(1000).map((example) => ({ ...example, right: !example.right }));
  assert.equal(fitModel(turned).cell.weights.margin, undefined);
});

test('a ground without examples has the rate of all, one with few stays near it', () => {
  const many = examples(1000);
  const rate = many.filter(({ right }) => right).length / many.length;
  const few = many
    .slice(0, 2)
    .map((example) => ({ ...example, measured: { ...example.measured, ground: 'passage' as const }, right: true }));
  const model = fitModel([...many, ...few]);
  assert.ok(Math.abs(confidenceOf({ ground: 'comparison', signs: {} }, model) - rate) < 0.01);
  const sure = confidenceOf(few[0]?.measured ?? { ground: 'passage', signs: {} }, model);
  assert.ok(sure > rate && sure < rate + 0.15, `${sure} with ${rate} over all`);
});

test('confidence by a model of other papers is calibrated', () => {
  const error = calibrationError(crossValidate(examples(2000)));
  assert.ok(error < 0.05, `${error}`);
});
