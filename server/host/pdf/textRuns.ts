import type { PageItem, TurnedItem } from '../../../shared/engine/index.ts';
import { apply, compose, IDENTITY, type Matrix } from './matrix.ts';
import { decodeRun, guessEncoding } from './texFonts.ts';

/** A glyph as the library decodes it; its width is in the font's own units. */
export interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

/** What of a font bears on where its text stands and how it looks. */
export interface Font {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Of a glyph's width that makes one unit of the font's size. */
  readonly unit: number;
  /** The characters shown so far in a font that is made of pictures; null for others, which tell what they show. */
  readonly shown: Set<string> | null;
}

export interface TextState {
  readonly font: Font | null;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  /** 1 for text that is not stretched. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
}

export const PLAIN_TEXT: TextState = {
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
};

/** Follows the text cursor of a page and collects what is printed: `upright` as the page is shown, `turned` otherwise. */
export interface TextRuns {
  readonly upright: readonly PageItem[];
  readonly turned: readonly TurnedItem[];
  begin(): void;
  setMatrix(matrix: Matrix): void;
  moveBy(x: number, y: number): void;
  /** Glyphs, and between them numbers that draw them together, in thousandths of the font's size. */
  show(glyphs: readonly (Glyph | number | null)[], state: TextState, page: Matrix): void;
}

/** What was printed, and the font that may tell only at the end of the page what its characters are. */
interface Run<Item> {
  readonly font: Font;
  readonly item: Item;
}

function decoded<Item extends { readonly text: string }>(runs: readonly Run<Item>[]): Item[] {
  const isDigit = (text: string | undefined): boolean => text !== undefined && /^\d$/.test(text);
  return runs.map(({ font, item }, i) => {
    if (font.shown === null) return item;
    const isPoint = isDigit(runs[i - 1]?.item.text.at(-1)) && isDigit(runs[i + 1]?.item.text[0]);
    return { ...item, text: decodeRun(item.text, guessEncoding(font.shown), isPoint) };
  });
}

/** A gap as wide as this share of the font's size parts two words; kerning stays below it. */
const WORD_GAP = 0.13;
/** Shares of the font's size that letters reach above and below their line. */
const ASCENT = 0.75;
const DESCENT = 0.25;

export function createTextRuns(): TextRuns {
  const upright: Run<PageItem>[] = [];
  const turned: Run<TurnedItem>[] = [];
  let line: Matrix = IDENTITY;
  let cursor: Matrix = IDENTITY;
  let open: { text: string; start: number; end: number; frame: Matrix; font: Font; size: number } | null = null;

  const close = (): void => {
    if (open && (open.font.shown !== null || open.text.trim() !== '')) {
      const { frame, font, size } = open;
      const [x, baseline] = apply(frame, open.start, 0);
      const [endX, endY] = apply(frame, open.end, 0);
      const printed = size * Math.hypot(frame[2], frame[3]);
      const { text } = open;
      if (Math.abs(endY - baseline) < Math.abs(endX - x) * 0.05 && endX > x)
        upright.push({
          font,
          item: {
            text,
            x,
            width: endX - x,
            baseline,
            size: printed,
            font: font.name,
            bold: font.bold,
            italic: font.italic,
          },
        });
      else if (Math.abs(endX - x) < Math.abs(endY - baseline) * 0.05) {
        const runs = endY < baseline ? 'up' : 'down';
        const left = runs === 'up' ? x - printed * ASCENT : x - printed * DESCENT;
        const [top, height] = [Math.min(baseline, endY), Math.abs(endY - baseline)];
        turned.push({
          font,
          item: { text, box: { x: left, y: top, width: printed, height }, size: printed, runs },
        });
      }
    }
    open = null;
  };

  return {
    get upright() {
      close();
      return decoded(upright);
    },
    get turned() {
      close();
      return decoded(turned);
    },
    begin() {
      line = IDENTITY;
      cursor = IDENTITY;
    },
    setMatrix(matrix) {
      line = matrix;
      cursor = matrix;
    },
    moveBy(x, y) {
      line = compose(line, [1, 0, 0, 1, x, y]);
      cursor = line;
    },
    show(glyphs, { font, size, charSpacing, wordSpacing, stretch, rise }, page) {
      close();
      if (!font || size === 0) return;
      const frame = compose(page, compose(cursor, [stretch, 0, 0, 1, 0, rise]));
      const em = Math.abs(size);
      let x = 0;
      for (const glyph of glyphs) {
        if (glyph === null) continue;
        if (typeof glyph === 'number') {
          x -= (glyph * size) / 1000;
          continue;
        }
        const advance = glyph.width * font.unit * size;
        if (open && x - open.end > em * WORD_GAP) close();
        font.shown?.add(glyph.unicode);
        if (glyph.isSpace || (font.shown === null && glyph.unicode.trim() === '')) close();
        else if (open) {
          open.text += glyph.unicode;
          open.end = x + advance;
        } else open = { text: glyph.unicode, start: x, end: x + advance, frame, font, size: em };
        x += advance + charSpacing + (glyph.isSpace ? wordSpacing : 0);
      }
      cursor = compose(cursor, [1, 0, 0, 1, x * stretch, 0]);
    },
  };
}
