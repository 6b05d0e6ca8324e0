import type { Phrase } from '../claims/findComparisons.ts';
import { type Direction, findMetrics } from '../facts/metrics.ts';
import type { PlacedValue } from '../facts/placedValues.ts';
import {
  directionAt,
  type Grid,
  gridOf,
  isBound,
  isCost,
  isOneMeasure,
  isSpreadOrChange,
  isTogether,
  namesMetrics,
  restOf,
} from './comparisonGrid.ts';
import type { Scope } from './comparisonScope.ts';
import type { Sides } from './comparisonSides.ts';
import type { Mention } from './mentions.ts';

/** One way to read a comparing phrase over a table. */
export interface Reading {
  readonly grid: Grid;
  readonly phrase: Phrase;
  readonly sides: Sides;
  readonly scope: Scope;
  readonly text: string;
}

/** Two cells that a phrase compares: the first is its subject's. */
export interface Pair {
  readonly subject: PlacedValue;
  readonly object: PlacedValue;
  /** 1 where the subject's number is the larger one (for phrases of quality: the better), 0 for a tie. */
  readonly order: 1 | 0 | -1;
}

/** The cells that a reading compares, place by place. Empty where it is not clear which way the measures run. */
export function pairsOf(reading: Reading): Pair[] {
  const { grid, sides } = reading;
  if (sides.objects === 'others' && !isFair(reading)) return [];
  const objects = objectsOf(reading);
  return scopeOf(reading).flatMap((place) =>
    sides.subjects.flatMap((subject) => {
      const alike = objects.filter(
        (object) => object !== subject && restOf(grid, subject, sides.level) === restOf(grid, object, sides.level),
      );
      return (alike.length > 0 ? alike : objects).flatMap((object) => {
        const pair = object === subject ? null : pairOf(reading, subject, object, place);
        return pair ? [pair] : [];
      });
    }),
  );
}

function pairOf(reading: Reading, subject: number, object: number, place: number): Pair | null {
  const { grid, phrase } = reading;
  const [own, other] = [grid.at(subject, place), grid.at(object, place)];
  if (!own || !other) return null;
  const gap = Math.sign(own.value.quantity.value - other.value.quantity.value) as 1 | 0 | -1;
  if (phrase.rule.sense === 'size' || phrase.rule.relation === 'equal')
    return { subject: own, object: other, order: gap };
  const direction = directionFor(reading, subject, place);
  if (!direction || (grid.axis === 'column' && directionFor(reading, object, place) !== direction)) return null;
  return { subject: own, object: other, order: direction === 'up' || gap === 0 ? gap : gap === 1 ? -1 : 1 };
}

/** Which way a phrase of quality or speed runs at a cell: from its headers, else from the sentence and the caption. */
export function directionFor({ grid, phrase, text, sides }: Reading, entity: number, place: number): Direction | null {
  const known = directionAt(grid, entity, place);
  if (known) return known;
  const said = wayOf(without(text, sides.named).slice(phrase.clause.start, phrase.clause.end));
  const caption = wayOf(grid.table.caption);
  if (said && caption) return said === caption ? said : null;
  return said ?? caption ?? (!knowsMeasures(grid) && looksLikeScore(grid.at(entity, place)) ? 'up' : null);
}

/** A text with blanks in place of names: a system may be called like a measure. */
const without = (text: string, names: readonly Mention[]): string =>
  names.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);

const knowing = new WeakMap<Grid['table'], boolean>();

/** True where most headers name a measure: beside those, a column without one is no score but something else. */
function knowsMeasures({ table }: Grid): boolean {
  const known = knowing.get(table);
  if (known !== undefined) return known;
  const grid = gridOf(table, 'row');
  const all = Array.from({ length: grid.places }, (_, place) => place);
  const measured = all.filter((place) => !isCost(grid.labelsAt(place)) && directionAt(grid, 0, place) !== null);
  const knows = measured.length * 2 > all.length;
  knowing.set(table, knows);
  return knows;
}

/** The direction that all measures of a text share. */
function wayOf(text: string): Direction | null {
  const found = findMetrics(text).filter(({ metric }) => !metric.cost);
  const first = found[0];
  return first && found.every(({ metric }) => metric.better === first.metric.better) ? first.metric.better : null;
}

/** Numbers with decimals up to 100: in tables of results, columns of such numbers without a known measure are scores. */
const looksLikeScore = (placed: PlacedValue | undefined): boolean => {
  const quantity = placed?.value.quantity;
  return (
    quantity !== undefined &&
    (quantity.decimals > 0 || quantity.unit === 'percent') &&
    quantity.value >= 0 &&
    quantity.value <= 100
  );
};

/** The places of the scope; without one all places whose measure the phrase can speak of. */
export function scopeOf({ grid, phrase, scope }: Reading): number[] {
  if (scope.places) return [...scope.places];
  const open = Array.from({ length: grid.places }, (_, place) => place).filter(
    (place) => !isSpreadOrChange(grid.labelsAt(place)),
  );
  if (phrase.rule.sense === 'speed') return open.filter((place) => isCost(grid.labelsAt(place)));
  return phrase.rule.sense === 'quality' ? open.filter((place) => !isCost(grid.labelsAt(place))) : open;
}

function objectsOf(reading: Reading): number[] {
  const { grid, phrase, sides, scope } = reading;
  if (sides.objects === 'others') return peersOf(grid).filter((entity) => !sides.subjects.includes(entity));
  if (sides.objects !== 'rest') return [...sides.objects];
  if (!sides.implied) return [];
  // What is not said is clear only for a named measure: alike to each other, or the one other of two.
  if (scope.places === null && grid.places > 1 && sides.level === 0) return [];
  if (phrase.rule.relation === 'equal') return [...sides.subjects];
  const places = scopeOf(reading);
  const isFilled = (entity: number): boolean => places.some((place) => grid.at(entity, place) !== undefined);
  const all = Array.from({ length: grid.entities }, (_, entity) => entity).filter(isFilled);
  const siblings = sides.subjects
    .filter(isFilled)
    .map((subject) =>
      (isTogether(grid.labelsOf(subject)) ? all : peersOf(grid).filter(isFilled)).filter(
        (entity) =>
          !sides.subjects.includes(entity) && restOf(grid, entity, sides.level) === restOf(grid, subject, sides.level),
      ),
    );
  return siblings.every((list) => list.length === 1) ? siblings.flat() : [];
}

/** The rows (or columns) that compete: no totals, no changes, no humans. */
export function peersOf(grid: Grid): number[] {
  return Array.from({ length: grid.entities }, (_, entity) => entity).filter((entity) => {
    const labels = grid.labelsOf(entity);
    return !isBound(labels) && !isSpreadOrChange(labels) && !isTogether(labels);
  });
}

/** Rivals must be measured alike: measures are no rivals of each other, and columns need a named row. */
export function isFair({ grid, phrase, sides, scope }: Reading): boolean {
  if (namesMetrics(grid, sides.subjects)) return false;
  if (
    scope.places === null &&
    phrase.rule.sense === 'size' &&
    phrase.rule.relation === 'superlative' &&
    grid.places > 1 &&
    !(grid.axis === 'column' && isOneMeasure(grid))
  )
    return false;
  if (grid.axis === 'row' || scope.places !== null) return true;
  return grid.places === 1 || isOneMeasure(grid) || namesMeasuresAcross(grid);
}

const namesMeasuresAcross = (grid: Grid): boolean =>
  Array.from({ length: grid.places }, (_, place) => place).some((place) =>
    grid.labelsAt(place).some((label) => label.direction !== undefined || findMetrics(label.text).length > 0),
  );
