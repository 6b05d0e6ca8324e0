import type { Span } from '../../text/span.ts';
import type { PageLine } from '../origin.ts';
import type { Hyphens } from './hyphens.ts';
import { type Line, textOf } from './lines.ts';

/** Collects the text that is read off pages, and where each line of it is printed. */
export interface PageText {
  /** Adds lines as one stretch of text. */
  add(lines: readonly PlacedLine[]): { readonly text: string; readonly span: Span };
  /** Adds what stands between two blocks or cells and is not printed. */
  separate(by: '\n' | '\t'): void;
  build(): { readonly text: string; readonly lines: readonly PageLine[] };
}

/** A line and the page it is on, counted from 1. */
export interface PlacedLine {
  readonly page: number;
  readonly line: Line;
}

export function createPageText(hyphens: Hyphens): PageText {
  const parts: string[] = [];
  const lines: PageLine[] = [];
  let length = 0;
  return {
    add(added) {
      const start = length;
      let text = '';
      for (const [i, { page, line }] of added.entries()) {
        const next = added[i + 1];
        const words = textOf(line);
        const join = next ? hyphens.between(words, textOf(next.line)) : { cut: false, by: '' };
        const printed = join.cut ? words.slice(0, -1) : words;
        const { left, right, top, bottom } = line;
        const rectangle = { x: left, y: top, width: right - left, height: bottom - top };
        const at = start + text.length;
        lines.push({ span: { start: at, end: at + printed.length }, page, rectangle });
        text += printed + join.by;
      }
      parts.push(text);
      length += text.length;
      return { text, span: { start, end: length } };
    },
    separate(by) {
      parts.push(by);
      length += by.length;
    },
    build: () => ({ text: parts.join(''), lines }),
  };
}
