import {
  type BibEntry,
  type CiteKey,
  canonicalTitle,
  type Library,
  type Source,
  withoutVersion,
} from '../engine/index.ts';

/** Two entries that are one work. */
export interface SameWork {
  readonly keys: readonly [CiteKey, CiteKey];
  /** `version`: a preprint and what was published of it. */
  readonly as: 'work' | 'version';
  /** What they have in common: `the DOI 10.1/x`. */
  readonly common: string;
}

/** For each key the entries of other keys that are the same work; found once for a library. */
export function sameWorks(library: Library): ReadonlyMap<CiteKey, readonly SameWork[]> {
  const known = found.get(library);
  if (known !== undefined) return known;
  const works = findSameWorks(library);
  found.set(library, works);
  return works;
}

const found = new WeakMap<Library, ReadonlyMap<CiteKey, readonly SameWork[]>>();

function findSameWorks(library: Library): ReadonlyMap<CiteKey, readonly SameWork[]> {
  const byName = new Map<string, Entry[]>();
  for (const source of library.sources.values()) {
    if (source.entry === null) continue;
    const entry = described(source, source.entry);
    for (const name of entry.names) {
      const list = byName.get(name);
      if (list === undefined) byName.set(name, [entry]);
      else if (list.length < mostOfOneName) list.push(entry);
    }
  }
  const works = new Map<CiteKey, SameWork[]>();
  const seen = new Set<string>();
  for (const [name, entries] of byName) {
    for (const [index, one] of entries.entries()) {
      for (const other of entries.slice(index + 1)) {
        const pair = `${one.key}\n${other.key}`;
        const as = seen.has(pair) ? null : relation(name, one, other);
        if (as === null) continue;
        seen.add(pair);
        const same: SameWork = { keys: [one.key, other.key], as, common: commonOf(name) };
        for (const key of same.keys) works.set(key, [...(works.get(key) ?? []), same]);
      }
    }
  }
  return works;
}

/** More entries of one name are a series. */
const mostOfOneName = 20;

interface Entry {
  readonly key: CiteKey;
  readonly entry: BibEntry;
  /** Of the published work: that of a preprint server is none. */
  readonly doi: string | null;
  readonly title: string;
  /** What another entry of the same work has, too: its DOI, its arXiv identifier, its title with its first author. */
  readonly names: readonly string[];
  readonly isPreprint: boolean;
}

/** The prefixes of arXiv, bioRxiv and medRxiv, SSRN, Research Square, Preprints.org, ChemRxiv, OSF. */
const preprintDoi = /^10\.(?:48550|1101\/(?:\d{4}\.|\d{6})|2139|21203|20944|26434|31219|31234|31235)/;
const preprintVenue = /arxiv|\bcorr\b|biorxiv|medrxiv|chemrxiv|psyarxiv|preprint|ssrn|research square/i;
/** A shorter title may be that of several works: `Introduction`, `Attention in vision`. */
const leastWords = 4;

function described(source: Source, entry: BibEntry): Entry {
  const title = canonicalTitle(entry.title);
  const doi = entry.doi === null ? null : entry.doi.toLowerCase();
  const isServer = doi !== null && preprintDoi.test(doi);
  const family = canonicalTitle(entry.authors[0]?.family ?? '');
  const hasTitle = title.split(' ').length >= leastWords && family !== '';
  return {
    key: source.key,
    entry,
    title,
    doi: isServer ? null : doi,
    isPreprint:
      isServer || (doi === null && (preprintVenue.test(entry.venue) || (entry.venue === '' && entry.arxiv !== null))),
    names: [
      ...(doi === null ? [] : [`doi ${doi}`]),
      ...(entry.arxiv === null ? [] : [`arxiv ${withoutVersion(entry.arxiv)}`]),
      ...(hasTitle ? [`title ${title} ${family}`] : []),
    ],
  };
}

function relation(name: string, one: Entry, other: Entry): SameWork['as'] | null {
  const isByTitle = name.startsWith('title ');
  // Chapters are cited with the DOI of their book, and mistyped identifiers belong to anything.
  if (!isByTitle && !areAlike(one.title, other.title)) return null;
  const yearsApart = Math.abs(Number(one.entry.year) - Number(other.entry.year));
  if (one.isPreprint !== other.isPreprint) return isByTitle && !(yearsApart <= 3) ? null : 'version';
  if (!isByTitle) return 'work';
  const doisDiffer = one.doi !== null && other.doi !== null && one.doi !== other.doi;
  return yearsApart === 0 && !doisDiffer && one.entry.type === other.entry.type ? 'work' : null;
}

/** True where one title has most words of the other; an entry without a title could be any. */
function areAlike(a: string, b: string): boolean {
  if (a === '' || b === '') return true;
  const words = new Set(a.split(' '));
  const others = b.split(' ');
  const shared = others.filter((word) => words.has(word)).length;
  return 2 * shared >= Math.min(words.size, others.length) && shared > 0;
}

function commonOf(name: string): string {
  if (name.startsWith('doi ')) return `the DOI ${name.slice('doi '.length)}`;
  if (name.startsWith('arxiv ')) return `the arXiv identifier ${name.slice('arxiv '.length)}`;
  return 'title and first author';
}
