import { CONFIDENCE_MODEL } from './confidenceModel.ts';

/** What a verdict rests on. */
export const GROUNDS = [
  'cell',
  'derivation',
  'passage',
  'other-cell',
  'other-derivation',
  'other-passage',
  'absence-from-text',
  'absence-from-tables',
  'cell-elsewhere',
  'passage-elsewhere',
  'comparison',
  'comparison-refuted',
] as const;
export type Ground = (typeof GROUNDS)[number];

/**
 * What speaks for a verdict; each counts from 0 to 1, and more of it never makes a verdict less sure. What each says
 * stands where it is read, in `confidenceSigns.ts`.
 */
export type Sign =
  | 'alike'
  | 'alone'
  | 'brief'
  | 'certain'
  | 'decimals'
  | 'digits'
  | 'exact'
  | 'margin'
  | 'measured'
  | 'named'
  | 'near'
  | 'once'
  | 'plain'
  | 'row'
  | 'score'
  | 'shared'
  | 'sole'
  | 'topical';

/** What the confidence of a verdict is computed from. */
export interface Signs {
  readonly ground: Ground;
  readonly signs: Readonly<Partial<Record<Sign, number>>>;
}

/** The coefficients of one ground, and the labelled numbers that they were measured on. */
export interface GroundModel {
  readonly bias: number;
  /** At least 0 each. */
  readonly weights: Readonly<Partial<Record<Sign, number>>>;
  readonly samples: number;
  readonly right: number;
}

export type ConfidenceModel = Readonly<Record<Ground, GroundModel>>;

/** The measured probability that a verdict is right, 0 to 1: a logistic model for each ground. */
export function confidenceOf({ ground, signs }: Signs, model: ConfidenceModel = CONFIDENCE_MODEL): number {
  const { bias, weights } = model[ground];
  let sum = bias;
  for (const [sign, weight] of Object.entries(weights)) sum += weight * (signs[sign as Sign] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
