import { around, type Box, holdsMiddle } from './box.ts';
import { cutAtGaps, type Line, rowsOf, textOf } from './lines.ts';
import type { PageRule } from './page.ts';
import type { PrintedTable, Rules } from './readTable.ts';
import { findRivers, isValue } from './tableColumns.ts';
import { type Piece, pieceText } from './tableRows.ts';
import type { Word } from './words.ts';

/** Points: strokes nearer than this are one line of the grid. */
const SAME = 3;
/** Points: shorter strokes part no cells. */
const SHORTEST = 5;
/** A gap as wide as this share of the size of its words parts two cells. */
const CELL_GAP = 0.9;
/** As many values in a box are no single cell. */
const MANY = 3;

/** Reads a table of which every cell is boxed; null where rules leave rows or columns to the eye. */
export function readBoxed(box: Box, words: readonly Word[], { horizontal, vertical }: Rules): PrintedTable | null {
  const inside = (rule: PageRule, from: number, to: number, least: number, most: number): boolean =>
    rule.to - rule.from >= SHORTEST &&
    rule.to > from &&
    rule.from < to &&
    rule.at > least - SAME &&
    rule.at < most + SAME;
  const across = horizontal.filter((rule) => inside(rule, box.left, box.right, box.top, box.bottom));
  const down = vertical.filter((rule) => inside(rule, box.top, box.bottom, box.left, box.right));
  const xs = places([box.left, ...down.map((rule) => rule.at), box.right]);
  // Where rules end, cells over several columns meet single ones.
  const ends = down.flatMap((rule) => [rule.from, rule.to]).filter((end) => box.top < end && end < box.bottom);
  const ys = places([box.top, ...across.map((rule) => rule.at), ...ends, box.bottom]);
  const isFramed = [box.left, box.right].every((edge) => down.some((rule) => Math.abs(rule.at - edge) <= SAME));
  const lines = rowsOf(words.filter((word) => holdsMiddle(box, word)));
  if (!isFramed || xs.length < 3 || ys.length < 3 || xs.length < findRivers(lines).length + 2) return null;
  if (lines.filter(holdsValues).length > ys.length - 1) return null;
  const cells = cellBoxes(xs, ys, across, down);
  const pieces = new Map<Box, Piece | null>();
  for (const cell of new Set(cells.flat())) pieces.set(cell, pieceIn(cell, words, xs));
  if (isOpen([...pieces.values()])) return null;
  const rows = cells
    .map((row) => row.map((cell) => pieces.get(cell) ?? null))
    .filter((row) => row.some((piece) => piece !== null));
  const isHead = rows[0]?.every((piece) => piece === null || !isValue(pieceText(piece)));
  return rows.length < 2 ? null : { box, rows, headerRows: isHead ? 1 : 0 };
}

function places(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.filter((value, i) => i === 0 || value - (sorted[i - 1] as number) > SAME);
}

/**
 * The box that each place of the grid belongs to: places side by side share one where no rule runs between them, and so
 * do places below each other between the same rules.
 */
function cellBoxes(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly PageRule[],
  down: readonly PageRule[],
): Box[][] {
  const middle = (values: readonly number[], i: number): number => ((values[i] ?? 0) + (values[i + 1] ?? 0)) / 2;
  const isRuled = (rules: readonly PageRule[], at: number, along: number): boolean =>
    rules.some((rule) => Math.abs(rule.at - at) <= SAME && rule.from <= along && along <= rule.to);
  const cells: Box[][] = [];
  for (let r = 0; r + 1 < ys.length; r++) {
    const row: Box[] = [];
    for (let c = 0; c + 1 < xs.length; c++) {
      const own = { left: xs[c] ?? 0, right: xs[c + 1] ?? 0, top: ys[r] ?? 0, bottom: ys[r + 1] ?? 0 };
      const left = c > 0 && !isRuled(down, own.left, middle(ys, r)) ? row[c - 1] : undefined;
      row.push(own);
      if (left) replace([row], [left, own], around([left, own]));
    }
    for (const [c, cell] of row.entries()) {
      const above = cells[r - 1]?.[c];
      if (!above || cell === row[c - 1] || above.left !== cell.left || above.right !== cell.right) continue;
      const isParted = row.some((one, at) => one === cell && isRuled(across, cell.top, middle(xs, at)));
      if (!isParted) replace([...cells, row], [above, cell], around([above, cell]));
    }
    cells.push(row);
  }
  return cells;
}

function replace(cells: readonly Box[][], old: readonly Box[], by: Box): void {
  for (const row of cells) for (const [c, cell] of row.entries()) if (old.includes(cell)) row[c] = by;
}

function pieceIn(cell: Box, words: readonly Word[], xs: readonly number[]): Piece | null {
  const lines = rowsOf(words.filter((word) => holdsMiddle(cell, word)));
  if (lines.length === 0) return null;
  const first = xs.findIndex((x) => Math.abs(x - cell.left) <= SAME);
  const last = xs.findIndex((x) => Math.abs(x - cell.right) <= SAME) - 1;
  return { ...around(lines), lines, first, last };
}

const holdsValues = (line: Line): boolean => cutAtGaps(line, CELL_GAP).filter((run) => isValue(textOf(run))).length > 1;

/** True where values stand below or beside one another in boxes: there rows or columns are not ruled. */
function isOpen(pieces: readonly (Piece | null)[]): boolean {
  const crowded = pieces.map((piece) => {
    const lines = piece?.lines ?? [];
    return lines.some(holdsValues) ? MANY : lines.filter((line) => isValue(textOf(line))).length;
  });
  return crowded.some((values) => values >= MANY) || crowded.filter((values) => values > 1).length > 1;
}
