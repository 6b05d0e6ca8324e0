import type { Signs } from '../../../shared/engine/verdicts/confidence.ts';
import type { Sample } from '../samples/sample.ts';

/** A verdict of known truth with what its confidence is computed from. */
export interface Example {
  readonly measured: Signs;
  readonly right: boolean;
  /** How much it counts in the fit. */
  readonly weight: number;
  readonly paper: string;
}

/** A statement made by a pattern tells less than one that somebody wrote: there are many, and they are alike. */
const MADE = 0.1;

/** The samples whose verdict is known to be right or wrong. */
export function examplesOf(samples: readonly Sample[]): Example[] {
  return samples.flatMap(({ judged, right, set, paper }) =>
    judged && right !== null
      ? [{ measured: judged.measured, right, weight: set === 'statements' ? MADE : 1, paper }]
      : [],
  );
}
