import { around, type Box } from './box.ts';
import { type Line, lineOf } from './lines.ts';
import type { River } from './tableColumns.ts';
import type { Piece, TableRow } from './tableRows.ts';
import type { Word } from './words.ts';

/** Shares of the size: a space between words, and how far a label may be off its column. */
const SPACE = 0.28;
const OFF_COLUMN = 0.35;
/** A gap between two labels is wider than the spaces within them. */
const WIDER = 1.25;
/** As many labels do not stand over their columns by chance. */
const SURE = 4;

/** Cuts what looks like one label over several columns where it is a label for each of them, set close together. */
export function cutTightLabels(row: TableRow, rivers: readonly River[], columns: readonly Box[]): TableRow {
  return { ...row, pieces: row.pieces.flatMap((piece) => cut(piece, rivers, columns) ?? [piece]) };
}

function cut(piece: Piece, rivers: readonly River[], columns: readonly Box[]): Piece[] | null {
  const line = piece.lines[0];
  if (piece.first === piece.last || !line) return null;
  const parts: Line[] = [];
  const cuts: number[] = [];
  let rest = line.words;
  for (let c = piece.first; c < piece.last; c++) {
    const river = rivers[c] as River;
    const at = rest.findIndex((word, i) => {
      const before = rest[i - 1];
      return before !== undefined && before.right < river.right && word.left > river.left;
    });
    if (at < 0) return null;
    cuts.push(gapBefore(rest, at));
    parts.push(lineOf(rest.slice(0, at)));
    rest = rest.slice(at);
  }
  parts.push(lineOf(rest));
  const inner = parts.flatMap(({ words }) => words.slice(1).map((_, i) => gapBefore(words, i + 1)));
  const isWide = Math.min(...cuts) >= WIDER * Math.max(SPACE * line.size, ...inner);
  if (!isWide && parts.length < SURE) return null;
  if (!parts.every((part, i) => fits(part, columns[piece.first + i] as Box))) return null;
  return parts.map((part, i) => ({ ...around([part]), lines: [part], first: piece.first + i, last: piece.first + i }));
}

const gapBefore = (words: readonly Word[], i: number): number => (words[i]?.left ?? 0) - (words[i - 1]?.right ?? 0);

/** True where a label stands flush with its column at a side or over its middle. */
function fits(part: Line, column: Box): boolean {
  const middles = (part.left + part.right - column.left - column.right) / 2;
  const off = Math.min(Math.abs(part.left - column.left), Math.abs(part.right - column.right), Math.abs(middles));
  return off <= OFF_COLUMN * part.size;
}
