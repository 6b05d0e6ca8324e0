import { type CiteKey, citeKey } from './bibliography/entry.ts';
import { readPandocKey } from './claims/syntax/pandocKey.ts';
import type { SourceDocument } from './documents/document.ts';

/**
 * True where a document cites mostly by keys that the library's entries have: it is a draft or a note that stands beside
 * the sources, and what it says vouches for nothing. A paper that a converter left with keys has those of its own
 * bibliography.
 */
export function isDraftOf(document: SourceDocument, hasEntry: (key: CiteKey) => boolean): boolean {
  const keys = citedKeys(document);
  return keys.filter(hasEntry).length * 2 > keys.length;
}

const cited = new WeakMap<SourceDocument, readonly CiteKey[]>();

function citedKeys(document: SourceDocument): readonly CiteKey[] {
  const known = cited.get(document);
  if (known) return known;
  const keys = document.passages.flatMap(({ text }) =>
    [...text.matchAll(/@/g)].flatMap(({ index }) => {
      const key = readPandocKey(text, index);
      return key === null ? [] : [citeKey(key.text)];
    }),
  );
  const distinct = [...new Set(keys)];
  cited.set(document, distinct);
  return distinct;
}
