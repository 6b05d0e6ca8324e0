import {
  type CheckedCitation,
  type CiteKey,
  keysApart,
  type Library,
  readArxiv,
  readBareArxiv,
  readDoi,
  withoutVersion,
} from '../engine/index.ts';

/**
 * The keys that may be meant by one that no source has, the best first: that of the work with this DOI or arXiv
 * identifier where the key is one, else those that are written nearly the same.
 */
export function meantKeys({ citation, problem }: CheckedCitation, library: Library): readonly CiteKey[] {
  if (problem === null) return [];
  const identified = byIdentifier(citation.key, library);
  return identified === null ? problem.near.filter((key) => isNear(citation.key, key)) : [identified];
}

/** Letters of a slip of the pen: the more, the longer the key; or a key that was not written to its end. */
function isNear(written: CiteKey, key: CiteKey): boolean {
  const a = written.toLowerCase();
  const b = key.toLowerCase();
  const shorter = Math.min(a.length, b.length);
  if (shorter >= 5 && (a.startsWith(b) || b.startsWith(a))) return true;
  return keysApart(a, b) <= Math.max(1, Math.min(3, shorter / 4));
}

function byIdentifier(key: CiteKey, library: Library): CiteKey | null {
  const doi = readDoi(key)?.toLowerCase();
  const arxiv = readBareArxiv(key) ?? readArxiv(key);
  if (doi === undefined && arxiv === null) return null;
  const { byDoi, byArxiv } = identifiersOf(library);
  return (doi && byDoi.get(doi)) || (arxiv && byArxiv.get(withoutVersion(arxiv))) || null;
}

interface Identifiers {
  readonly byDoi: ReadonlyMap<string, CiteKey>;
  readonly byArxiv: ReadonlyMap<string, CiteKey>;
}

const known = new WeakMap<Library, Identifiers>();

function identifiersOf(library: Library): Identifiers {
  const last = known.get(library);
  if (last !== undefined) return last;
  const byDoi = new Map<string, CiteKey>();
  const byArxiv = new Map<string, CiteKey>();
  for (const { key, entry, document } of library.sources.values()) {
    const doi = entry?.doi ?? document?.metadata.doi ?? null;
    const arxiv = entry?.arxiv ?? document?.metadata.arxiv ?? null;
    if (doi !== null) byDoi.set(doi.toLowerCase(), key);
    if (arxiv !== null) byArxiv.set(withoutVersion(arxiv), key);
  }
  const identifiers = { byDoi, byArxiv };
  known.set(library, identifiers);
  return identifiers;
}
