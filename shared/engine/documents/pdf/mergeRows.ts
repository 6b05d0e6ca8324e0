import { around } from './box.ts';
import type { PageRule } from './page.ts';
import { isValue } from './tableColumns.ts';
import { type Piece, pieceText, rowOf, type TableRow } from './tableRows.ts';

/** Lines nearer than this share of their size are parts of one row: rows of a table stand further apart. */
const WITHIN_ROW = 0.95;
/** Lines of a cell that goes on are not further apart than this share of their size. */
const NEXT_LINE = 1.35;

/**
 * Brings printed lines together to rows. A line that stands between two others, in columns that those leave free, is
 * centred beside them: the labels of a line of values join it, labels centred beside lines of values stand at each.
 */
export function mergeRows(rows: readonly TableRow[], rules: readonly PageRule[]): TableRow[] {
  return continueCells(settleBetween(rows, rules), rules);
}

function settleBetween(rows: readonly TableRow[], rules: readonly PageRule[]): TableRow[] {
  const left = [...rows];
  for (let i = 0; i < left.length; i++) {
    const row = left[i] as TableRow;
    const above = left[i - 1];
    const below = left[i + 1];
    const close = (other: TableRow | undefined): other is TableRow =>
      other !== undefined &&
      Math.abs(other.baseline - row.baseline) < WITHIN_ROW * Math.min(row.size, other.size) &&
      !isRuled(rules, row, other) &&
      !sharesColumn(row, other);
    if (close(above) && close(below)) {
      if (sharesColumn(above, below) && !isLabelColumnOnly(above, below))
        left.splice(i - 1, 3, addPieces(above, row.pieces), addPieces(below, row.pieces));
      else left.splice(i - 1, 3, joinRows([above, row, below]));
      i--;
    } else if (close(above) && !close(below)) {
      left.splice(i - 1, 2, joinRows([above, row]));
      i--;
    }
  }
  return left;
}

/** A line of words below a row, with nothing in the columns of values, goes on with the cells above it. */
function continueCells(rows: readonly TableRow[], rules: readonly PageRule[]): TableRow[] {
  const pitch = usualPitch(rows);
  const merged: TableRow[] = [];
  for (const row of rows) {
    const above = merged.at(-1);
    const goesOn =
      above !== undefined &&
      row.baseline - lastBaseline(above) < Math.min(NEXT_LINE * row.size, pitch * 0.93) &&
      !isRuled(rules, row, above) &&
      row.pieces.every((piece) => !isValue(pieceText(piece)) && above.pieces.some((one) => isSameColumn(one, piece)));
    if (goesOn) merged[merged.length - 1] = joinRows([above, row]);
    else merged.push(row);
  }
  return merged;
}

/** The distance from one row of values to the next that is found most often, in points. */
function usualPitch(rows: readonly TableRow[]): number {
  const lines = rows.filter((row) => row.pieces.some((piece) => isValue(pieceText(piece))));
  const steps = lines.slice(1).map((row, i) => row.baseline - (lines[i] as TableRow).baseline);
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
}

const lastBaseline = (row: TableRow): number =>
  row.pieces.reduce((most, piece) => Math.max(most, piece.lines.at(-1)?.baseline ?? 0), row.baseline);

function joinRows(rows: readonly TableRow[]): TableRow {
  const pieces: Piece[] = [];
  for (const piece of rows.flatMap((row) => row.pieces)) {
    const at = pieces.findIndex((one) => isSameColumn(one, piece));
    const known = pieces[at];
    if (known) pieces[at] = joinPieces(known, piece);
    else pieces.push(piece);
  }
  const valued = rows.find((row) => row.pieces.some((piece) => isValue(pieceText(piece)))) ?? (rows[0] as TableRow);
  return rowOf(inOrder(pieces), valued.baseline, valued.size);
}

function joinPieces(a: Piece, b: Piece): Piece {
  return {
    ...around([a, b]),
    lines: [...a.lines, ...b.lines],
    first: Math.min(a.first, b.first),
    last: Math.max(a.last, b.last),
  };
}

const addPieces = (row: TableRow, pieces: readonly Piece[]): TableRow =>
  rowOf(inOrder([...row.pieces, ...pieces]), row.baseline, row.size);

const inOrder = (pieces: readonly Piece[]): Piece[] => [...pieces].sort((a, b) => a.first - b.first);

const isSameColumn = (a: Piece, b: Piece): boolean => a.first <= b.last && b.first <= a.last;

const sharesColumn = (a: TableRow, b: TableRow): boolean =>
  a.pieces.some((one) => b.pieces.some((other) => isSameColumn(one, other)));

/** True where two lines only share labels, as the two lines of a long label beside one line of values do. */
const isLabelColumnOnly = (a: TableRow, b: TableRow): boolean =>
  [...a.pieces, ...b.pieces].every((piece) => piece.last === 0 && !isValue(pieceText(piece)));

/** True where a rule runs between two rows above or below what stands in the first. */
export function isRuled(rules: readonly PageRule[], row: TableRow, other: TableRow): boolean {
  const [above, below] = row.baseline < other.baseline ? [row, other] : [other, row];
  return rules.some(
    (rule) =>
      rule.at > above.baseline - 1 &&
      rule.at < below.baseline &&
      row.pieces.some(
        (piece) => rule.from < (piece.left + piece.right) / 2 && (piece.left + piece.right) / 2 < rule.to,
      ),
  );
}
