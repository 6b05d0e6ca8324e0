import { sentenceSpans } from '../../text/sentences.ts';
import { holds, type Span } from '../../text/span.ts';
import type { ChunkBlocks } from '../chunkBlocks.ts';
import type { Citation, DraftBlock, DraftProse, DraftTableCell } from '../draft.ts';
import { withGroups } from '../draftProse.ts';
import { fill } from '../mask.ts';

/**
 * A stretch of a draft whose markup is blank until prose is printed on it, at the length and the places of the source.
 * Blocks are made of what is printed and cited within their span so far.
 */
export interface Sheet {
  /** Prints the source's own characters. */
  copy(span: Span): void;
  /** Prints a text on the span, at its end where a number follows; one that is longer is left out. */
  print(span: Span, text: string): void;
  /** What prints nothing but takes part in its sentence like a word: code, a formula. */
  word(span: Span): void;
  cite(citations: readonly Citation[]): void;
  comment(span: Span): void;
  heading(level: number, span: Span): void;
  prose(span: Span, place: DraftProse['place']): void;
  table(table: SheetTable, caption: Span | null): void;
  /** What is printed within the span, without blanks at its ends. */
  cell(span: Span): DraftTableCell;
  /** What is printed on the span. */
  read(span: Span): string;
  blocks(): ChunkBlocks;
}

export interface SheetTable {
  readonly span: Span;
  readonly header: readonly DraftTableCell[];
  readonly rows: readonly (readonly DraftTableCell[])[];
}

export function createSheet(source: string): Sheet {
  const printed: string[] = [];
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    printed.push(character === '\n' || character === '\r' ? character : ' ');
  }
  const words: Span[] = [];
  const citations: Citation[] = [];
  const comments: Span[] = [];
  const blocks: DraftBlock[] = [];
  const headingCitations: Citation[] = [];
  /** The prose of footnotes, which stands inside of other prose. */
  const taken: Span[] = [];

  const copy = ({ start, end }: Span): void => {
    for (let at = start; at < end; at++) printed[at] = source.charAt(at);
  };
  const read = ({ start, end }: Span): string => printed.slice(start, end).join('');
  const citedIn = (span: Span): Citation[] =>
    citations.filter((citation) => holds(span, citation.span.start)).sort((a, b) => a.span.start - b.span.start);
  return {
    copy,
    read,
    print({ start, end }, text) {
      if (text.length > end - start) return;
      const isBeforeNumber = /[\d.]/.test(source.charAt(end));
      const from = isBeforeNumber ? end - text.length : start;
      for (let at = 0; at < text.length; at++) printed[from + at] = text.charAt(at);
    },
    word: (span) => void words.push(span),
    cite: (some) => void citations.push(...some),
    comment: (span) => void comments.push(span),
    heading(level, span) {
      const title = read(span).replace(/\s+/g, ' ').trim();
      headingCitations.push(...citedIn(span));
      if (title !== '') blocks.push({ kind: 'heading', level, title, span });
      taken.push(span);
    },
    prose(whole, place) {
      const inner = taken
        .filter((one) => one.start < whole.end && one.end > whole.start)
        .map((one) => ({ start: Math.max(one.start, whole.start), end: Math.min(one.end, whole.end) }));
      const own = citedIn(whole).filter((citation) => !inner.some((one) => holds(one, citation.span.start)));
      const shown = fill(read(whole), inner.map(from(whole)), ' ');
      const groups = own.map(({ group }) => group);
      const lead = shown.length - shown.trimStart().length;
      const start = Math.min(whole.start + lead, ...groups.map((group) => group.start));
      const end = Math.max(whole.start + shown.trimEnd().length, ...groups.map((group) => group.end));
      if (start >= end) return;
      const span = { start, end };
      const masked = shown.slice(start - whole.start, end - whole.start);
      const spoken = [...words, ...own.filter(({ mode }) => mode === 'narrative').map((citation) => citation.span)]
        .filter((one) => one.start >= start && one.end <= end)
        .sort((a, b) => a.start - b.start);
      const sentences = withGroups(sentenceSpans(fill(masked, spoken.map(from(span)), 'X'), start), own);
      if (sentences.length === 0 && own.length === 0) return;
      blocks.push({ kind: 'prose', span, masked, printed: [], sentences, citations: own, place });
      taken.push(span);
    },
    table({ span, header, rows }, captionSpan) {
      const caption = captionSpan === null ? '' : read(captionSpan).replace(/\s+/g, ' ').trim();
      const citations = [...(captionSpan === null ? [] : citedIn(captionSpan)), ...citedIn(span)];
      blocks.push({ kind: 'table', span, header, rows, citations, caption });
      taken.push(span);
    },
    cell(whole) {
      const text = read(whole);
      const start = whole.start + text.length - text.trimStart().length;
      const span = { start, end: Math.max(start, whole.start + text.trimEnd().length) };
      return { masked: read(span), printed: [], span };
    },
    blocks: () => ({
      blocks: blocks.toSorted((a, b) => a.span.start - b.span.start),
      headingCitations,
      comments,
    }),
  };
}

/** Moves spans of the source to where they stand in the slice at `origin`. */
function from(origin: Span): (span: Span) => Span {
  return ({ start, end }) => ({ start: start - origin.start, end: end - origin.start });
}
