import type { BibEntry, CiteKey } from '../bibliography/entry.ts';
import type { Problem } from '../problem.ts';
import type { Span } from '../text/span.ts';

export interface Locator {
  readonly label: 'table' | 'page' | 'section' | 'figure' | 'other';
  /** `3` in `[@key, Table 3]`. */
  readonly value: string;
  readonly span: Span;
}

/** How a draft is written. */
export type DraftSyntax = 'markdown' | 'myst' | 'latex' | 'typst' | 'org';

/** How one citation is written; a Markdown draft may hold LaTeX commands and MyST roles beside Pandoc's own. */
export type CitationStyle = 'pandoc' | 'myst' | 'latex' | 'typst' | 'org';

/** One key that the draft cites at one place. All spans are offsets into the draft. */
export interface Citation {
  readonly style: CitationStyle;
  readonly key: CiteKey;
  /** The key with its mark (`@key`, `<key>`), without a leading `-`; the key alone where it has no mark (`\cite{key}`). */
  readonly span: Span;
  /** The key alone, without `@` and braces. */
  readonly keySpan: Span;
  /** The bracketed group, command or role it stands in, or the key with its own bracket (`@key [p. 3]`). */
  readonly group: Span;
  readonly mode: 'parenthetical' | 'narrative' | 'year-only';
  readonly locator: Locator | null;
}

export interface DraftHeading {
  readonly kind: 'heading';
  readonly level: number;
  readonly title: string;
  readonly span: Span;
}

/** Text of a draft without its markup; `spoken` gives it as it is read. */
export interface Masked {
  readonly span: Span;
  /**
   * The slice of the draft at `span`, at the same length, in which everything that is not prose is blanked by spaces:
   * code, math, URLs, HTML, comments, citations, markup marks, escapes. Offsets into it are `span.start` smaller.
   */
  readonly masked: string;
  /** What macros print, in order: their uses are blank in `masked`. */
  readonly printed: readonly Printed[];
}

/** What a macro prints where it is used. */
export interface Printed {
  /** In the draft. */
  readonly span: Span;
  readonly text: string;
}

/** A paragraph, list item, block quote paragraph or footnote text. */
export interface DraftProse extends Masked {
  readonly kind: 'prose';
  /** Offsets into the draft. A join is safer than a split: abbreviations never end a sentence. */
  readonly sentences: readonly Span[];
  readonly citations: readonly Citation[];
  readonly place: 'paragraph' | 'item' | 'quote' | 'footnote';
}

export type DraftTableCell = Masked;

export interface DraftTable {
  readonly kind: 'table';
  readonly span: Span;
  /** What several rows say above a column is one text, which may be longer than its span. */
  readonly header: readonly DraftTableCell[];
  readonly rows: readonly (readonly DraftTableCell[])[];
  readonly citations: readonly Citation[];
  /** The caption line beside it (`Table: …` or `: …`), or an empty string. */
  readonly caption: string;
}

export type DraftBlock = DraftHeading | DraftProse | DraftTable;

/** A stretch in which the writer has silenced findings by a comment. */
export interface Suppression {
  readonly span: Span;
  /** Verdicts or problem codes it silences; empty for all. */
  readonly codes: readonly string[];
}

/** A draft as the claim checker sees it. */
export interface Draft {
  readonly syntax: DraftSyntax;
  readonly text: string;
  readonly blocks: readonly DraftBlock[];
  /** All citations in order, those of headings included. */
  readonly citations: readonly Citation[];
  /** Paths in the front matter's `bibliography`, as written, with their place. */
  readonly bibliographies: readonly { readonly path: string; readonly span: Span }[];
  /** The entries in the front matter's own `references`. */
  readonly references: readonly BibEntry[];
  /** The keys of a reference list that the draft has written out itself, as by `\bibitem`. */
  readonly ownKeys: ReadonlySet<CiteKey>;
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly Problem[];
}
