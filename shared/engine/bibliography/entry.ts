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

/** One work of a bibliography file, TeX decoded to plain text. */
export interface BibEntry {
  readonly key: CiteKey;
  /** `article`, `inproceedings`, … in lower case. */
  readonly type: string;
  readonly title: string;
  readonly authors: readonly Person[];
  /** As written, or an empty string. */
  readonly year: string;
  /** Journal, proceedings, publisher or institution. */
  readonly venue: string;
  readonly doi: string | null;
  readonly arxiv: string | null;
  readonly url: string | null;
  readonly abstract: string | null;
  /** The documents that the entry names in `file`, as written, one by one. */
  readonly files: readonly string[];
  /** The whole entry in its bibliography file. */
  readonly span: Span;
  /** The key in its bibliography file. */
  readonly keySpan: Span;
}
