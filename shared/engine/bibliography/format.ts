import type { Problem } from '../problem.ts';
import type { BibEntry, DetailsReader } from './entry.ts';

/** What a bibliography file holds: the entries that could be read, and what is wrong with the others. */
export interface Bibliography {
  readonly entries: readonly BibEntry[];
  readonly problems: readonly Problem[];
}

/** A file as it was read before, from which unchanged entries may be taken. */
export interface EarlierBibliography {
  readonly text: string;
  readonly entries: readonly BibEntry[];
}

/** A format of bibliography files. */
export interface BibliographyFormat {
  readonly name: 'bibtex' | 'csl-json' | 'csl-yaml' | 'ris' | 'hayagriva' | 'bbl';
  /** With the dot, in lower case. */
  readonly extensions: readonly string[];
  /** True where the first words of a file show this format. */
  recognizes(head: string): boolean;
  /** Reads a whole file without its byte order mark. Entries of one key are all given. Never throws. */
  read(text: string, earlier: EarlierBibliography | null): Bibliography;
  /** Reads the details of entries of this file out of its text; null where the entries keep them. */
  detailsReader(text: string): DetailsReader | null;
}
