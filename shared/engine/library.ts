import type { BibEntry, CiteKey } from './bibliography/entry.ts';
import type { SourceDocument } from './documents/document.ts';
import type { Problem } from './problem.ts';
import type { DocumentId } from './verdicts/verdict.ts';

/** A document that a host has read, under the name the host gave it. */
export interface NamedDocument {
  readonly id: DocumentId;
  readonly document: SourceDocument;
}

/** A bibliography file that a host has read. */
export interface NamedBibliography {
  readonly id: DocumentId;
  readonly entries: readonly BibEntry[];
  readonly problems: readonly Problem[];
}

/** A work of the library: an entry with its document, an entry without one, or a document without an entry. */
export interface Source {
  readonly key: CiteKey;
  readonly entry: BibEntry | null;
  /** The bibliography file that holds the entry. */
  readonly bibliography: DocumentId | null;
  readonly id: DocumentId | null;
  readonly document: SourceDocument | null;
}

/** An immutable snapshot of all that drafts are checked against. */
export interface Library {
  readonly sources: ReadonlyMap<CiteKey, Source>;
  readonly documents: ReadonlyMap<DocumentId, NamedDocument>;
  readonly problems: readonly { readonly id: DocumentId; readonly problem: Problem }[];
  readonly counts: { readonly sources: number; readonly tables: number; readonly facts: number };
}

/** Ties documents to entries and gives keys to documents that have none. */
export function createLibrary(
  documents: readonly NamedDocument[],
  bibliographies: readonly NamedBibliography[],
): Library {
  return {
    sources: new Map(),
    documents: new Map(documents.map((document) => [document.id, document])),
    problems: bibliographies.flatMap(({ id, problems }) => problems.map((problem) => ({ id, problem }))),
    counts: { sources: 0, tables: 0, facts: 0 },
  };
}
