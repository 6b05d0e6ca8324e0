import type { Span } from '../text/span.ts';

/** A citation key, such as `smith2020deep`. */
export type CiteKey = string & { readonly brand: 'CiteKey' };

export function citeKey(text: string): CiteKey {
  return text as CiteKey;
}

export interface Person {
  readonly family: string;
  readonly given: string;
}

/** Stands at the end of a list of authors that names only the first of them. */
export const others: Person = { family: 'et al.', given: '' };

export const isOthers = ({ family }: Person): boolean => family === others.family;

/** What is kept of every entry, as plain text. */
export interface EntryFields {
  readonly key: CiteKey;
  /** Further keys of the same work (BibLaTeX's `ids`). */
  readonly aliases: readonly CiteKey[];
  /** BibLaTeX's name for it (`article`, `inproceedings`, …) in lower case, whatever the format of the file. */
  readonly type: string;
  readonly title: string;
  readonly authors: readonly Person[];
  /** The first year where a span is given; as written, or an empty string. */
  readonly year: string;
  /** Journal, proceedings, publisher or institution. */
  readonly venue: string;
  readonly doi: string | null;
  readonly arxiv: string | null;
  readonly url: string | null;
  /** The documents that the entry names in `file`, as written, one by one. */
  readonly files: readonly string[];
  /** The names of its fields that are not empty, in the file's own words and in lower case, inherited ones included. */
  readonly fieldNames: readonly string[];
  /** The whole entry in its bibliography file. */
  readonly span: Span;
  /** The key in its bibliography file; where the format has none, the first line of the entry. */
  readonly keySpan: Span;
}

/** What a rendered reference shows beside that; empty where the entry does not say it. */
export interface EntryDetails {
  /** The journal or book that the work stands in. */
  readonly container: string;
  readonly volume: string;
  /** Of a journal; for a report its number. */
  readonly issue: string;
  readonly pages: string;
  /** Or institution, or school. */
  readonly publisher: string;
  readonly place: string;
  readonly edition: string;
  readonly series: string;
  /** Empty where they stand in for authors. */
  readonly editors: readonly Person[];
  /** As far as it is known: `2020`, `2020-05`, `2020-05-06`, or a span `2020/2021`. */
  readonly date: string;
  readonly isbn: string;
  readonly pmid: string;
  readonly pmcid: string;
  readonly note: string;
  readonly abstract: string | null;
}

/** One work of a bibliography file. */
export interface BibEntry extends EntryFields {
  /** Read when it is first asked for. */
  readonly details: EntryDetails;
  readonly abstract: string | null;
}

/** Reads the details of an entry out of its file. */
export type DetailsReader = (span: Span) => EntryDetails;

/** An entry; its details are given, or read out of the file each time they are asked for. */
export function createEntry(fields: EntryFields, details: EntryDetails | DetailsReader): BibEntry {
  return new Entry(fields, details);
}

/** The details of an entry that are kept with it; null where its file tells them. */
export function keptDetails(entry: BibEntry): EntryDetails | null {
  return entry instanceof Entry ? entry.kept() : entry.details;
}

/** A class, as thousands of entries share the getters; there is one shape for all formats. */
class Entry implements BibEntry {
  readonly key: CiteKey;
  readonly aliases: readonly CiteKey[];
  readonly type: string;
  readonly title: string;
  readonly authors: readonly Person[];
  readonly year: string;
  readonly venue: string;
  readonly doi: string | null;
  readonly arxiv: string | null;
  readonly url: string | null;
  readonly files: readonly string[];
  readonly fieldNames: readonly string[];
  readonly span: Span;
  readonly keySpan: Span;
  readonly #details: EntryDetails | DetailsReader;

  constructor(fields: EntryFields, details: EntryDetails | DetailsReader) {
    this.key = fields.key;
    this.aliases = fields.aliases;
    this.type = fields.type;
    this.title = fields.title;
    this.authors = fields.authors;
    this.year = fields.year;
    this.venue = fields.venue;
    this.doi = fields.doi;
    this.arxiv = fields.arxiv;
    this.url = fields.url;
    this.files = fields.files;
    this.fieldNames = fields.fieldNames;
    this.span = fields.span;
    this.keySpan = fields.keySpan;
    this.#details = details;
  }

  get details(): EntryDetails {
    return typeof this.#details === 'function' ? this.#details(this.span) : this.#details;
  }

  get abstract(): string | null {
    return this.details.abstract;
  }

  kept(): EntryDetails | null {
    return typeof this.#details === 'function' ? null : this.#details;
  }
}

export const noDetails: EntryDetails = {
  container: '',
  volume: '',
  issue: '',
  pages: '',
  publisher: '',
  place: '',
  edition: '',
  series: '',
  editors: [],
  date: '',
  isbn: '',
  pmid: '',
  pmcid: '',
  note: '',
  abstract: null,
};
