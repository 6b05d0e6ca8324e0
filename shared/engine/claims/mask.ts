import type { Span } from '../text/span.ts';

/** The text, at the same length, with `filler` (one code unit) at the spans; line ends stay unless asked otherwise. */
export function fill(
  text: string,
  spans: readonly Span[],
  filler: string,
  what: 'all but line ends' | 'everything' = 'all but line ends',
): string {
  if (spans.length === 0) return text;
  let result = '';
  let at = 0;
  for (const { start, end } of ordered(spans)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    const slice = text.slice(from, end);
    result += text.slice(at, from);
    result +=
      what === 'everything' || !/[\r\n]/.test(slice) ? filler.repeat(slice.length) : slice.replace(/[^\r\n]/g, filler);
    at = end;
  }
  return result + text.slice(at);
}

function ordered(spans: readonly Span[]): readonly Span[] {
  for (let index = 1; index < spans.length; index++) {
    if ((spans[index] as Span).start < (spans[index - 1] as Span).start)
      return spans.toSorted((a, b) => a.start - b.start);
  }
  return spans;
}
