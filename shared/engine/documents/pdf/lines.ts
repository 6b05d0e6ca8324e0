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
  const sorted = [...words].sort((a, b) => a.left - b.left);
  const largest = sorted.reduce((best, word) => (word.text.length > best.text.length ? word : best), sorted[0] as Word);
  return { ...around(sorted), words: sorted, baseline: largest.baseline, size: largest.size };
}

/** Gathers words into lines by their baselines, from top to bottom; each line runs over the whole breadth given. */
export function rowsOf(words: readonly Word[]): Line[] {
  const sorted = [...words].sort((a, b) => a.baseline - b.baseline);
  const rows: Word[][] = [];
  let last: Word | null = null;
  for (const word of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    const near =
      first && last && Math.abs(word.baseline - first.baseline) < SAME_LINE * Math.min(word.size, first.size);
    if (row && near) row.push(word);
    else rows.push([word]);
    last = word;
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
  return pieces.map(lineOf);
}

/** The line's words with single spaces between them. */
export function textOf(line: Line): string {
  return line.words.map((word) => word.text).join(' ');
}
