import { findMetrics, type Metric } from '../facts/metrics.ts';
import type { PlacedValue } from '../facts/placedValues.ts';
import type { Figure } from './utterance.ts';

const BEHIND = /^[\s%]*(?:points?\s+)?(?:in\s+)?$/i;
const BEFORE = /^\s*(?:scores?|rates?|values?)?\s*(?:of|is|was|at|:|=)?\s*(?:only|about)?\s*\(?$/i;

/** The measure named right beside a figure: "74.4 % F1", "an accuracy of 81.2". */
export function metricBeside(text: string, { quantity: { span } }: Figure): Metric | null {
  const from = Math.max(0, span.start - REACH);
  const before = findMetrics(text.slice(from, span.start)).findLast(({ end }) =>
    BEFORE.test(text.slice(from + end, span.start)),
  );
  const behind = findMetrics(text.slice(span.end, span.end + REACH)).find(({ start }) =>
    BEHIND.test(text.slice(span.end, span.end + start)),
  );
  return (behind ?? before)?.metric ?? null;
}

const REACH = 40;

/** True where the headers of a cell name measures, and not this one. */
export function isOfAnother(metric: Metric, { table, row, value }: PlacedValue): boolean {
  const labels = [...(table.rows[row]?.header ?? []), ...(table.columns[value.column]?.header ?? [])];
  const named = labels.flatMap(({ text }) => findMetrics(text).map(({ metric: one }) => one));
  return named.length > 0 && !named.includes(metric);
}
