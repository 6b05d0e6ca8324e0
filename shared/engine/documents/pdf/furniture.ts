import { type Line, rowsOf, textOf } from './lines.ts';
import type { PdfPage } from './page.ts';
import type { Word } from './words.ts';

/** Share of a page's height at its top and bottom where running heads and page numbers stand. */
const MARGIN = 0.09;

/** The words of each page without running heads, feet, page numbers and the line numbers of submissions. */
export function withoutFurniture(
  pages: readonly { readonly page: PdfPage; readonly words: readonly Word[] }[],
): (readonly Word[])[] {
  const margins = pages.map(({ page, words }) => rowsOf(words).filter((row) => isInMargin(row, page)));
  const pagesWith = new Map<string, number>();
  for (const rows of margins)
    for (const key of new Set(rows.map(keyOf))) pagesWith.set(key, (pagesWith.get(key) ?? 0) + 1);
  return pages.map(({ words }, i) => {
    const dropped = new Set<Word>(lineNumbers(words));
    for (const row of margins[i] ?? [])
      if ((pagesWith.get(keyOf(row)) ?? 0) >= 2 || isPageNumber(textOf(row)))
        for (const word of row.words) dropped.add(word);
    return words.filter((word) => !dropped.has(word));
  });
}

const isInMargin = (row: Line, { height }: PdfPage): boolean =>
  row.bottom < height * MARGIN || row.top > height * (1 - MARGIN);

/** What is the same on all pages that have this line: its words without numbers, and its height. */
const keyOf = (row: Line): string => `${textOf(row).replace(/\d+/g, '#')}@${Math.round(row.baseline / 3)}`;

const isPageNumber = (text: string): boolean =>
  /^(?:page\s+)?[-–—]?\s*(?:\d{1,5}|[ivxlc]{1,6})\s*[-–—]?(?:\s*(?:of|\/)\s*\d+)?$/i.test(text);

const LEAST_NUMBERED = 12;

/** Numbers that count the lines of a page beside its text: one below the other, each one more than the one above. */
function lineNumbers(words: readonly Word[]): Word[] {
  const byEdge = new Map<number, Word[]>();
  for (const word of words) {
    if (!/^\d{1,4}$/.test(word.text)) continue;
    const edge = Math.round(word.right / 2);
    byEdge.set(edge, [...(byEdge.get(edge) ?? []), word]);
  }
  return [...byEdge.values()].filter((column) => isBeside(column, words) && counts(column)).flat();
}

function isBeside(column: readonly Word[], words: readonly Word[]): boolean {
  if (column.length < LEAST_NUMBERED) return false;
  const left = Math.min(...column.map((word) => word.left));
  const right = Math.max(...column.map((word) => word.right));
  const others = words.length - column.length;
  const before = words.filter((word) => word.left < right).length - column.length;
  const after = words.filter((word) => word.right > left).length - column.length;
  return Math.min(before, after) < others * 0.02;
}

function counts(column: readonly Word[]): boolean {
  const values = [...column].sort((a, b) => a.baseline - b.baseline).map((word) => Number(word.text));
  const steps = values.slice(1).map((value, i) => value - (values[i] ?? 0));
  return steps.filter((step) => step === 1).length >= steps.length * 0.9;
}
