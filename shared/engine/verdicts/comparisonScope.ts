import type { Phrase } from '../claims/findComparisons.ts';
import { findMetrics, type Metric } from '../facts/metrics.ts';
import { words } from '../facts/names.ts';
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
export function readScope(grid: Grid, text: string, phrase: Phrase, mentions: readonly Mention[], sides: readonly Mention[], lexicon: TableLexicon): Scope {
  const { clause } = phrase;
  const opening = openingOf(text, phrase);
  const inReach = (start: number, end: number): boolean => (start >= clause.start && end <= clause.end) || end <= opening;
  const taken = (start: number, end: number): boolean => sides.some((side) => side.start < end && start < side.end);
  const across = mentions.filter((mention) => mention.axis !== grid.axis && inReach(mention.start, mention.end) && !taken(mention.start, mention.end));
  const heard = across.map((mention) => `“${mention.text}”`);
  let places: number[] | null = across.length > 0 ? placesOf(across) : null;
  let foreign = false;
  const narrow = (found: readonly number[]): boolean => {
    const both = places === null ? [...found] : places.filter((place) => found.includes(place));
    if (both.length === 0) return false;
    places = both;
    return true;
  };
  const metrics = findMetrics(text).filter(({ start, end }) => inReach(start, end) && !taken(start, end) && !across.some((mention) => mention.start < end && start < mention.end));
  const measured = metrics.map(({ metric }) => metric);
  if (measured.length > 0) {
    const at = placesWith(grid, measured);
    if (at.length > 0) narrow(at);
    else if (hasMetrics(grid) && !findMetrics(grid.table.caption).some(({ metric }) => measured.includes(metric))) foreign = true;
    heard.push(...measured.map((metric) => `measure ${metric.names[0]}`));
  }
  for (const word of words(text)) {
    if (!inReach(word.start, word.end) || taken(word.start, word.end) || !isProper(text, word.start, word.end)) continue;
    if ([...across, ...metrics].some((one) => one.start < word.end && word.start < one.end)) continue;
    const names = (lexicon.byWord.get(word.form) ?? []).filter((name) => name.axis !== grid.axis);
    if (names.length > 0) {
      if (narrow([...new Set(names.flatMap((name) => name.places))])) heard.push(`“${text.slice(word.start, word.end)}”`);
    } else if (isPlaceName(text, word.start) && !lexicon.byWord.has(word.form) && !lexicon.context.has(word.form)) foreign = true;
  }
  return { places, foreign, heard: heard.length > 0 ? `for ${heard.join(', ')}` : 'no scope named' };
}

const placesWith = (grid: Grid, metrics: readonly Metric[]): number[] =>
  Array.from({ length: grid.places }, (_, place) => place).filter((place) => grid.labelsAt(place).some((label) => findMetrics(label.text).some(({ metric }) => metrics.includes(metric))));

const hasMetrics = (grid: Grid): boolean => Array.from({ length: grid.places }, (_, place) => place).some((place) => findMetrics(textOf(grid.labelsAt(place))).length > 0);

/** Names look unlike words: capitals or digits inside, or a capital within the sentence. */
const isProper = (text: string, start: number, end: number): boolean =>
  /\p{Lu}.*\p{Lu}|\p{L}\d|\d\p{L}/u.test(text.slice(start, end)) || (start > 0 && /^\p{Lu}\p{L}{2,}/u.test(text.slice(start, end)) && !/[.!?\]]\s*$/.test(text.slice(0, start)));

const isPlaceName = (text: string, start: number): boolean => /\b(?:on|in|for)\s+(?:the\s+|both\s+|all\s+)?$/i.test(text.slice(0, start)) && !/\b(?:in|on)\s+(?:the\s+)?$/i.test(text.slice(0, start).replace(/(?:Table|Figure|Section).*$/, ''))
  ? true
  : /\b(?:on|for)\s+(?:the\s+|both\s+|all\s+)?$/i.test(text.slice(0, start));

/** "On X, A …" goes on for the later clauses of its sentence. */
function openingOf(text: string, phrase: Phrase): number {
  const opening = /^\W*(?:on|in|for|regarding|in terms of|as for)\b[^,]*,/i.exec(text);
  return opening && phrase.clause.start > 0 ? opening[0].length : 0;
}
