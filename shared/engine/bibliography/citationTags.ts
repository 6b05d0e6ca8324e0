/** What stands for another key: `[@tag:name]: doi:10.1234/x`. By the key as it is cited, without `@`. */
export type CitationTags = ReadonlyMap<string, string>;

/** What other keys a source goes by where a draft belongs to a project that looks works up. */
export interface KeyLookup {
  readonly tags: CitationTags;
  /** Keys such as `doi:10.1234/x` are looked up when the document is built, as Manubot and MyST do. */
  readonly identifiers: boolean;
  /** Capitals make no other key, as in BibTeX (Biber tells them apart). */
  readonly ignoresCase: boolean;
}

/** Every source goes by the keys of its entry alone, as for Pandoc. */
export const noLookup: KeyLookup = { tags: new Map(), identifiers: false, ignoresCase: false };

/** Reads Manubot's tags: lines `[@name]: doi:…` or `[tag:name]: doi:…` of a text. */
export function readCitationTags(text: string): CitationTags {
  if (!text.includes(']:')) return noTags;
  const tags = new Map<string, string>();
  for (const [, name = '', target = ''] of text.matchAll(
    /^ {0,3}\[@?([^\]\s^@][^\]\s]{0,200})\]:[ \t]{0,9}<?@?((?:doi|shortdoi|pmid|pubmed|pmc|pmcid|arxiv|isbn|wikidata|url|raw):[^\s>]{1,500})/gim,
  ))
    addTag(tags, name, target);
  return tags;
}

/** Reads Manubot's `citation-tags.tsv`: a tag and what it stands for on each line, below their names. */
export function readTagTable(text: string): CitationTags {
  const tags = new Map<string, string>();
  for (const line of text.split(/\r\n|\n|\r/).slice(1)) {
    const [name = '', target = ''] = line.split('\t').map((cell) => cell.trim().replace(/^@/, ''));
    if (name !== '' && target !== '') addTag(tags, name, target);
  }
  return tags;
}

/** A tag is cited with and without its prefix. */
function addTag(tags: Map<string, string>, name: string, target: string): void {
  const bare = name.replace(/^tag:/, '');
  for (const key of [bare, `tag:${bare}`]) if (!tags.has(key)) tags.set(key, target);
}

const noTags: CitationTags = new Map();
