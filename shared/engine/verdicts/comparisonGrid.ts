import { type Direction, directionOf, findMetrics, type Metric } from '../facts/metrics.ts';
import { type PlacedValue, valuesOf } from '../facts/placedValues.ts';
import type { Label, Table } from '../tables/table.ts';

export type Axis = 'row' | 'column';

/** A table by row and column, or turned round, so that what is compared always runs along the first axis. */
export interface Grid {
  readonly table: Table;
  readonly axis: Axis;
  /** How many things can be compared, and at how many places each has a value. */
  readonly entities: number;
  readonly places: number;
  at(entity: number, place: number): PlacedValue | undefined;
  labelsOf(entity: number): readonly Label[];
  labelsAt(place: number): readonly Label[];
}

const rowGrids = new WeakMap<Table, (PlacedValue | undefined)[][]>();

export function gridOf(table: Table, axis: Axis): Grid {
  const cells = rowGrids.get(table) ?? placed(table);
  rowGrids.set(table, cells);
  const rowLabels = (row: number): readonly Label[] => table.rows[row]?.header ?? [];
  const columnLabels = (column: number): readonly Label[] => table.columns[column]?.header ?? [];
  if (axis === 'row')
    return {
      table,
      axis,
      entities: table.rows.length,
      places: table.columns.length,
      at: (row, column) => cells[row]?.[column],
      labelsOf: rowLabels,
      labelsAt: columnLabels,
    };
  return {
    table,
    axis,
    entities: table.columns.length,
    places: table.rows.length,
    at: (column, row) => cells[row]?.[column],
    labelsOf: columnLabels,
    labelsAt: rowLabels,
  };
}

function placed(table: Table): (PlacedValue | undefined)[][] {
  const cells: (PlacedValue | undefined)[][] = table.rows.map(() => []);
  for (const value of valuesOf(table)) {
    const row = cells[value.row];
    // Of two numbers in one column of a cell the first is the value, the other its spread.
    if (row && !row[value.value.column]) row[value.value.column] = value;
  }
  return cells;
}

const SPREAD_OR_CHANGE =
  /(?:^|[\s(])(?:std|stdev|s\.?d\.?|sd|se|variance|[±Δδ∆]|delta|diff\w*|gain|improv\w*|change|drop|p-?values?|cmp\.?|rank|#|nr\.?|n|count|size)(?:[\s).:]|$)/i;
const ALL_TOGETHER = /^(?:total|average|avg\.?|mean|sum|overall|all)$/i;
const BOUND = /\b(?:human|oracle|upper[\s-]bound|topline|ceiling|gold|ground[\s-]truth|inter-?annotator|chance)\b/i;

/** The labels of one row or column as a text. */
export const textOf = (labels: readonly Label[]): string => labels.map((label) => label.text).join(' ');

/** True for rows or columns of spreads, changes and counts: nobody is better there. */
export const isSpreadOrChange = (labels: readonly Label[]): boolean =>
  labels.some((label) => SPREAD_OR_CHANGE.test(label.text));

/** True for totals and averages over the others. */
export const isTogether = (labels: readonly Label[]): boolean =>
  labels.some((label) => ALL_TOGETHER.test(label.text.trim()));

/** True for humans and oracles, with which systems are not compared. */
export const isBound = (labels: readonly Label[]): boolean => BOUND.test(textOf(labels));

/** True for measures of cost. */
export const isCost = (labels: readonly Label[]): boolean =>
  findMetrics(textOf(labels)).some(({ metric }) => metric.cost);

/** Which way a cell's measure is better, from its headers: arrows first, then known measures from the inside outwards. */
export function directionAt(grid: Grid, entity: number, place: number): Direction | null {
  for (const labels of [grid.labelsAt(place), grid.labelsOf(entity)]) {
    const arrow = labels.findLast((label) => label.direction)?.direction;
    if (arrow) return arrow;
  }
  for (const label of grid.labelsAt(place).toReversed()) {
    const known = directionOf(label.text) ?? (label.axis ? directionOf(label.axis) : null);
    if (known) return known;
  }
  // Beside what is compared a measure stands alone ("BLEU"); "Language Model Size" above rows is a group.
  // One system among others may be called like a measure.
  if (!namesMeasures(grid)) return null;
  for (const { text } of grid.labelsOf(entity).toReversed()) if (isMeasureAlone(text)) return directionOf(text);
  return null;
}

/** True where a good part of what runs along the axis is called like a measure. */
function namesMeasures(grid: Grid): boolean {
  const all = Array.from({ length: grid.entities }, (_, entity) => entity);
  const named = all.filter((entity) => grid.labelsOf(entity).some(({ text }) => isMeasureAlone(text)));
  return named.length * 3 >= all.length;
}

function isMeasureAlone(text: string): boolean {
  const [first, ...rest] = findMetrics(text);
  return (
    first !== undefined &&
    rest.length === 0 &&
    !first.metric.cost &&
    text.replace(/[^\p{L}\p{N}]/gu, '').length <= first.end - first.start + 1
  );
}

/** Whether the measures stand along the axis of what is compared, so that its entries are no rivals of each other. */
export function namesMetrics(grid: Grid, entities: readonly number[]): boolean {
  const metricsOf = (entity: number): Metric[] =>
    findMetrics(grid.labelsOf(entity).at(-1)?.text ?? '').map(({ metric }) => metric);
  return entities.some((entity) => metricsOf(entity).length > 0) && !isOneMeasure(grid);
}

/** True where every header names one measure, which tells nothing apart: "Throughput, balanced", "Throughput, linear". */
export function isOneMeasure(grid: Grid): boolean {
  const named = Array.from({ length: grid.entities }, (_, entity) =>
    findMetrics(grid.labelsOf(entity).at(-1)?.text ?? '').map(({ metric }) => metric),
  );
  const [first] = named[0] ?? [];
  return first !== undefined && named.length > 1 && named.every((metrics) => metrics.includes(first));
}

/** "(3)" above a column only counts it. */
const ORDINAL = /^\(\d{1,2}\)$/;

/** The labels of an entity without the one at `level` (0 is the innermost): what must be alike in a fair comparison. */
export function restOf(grid: Grid, entity: number, level: number): string {
  const labels = grid.labelsOf(entity);
  return labels
    .filter(({ text }, i) => labels.length - 1 - i !== level && !ORDINAL.test(text))
    .map((label) => label.text)
    .join('\u0000');
}
