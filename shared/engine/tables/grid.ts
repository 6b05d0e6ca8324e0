import type { Span } from '../text/span.ts';

/** How a cell is set off from the others. */
export type Mark = 'bold' | 'underline';

/** One cell as a reader found it, before anyone asks what it means. */
export interface GridCell {
  /** Plain text, markup removed, lines joined by a space. */
  readonly text: string;
  /** The lines of a cell that has several, as a header stacked in a nested table has; may be empty for one line. */
  readonly lines: readonly string[];
  /** In the source file. */
  readonly span: Span;
  /** The markup says that it is a header. */
  readonly header: boolean;
  readonly marks?: readonly Mark[];
  /** Superscripts and footnote signs that the markup sets apart; they are not in `text`. */
  readonly notes?: readonly string[];
}

/** Cells in rows and columns; a cell that spans several places stands at each of them, as the same object. */
export interface Grid {
  readonly rows: readonly (readonly GridCell[])[];
  /** How many rows the markup declares to be headers. */
  readonly declaredHeaders: number;
  /** True where a row's blanks are pushed to its end: the header's column spans were lost on the way. */
  readonly packed: boolean;
  readonly span: Span;
}

/** A cell with its spans, as HTML and Word give them. */
export interface PlacedCell {
  readonly cell: GridCell;
  readonly columns: number;
  readonly rows: number;
}

const MOST_COLUMNS = 200;

/** Expands column and row spans; places that no cell covers get an empty cell. */
export function expandSpans(rows: readonly (readonly PlacedCell[])[]): GridCell[][] {
  const grid: GridCell[][] = rows.map(() => []);
  rows.forEach((row, r) => {
    let c = 0;
    for (const { cell, columns, rows: lines } of row) {
      while (grid[r]?.[c]) c++;
      const width = Math.min(Math.max(1, columns), MOST_COLUMNS - c);
      const height = Math.min(Math.max(1, lines), rows.length - r);
      for (let dr = 0; dr < height; dr++)
        for (let dc = 0; dc < width; dc++) {
          const line = grid[r + dr];
          if (line && !line[c + dc]) line[c + dc] = cell;
        }
      c += width;
    }
  });
  return rectangular(grid);
}

/** Fills rows up to the widest with empty cells at their end. */
export function rectangular(rows: readonly (readonly (GridCell | undefined)[])[]): GridCell[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => {
    if (row.length === width && !row.includes(undefined)) return row as GridCell[];
    const end = row.reduce((last, cell) => cell?.span.end ?? last, 0);
    return Array.from({ length: width }, (_, c) => row[c] ?? emptyCell(end));
  });
}

export function emptyCell(at: number): GridCell {
  return { text: '', lines: ONE_LINE, span: { start: at, end: at }, header: false };
}

/** The lines of a cell whose text is all of them. */
export const ONE_LINE: readonly string[] = [];
