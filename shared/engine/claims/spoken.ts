import { createTextBuilder, type MappedText, unmapped } from '../text/mappedText.ts';
import { type Span, touches } from '../text/span.ts';
import type { Citation, Draft, Masked } from './draft.ts';

/** A stretch of masked text as it is read, with what macros print in it, and the way back to the draft. */
export function spoken({ span, masked, printed }: Masked, stretch: Span = span): MappedText {
  const within = printed.filter((one) => touches(one.span, stretch));
  const slice = (start: number, end: number): string => masked.slice(start - span.start, end - span.start);
  if (within.length === 0) return unmapped(slice(stretch.start, stretch.end), stretch.start);
  const builder = createTextBuilder();
  let at = stretch.start;
  const copyTo = (end: number): void => {
    if (at < end) builder.add(slice(at, end), { start: at, end });
    at = end;
  };
  for (const one of within) {
    copyTo(one.span.start);
    builder.addWhole(one.text, one.span);
    at = one.span.end;
  }
  copyTo(stretch.end);
  return builder.build();
}

/** False for a citation that a macro makes: the key stands in the macro's definition and not in the text. */
export function isWritten({ text }: Draft, { key, keySpan }: Pick<Citation, 'key' | 'keySpan'>): boolean {
  return text.startsWith(key, keySpan.start);
}

/** True where the span holds what a macro prints, so that no edit of a word or number must touch it. */
export function isPrinted({ blocks }: Draft, span: Span): boolean {
  const touched = ({ printed }: Masked): boolean => printed.some((one) => touches(one.span, span));
  return blocks.some((block) => {
    if (!touches(block.span, span)) return false;
    if (block.kind === 'table') return block.rows.some((cells) => cells.some(touched));
    return block.kind === 'prose' && touched(block);
  });
}
