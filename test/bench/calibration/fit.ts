import {
  type ConfidenceModel,
  GROUNDS,
  type GroundModel,
  type Sign,
} from '../../../shared/engine/verdicts/confidence.ts';
import type { Example } from './examples.ts';

// Strength of the priors, in the curvature of the likelihood: one is worth about six examples.
const WEIGHTS_NEAR_ZERO = 1;
const MEAN_NEAR_ALL = 1;
const MOST_SWEEPS = 200;
const STILL = 1e-5;
const DIGITS = 2;

/**
 * Fits a logistic model for each ground by Newton steps, one coefficient at a time. No weight may be negative, so that
 * more of a sign never makes a verdict less sure. A ground with few examples stays near the rate of all.
 */
export function fitModel(examples: readonly Example[]): ConfidenceModel {
  const all = logit(weightOf(examples.filter(({ right }) => right)) / weightOf(examples));
  const fitted = GROUNDS.map((ground) => [
    ground,
    fitGround(
      examples.filter(({ measured }) => measured.ground === ground),
      all,
    ),
  ]);
  return Object.fromEntries(fitted) as ConfidenceModel;
}

function fitGround(examples: readonly Example[], prior: number): GroundModel {
  const names = [...new Set(examples.flatMap(({ measured }) => Object.keys(measured.signs) as Sign[]))].sort();
  const total = weightOf(examples);
  const means = names.map((name) => examples.reduce((sum, one) => sum + one.weight * signOf(one, name), 0) / total);
  const rows = examples.map((one) => [1, ...names.map((name, i) => signOf(one, name) - (means[i] ?? 0))]);
  // The first coefficient belongs to the middle of the examples, the others to the signs.
  const coefficients = [prior, ...names.map(() => 0)];
  const sums = rows.map(() => prior);
  let moved = Number.POSITIVE_INFINITY;
  for (let sweep = 0; sweep < MOST_SWEEPS && moved > STILL; sweep++) {
    moved = 0;
    for (const [c, coefficient] of coefficients.entries()) {
      const strength = c === 0 ? MEAN_NEAR_ALL : WEIGHTS_NEAR_ZERO;
      let slope = strength * (coefficient - (c === 0 ? prior : 0));
      let curvature = strength;
      for (const [i, { right, weight }] of examples.entries()) {
        const value = rows[i]?.[c] ?? 0;
        const sure = 1 / (1 + Math.exp(-(sums[i] ?? 0)));
        slope += weight * value * (sure - Number(right));
        curvature += weight * value * value * sure * (1 - sure);
      }
      const step = Math.max(-1, Math.min(1, slope / curvature));
      const next = c === 0 ? coefficient - step : Math.max(0, coefficient - step);
      for (const [i, row] of rows.entries()) sums[i] = (sums[i] ?? 0) + (next - coefficient) * (row[c] ?? 0);
      coefficients[c] = next;
      moved = Math.max(moved, Math.abs(next - coefficient));
    }
  }
  const [middle = prior, ...weights] = coefficients;
  const bias = weights.reduce((sum, weight, i) => sum - weight * (means[i] ?? 0), middle);
  return {
    bias: rounded(bias),
    weights: Object.fromEntries(
      names.map((name, i) => [name, rounded(weights[i] ?? 0)]).filter(([, weight]) => weight !== 0),
    ),
    samples: examples.length,
    right: examples.filter(({ right }) => right).length,
  };
}

const signOf = ({ measured }: Example, name: Sign): number => measured.signs[name] ?? 0;
const weightOf = (examples: readonly Example[]): number => examples.reduce((sum, { weight }) => sum + weight, 0);
const logit = (share: number): number => Math.log(share / (1 - share));
const rounded = (value: number): number => Number(value.toFixed(DIGITS));
