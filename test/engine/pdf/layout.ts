import type { PageItem, PageRule, PdfPage, TurnedItem } from '../../../shared/engine/index.ts';

/** Widths as shares of the font's size: every letter of these fixtures is as wide as any other. */
const LETTER = 0.5;
const SPACE = 0.25;

interface Style {
  readonly size?: number;
  readonly bold?: boolean;
  readonly font?: string;
}

export const widthOf = (text: string, size = 10): number =>
  text.split(' ').reduce((sum, word) => sum + word.length * LETTER * size + SPACE * size, -SPACE * size);

/** The words of a line that begins at `x` and stands at `baseline`, as a file lists them. */
export function line(text: string, x: number, baseline: number, style: Style = {}): PageItem[] {
  const { size = 10, bold = false, font = 'Times' } = style;
  let left = x;
  return text.split(' ').map((word) => {
    const width = word.length * LETTER * size;
    const item = { text: word, x: left, width, baseline, size, font, bold, italic: false };
    left += width + SPACE * size;
    return item;
  });
}

/** Lines one below the other, 12 points apart. */
export const lines = (texts: readonly string[], x: number, baseline: number, style: Style = {}): PageItem[] =>
  texts.flatMap((text, i) => line(text, x, baseline + 12 * i, style));

export const centred = (text: string, middle: number, baseline: number, style: Style = {}): PageItem[] =>
  line(text, middle - widthOf(text, style.size) / 2, baseline, style);

/** Rows of cells below each other: the first cell flush left at the first place, the others centred over theirs. */
export const rows = (cells: readonly (readonly string[])[], places: readonly number[], baseline: number): PageItem[] =>
  cells.flatMap((row, r) =>
    row.flatMap((cell, c) => {
      if (cell === '') return [];
      const at = places[c] ?? 0;
      return c === 0 ? line(cell, at, baseline + 12 * r) : centred(cell, at, baseline + 12 * r);
    }),
  );

/** Horizontal rules at these heights. */
export const across = (from: number, to: number, ...heights: number[]): PageRule[] =>
  heights.map((at) => ({ at, from, to }));

export interface Drawn {
  readonly items: readonly PageItem[];
  readonly horizontal?: readonly PageRule[];
  readonly vertical?: readonly PageRule[];
  readonly turned?: readonly TurnedItem[];
  readonly pictures?: PdfPage['pictures'];
}

export function page(drawn: Drawn, number = 1): PdfPage {
  return { number, width: 612, height: 792, horizontal: [], vertical: [], turned: [], pictures: [], ...drawn };
}
