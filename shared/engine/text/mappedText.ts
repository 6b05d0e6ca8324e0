import type { Span } from './span.ts';

/** Text that was changed on the way from its source, with the way back. */
export interface MappedText {
  readonly text: string;
  /** The source span from which `span` of this text came; UTF-16 offsets on both sides. */
  toSource(span: Span): Span;
}

/** A stretch of the result that stands for a stretch of the source. */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
  /** No part of it stands for less than all of its source. */
  readonly isWhole: boolean;
}

/** Collects a text piece by piece, remembering where each came from. */
export interface TextBuilder {
  readonly length: number;
  /** Adds `text`, which stands for `source` of the source; equal lengths map character by character. */
  add(text: string, source: Span): void;
  /** Adds `text`, every part of which stands for all of `source`. */
  addWhole(text: string, source: Span): void;
  build(): MappedText;
}

export function createTextBuilder(): TextBuilder {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  const add = (text: string, { start, end }: Span, isWhole: boolean): void => {
    if (text.length === 0) return;
    pieces.push({ at: length, length: text.length, source: start, sourceLength: end - start, isWhole });
    parts.push(text);
    length += text.length;
  };
  return {
    get length() {
      return length;
    },
    add: (text, source) => add(text, source, false),
    addWhole: (text, source) => add(text, source, true),
    build() {
      return { text: parts.join(''), toSource: (span) => mapBack(pieces, span) };
    },
  };
}

/** A text that is its own source, `base` code units into it. */
export function unmapped(text: string, base = 0): MappedText {
  return { text, toSource: ({ start, end }) => ({ start: start + base, end: end + base }) };
}

function mapBack(pieces: readonly Piece[], span: Span): Span {
  const first = pieceAt(pieces, span.start);
  const last = pieceAt(pieces, Math.max(span.start, span.end - 1));
  if (!first || !last) return { start: 0, end: 0 };
  const within = (piece: Piece, offset: number, end: boolean): number => {
    if (piece.isWhole) return piece.source + (end ? piece.sourceLength : 0);
    const into = offset - piece.at;
    if (piece.length === piece.sourceLength) return piece.source + Math.max(0, Math.min(into, piece.sourceLength));
    return end || into >= piece.length ? piece.source + piece.sourceLength : piece.source;
  };
  const start = within(first, span.start, false);
  return { start, end: span.end > span.start ? within(last, span.end, true) : start };
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as Piece).at <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}
