import type { CiteKey } from '../bibliography/entry.ts';
import type { Passage } from '../documents/document.ts';
import type { Library } from '../library.ts';
import type { DocumentId } from '../verdicts/verdict.ts';

export interface Found {
  readonly source: CiteKey;
  readonly id: DocumentId;
  readonly passage: Passage;
  readonly score: number;
}

/** Full-text search over the passages of a library, best first. */
export function searchPassages(_library: Library, _query: string, _limit: number): Found[] {
  return [];
}
