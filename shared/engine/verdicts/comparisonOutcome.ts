import type { PlacedValue } from '../facts/placedValues.ts';
import type { Span } from '../text/span.ts';

/** What the bound cells say of a phrase. */
export interface Outcome {
  readonly kind: 'supported' | 'contradicted';
  /** The cells that decide, those of the subject first. */
  readonly cells: readonly [PlacedValue, ...PlacedValue[]];
  /** What was compared, in symbols: `43.8 > 41.9`. */
  readonly shown: string;
  /** The number of the sentence that is decided with it: the 4.2 of "the highest loss is 4.2". */
  readonly settles?: Span;
  /** Further steps for the trace. */
  readonly steps: readonly string[];
}
