import type { Span } from '../text/span.ts';
import type { Citation, DraftBlock } from './draft.ts';

/** What a stretch of a draft holds; offsets count from its start. */
export interface ChunkBlocks {
  readonly blocks: readonly DraftBlock[];
  /** A heading itself holds none. */
  readonly headingCitations: readonly Citation[];
  readonly comments: readonly Span[];
}
