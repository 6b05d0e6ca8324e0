import { type Box, holdsMiddle } from './box.ts';
import { captionKind } from './captionLine.ts';
import { cutAtGaps, type Line, rowsOf, textOf } from './lines.ts';
import { isValue, type River } from './tableColumns.ts';
import type { Word } from './words.ts';

/** Shares of a line's size: how far its baseline may be from the edge of a table that it belongs to. */
const ABOVE = 1.1;
const BELOW = 1.9;
const CELL_GAP = 0.9;
/** More words are text. */
const WORDS_OF_LABEL = 4;
/** What stands as near as this beside a line goes on with it. */
const BESIDE = 0.85;

/** The box with the rows that stand outside its rules: labels above the first rule, rows of values below the last one. */
export function growTable(box: Box, words: readonly Word[], rivers: readonly River[]): Box {
  const strip = { ...box, top: -Infinity, bottom: Infinity };
  const rows = rowsOf(words.filter((word) => holdsMiddle(strip, word)));
  const fits = (row: Line, runs: readonly Line[]): boolean =>
    runs.length >= 2 && captionKind(textOf(row)) === null && !sticksOut(row, words, box);
  let { top, bottom } = box;
  for (const row of rows.filter((one) => one.baseline <= box.top + 1).reverse()) {
    const runs = cutAtGaps(row, CELL_GAP);
    const isLabels = !runs.some((run) => isValue(textOf(run)));
    if (top - row.baseline > ABOVE * row.size || !isLabels || !fits(row, runs)) break;
    top = row.top;
  }
  for (const row of rows.filter((one) => one.baseline > box.bottom)) {
    const runs = cutAtGaps(row, CELL_GAP);
    const isFull = runs.length >= Math.max(3, rivers.length * 0.6);
    const crosses = runs.some((run) => rivers.some(({ left, right }) => run.left < left && run.right > right));
    const isValues = runs.some((run) => isValue(textOf(run)));
    if (row.baseline - bottom > BELOW * row.size) break;
    // A label beside two rows stands between them.
    if (runs.length === 1 && row.words.length <= WORDS_OF_LABEL && !isValues) continue;
    if ((crosses && !isFull) || !isValues || !fits(row, runs)) break;
    bottom = row.bottom;
  }
  return { ...box, top, bottom };
}

/** True where the line goes on beyond the sides of the table. */
export function sticksOut(row: Line, words: readonly Word[], box: Box): boolean {
  const near = BESIDE * row.size;
  return words.some(
    (word) =>
      Math.abs(word.baseline - row.baseline) <= 0.3 * row.size &&
      ((word.left < box.left - 2 && word.right > box.left - near) ||
        (word.right > box.right + 2 && word.left < box.right + near)),
  );
}
