import type { Phrase } from '../claims/findComparisons.ts';

/** A stretch of a sentence. */
export interface Zone {
  readonly start: number;
  readonly end: number;
}

const MARKER =
  /\b(?:than|(?:when\s+)?compared (?:to|with)|in comparison (?:to|with)|relative to|versus|vs\.?|against|over)\s+/i;
const ZONE_END =
  /,|\s(?:on|in|for|at|by|across|under|when|using|while|where|with respect to|in terms of|as|regarding|within)\s/i;
const FORE_MARKER =
  /(?:^|,\s*)\W*(?:(?:as\s+)?compared (?:to|with)|in comparison (?:to|with)|relative to|unlike|in contrast to|versus)\s+([^,]*),/i;
const OTHERS =
  /\b(?:others?|baselines?|competing|competitors?|existing|previous|prior|remaining|rest|alternatives?|(?:all|any)\s+(?:of\s+the\s+)?(?:\p{L}+\s+)?(?:models?|methods?|systems?|approaches))\b/iu;

/** True where the other side of a comparison is all the rest: "all baselines", "the other methods". */
export const namesOthers = (zone: string): boolean => OTHERS.test(zone);

/** Where the other side of a comparison stands; null where the clause marks none. */
export function comparandZone(text: string, { span, clause, rule }: Phrase): Zone | null {
  const tail = text.slice(span.end, clause.end);
  if (rule.comparand !== 'marked') return { start: span.end, end: span.end + zoneLength(tail) };
  const marker = MARKER.exec(tail);
  if (marker) {
    const start = span.end + marker.index + marker[0].length;
    const rest = text.slice(start, clause.end);
    const lead =
      /^\s*(?:(?:that|those|the (?:values?|scores?|results?|ones?)) (?:of|for|in|on|from)|on|in|for|at|with|by|under|of)\s+/i.exec(
        rest,
      )?.[0].length ?? 0;
    return { start, end: start + lead + zoneLength(rest.slice(lead)) };
  }
  const fore = FORE_MARKER.exec(text.slice(0, span.start));
  if (!fore) return null;
  const length = (fore[1] ?? '').length;
  const start = fore.index + fore[0].length - 1 - length;
  return { start, end: start + length };
}

const LIST =
  /^[^,;]{1,40}(?:,\s+(?!(?:and\s+)?(?:it|its|we|they|this|while|but|which|with)\b)[^,;]{1,40}){0,6},?\s+(?:and|or|as well as)\s+[^,;]{1,40}/iu;

/** How far the other side reaches: to a preposition or a comma, but over the commas of a list: "A, B, and C". */
function zoneLength(tail: string): number {
  const stop = ZONE_END.exec(tail)?.index ?? tail.length;
  if (tail.charAt(stop) !== ',') return stop;
  const list = LIST.exec(tail)?.[0].length ?? 0;
  if (list <= stop) return stop;
  return ZONE_END.exec(tail.slice(0, list).replace(/,/g, ' '))?.index ?? list;
}
