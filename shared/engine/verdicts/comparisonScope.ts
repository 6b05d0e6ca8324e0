import type { Phrase } from '../claims/findComparisons.ts';
import { findMetrics, type Metric, type NamedMetric } from '../facts/metrics.ts';
import { type Word, words } from '../facts/names.ts';
import type { TableLexicon } from '../facts/tableLexicon.ts';
import { type Grid, textOf } from './comparisonGrid.ts';
import { placesOf } from './comparisonSides.ts';
import type { Mention } from './mentions.ts';

/** Where along the other axis a comparison is said to hold. */
export interface Scope {
  /** Null where the sentence names no place. */
  readonly places: readonly number[] | null;
  /** True where the clause names a measure or a data set that the table does not have. */
  readonly foreign: boolean;
  readonly heard: string;
}

/** Reads the scope of a phrase: the names, measures and single words of names in its clause. */
export function readScope(
  grid: Grid,
  text: string,
  phrase: Phrase,
  mentions: readonly Mention[],
  sides: readonly Mention[],
  lexicon: TableLexicon,
): Scope {
  const { clause } = phrase;
  const opening = openingOf(text, phrase);
  const inReach = (start: number, end: number): boolean =>
    (start >= clause.start && end <= clause.end) || end <= opening;
  const taken = (start: number, end: number): boolean => sides.some((side) => side.start < end && start < side.end);
  const across = mentions.filter(
    (mention) =>
      mention.axis !== grid.axis && inReach(mention.start, mention.end) && !taken(mention.start, mention.end),
  );
  const heard = across.map((mention) => `“${mention.text}”`);
  const metrics = findMetrics(text).filter(
    ({ start, end }) =>
      inReach(start, end) &&
      !taken(start, end) &&
      !across.some((mention) => mention.start < end && start < mention.end),
  );
  const measured = metrics.map(({ metric }) => metric);
  const spoken = across.length > 0 ? placesOf(across) : null;
  const free = words(text).filter(
    (word) =>
      inReach(word.start, word.end) &&
      !taken(word.start, word.end) &&
      !across.some((one) => one.start < word.end && word.start < one.end),
  );
  const named = placesOfWords(grid, text, free, metrics, lexicon);
  const places = exceptFor(text, phrase, mentions, grid, narrowed(spoken, named) ?? narrowed(null, named));
  const isForeignWord = (word: Word): boolean =>
    isProper(text, word.start, word.end) &&
    isPlaceName(text, word.start) &&
    !lexicon.byWord.has(word.form) &&
    !lexicon.context.has(word.form) &&
    !metrics.some((one) => one.start < word.end && word.start < one.end);
  const foreign =
    isForeignNoun(text, phrase, lexicon, (start, end) =>
      [...mentions, ...metrics].some((one) => one.start < end && start < one.end),
    ) ||
    free.some(isForeignWord) ||
    (measured.length > 0 &&
      named === null &&
      spoken === null &&
      hasMetrics(grid) &&
      !findMetrics(grid.table.caption).some(({ metric }) => measured.includes(metric)));
  heard.push(...measured.map((metric) => `measure ${metric.names[0]}`));
  if (named && spoken === null) heard.push('by single words');
  return { places, foreign, heard: heard.length > 0 ? `for ${heard.join(', ')}` : 'no scope named' };
}

const NOUN = /^\s+(?:\p{L}+\s+)?(\p{L}{3,})/u;
const FREE_NOUN =
  /^(?:than|when|on|in|for|with|at|by|and|or|over|across|compar\w*|results?|performances?|scores?|values?|numbers?|percentages?|shares?|amounts?|counts?|overall|quality|rates?|levels?|metrics?|averages?|one|ones|to|from|under|while|but|as|trained|using|both|all|most|every|each|models?|systems?|methods?|approach\w*|variants?)$/i;

/** "better calibration than": a measure that the table does not speak of. */
function isForeignNoun(
  text: string,
  phrase: Phrase,
  lexicon: TableLexicon,
  isNamed: (start: number, end: number) => boolean,
): boolean {
  if (
    phrase.rule.relation !== 'comparative' ||
    phrase.rule.comparand !== 'marked' ||
    !/(?:er|more|less|worse|superior|inferior)$/i.test(phrase.text)
  )
    return false;
  const found = NOUN.exec(text.slice(phrase.span.end, phrase.clause.end));
  if (!found) return false;
  const after = words(found[0]);
  if (after.length === 0) return false;
  const end = phrase.span.end + found[0].length;
  if (isNamed(phrase.span.end, end)) return false;
  return after.every(
    ({ form, start, end: stop }) =>
      !FREE_NOUN.test(found[0].slice(start, stop)) && !lexicon.byWord.has(form) && !lexicon.context.has(form),
  );
}

/** What both allow; the first alone where they have nothing in common. */
function narrowed(first: readonly number[] | null, second: readonly number[] | null): number[] | null {
  if (first === null || second === null) return first === null ? (second === null ? null : [...second]) : [...first];
  const both = first.filter((place) => second.includes(place));
  return both.length > 0 ? both : [...first];
}

/** The places whose headers hold most of the clause's measures and single words of names; null where none does. */
function placesOfWords(
  grid: Grid,
  text: string,
  free: readonly Word[],
  metrics: readonly NamedMetric[],
  lexicon: TableLexicon,
): number[] | null {
  const hits = new Array<number>(grid.places).fill(0);
  for (const { metric } of metrics)
    for (const place of placesWith(grid, [metric])) hits[place] = (hits[place] ?? 0) + 1;
  for (const word of free) {
    const inMetric = metrics.some((one) => one.start < word.end && word.start < one.end);
    if (
      !isProper(text, word.start, word.end) &&
      !inMetric &&
      !metrics.some((one) => one.start - word.end >= 0 && one.start - word.end <= 1)
    )
      continue;
    const names = (lexicon.byWord.get(word.form) ?? []).filter((name) => name.axis !== grid.axis);
    const at = new Set(names.flatMap((name) => name.places));
    if (at.size < grid.places)
      for (const place of at) if (!(inMetric && (hits[place] ?? 0) > 0)) hits[place] = (hits[place] ?? 0) + 1;
  }
  const top = Math.max(0, ...hits);
  return top === 0 ? null : hits.flatMap((count, place) => (count === top ? [place] : []));
}

const EXCEPT = /^,?\s+(?:but|except(?:\s+for)?|apart from|besides|excluding)\s[^,;.]*/i;

/** "on all sets but X": what is named behind is taken out. */
function exceptFor(
  text: string,
  phrase: Phrase,
  mentions: readonly Mention[],
  grid: Grid,
  places: number[] | null,
): number[] | null {
  const except = EXCEPT.exec(text.slice(phrase.clause.end));
  if (!except) return places;
  const end = phrase.clause.end + except[0].length;
  const out = new Set(
    mentions
      .filter((mention) => mention.axis !== grid.axis && mention.start >= phrase.clause.end && mention.end <= end)
      .flatMap((mention) => mention.places),
  );
  if (out.size === 0) return places;
  return (places ?? Array.from({ length: grid.places }, (_, place) => place)).filter((place) => !out.has(place));
}

const placesWith = (grid: Grid, metrics: readonly Metric[]): number[] =>
  Array.from({ length: grid.places }, (_, place) => place).filter((place) =>
    grid.labelsAt(place).some((label) => findMetrics(label.text).some(({ metric }) => metrics.includes(metric))),
  );

const hasMetrics = (grid: Grid): boolean =>
  Array.from({ length: grid.places }, (_, place) => place).some(
    (place) => findMetrics(textOf(grid.labelsAt(place))).length > 0,
  );

/** Names look unlike words: capitals or digits inside, or a capital within the sentence. */
const isProper = (text: string, start: number, end: number): boolean =>
  /\p{Lu}.*\p{Lu}|\p{L}\d|\d\p{L}/u.test(text.slice(start, end)) ||
  (start > 0 && /^\p{Lu}\p{L}{2,}/u.test(text.slice(start, end)) && !/[.!?\]]\s*$/.test(text.slice(0, start)));

const isPlaceName = (text: string, start: number): boolean =>
  /(?<!\b(?:based|bas\w*|rel\w*|depend\w*|built|trained|focus\w*)\s)\b(?:on|for)\s+(?:the\s+|both\s+|all\s+)?$/i.test(
    text.slice(0, start),
  );

/** "On X, A …" goes on for the later clauses of its sentence. */
function openingOf(text: string, phrase: Phrase): number {
  const opening = /^\W*(?:on|in|for|regarding|in terms of|as for)\b[^,]*,/i.exec(text);
  return opening && phrase.clause.start > 0 ? opening[0].length : 0;
}
