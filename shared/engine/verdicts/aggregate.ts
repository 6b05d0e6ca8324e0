import { findMetrics } from '../facts/metrics.ts';
import { type PlacedValue, valuesOf } from '../facts/placedValues.ts';
import type { Binding } from './binding.ts';
import { agreement } from './compare.ts';
import type { Derivation } from './derive.ts';
import { rowsOfNames } from './rowsOfNames.ts';
import type { Figure } from './utterance.ts';

const MEAN = /\b(?:averag\w*|mean|on\s+average)\b/i;
const SUM = /\b(?:sum|total\w*|altogether|combined|together|overall|in\s+all)\b/i;
const NAMED = 0.55;
const CLOSE = 0.2;
const LEAST = 2;
const MOST_SHOWN = 4;

/**
 * A mean or a sum that the words ask for, over the cells they name: the named rows of the named column, all rows of it,
 * or the named row across the columns of one metric. Null where no such set gives the figure.
 */
export function aggregate(binding: Binding, f: number, figure: Figure, text: string): Derivation | null {
  if (!MEAN.test(text) && !SUM.test(text)) return null;
  const words = withoutMeasures(text, binding);
  const operations: ('mean' | 'sum')[] = [
    ...(MEAN.test(words) ? (['mean'] as const) : []),
    ...(SUM.test(words) ? (['sum'] as const) : []),
  ];
  if (operations.length === 0) return null;
  for (const { values, score } of setsOf(binding, f, text)) {
    const [first, ...rest] = values;
    if (!first || values.length < LEAST) continue;
    const sum = values.reduce((total, { value }) => total + value.quantity.value, 0);
    for (const operation of operations) {
      const result = Number((operation === 'mean' ? sum / values.length : sum).toPrecision(12));
      // A mean is finer than its parts: only the claim's own precision can tell.
      const fact = { ...first.value.quantity, value: result, step: 0, sign: null };
      if (agreement({ ...figure.quantity, sign: null }, fact, figure.hedge) === null) continue;
      const shown = values.slice(0, MOST_SHOWN).map(({ value }) => value.quantity.text);
      const list = `${shown.join(' + ')}${values.length > MOST_SHOWN ? ' + …' : ''}`;
      const told = Number(result.toFixed(figure.quantity.decimals + 1)).toString();
      const formula = operation === 'mean' ? `(${list}) / ${values.length} = ${told}` : `${list} = ${told}`;
      return { formula, operands: [first, ...rest], score, chance: 0 };
    }
  }
  return null;
}

/** "Mean average precision" asks for no mean. */
function withoutMeasures(text: string, { mentions }: Binding): string {
  const headers = mentions.filter(({ axis, start, end }) => axis === 'column' && /\s/.test(text.slice(start, end)));
  return [...headers, ...findMetrics(text)].reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

const MOST_CHOICES = 64;

/** The sets that have one row of each name. */
function choicesOf(names: readonly (readonly number[])[]): number[][] {
  if (names.length < LEAST || names.reduce((product, { length }) => product * length, 1) > MOST_CHOICES) return [];
  return names.reduce<number[][]>(
    (sets, rows) => sets.flatMap((set) => rows.filter((row) => !set.includes(row)).map((row) => [...set, row])),
    [[]],
  );
}

interface CellSet {
  readonly values: readonly PlacedValue[];
  readonly score: number;
}

function setsOf(binding: Binding, f: number, text: string): CellSet[] {
  const values = valuesOf(binding.table);
  const rows = binding.rows[f] ?? [];
  const columns = binding.columns[f] ?? [];
  const topRow = Math.max(0, ...rows);
  const topColumn = Math.max(0, ...columns);
  const sets: CellSet[] = [];
  const named = [rows.flatMap((score, row) => (score >= NAMED ? [row] : [])), ...choicesOf(rowsOfNames(binding, text))];
  columns.forEach((score, column) => {
    if (topColumn >= NAMED && score < topColumn - CLOSE) return;
    const inColumn = values.filter(({ value }) => value.column === column);
    for (const set of named)
      if (set.length >= LEAST)
        sets.push({ values: inColumn.filter(({ row }) => set.includes(row)), score: topRow + score });
    if (topColumn >= NAMED && topRow < NAMED) sets.push({ values: inColumn, score });
  });
  rows.forEach((score, row) => {
    if (topRow < NAMED || score < topRow - CLOSE) return;
    const inRow = values.filter((placed) => placed.row === row);
    const leaves = new Set(inRow.map((placed) => leafOf(binding, placed)));
    for (const leaf of leaves) {
      const alike = inRow.filter((placed) => leafOf(binding, placed) === leaf);
      const told = topColumn < NAMED || alike.some(({ value }) => (columns[value.column] ?? 0) >= topColumn - CLOSE);
      if (told) sets.push({ values: alike, score: score + topColumn });
    }
    if (topColumn < NAMED && new Set(inRow.map(({ value }) => value.quantity.decimals)).size === 1)
      sets.push({ values: inRow, score });
  });
  return sets;
}

function leafOf({ table }: Binding, { value }: PlacedValue): string {
  return table.columns[value.column]?.header.at(-1)?.text ?? '';
}
