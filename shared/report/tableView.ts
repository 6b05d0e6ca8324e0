import type { Span, Table } from '../engine/index.ts';
import { type LaidCell, layCells } from './layCells.ts';

/** A table as one looks at it: everything under its header, and where each cell stands, in the caller's terms. */
export interface TableView<Place> {
  readonly label: string | null;
  readonly caption: string;
  /** Titles of the sections around it, outermost first. */
  readonly section: readonly string[];
  /** What the columns that name the rows are called; an empty text where they have no name. */
  readonly stubs: readonly string[];
  readonly columns: readonly ColumnView[];
  readonly rows: readonly RowView<Place>[];
  /** How many rows follow that are not in `rows`. */
  readonly rowsLeftOut: number;
  readonly notes: readonly string[];
  /** What was not understood, in words. */
  readonly unclear: readonly string[];
  readonly place: Place;
}

export interface ColumnView {
  /** Outermost first. */
  readonly header: readonly string[];
  readonly unit: string | null;
  /** Whether more or less is better, where the source says so. */
  readonly direction: 'up' | 'down' | null;
}

export interface RowView<Place> {
  /** Outermost first; never more than the table has `stubs`. */
  readonly header: readonly string[];
  readonly cells: readonly CellView<Place>[];
  /** Its numbers may be those of another row. */
  readonly unsure: boolean;
}

export interface CellView<Place> {
  /** The first column that it stands under, and how many. */
  readonly column: number;
  readonly width: number;
  readonly text: string;
  readonly marks: readonly ('bold' | 'underline')[];
  /** Footnote signs. */
  readonly notes: readonly string[];
  readonly place: Place;
}

export function viewTable<Place>(table: Table, placeOf: (span: Span) => Place): TableView<Place> {
  const laid = layCells(table);
  return {
    label: table.label,
    caption: table.caption,
    section: table.section,
    stubs: stubNames(table),
    columns: table.columns.map(({ header, unit }) => ({
      header: header.map(({ text }) => text),
      unit: unit ?? null,
      direction: header.findLast(({ direction }) => direction !== undefined)?.direction ?? null,
    })),
    rows: table.rows.map(({ header, unsure = false }, r) => ({
      header: header.map(({ text }) => text),
      cells: (laid[r] ?? []).map((one) => viewCell(one, placeOf)),
      unsure,
    })),
    rowsLeftOut: 0,
    notes: table.notes ?? [],
    unclear: table.unclear,
    place: placeOf(table.span),
  };
}

/** The same table with its first rows only: of a data file a page shows no more than one can look at. */
export function firstRows<View extends TableView<unknown>>(view: View, most: number): View {
  const rowsLeftOut = view.rowsLeftOut + Math.max(0, view.rows.length - most);
  return { ...view, rows: view.rows.slice(0, most), rowsLeftOut };
}

function viewCell<Place>({ cell, text, column, width }: LaidCell, placeOf: (span: Span) => Place): CellView<Place> {
  const notes = (cell.notes ?? []).filter((note) => !text.includes(note));
  return { column, width, text, marks: cell.marks ?? [], notes, place: placeOf(cell.span) };
}

/** The axis of the labels at each depth, where all that have one agree. */
function stubNames({ rows }: Table): string[] {
  const depth = Math.max(1, ...rows.map(({ header }) => header.length));
  return Array.from({ length: depth }, (_, level) => {
    const axes = new Set(rows.map(({ header }) => header[level]?.axis).filter((axis) => axis != null));
    const [only = ''] = axes;
    return axes.size === 1 ? only : '';
  });
}
