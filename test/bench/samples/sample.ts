import type { JudgedClaim } from '../../../shared/engine/index.ts';
import type { Outcome } from '../../support/score.ts';

export type Said = Outcome['said'];

/** One number of known truth with what the engine said of it. */
export interface Sample {
  /** `drafts`, `statements`, or the name of a public set. */
  readonly set: string;
  /** What is wrong about it: `row`, `swap`, …; `none` where it is true. */
  readonly kind: string;
  /** How it was put into words, where that is known. */
  readonly pattern: string | null;
  /** The paper or table that it is about; a fold never divides one. */
  readonly paper: string;
  /** Whether it should be left alone or supported; null where the set does not say. */
  readonly sound: boolean | null;
  readonly said: Said;
  readonly judged: JudgedClaim | null;
  /** Whether the verdict is right; null where there is none, or the set does not say. */
  readonly right: boolean | null;
}
