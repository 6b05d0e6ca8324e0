import { type BibEntry, type CiteKey, citeKey } from './bibliography/entry.ts';
import { uniqueKey } from './bibliography/workKey.ts';
import type { SourceDocument } from './documents/document.ts';
import { keyFor } from './libraryKeys.ts';
import { type PlacedEntry, tieDocuments } from './libraryTies.ts';
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
  const sorted = byId(documents);
  const { entries, problems } = mergeEntries(byId(bibliographies));
  const { documentOf, otherForms } = tieDocuments(sorted, entries);
  const sources = new Map<CiteKey, Source>();
  for (const placed of entries) {
    const { entry, bibliography } = placed;
    const tied = documentOf.get(placed) ?? null;
    sources.set(entry.key, {
      key: entry.key,
      entry,
      bibliography,
      id: tied?.id ?? null,
      document: tied?.document ?? null,
    });
  }
  const tied = new Set(documentOf.values());
  for (const named of sorted) {
    if (tied.has(named) || otherForms.has(named)) continue;
    const key = citeKey(uniqueKey(keyFor(named), (candidate) => sources.has(citeKey(candidate))));
    sources.set(key, { key, entry: null, bibliography: null, id: named.id, document: named.document });
  }
  return {
    sources,
    documents: new Map(sorted.map((named) => [named.id, named])),
    problems: [
      ...problems,
      ...sorted.flatMap(({ id, document }) => document.problems.map((problem) => ({ id, problem }))),
    ],
    counts: { sources: sources.size, ...count(sorted) },
  };
}

/** The same order whatever order a host found the files in. */
function byId<T extends { readonly id: DocumentId }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The entries of all files; of several with one key the first counts and the others are named. */
function mergeEntries(bibliographies: readonly NamedBibliography[]): {
  entries: PlacedEntry[];
  problems: Library['problems'][number][];
} {
  const first = new Map<CiteKey, PlacedEntry>();
  const problems: Library['problems'][number][] = [];
  for (const { id, entries, problems: found } of bibliographies) {
    for (const problem of found) problems.push({ id, problem });
    for (const entry of entries) {
      const earlier = first.get(entry.key);
      if (earlier === undefined) first.set(entry.key, { entry, bibliography: id });
      else {
        const message = `The key \`${entry.key}\` stands already in ${earlier.bibliography}, and only that entry is used; rename or delete one of them.`;
        problems.push({ id, problem: { code: 'bib-key-duplicate', message, span: entry.keySpan } });
      }
    }
  }
  return { entries: [...first.values()], problems };
}

function count(documents: readonly NamedDocument[]): { tables: number; facts: number } {
  let tables = 0;
  let facts = 0;
  for (const { document } of documents) {
    tables += document.tables.length;
    for (const { rows } of document.tables) {
      for (const { cells } of rows) for (const { values } of cells) facts += values.length;
    }
  }
  return { tables, facts };
}
