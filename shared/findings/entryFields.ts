import { type BibEntry, type DocumentId, readEntryFields, type Source } from '../engine/index.ts';

/**
 * The fields of a source's entry as its bibliography file writes them, by lower-case name; null where there is no
 * entry, or where the file cannot tell.
 */
export type FieldsOf = (source: Source) => ReadonlyMap<string, string> | null;

/** Reads the fields of entries when they are asked for: a bibliography has thousands, and a draft cites few of them. */
export function createFieldReader(textOf: (bibliography: DocumentId) => string | null): FieldsOf {
  const read = new WeakMap<BibEntry, ReadonlyMap<string, string> | null>();
  return ({ entry, bibliography }) => {
    if (entry === null || bibliography === null) return null;
    const known = read.get(entry);
    if (known !== undefined) return known;
    const fields = fieldsIn(entry, bibliography, textOf(bibliography));
    read.set(entry, fields);
    return fields;
  };
}

function fieldsIn(entry: BibEntry, bibliography: string, text: string | null): ReadonlyMap<string, string> | null {
  // The file may have been read anew while the library in hand is still the one before.
  if (text?.slice(entry.keySpan.start, entry.keySpan.end) !== entry.key) return null;
  return readEntryFields(bibliography, text.slice(entry.span.start, entry.span.end));
}
