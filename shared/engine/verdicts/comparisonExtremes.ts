import type { Phrase } from '../claims/findComparisons.ts';
import type { Quantity } from '../text/quantity.ts';
import { touches } from '../text/span.ts';
import { claimedExtreme, judgeExtreme, judgeExtremeOfAll } from './comparisonExtreme.ts';
import { type Axis, gridOf } from './comparisonGrid.ts';
import type { Outcome } from './comparisonOutcome.ts';
import type { Reading } from './comparisonPairs.ts';
import { readScope } from './comparisonScope.ts';
import { placesOf } from './comparisonSides.ts';
import type { HeardTable } from './heardTable.ts';
import type { Mention } from './mentions.ts';
import { readRegion } from './summaryRegion.ts';

export interface Judged {
  readonly heard: HeardTable;
  readonly reading: Reading;
  readonly outcome: Outcome;
}

/**
 * "The highest loss is 4.2": over the rows for a named column, over the columns for a named row, over all where the
 * sentence names the table. `alone` is true where no other table can be meant.
 */
export function judgeExtremes(text: string, phrase: Phrase, heard: HeardTable, alone: boolean): Judged[] {
  const claimed = claimedExtreme(text, phrase, heard.mentions);
  if (!claimed || heard.mentions.some((mention) => isCutShort(text, mention, claimed))) return [];
  const { explained } = readRegion(heard, text, claimed.span);
  // Where both a row and a column are named, both readings stand; the one that bears it out wins.
  const judged = (['row', 'column'] as const).flatMap((axis) =>
    overAxis(axis, text, phrase, heard, claimed, explained),
  );
  if (judged.length > 0 || !alone || !explained || heard.mentions.length > 0 || !WHOLE.test(text)) return judged;
  const grid = gridOf(heard.table, 'row');
  const outcome = judgeExtremeOfAll(grid, phrase, claimed);
  const scope = { places: null, foreign: false, heard: 'the whole table' };
  return outcome ? [{ heard, outcome, reading: readingOf('row', text, phrase, heard, claimed, [], 1, scope) }] : [];
}

const WHOLE = /\b(?:tables?|of all|to all)\b/i;

/** "Factor 8" of a table with factors 1 to 5: the name goes on in the sentence. */
const isCutShort = (text: string, { end, text: name }: Mention, claimed: Quantity): boolean => {
  const next = /^\s?(\d+)/.exec(text.slice(end));
  if (!next || touches(claimed.span, { start: end, end: end + next[0].length })) return false;
  return !new RegExp(`(?<!\\d)${next[1]}(?!\\d)`).test(name);
};

function overAxis(
  axis: Axis,
  text: string,
  phrase: Phrase,
  heard: HeardTable,
  claimed: Quantity,
  explained: boolean,
): Judged[] {
  const grid = gridOf(heard.table, axis);
  const scope = readScope(grid, text, phrase, heard.mentions, [], heard.lexicon);
  const along = heard.mentions.filter(
    (mention) => mention.axis === axis && mention.start >= phrase.clause.start && mention.end <= phrase.clause.end,
  );
  const across = heard.mentions.filter((mention) => mention.axis !== axis);
  if (scope.places === null || across.length === 0 || scope.foreign) return [];
  const strength = Math.max(...across.map((mention) => mention.strength));
  const outcome = judgeExtreme(grid, phrase, claimed, scope.places, explained);
  return outcome
    ? [{ heard, outcome, reading: readingOf(axis, text, phrase, heard, claimed, along, strength, scope) }]
    : [];
}

const readingOf = (
  axis: Axis,
  text: string,
  phrase: Phrase,
  { table }: HeardTable,
  claimed: Quantity,
  along: readonly Mention[],
  strength: number,
  scope: Reading['scope'],
): Reading => ({
  grid: gridOf(table, axis),
  phrase,
  scope,
  text,
  sides: {
    axis,
    subjects: placesOf(along),
    level: 0,
    objects: 'rest',
    named: along,
    strength,
    carried: false,
    implied: false,
    heard: `the number ${claimed.text}`,
  },
});
