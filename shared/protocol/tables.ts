/** The requests for the tables of a source as they were read, with the page that shows them. */
import type { WirePosition, WireRange } from './messages.ts';
import type { PdfPlace } from './pdfPage.ts';

/**
 * The sources that have a document, those with most tables first. The library is that of `uri`: a draft, a source, or
 * any other file; without it that of the workspace.
 */
export const sources = {
  method: 'grounded/sources',
} as const;
export interface SourcesParams {
  readonly uri?: string;
  /** In `uri`: what stands there says which source is meant. */
  readonly position?: WirePosition;
}
export interface SourcesResult {
  readonly sources: readonly WireSource[];
  /** The key of the source that is meant: the one at the position, or `uri` itself; null where there is none. */
  readonly current: string | null;
}
export interface WireSource {
  readonly key: string;
  readonly title: string;
  /** The name of its file. */
  readonly file: string;
  readonly tables: number;
  /** How many of them were not understood in full. */
  readonly unclear: number;
}

/** The tables of one source; null where the library of `uri` (see `sources`) has no document of it. */
export const sourceTables = {
  method: 'grounded/tables',
} as const;
export interface SourceTablesParams {
  /** A key, or the URI of a document. */
  readonly source: string;
  readonly uri?: string;
}
export type SourceTablesResult = WireSourceTables | null;

export interface WireSourceTables {
  readonly key: string;
  readonly title: string;
  readonly file: string;
  readonly tables: readonly WireTable[];
  /** What could not be read of the source, in words. */
  readonly problems: readonly string[];
  /** All this as an HTML page for a web view, which posts `TablesPageMessage`s. */
  readonly page: string;
}

export interface WireTable {
  /** `Table 3`, or null where the source gives none. */
  readonly label: string | null;
  readonly caption: string;
  readonly section: readonly string[];
  /** What the columns that name the rows are called; an empty text where they have no name. */
  readonly stubs: readonly string[];
  readonly columns: readonly WireColumn[];
  readonly rows: readonly WireRow[];
  /** How many rows follow that are not in `rows`, as of a large data file; `text` has them. */
  readonly rowsLeftOut: number;
  readonly notes: readonly string[];
  /** What was not understood, in words. */
  readonly unclear: readonly string[];
  readonly place: WireSourcePlace;
  /** The table as text to copy. */
  readonly text: { readonly [Format in TableFormat]: string };
}

export type TableFormat = 'tsv' | 'markdown';

export interface WireColumn {
  /** Outermost first. */
  readonly header: readonly string[];
  readonly unit: string | null;
  readonly direction: 'up' | 'down' | null;
}

export interface WireRow {
  readonly header: readonly string[];
  readonly cells: readonly WireCell[];
  /** Its numbers may be those of another row. */
  readonly unsure: boolean;
}

export interface WireCell {
  /** The first column that it stands under, and how many. */
  readonly column: number;
  readonly width: number;
  readonly text: string;
  readonly marks: readonly ('bold' | 'underline')[];
  readonly notes: readonly string[];
  readonly place: WireSourcePlace;
}

/** Where something stands in a source; `at` tells how closely that can be said. */
export interface WireSourcePlace {
  readonly uri: string;
  /** For people: `paper.md:12:5`, `paper.pdf, page 6`. */
  readonly name: string;
  readonly at:
    | { readonly kind: 'range'; readonly range: WireRange }
    | ({ readonly kind: 'page' } & PdfPlace)
    | { readonly kind: 'file' };
}

/** What the page asks of the editor that shows it; the numbers are indexes into the result. */
export type TablesPageMessage =
  | { readonly kind: 'showTable'; readonly table: number }
  | { readonly kind: 'showCell'; readonly table: number; readonly row: number; readonly cell: number }
  | { readonly kind: 'copy'; readonly table: number; readonly format: TableFormat };
