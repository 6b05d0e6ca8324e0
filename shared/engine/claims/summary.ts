import type { Quantity } from '../text/quantity.ts';
import type { Span } from '../text/span.ts';

/** What a sentence says of all the numbers or names of a table, a row or a column. Offsets are UTF-16, into the sentence. */
export type Summary = CountSummary | BoundSummary | RangeSummary | AlikeSummary | TrendSummary;

/** How a number limits others: "at least 3" is `least`, "more than 3" is `over`. */
export type Limit = 'exactly' | 'least' | 'most' | 'over' | 'under';

interface SummaryBase {
  /** The words that say it. */
  readonly span: Span;
}

/** "There are seven scenes in the table." */
export interface CountSummary extends SummaryBase {
  readonly kind: 'count';
  readonly limit: Limit;
  readonly quantity: Quantity;
  /** What is counted. */
  readonly noun: Span;
  /** "seven different scenes": what is named twice counts once. */
  readonly distinct: boolean;
  /** True where the sentence speaks of the whole list: it names the table, or says nothing else. */
  readonly whole: boolean;
}

/** "All errors are below 0.5", "some values are negative". */
export interface BoundSummary extends SummaryBase {
  readonly kind: 'bound';
  readonly quantifier: 'all' | 'some' | 'none' | 'not all';
  readonly limit: Limit;
  readonly value: number;
}

/** "The loss ranges from 0.1 to 0.5." */
export interface RangeSummary extends SummaryBase {
  readonly kind: 'range';
  readonly from: Quantity;
  readonly to: Quantity;
}

/** "Every row has a different value", "some values are repeated". */
export interface AlikeSummary extends SummaryBase {
  readonly kind: 'alike';
  /** `same`: one value everywhere. `distinct`: no value twice. `repeated`: some value twice. */
  readonly how: 'same' | 'distinct' | 'repeated';
}

/** "The loss decreases with the number of layers." */
export interface TrendSummary extends SummaryBase {
  readonly kind: 'trend';
  readonly sign: 1 | -1;
  /** "monotonically", "always": no step may go the other way. */
  readonly strict: boolean;
  readonly negated: boolean;
}
