import type { Outcome } from './comparisonOutcome.ts';

/** What the cells say of a summary. */
export interface SummaryOutcome extends Outcome {
  /** The number that would be right, where one is meant. */
  readonly correct: string | null;
}
