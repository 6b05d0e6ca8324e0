import type { Quantity } from '../text/quantity.ts';
import type { Span } from '../text/span.ts';
import type { Citation } from './draft.ts';

interface ClaimBase {
  /** The number with its unit mark, or the comparing phrase; in the draft. */
  readonly span: Span;
  readonly text: string;
  /** The sentence, or for a table cell its row; in the draft. */
  readonly sentence: Span;
  /** The citations that vouch for it: those of its clause, else of its sentence, row, paragraph or table. */
  readonly citations: readonly Citation[];
  /** How near the vouching citation stands: `none` where the draft cites nothing for it. */
  readonly cited: 'sentence' | 'paragraph' | 'none';
}

export interface NumberClaim extends ClaimBase {
  readonly kind: 'number';
  readonly quantity: Quantity;
}

export interface ComparisonClaim extends ClaimBase {
  readonly kind: 'comparison';
}

export type Claim = NumberClaim | ComparisonClaim;
