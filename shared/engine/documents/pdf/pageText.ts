import type { Span } from '../../text/span.ts';
import type { PageLine } from '../origin.ts';
import type { Hyphens } from './hyphens.ts';
import { type Line, textOf } from './lines.ts';

/** Collects the text that is read off pages, and where each line of it is printed. */
export interface PageText {
  /** Adds lines as one stretch of text and returns its span. */
  add(lines: readonly PlacedLine[]): Span;
  /** Adds what stands between two blocks or cells and is not printed. */
  separate(by: '\n' | '\t'): void;
  slice(span: Span): string;
  build(): { readonly text: string; readonly lines: readonly PageLine[] };
}

/** A line and the page it is on, counted from 1. */
export interface PlacedLine {
  readonly page: number;
  readonly line: Line;
}

export function createPageText(hyphens: Hyphens): PageText {
  let text = '';
  const lines: PageLine[] = [];
  return {
    add(added) {
      const start = text.length;
      for (const [i, { page, line }] of added.entries()) {
        const next = added[i + 1];
        const words = textOf(line);
        const join = next ? hyphens.between(words, textOf(next.line)) : { cut: false, by: '' };
        const printed = join.cut ? words.slice(0, -1) : words;
        const { left, right, top, bottom } = line;
        const rectangle = { x: left, y: top, width: right - left, height: bottom - top };
        lines.push({ span: { start: text.length, end: text.length + printed.length }, page, rectangle });
        text += printed + join.by;
      }
      return { start, end: text.length };
    },
    separate(by) {
      text += by;
    },
    slice: (span) => text.slice(span.start, span.end),
    build: () => ({ text, lines }),
  };
}
