import type { Span } from '../../text/span.ts';
import type { Citation } from '../draft.ts';

/** What a grammar finds in a stretch of prose; spans are offsets into it. */
export interface FoundCitations {
  /** In the order of their keys. */
  readonly citations: readonly Citation[];
  /** What is no prose: groups with their locators, and cross-references such as `@fig-x`. */
  readonly blanks: readonly Span[];
}

export const noCitations: FoundCitations = { citations: [], blanks: [] };
