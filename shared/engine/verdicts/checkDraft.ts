import type { CiteKey } from '../bibliography/entry.ts';
import type { Citation, Draft } from '../claims/draft.ts';
import type { Library } from '../library.ts';
import type { JudgedClaim } from './verdict.ts';

/** A citation with what is wrong about it, if anything. */
export interface CheckedCitation {
  readonly citation: Citation;
  /** The key is in no bibliography and belongs to no document; the keys that come nearest, best first. */
  readonly problem: { readonly kind: 'undefined'; readonly near: readonly CiteKey[] } | null;
}

export interface CheckedDraft {
  readonly claims: readonly JudgedClaim[];
  readonly citations: readonly CheckedCitation[];
}

/** Something that can say "stop": the protocol's cancellation token has this shape. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** Judges every claim of a draft against a library. A cancelled check returns the claims judged so far. */
export function checkDraft(_draft: Draft, _library: Library, _cancellation?: Cancellation): CheckedDraft {
  return { claims: [], citations: [] };
}
