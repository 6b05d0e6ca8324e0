import type { KeyLookup } from './bibliography/citationTags.ts';
import { type BibEntry, type CiteKey, citeKey } from './bibliography/entry.ts';
import { readWorkIdentifier, type WorkIdentifier } from './bibliography/workIdentifiers.ts';
import type { Source } from './library.ts';
import { withoutVersion } from './libraryNames.ts';

/**
 * The sources by key. A source is also found by the further keys of its entry, by a tag that stands for it and, where
 * identifiers are looked up, by its DOI or another one, and in any case where that does not matter; an identifier that the library does not know is then a work
 * without entry and document. Walking the map gives each source once, by its own key.
 */
export function createSources(own: ReadonlyMap<CiteKey, Source>, lookup: KeyLookup): ReadonlyMap<CiteKey, Source> {
  return new Sources(own, lookup);
}

/** The source with the DOI, arXiv identifier or the like that a key is (`doi:10.1234/x`, `arXiv:2301.12345v2`), if any. */
export function sourceIdentifiedBy(sources: ReadonlyMap<CiteKey, Source>, key: string): Source | undefined {
  const identifier = readWorkIdentifier(key);
  if (identifier === null) return undefined;
  const index = indexes.get(sources) ?? indexOf([...sources.values()]);
  indexes.set(sources, index);
  return index.get(nameOf(identifier));
}

/** Made when a key is first cited that may be an identifier. */
const indexes = new WeakMap<ReadonlyMap<CiteKey, Source>, ReadonlyMap<string, Source>>();

class Sources extends Map<CiteKey, Source> {
  readonly #lookup: KeyLookup;
  readonly #aliases = new Map<CiteKey, Source>();
  readonly #unknown = new Map<string, Source>();
  /** Made when a key is first cited that is no source's own. */
  #byLowerCase: Map<string, Source> | null = null;

  constructor(own: ReadonlyMap<CiteKey, Source>, lookup: KeyLookup) {
    super(own);
    this.#lookup = lookup;
    for (const source of own.values())
      for (const alias of source.entry?.aliases ?? []) if (!own.has(alias)) this.#aliases.set(alias, source);
  }

  override get(key: CiteKey): Source | undefined {
    return super.get(key) ?? this.#aliases.get(key) ?? this.#resolve(key) ?? this.#inOtherCase(key);
  }

  override has(key: CiteKey): boolean {
    return this.get(key) !== undefined;
  }

  #resolve(key: CiteKey): Source | undefined {
    const target = citeKey(this.#lookup.tags.get(key) ?? key);
    if (target !== key) {
      const tagged = super.get(target) ?? this.#aliases.get(target);
      if (tagged !== undefined) return tagged;
    }
    if (target === key && !this.#lookup.identifiers) return undefined;
    if (readWorkIdentifier(target) === null) return undefined;
    return sourceIdentifiedBy(this, target) ?? this.#placeholder(key);
  }

  #inOtherCase(key: CiteKey): Source | undefined {
    if (!this.#lookup.ignoresCase) return undefined;
    if (this.#byLowerCase === null) {
      this.#byLowerCase = new Map();
      for (const [one, source] of [...this, ...this.#aliases])
        if (!this.#byLowerCase.has(one.toLowerCase())) this.#byLowerCase.set(one.toLowerCase(), source);
    }
    return this.#byLowerCase.get(key.toLowerCase());
  }

  #placeholder(key: CiteKey): Source {
    const known = this.#unknown.get(key) ?? { key, entry: null, bibliography: null, id: null, document: null };
    this.#unknown.set(key, known);
    return known;
  }
}

function nameOf({ kind, value }: WorkIdentifier): string {
  return `${kind} ${value}`;
}

function indexOf(sources: readonly Source[]): Map<string, Source> {
  const index = new Map<string, Source>();
  for (const source of sources) for (const name of namesOf(source)) if (!index.has(name)) index.set(name, source);
  return index;
}

function namesOf({ key, entry, document }: Source): string[] {
  const doi = entry?.doi ?? document?.metadata.doi;
  const arxiv = entry?.arxiv ?? document?.metadata.arxiv;
  const written = [key, entry?.url ?? '', ...(entry === null ? [] : numbersOf(entry))].map(readWorkIdentifier);
  return [
    ...(doi ? [`doi ${doi.toLowerCase()}`] : []),
    ...(arxiv ? [`arxiv ${withoutVersion(arxiv)}`] : []),
    ...written.flatMap((identifier) => (identifier === null ? [] : [nameOf(identifier)])),
  ];
}

/** Most entries have none of these, and reading the details of thousands takes long. */
function numbersOf(entry: BibEntry): string[] {
  if (!entry.fieldNames.some((name) => NUMBERED.has(name))) return [];
  const { isbn, pmid, pmcid } = entry.details;
  return [`isbn:${isbn}`, `pmid:${pmid}`, `pmcid:${pmcid}`];
}

const NUMBERED: ReadonlySet<string> = new Set([
  'isbn',
  'pmid',
  'pmcid',
  'pmc',
  'eprinttype',
  'serial-number',
  'sn',
  'note',
]);
