import { type KeyLookup, noLookup } from './bibliography/citationTags.ts';
import { type BibEntry, type CiteKey, citeKey } from './bibliography/entry.ts';
import { uniqueKey } from './bibliography/workKey.ts';
import type { SourceDocument } from './documents/document.ts';
import { isDraftOf } from './libraryDrafts.ts';
import { keyFor } from './libraryKeys.ts';
import { createSources } from './librarySources.ts';
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
  /** Walked, by their own keys; asked, also by aliases, tags and identifiers (see `createSources`). */
  readonly sources: ReadonlyMap<CiteKey, Source>;
  readonly documents: ReadonlyMap<DocumentId, NamedDocument>;
  readonly problems: readonly { readonly id: DocumentId; readonly problem: Problem }[];
  readonly counts: { readonly sources: number; readonly tables: number; readonly facts: number };
}

/** What a library is made of. */
interface Parts {
  readonly documents: readonly NamedDocument[];
  readonly bibliographies: readonly NamedBibliography[];
  readonly lookup: KeyLookup;
}

/** Ties documents to entries and gives keys to documents that have none. `lookup`: by what else they are cited. */
export function createLibrary(
  documents: readonly NamedDocument[],
  bibliographies: readonly NamedBibliography[],
  lookup: KeyLookup = noLookup,
): Library {
  const parts = { documents: byId(documents), bibliographies: byId(bibliographies), lookup };
  return assemble(parts, mergeEntries(parts.bibliographies));
}

/** The library as a draft sees it that has entries and tags of its own, which go before those of the library. */
export function extendLibrary(library: Library, own: NamedBibliography, ownLookup: KeyLookup): Library {
  const known = partsOf.get(library);
  if (known === undefined) return library;
  const { entries, problems } = mergeEntries(known.bibliographies);
  const keys = new Set(own.entries.map(({ key }) => key));
  const merged = [
    ...own.entries.map((entry) => ({ entry, bibliography: own.id })),
    ...entries.filter(({ entry }) => !keys.has(entry.key)),
  ];
  const lookup = {
    tags: new Map([...known.lookup.tags, ...ownLookup.tags]),
    identifiers: known.lookup.identifiers || ownLookup.identifiers,
    ignoresCase: known.lookup.ignoresCase || ownLookup.ignoresCase,
  };
  return assemble({ ...known, lookup }, { entries: merged, problems });
}

const partsOf = new WeakMap<Library, Parts>();

function assemble(parts: Parts, { entries, problems }: ReturnType<typeof mergeEntries>): Library {
  const { documentOf, otherForms } = tieDocuments(parts.documents, entries);
  const tied = new Set(documentOf.values());
  const keys = new Set(entries.flatMap(({ entry }) => [entry.key, ...entry.aliases]));
  const documents = parts.documents.filter(
    (named) => tied.has(named) || !isDraftOf(named.document, (key) => keys.has(key)),
  );
  const sources = new Map<CiteKey, Source>();
  for (const placed of entries) {
    const { entry, bibliography } = placed;
    const own = documentOf.get(placed) ?? null;
    sources.set(entry.key, {
      key: entry.key,
      entry,
      bibliography,
      id: own?.id ?? null,
      document: own?.document ?? null,
    });
  }
  for (const named of documents) {
    if (tied.has(named) || otherForms.has(named)) continue;
    const key = citeKey(uniqueKey(keyFor(named), (candidate) => sources.has(citeKey(candidate))));
    sources.set(key, { key, entry: null, bibliography: null, id: named.id, document: named.document });
  }
  const library: Library = {
    sources: createSources(sources, parts.lookup),
    documents: new Map(documents.map((named) => [named.id, named])),
    problems: [
      ...problems,
      ...documents.flatMap(({ id, document }) => document.problems.map((problem) => ({ id, problem }))),
    ],
    counts: { sources: sources.size, ...count(documents) },
  };
  partsOf.set(library, parts);
  return library;
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
