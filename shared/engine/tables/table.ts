import type { Quantity } from '../text/quantity.ts';
import type { Span } from '../text/span.ts';
import type { Mark } from './grid.ts';

/** One header over a column or beside a row, cleaned of citations, marks and footnote signs. */
export interface Label {
  readonly text: string;
  /** The header that names this label's axis, where the table has one: `LLM Size` for the stub `7B`. */
  readonly axis: string | null;
  /** `up` where more is better: the arrow that stood with the header, or what the caption says of it. */
  readonly direction?: 'up' | 'down';
  /** The unit that the label gives for its numbers, as printed: `%`, `ms`. */
  readonly unit?: string;
  /** The footnote signs that stood with the name: `†`, `*`, a superscript. */
  readonly notes?: readonly string[];
  /** The citations that stood with the name, as printed: `Devlin et al., 2019`, `[12]`. */
  readonly citations?: readonly string[];
  /** What a tick says: the header of its column. A cross says nothing. */
  readonly means?: string;
}

/** What a number beside a value is to it. */
export type Role = 'deviation' | 'interval' | 'change' | 'rank' | 'count';

/** One number of a cell with the column it belongs to: `29.26/1.54` under `(Acc / Score)` holds two. */
export interface CellValue {
  readonly quantity: Quantity;
  /** Index into `Table.columns`. */
  readonly column: number;
  /** What the number is to the value before it; absent for the value itself and where nothing tells. */
  readonly role?: Role;
}

export interface TableCell {
  /** As printed, cleaned of markup. */
  readonly text: string;
  readonly values: readonly CellValue[];
  /** In the source file. */
  readonly span: Span;
  /** Deviations: the numbers behind `±`, and those in brackets that the header or caption calls so. No values. */
  readonly spreads?: readonly CellValue[];
  /** How the cell stands out. */
  readonly marks?: readonly Mark[];
  /** Footnote signs that stood with the number. */
  readonly notes?: readonly string[];
}

export interface TableRow {
  /** Group row first, then the stub cells. */
  readonly header: readonly Label[];
  readonly cells: readonly TableCell[];
  readonly span: Span;
  /** Set where rows ran together on the way here: the numbers may be those of another row. */
  readonly unsure?: true;
}

/** A column of values with all headers above it, outermost first. */
export interface Column {
  readonly header: readonly Label[];
  /** The unit of the column's numbers as its headers or the caption give it: `%`, `ms`. */
  readonly unit?: string;
}

export interface Table {
  /** `Table 3`, or null where the source gives none. */
  readonly label: string | null;
  readonly caption: string;
  readonly section: readonly string[];
  /** A table that repeats its header with other names has further columns for the rows below it. */
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly span: Span;
  /** What was not understood, in words. */
  readonly unclear: readonly string[];
  /** Rows that are notes on the table. */
  readonly notes?: readonly string[];
}
