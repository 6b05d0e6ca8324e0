import type { ReadCell, Row } from './readCells.ts';

/**
 * The label of a row that holds nothing else: it stands alone in the first cell, or is repeated over the cells that it
 * spans. Null for every other row.
 */
export function groupLabel(row: Row): ReadCell | null {
  const first = onlyLabel(row);
  if (!first) return null;
  const spansAll = row.length > 2 && row.every((cell) => cell === first);
  if (first.kind !== 'name' && !(spansAll && first.kind === 'integer')) return null;
  const filled = row.filter((cell) => cell.text !== '').length;
  const at = row.indexOf(first);
  const together = row.slice(at, at + filled).every((cell) => cell.text === first.text);
  return together && (at === 0 || (filled > 1 && at + filled === row.length)) ? first : null;
}

/** The first cell that is not blank, where all others repeat it. */
function onlyLabel(row: Row): ReadCell | undefined {
  let first: ReadCell | undefined;
  for (const cell of row) {
    if (cell.text === '') continue;
    first ??= cell;
    if (cell.text !== first.text) return undefined;
  }
  return first;
}

const NOTE_SIGN = /^\s*(?:[*∗†‡§¶#^]+|note\b|notes?\s*:|source\s*:|\(?[a-e]\)|[a-e]\s)/i;
const LONG = 90;

/** True for a row's only text that is a note on the table and no name of a group. */
export function isNote(text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  return (words > 4 && NOTE_SIGN.test(text)) || text.length > LONG;
}
