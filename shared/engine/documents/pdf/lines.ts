import { around, type Box } from './box.ts';
import type { Word } from './words.ts';

/** Words that stand on one line, from left to right. */
export interface Line extends Box {
  readonly words: readonly Word[];
  readonly baseline: number;
  /** The size of most of its letters. */
  readonly size: number;
}

/** Shares of the font's size: baselines nearer than this are one line. */
const SAME_LINE = 0.3;

export function lineOf(words: readonly Word[]): Line {
  const sorted = isSorted(words) ? words : [...words].sort((a, b) => a.left - b.left);
  let longest = sorted[0] as Word;
  for (const word of sorted) if (word.text.length > longest.text.length) longest = word;
  const { left, right, top, bottom } = around(sorted);
  return { left, right, top, bottom, words: sorted, baseline: longest.baseline, size: longest.size };
}

function isSorted(words: readonly Word[]): boolean {
  for (let i = 1; i < words.length; i++) if ((words[i - 1] as Word).left > (words[i] as Word).left) return false;
  return true;
}

/** Gathers words into lines by their baselines, from top to bottom; each line runs over the whole breadth given. */
export function rowsOf(words: readonly Word[]): Line[] {
  const sorted = [...words].sort((a, b) => a.baseline - b.baseline);
  const rows: Word[][] = [];
  for (const word of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && word.baseline - first.baseline < SAME_LINE * Math.min(word.size, first.size)) row.push(word);
    else rows.push([word]);
  }
  return rows.map(lineOf);
}

/** Cuts a line wherever the gap between two words is wider than `gap` times their size. */
export function cutAtGaps(line: Line, gap: number): Line[] {
  const pieces: Word[][] = [];
  for (const word of line.words) {
    const piece = pieces.at(-1);
    const last = piece?.at(-1);
    if (piece && last && word.left - last.right <= gap * Math.max(word.size, last.size)) piece.push(word);
    else pieces.push([word]);
  }
  return pieces.length === 1 ? [line] : pieces.map(lineOf);
}

/** The line's words with single spaces between them. */
export function textOf(line: Line): string {
  return line.words.map((word) => word.text).join(' ');
}
