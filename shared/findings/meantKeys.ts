import { type CheckedCitation, type CiteKey, keysApart, type Library, sourceIdentifiedBy } from '../engine/index.ts';

/**
 * The keys that may be meant by one that no source has, the best first: that of the work with this DOI or arXiv
 * identifier where the key is one, else those that are written nearly the same.
 */
export function meantKeys({ citation, problem }: CheckedCitation, library: Library): readonly CiteKey[] {
  if (problem === null) return [];
  const identified = sourceIdentifiedBy(library.sources, citation.key);
  return identified === undefined ? problem.near.filter((key) => isNear(citation.key, key)) : [identified.key];
}

/** Letters of a slip of the pen: the more, the longer the key; or a key that was not written to its end. */
function isNear(written: CiteKey, key: CiteKey): boolean {
  const a = written.toLowerCase();
  const b = key.toLowerCase();
  const shorter = Math.min(a.length, b.length);
  if (shorter >= 5 && (a.startsWith(b) || b.startsWith(a))) return true;
  return keysApart(a, b) <= Math.max(1, Math.min(3, shorter / 4));
}
