import { sentenceBreaks } from './sentenceBreaks.ts';
import type { Span } from './span.ts';

/**
 * The sentences of a stretch of prose, in order. `masked` is plain text in which everything else is blanked by spaces;
 * `offset` is where it stands in its file and is added to every span. Spans carry no white space at their ends.
 * Doubtful ends are joined: a join costs a little context, a split would cut a number from its citation.
 */
export function sentenceSpans(masked: string, offset: number): Span[] {
  // A line end is a space here, and ends no sentence.
  const flat = /[\r\n]/.test(masked) ? masked.replace(/[\r\n]/g, ' ') : masked;
  const text = flat.replace(camelStart, (end: string) => end.slice(0, -1) + end.slice(-1).toUpperCase());
  const spans: Span[] = [];
  let start = text.length - text.trimStart().length;
  for (const next of sentenceBreaks(text)) {
    const end = text.slice(start, next).trimEnd().length + start;
    if (continues(text, start, end)) continue;
    spans.push({ start: start + offset, end: end + offset });
    start = next;
  }
  const end = text.trimEnd().length;
  if (start < end) spans.push({ start: start + offset, end: end + offset });
  return spans;
}

/** Names such as mPLUG-2 and t5 may open a sentence although their first letter is a small one. */
const camelStart = /[.!?]["'”’)\]]*\s+[a-z](?=[a-z]{0,6}[\p{Lu}\d])/gu;

/** Words that end with a point and go on: titles, references, Latin, measures. */
const abbreviation =
  /(?:^|[^\p{L}\p{N}])(?:al|fig|figs|tab|tabs|tbl|eq|eqs|eqn|sec|secs|sect|ch|chap|app|ref|refs|no|nos|nr|vol|vols|pp|p|ed|eds|vs|v|cf|e\.g|i\.e|eg|ie|viz|resp|approx|acc|avg|est|ca|c|dr|prof|mr|mrs|ms|st|jr|sr|inc|ltd|corp|dept|univ|proc|conf|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|max|min|std|dev|var|param|params|w\.r\.t|s\.t|a\.k\.a|i\.i\.d|incl|excl|rel|abs|temp|para|def|thm|prop|cor|lem|alg)\.$/iu;
/** A single capital before the point is an initial (`J. Smith`), unless it closes a longer capital name (`BLEU-4 and B.`). */
const initial = /(?:^|[\s(.[-])\p{Lu}\.$/u;
const onlyListNumber = /^(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|[ivx]{1,4}[.)])$/i;
/** `System (net.) 8.5` */
const abbreviatedInBracket = /[\p{L}\p{N}] ?\(\p{Ll}[\p{L}.]*\.\)$/u;
const terminated = /[.!?…。！？]["'”’»)\]]*$/u;
/** Lower case, a digit-free continuation mark or a closing bracket cannot open a sentence. */
const cannotOpen = /^[\p{Ll},;:)\]%–—-]/u;

/** True where the sentence of `text` that seems to end at `end` goes on behind it. */
function continues(text: string, start: number, end: number): boolean {
  const tail = text.slice(Math.max(start, end - 24), end);
  const next = text.slice(end, end + 200).trimStart();
  if (next === '') return false;
  if (!terminated.test(tail)) return true;
  if (cannotOpen.test(next)) return true;
  if (tail.endsWith('.') && (abbreviation.test(tail) || initial.test(tail))) return true;
  if (abbreviatedInBracket.test(tail)) return true;
  if (onlyListNumber.test(text.slice(start, end))) return true;
  return isInsideBracket(text, start, end);
}

/** True where a round bracket opened in the sentence closes behind `end`: `(p. 3. See also 4)`. */
function isInsideBracket(text: string, start: number, end: number): boolean {
  if (!text.slice(start, end).includes('(')) return false;
  let depth = 0;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code === 40) depth++;
    else if (code === 41 && depth > 0) depth--;
  }
  if (depth === 0) return false;
  const close = text.indexOf(')', end);
  const open = text.indexOf('(', end);
  return close >= 0 && close - end < 300 && (open < 0 || close < open);
}
