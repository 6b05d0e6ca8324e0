import type { PlacedValue } from '../facts/placedValues.ts';

/** What the bound cells say of a phrase. */
export interface Outcome {
  readonly kind: 'supported' | 'contradicted';
  /** The cells that decide, those of the subject first. */
  readonly cells: readonly [PlacedValue, ...PlacedValue[]];
  /** The probability that the verdict is right. */
  readonly confidence: number;
  /** What was compared, in symbols: `43.8 > 41.9`. */
  readonly shown: string;
  /** Further steps for the trace. */
  readonly steps: readonly string[];
}
