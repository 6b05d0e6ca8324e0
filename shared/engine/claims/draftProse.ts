import { sentenceSpans } from '../text/sentences.ts';
import { holds, type Span, shift } from '../text/span.ts';
import type { Citation } from './draft.ts';
import { fill } from './mask.ts';
import type { BareProse } from './maskProse.ts';
import { noProse } from './maskSyntax.ts';
import { findPandocCitations } from './syntax/pandoc.ts';

export interface FinishedProse {
  readonly span: Span;
  readonly masked: string;
  readonly sentences: readonly Span[];
  readonly citations: readonly Citation[];
  /** True for the text of an inline footnote, `^[…]`. */
  readonly isNote: boolean;
}

/**
 * Splits bare prose into the stretches that are read alone (its own text first, then inline footnotes), takes the
 * citations out and finds the sentences.
 */
export function finishProse(bare: BareProse, parts: ReadonlySet<string>): FinishedProse[] {
  const origin = bare.span.start;
  const found = findPandocCitations(bare.syntax, bare.units, parts);
  const citations = [...found.citations.map((citation) => moveCitation(citation, origin)), ...bare.citations];
  if (bare.citations.length > 0) citations.sort((a, b) => a.span.start - b.span.start);
  const notes = inlineNotes(bare.syntax);
  const blanks = noProse(bare.plain, bare.syntax);
  const masked = fill(bare.plain, [...found.blanks, ...blanks], ' ');
  const words = bare.words.map((span) => shift(span, -origin));
  for (const citation of citations) if (citation.mode === 'narrative') words.push(shift(citation.span, -origin));
  const spoken = fill(masked, words, 'X');

  const stretches = [
    { span: { start: 0, end: masked.length }, isNote: false },
    ...notes.map((span) => ({ span, isNote: true })),
  ];
  return stretches.map(({ span, isNote }) => {
    const without = isNote ? [] : notes.map(({ start, end }) => ({ start: start - 2, end: end + 1 }));
    const own = citations.filter(
      ({ span: { start } }) => holds(span, start - origin) && !without.some((note) => holds(note, start - origin)),
    );
    const text = without.length === 0 ? masked : fill(masked, without, ' ');
    const read = without.length === 0 ? spoken : fill(spoken, without, ' ');
    const slice = { start: span.start + origin, end: span.end + origin };
    return {
      span: slice,
      masked: text.slice(span.start, span.end),
      sentences: withGroups(sentenceSpans(read.slice(span.start, span.end), slice.start), own),
      citations: own,
      isNote,
    };
  });
}

/** A citation behind the end of a sentence belongs to it; one before the first sentence belongs to that. */
export function withGroups(sentences: Span[], citations: readonly Citation[]): Span[] {
  for (const { group } of citations) {
    if (sentences.some((sentence) => sentence.start <= group.start && group.end <= sentence.end)) continue;
    const last = sentences.findLastIndex((sentence) => sentence.start <= group.start);
    const index = Math.max(last, 0);
    const sentence = sentences[index];
    if (sentence === undefined) continue;
    sentences[index] = { start: Math.min(sentence.start, group.start), end: Math.max(sentence.end, group.end) };
  }
  return sentences;
}

/** The insides of `^[…]`. */
function inlineNotes(syntax: string): Span[] {
  const notes: Span[] = [];
  for (let at = syntax.indexOf('^['); at >= 0; at = syntax.indexOf('^[', at + 2)) {
    let depth = 0;
    for (let index = at + 1; index < syntax.length; index++) {
      const character = syntax.charAt(index);
      if (character === '[') depth++;
      else if (character === ']' && --depth === 0) {
        notes.push({ start: at + 2, end: index });
        at = index;
        break;
      }
    }
    if (depth > 0) break;
  }
  return notes;
}

/** The citation, moved by `by` code units. */
export function moveCitation(citation: Citation, by: number): Citation {
  return by === 0 ? citation : placeCitation(citation, (span) => shift(span, by));
}

/** The citation with each of its spans where `place` says. */
export function placeCitation(citation: Citation, place: (span: Span) => Span): Citation {
  const { style, key, span, keySpan, group, mode, locator } = citation;
  return {
    style,
    key,
    mode,
    span: place(span),
    keySpan: place(keySpan),
    group: place(group),
    locator: locator === null ? null : { ...locator, span: place(locator.span) },
  };
}
