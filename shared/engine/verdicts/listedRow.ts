import { areInOneRow, type PlacedValue } from '../facts/placedValues.ts';
import type { Scored, Stated } from './finding.ts';
import { LEAST_BOUND } from './thresholds.ts';
import type { Figure, Utterance } from './utterance.ts';

/** From this many numbers on a list is no row by chance. */
const LEAST_LISTED = 3;
const JOINS = /^\s*%?\s*(?:,|\/|;|,?\s*(?:and|&))\s*$/;

/**
 * The cells of a figure that stands in a list of numbers which are, one by one, the cells of one named row of a table:
 * "its five scores (3.63, 3.25, 4.00, 3.23 and 3.32)". Where the words name no column of that table, that row is meant,
 * whatever columns of other tables they name.
 */
export function cellsOfListedRow(
  { figures, text }: Utterance,
  stated: readonly Stated[],
  f: number,
): ReadonlySet<PlacedValue> {
  const list = listAround(figures, text, f);
  if (list.length < LEAST_LISTED) return new Set();
  const cells = (stated[f] as Stated).cells.filter((cell) => {
    if (list.length > cell.placed.table.columns.length) return false;
    const row = list.map((g) => (stated[g] as Stated).cells.find(({ placed }) => areInOneRow(placed, cell.placed)));
    return isRowNamed(cell, f) && row.every((one, i) => one && !isColumnNamed(one, list[i] as number));
  });
  return new Set(cells.map(({ placed }) => placed));
}

/** The figures of the list that a figure stands in, by index. */
function listAround(figures: readonly Figure[], text: string, f: number): number[] {
  const isJoined = (g: number): boolean => {
    const [first, second] = [figures[g], figures[g + 1]];
    if (first?.shape !== 'value' || second?.shape !== 'value') return false;
    return JOINS.test(text.slice(first.quantity.span.end, second.quantity.span.start));
  };
  let from = f;
  let to = f;
  while (isJoined(from - 1)) from--;
  while (isJoined(to)) to++;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

const isRowNamed = ({ bound, placed }: Scored, f: number): boolean =>
  (bound.binding.rows[f]?.[placed.row] ?? 0) >= LEAST_BOUND;

const isColumnNamed = ({ bound, placed }: Scored, f: number): boolean =>
  (bound.binding.columns[f]?.[placed.value.column] ?? 0) >= LEAST_BOUND;
