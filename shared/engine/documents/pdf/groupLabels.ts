import { around, type Box } from './box.ts';
import type { PageRule } from './page.ts';
import { isValue } from './tableColumns.ts';
import { type Piece, pieceText, rowOf, type TableRow } from './tableRows.ts';

/** Shares of a line's size: lines of one label are not further apart, and a centred label is not further off the middle. */
const NEXT_LINE = 1.5;
const OFF_MIDDLE = 0.75;

/**
 * Puts a label that is centred beside a group of rows, in one line or several, beside each of them. `rows` are the
 * printed lines below the headers; the first `labelColumns` columns may hold labels.
 */
export function placeGroupLabels(
  rows: readonly TableRow[],
  columns: readonly Box[],
  rules: readonly PageRule[],
  labelColumns: number,
): TableRow[] {
  let placed = [...rows];
  let onlyGroups = true;
  for (let column = 0; column < labelColumns; column++) {
    const groups = groupsOf(placed, columns[column] as Box, rules, column, labelColumns);
    const labelled = groups.filter((group) => group.label !== null).length;
    const isGroups: boolean = labelled > 0 && (onlyGroups || (groups.length > 1 && labelled === groups.length));
    if (isGroups || onlyGroups)
      placed = groups.flatMap(({ lines, label }) =>
        isGroups && label ? beside(lines, label) : onlyGroups ? shareOut(lines, column) : lines,
      );
    onlyGroups &&= isGroups || placed.some((row) => !pieceAt(row, column));
  }
  return placed;
}

interface Group {
  readonly lines: readonly TableRow[];
  readonly label: Piece | null;
}

/** The lines between the rules through a column, cut further at any rule where only that gives each part its label. */
function groupsOf(
  rows: readonly TableRow[],
  box: Box,
  rules: readonly PageRule[],
  column: number,
  labelColumns: number,
): Group[] {
  const middle = (box.left + box.right) / 2;
  const read = (lines: readonly TableRow[]): Group => ({ lines, label: centredLabel(lines, column, labelColumns) });
  const isSettled = ({ lines, label }: Group): boolean => label !== null || lines.every((row) => pieceAt(row, column));
  const through = rules.filter((rule) => rule.from <= middle && middle <= rule.to);
  return linesBetween(rows, through).flatMap((lines) => {
    const whole = read(lines);
    const parts = whole.label ? [] : linesBetween(lines, rules).map(read);
    return parts.length > 1 && parts.some(({ label }) => label) && parts.every(isSettled) ? parts : [whole];
  });
}

const pieceAt = (row: TableRow | undefined, column: number): Piece | undefined =>
  row?.pieces.find((piece) => piece.first <= column && column <= piece.last);

/** The lines in runs that no rule parts. */
function linesBetween(rows: readonly TableRow[], rules: readonly PageRule[]): TableRow[][] {
  const runs: TableRow[][] = [];
  for (const [i, row] of rows.entries()) {
    const above = rows[i - 1];
    const isParted = !above || rules.some((rule) => rule.at > above.baseline && rule.at < row.baseline);
    if (isParted) runs.push([row]);
    else runs.at(-1)?.push(row);
  }
  return runs;
}

/** The one label of a column, if it stands in the middle of the rows and is not a label of each of them. */
function centredLabel(lines: readonly TableRow[], column: number, labelColumns: number): Piece | null {
  const parts = lines.flatMap((row) => {
    const piece = pieceAt(row, column);
    return piece ? [{ piece, row, baseline: row.baseline, size: row.size }] : [];
  });
  const body = lines.filter(isBody);
  const [first, last, top, bottom] = [parts[0], parts.at(-1), body[0], body.at(-1)];
  if (!first || !last || !top || !bottom || body.length < 2) return null;
  if (parts.some(({ piece }) => piece.first !== column || piece.last !== column || isValue(pieceText(piece))))
    return null;
  if (body.every((row) => pieceAt(row, column)) && parts.length >= body.length) return null;
  // Lines that each stand in a row of values are one label only where the rows have names of their own.
  const hasNames = column + 1 < labelColumns && body.every((row) => pieceAt(row, column + 1));
  if (parts.length > 1 && !hasNames && parts.every(({ row }) => isBody(row))) return null;
  if (parts.some((part, i) => i > 0 && part.baseline - (parts[i - 1]?.baseline ?? 0) > NEXT_LINE * part.size))
    return null;
  const off = Math.abs((first.baseline + last.baseline) / 2 - (top.baseline + bottom.baseline) / 2);
  if (off > OFF_MIDDLE * first.size) return null;
  const pieces = parts.map(({ piece }) => piece);
  return { ...around(pieces), lines: pieces.flatMap((piece) => piece.lines), first: column, last: column };
}

/** Marks such as ✓ say something of their own row only. */
const isMark = (piece: Piece): boolean => !/[\p{L}\p{N}]/u.test(pieceText(piece));

const isBody = (row: TableRow): boolean => row.pieces.some((piece) => isValue(pieceText(piece)));

/** The rows with the label in its column; lines that held nothing else are gone. */
function beside(lines: readonly TableRow[], label: Piece): TableRow[] {
  return lines.flatMap((row) => {
    const others = row.pieces.filter((piece) => piece.first > label.first || piece.last < label.first);
    if (others.length === 0) return [];
    return [rowOf(isBody(row) ? inOrder([...others, label]) : others, row.baseline, row.size)];
  });
}

/** Without rules: shares the rows among the labels so that each label stands in the middle of its own. */
function shareOut(lines: readonly TableRow[], column: number): TableRow[] {
  const filled = lines.flatMap((row, r) => (pieceAt(row, column) ? [r] : []));
  if (filled.some((r) => isMark(pieceAt(lines[r], column) as Piece))) return [...lines];
  // A label at the top of its rows is the usual way: what stands below it is blank and says the same.
  if (filled.length === 0 || filled[0] === 0 || filled.length === lines.length) return [...lines];
  const spread = [...lines];
  let start = 0;
  for (const r of filled) {
    const label = pieceAt(lines[r], column) as Piece;
    const end = Math.min(lines.length - 1, 2 * r - start);
    for (let at = start; at <= end; at++) {
      const row = spread[at] as TableRow;
      if (!pieceAt(row, column)) spread[at] = rowOf(inOrder([...row.pieces, label]), row.baseline, row.size);
    }
    start = end + 1;
  }
  return spread;
}

const inOrder = (pieces: readonly Piece[]): Piece[] => [...pieces].sort((a, b) => a.first - b.first);
