import { around, type Box } from './box.ts';
import { cutAtGaps, type Line, lineOf, textOf } from './lines.ts';
import { holdsNumbers, isValue, type River } from './tableColumns.ts';
import type { Word } from './words.ts';

/** What stands together in one line of a table, and the columns it stands over: `first` to `last`, both included. */
export interface Piece extends Box {
  /** From top to bottom. */
  readonly lines: readonly Line[];
  readonly first: number;
  readonly last: number;
}

/** The pieces of one row, from left to right. */
export interface TableRow extends Box {
  readonly pieces: readonly Piece[];
  readonly baseline: number;
  readonly size: number;
}

/** Shares of the size of the words around a gap that a river runs through: from where on it parts cells of any row … */
const CELL_GAP = 0.45;
/** … and cells of a row that holds values. */
const VALUE_GAP = 0.2;
/** A gap that parts cells wherever it stands. */
const WIDE_GAP = 0.9;

export function pieceText(piece: Piece): string {
  return piece.lines.map(textOf).join(' ');
}

/** Cuts the lines of a table into the pieces that its rivers part. */
export function piecesOf(rows: readonly Line[], rivers: readonly River[]): TableRow[] {
  return rows.map((row) =>
    rowOf(
      cutAtRivers(row, rivers).map((line) => placed(line, rivers)),
      row.baseline,
      row.size,
    ),
  );
}

export function rowOf(pieces: readonly Piece[], baseline: number, size: number): TableRow {
  return { ...around(pieces), pieces, baseline, size };
}

function cutAtRivers(row: Line, rivers: readonly River[]): Line[] {
  const cells: Word[][] = [];
  const least = holdsNumbers(cutAtGaps(row, WIDE_GAP)) ? VALUE_GAP : CELL_GAP;
  for (const word of row.words) {
    const cell = cells.at(-1);
    const last = cell?.at(-1);
    if (cell && last && !isParted(last, word, least, rivers)) cell.push(word);
    else cells.push([word]);
  }
  return cells.map(lineOf);
}

function isParted(before: Word, after: Word, least: number, rivers: readonly River[]): boolean {
  const gap = (after.left - before.right) / Math.max(before.size, after.size);
  return rivers.some(({ left, right }) =>
    gap >= CELL_GAP || (gap >= least && (isValue(before.text) || isValue(after.text)))
      ? before.right < right && after.left > left
      : before.right <= left + 0.5 && after.left >= right - 0.5,
  );
}

/** A piece stands over the columns whose rivers it crosses, else in the column that holds its middle. */
function placed(line: Line, rivers: readonly River[]): Piece {
  const lines = [line];
  const middle = (line.left + line.right) / 2;
  const crossed = rivers.flatMap((river, i) => (line.left < river.left && line.right > river.right ? [i] : []));
  const [first, last] = [crossed[0], crossed.at(-1)];
  if (first !== undefined && last !== undefined) return { ...around(lines), lines, first, last: last + 1 };
  const column = rivers.filter((river) => (river.left + river.right) / 2 < middle).length;
  return { ...around(lines), lines, first: column, last: column };
}
