import type { PlacedValue } from '../facts/placedValues.ts';
import type { Table } from '../tables/table.ts';
import { scoreOf } from './binding.ts';
import { agreement } from './compare.ts';
import type { Scored } from './finding.ts';
import type { Inquiry } from './inquiry.ts';
import { byScore } from './rivals.ts';
import { LEAST_BOUND } from './thresholds.ts';

/**
 * The cell of which the figure is the standard deviation or error, where the words speak of one or put the number into
 * brackets: "an F1 of 52.1 (1.5)". Null where there is none in a row or column that is named.
 */
export function spreadOf({ utterance: { text }, tables, f, figure }: Inquiry): Scored | null {
  const { quantity, hedge } = figure;
  const { start, end } = quantity.span;
  const inBrackets = /[([]\s*(?:±\s*)?$/.test(text.slice(0, start)) && /^\s*%?\s*[)\]]/.test(text.slice(end));
  if (!inBrackets && !SPREAD.test(text)) return null;
  const [best] = tables
    .flatMap((bound) =>
      spreadsOf(bound.binding.table)
        .filter(({ value }) => agreement(quantity, value.quantity, hedge) !== null)
        .map((placed) => ({ bound, placed, score: scoreOf(bound.binding, f, placed) })),
    )
    .sort(byScore);
  return best && best.score >= LEAST_BOUND ? best : null;
}

const SPREAD =
  /±|\b(?:standard\s+(?:deviations?|errors?)|deviations?|std(?:ev|\.)?|s\.?d\.?|s\.?e\.?m?\.?|variances?|spreads?)(?!\w)/i;

const spreadsOf = (table: Table): PlacedValue[] =>
  table.rows.flatMap((row, r) =>
    row.cells.flatMap((cell) => (cell.spreads ?? []).map((value) => ({ table, row: r, value, cell }))),
  );
