import type { Quantity } from '../text/quantity.ts';
import type { Span } from '../text/span.ts';

/** One header over a column or beside a row, cleaned of citations, marks and footnote signs. */
export interface Label {
  readonly text: string;
  /** The header that names this label's axis, where the table has one: `LLM Size` for the stub `7B`. */
  readonly axis: string | null;
  /** The arrow that stood with the header: `up` where more is better. */
  readonly direction?: 'up' | 'down';
}

/** One number of a cell with the column it belongs to: `29.26/1.54` under `(Acc / Score)` holds two. */
export interface CellValue {
  readonly quantity: Quantity;
  /** Index into `Table.columns`. */
  readonly column: number;
}

export interface TableCell {
  /** As printed, cleaned of markup. */
  readonly text: string;
  readonly values: readonly CellValue[];
  /** In the source file. */
  readonly span: Span;
}

export interface TableRow {
  /** Group row first, then the stub cells. */
  readonly header: readonly Label[];
  readonly cells: readonly TableCell[];
  readonly span: Span;
}

/** A column of values with all headers above it, outermost first. */
export interface Column {
  readonly header: readonly Label[];
}

export interface Table {
  /** `Table 3`, or null where the source gives none. */
  readonly label: string | null;
  readonly caption: string;
  readonly section: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  readonly span: Span;
  /** What was not understood, in words. */
  readonly unclear: readonly string[];
}
