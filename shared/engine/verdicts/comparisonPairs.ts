import type { Phrase } from '../claims/findComparisons.ts';
import { type Direction, findMetrics } from '../facts/metrics.ts';
import type { PlacedValue } from './binding.ts';
import { directionAt, type Grid, isBound, isCost, isSpreadOrChange, isTogether } from './comparisonGrid.ts';
import type { Reading } from './comparisonSides.ts';

/** Two cells that a phrase compares: the first is its subject's. */
export interface Pair {
  readonly subject: PlacedValue;
  readonly object: PlacedValue;
  /** Which way the measure is better; null where the phrase speaks of the number itself. */
  readonly direction: Direction | null;
  /** 1 where the subject's number is the larger one (or the better, for phrases of quality), 0 for a tie. */
  readonly order: 1 | 0 | -1;
}

/** The cells that a reading compares, place by place. Empty where it is not clear which way the measures run. */
export function pairsOf(grid: Grid, phrase: Phrase, reading: Reading, text: string): Pair[] {
  const objects = objectsOf(grid, reading);
  return placesOf(grid, phrase, reading, text).flatMap((place) =>
    reading.subjects.flatMap((subject) => {
      const value = grid.at(subject, place);
      if (!value) return [];
      const alike = objects.filter((object) => object !== subject && sameGroup(grid, subject, object));
      return (alike.length > 0 ? alike : objects).flatMap((object) => {
        const other = grid.at(object, place);
        const pair =
          other && object !== subject ? pairOf(grid, phrase, text, subject, object, place, value, other) : null;
        return pair ? [pair] : [];
      });
    }),
  );
}

function pairOf(
  grid: Grid,
  phrase: Phrase,
  text: string,
  subject: number,
  object: number,
  place: number,
  value: PlacedValue,
  other: PlacedValue,
): Pair | null {
  const gap = Math.sign(value.value.quantity.value - other.value.quantity.value) as 1 | 0 | -1;
  if (phrase.rule.sense === 'size') return { subject: value, object: other, direction: null, order: gap };
  const direction = senseAt(grid, phrase, text, subject, place);
  if (!direction || (grid.axis === 'column' && senseAt(grid, phrase, text, object, place) !== direction)) return null;
  return {
    subject: value,
    object: other,
    direction,
    order: direction === 'up' ? gap : ((gap === 0 ? 0 : -gap) as 1 | 0 | -1),
  };
}

/** Which way a phrase of quality or speed runs at a cell: from its headers, else from the sentence, else the caption. */
export function senseAt(grid: Grid, phrase: Phrase, text: string, entity: number, place: number): Direction | null {
  const known = directionAt(grid, entity, place);
  if (known) return known;
  const said = findMetrics(text.slice(phrase.clause.start, phrase.clause.end));
  const caption = findMetrics(grid.table.caption).filter((metric) => !metric.cost);
  for (const metrics of [said, caption]) {
    const first = metrics[0];
    if (first && metrics.every(({ better }) => better === first.better)) return first.better;
  }
  return looksLikeScores(grid, entity, place) ? 'up' : null;
}

/** Numbers with decimals from 0 to 100: in tables of results such columns without a known measure are scores. */
function looksLikeScores(grid: Grid, entity: number, place: number): boolean {
  const quantity = grid.at(entity, place)?.value.quantity;
  return quantity !== undefined && quantity.decimals > 0 && quantity.value >= 0 && quantity.value <= 100;
}

/** The places of the scope; without one all places whose measure the phrase can speak of. */
export function placesOf(grid: Grid, phrase: Phrase, reading: Reading, text: string): number[] {
  if (reading.scope) return [...reading.scope];
  const all = Array.from({ length: grid.places }, (_, place) => place);
  const open = all.filter((place) => !isSpreadOrChange(grid.labelsAt(place)));
  if (phrase.rule.sense === 'quality') return open.filter((place) => !isCost(grid.labelsAt(place)));
  if (phrase.rule.sense === 'speed') return open.filter((place) => isCost(grid.labelsAt(place)));
  // A size without a named measure is clear only where there is one measure, or the sentence names the caption's.
  const words = findMetrics(text.slice(phrase.clause.start, phrase.clause.end));
  return open.length === 1 || words.length > 0 || all.length === 1 ? open : open;
}

function objectsOf(grid: Grid, { subjects, objects }: Reading): number[] {
  if (objects === 'none') return [];
  if (objects !== 'others') return [...objects];
  return peersOf(grid).filter((entity) => !subjects.includes(entity));
}

/** The rows (or columns) that compete: no totals, no changes, no humans. */
export function peersOf(grid: Grid): number[] {
  const all = Array.from({ length: grid.entities }, (_, entity) => entity);
  return all.filter(
    (entity) =>
      !isBound(grid.labelsOf(entity)) && !isSpreadOrChange(grid.labelsOf(entity)) && !isTogether(grid.labelsOf(entity)),
  );
}

function sameGroup(grid: Grid, a: number, b: number): boolean {
  const outer = (entity: number): string =>
    grid
      .labelsOf(entity)
      .slice(0, -1)
      .map((label) => label.text)
      .join('\u0000');
  return outer(a) === outer(b);
}
