import type { Span } from './span.ts';

/** The unit that stands with a number, in the few kinds that change how it is compared. */
export type Unit = 'percent' | 'points' | 'times' | null;

/** A number as it was written: value and precision decide how it is compared. */
export interface Quantity {
  /** The number with its scale applied: 6K is 6000. */
  readonly value: number;
  /** One unit in the last place that was printed, scale applied: 43.80 has 0.01, 6K has 1000, 2.5M has 100000. */
  readonly step: number;
  /** Digits behind the decimal point, as printed. */
  readonly decimals: number;
  readonly unit: Unit;
  /** The scale that was written: 1 for none, 1000 for K or thousand, … */
  readonly scale: number;
  /** The sign that was written: +4.4 is a change, 4.4 need not be. */
  readonly sign: '+' | '-' | null;
  /** True for words: eight, two-thirds, twice. */
  readonly spelled: boolean;
  /** The number with sign, scale and unit mark. */
  readonly span: Span;
  readonly text: string;
}
