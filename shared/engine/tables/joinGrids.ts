import type { Grid, GridCell } from './grid.ts';
import { isMissing } from './label.ts';
import { countKinds, isNumeric, isNumericColumn, readCells } from './readCells.ts';

const MOST_HEADERS = 4;

/** True where a grid begins with the header of another, below the name of a group or at once, so that it may go on with it. */
export function repeatsHeader(first: Grid, next: Grid): boolean {
  const header = first.declaredHeaders - groupNames(first);
  return width(first) === width(next) && header > 0 && repeatedRows(first, next) >= header;
}

/**
 * True where a grid has no header of its own, whatever its markup declares: below the names of groups it begins with
 * numbers where the other has numbers, and with words where the other has words.
 */
export function lacksHeader(first: Grid, next: Grid): boolean {
  const [numeric, own] = [first, next].map((grid) => countKinds(readCells(grid.rows, 'point')).map(isNumericColumn));
  const row = readCells(next.rows.slice(groupNames(next)), 'point')[0];
  const isStubbed = numeric?.[0] === false && row?.[0]?.text !== first.rows[groupNames(first)]?.[0]?.text;
  return (
    isStubbed &&
    row?.some(isNumeric) === true &&
    row.every((cell, c) => numeric?.[c] === own?.[c] && (isNumeric(cell) === numeric?.[c] || isMissing(cell.text)))
  );
}

/** True where two grids can be one: they have as many columns. */
export function canJoin(first: Grid, next: Grid): boolean {
  return width(first) === width(next);
}

/** Two parts of a table as one; the header that the second part repeats is left out. */
export function joinGrids(first: Grid, next: Grid): Grid {
  const names = groupNames(next);
  const body = [...next.rows.slice(0, names), ...next.rows.slice(names + repeatedRows(first, next))];
  return { ...first, rows: [...first.rows, ...body], span: { start: first.span.start, end: next.span.end } };
}

const width = (grid: Grid): number => grid.rows[0]?.length ?? 0;

/** How many header rows of the first grid the next has too, names of groups above them aside. */
function repeatedRows(first: Grid, next: Grid): number {
  const [skipped, names] = [groupNames(first), groupNames(next)];
  let count = 0;
  while (count < MOST_HEADERS && isSame(first.rows[skipped + count], next.rows[names + count])) count++;
  return count;
}

/** How many rows at the top hold one text each, in the first cell or over the width. */
function groupNames({ rows }: Grid): number {
  const first = rows.findIndex((row) => row.some(({ text }) => text !== '' && text !== row[0]?.text));
  return Math.max(0, first);
}

function isSame(a: readonly GridCell[] | undefined, b: readonly GridCell[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.length === b.length && a.every(({ text }, c) => text === b[c]?.text);
}
