import type { Grid, GridCell } from './grid.ts';

const MOST_HEADERS = 4;

/** True where a grid begins with the header of another, so that it may go on with it. */
export function repeatsHeader(first: Grid, next: Grid): boolean {
  return (
    width(first) === width(next) && first.declaredHeaders > 0 && repeatedRows(first, next) >= first.declaredHeaders
  );
}

/** True where two grids can be one: they have as many columns. */
export function canJoin(first: Grid, next: Grid): boolean {
  return width(first) === width(next);
}

/** Two parts of a table as one; the header that the second part repeats is left out. */
export function joinGrids(first: Grid, next: Grid): Grid {
  return {
    ...first,
    rows: [...first.rows, ...next.rows.slice(repeatedRows(first, next))],
    span: { start: first.span.start, end: next.span.end },
  };
}

const width = (grid: Grid): number => grid.rows[0]?.length ?? 0;

function repeatedRows(first: Grid, next: Grid): number {
  let count = 0;
  while (count < MOST_HEADERS && isSame(first.rows[count], next.rows[count])) count++;
  return count;
}

function isSame(a: readonly GridCell[] | undefined, b: readonly GridCell[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every(({ text }, c) => text === b[c]?.text);
}
