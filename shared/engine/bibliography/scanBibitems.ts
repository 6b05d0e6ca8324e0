import type { Span } from '../text/span.ts';
import { readArgument } from '../text/texArgument.ts';
import { type CiteKey, citeKey } from './entry.ts';

/** An item of a reference list that is written out: `\\bibitem{key} …`, `\\bibitem[label]{key} …`. */
export interface Bibitem {
  readonly key: CiteKey;
  readonly keySpan: Span;
  /** Null where there is none. */
  readonly label: string | null;
  /** What is printed, up to the next item or the end of the list. */
  readonly content: Span;
  readonly start: number;
}

export function scanBibitems(text: string): Bibitem[] {
  const marks = [...text.matchAll(/\\bibitem(?![A-Za-z@])|\\end\{thebibliography\}/g)];
  return marks.flatMap(({ 0: mark, index: start }, at) => {
    if (!mark.startsWith('\\bibitem')) return [];
    const label = readArgument(text, start + mark.length, '[');
    const behind = label?.end ?? start + mark.length;
    // Long labels end with a comment, so that the line end is no space.
    const key = readArgument(text, text.startsWith('%', behind) ? text.indexOf('\n', behind) : behind, '{');
    if (key === null) return [];
    const written = text.slice(key.inner.start, key.inner.end);
    const keyStart = key.inner.start + written.length - written.trimStart().length;
    const name = written.trim();
    return [
      {
        key: citeKey(name),
        keySpan: { start: keyStart, end: keyStart + name.length },
        label: label && text.slice(label.inner.start, label.inner.end),
        content: { start: key.end, end: marks[at + 1]?.index ?? text.length },
        start,
      },
    ];
  });
}
