import type { Problem } from '../problem.ts';
import type { Table } from '../tables/table.ts';
import type { Span } from '../text/span.ts';
import type { Origin } from './origin.ts';

/** A sentence or caption of a source: plain text, decoded and repaired, and where it stands. */
export interface Passage {
  readonly text: string;
  /** In the source file as it is on disk (after its byte order mark). */
  readonly span: Span;
  /** Titles of the sections around it, outermost first. */
  readonly section: readonly string[];
  readonly kind: 'sentence' | 'caption' | 'heading';
  /** What the source itself says of a statement that it lists: a synthesis report's "not verified". */
  readonly standing: 'verified' | 'unverified' | null;
}

/** What a source says of itself; used to tie it to an entry and to make a key where there is none. */
export interface DocumentMetadata {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly year: string | null;
  readonly doi: string | null;
  readonly arxiv: string | null;
}

/** One source as it was read: everything the engine ever asks of it, with offsets back into the file. */
export interface SourceDocument {
  readonly metadata: DocumentMetadata;
  readonly tables: readonly Table[];
  readonly passages: readonly Passage[];
  /** Short names that the source defines: `RM` for "reward model". */
  readonly abbreviations: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  /** What the document's offsets refer to. */
  readonly origin: Origin;
}
