import type { PlacedValue } from '../facts/placedValues.ts';
import { listsOf, type TableList, tellingForms } from '../facts/tableLists.ts';
import type { Label, Table } from '../tables/table.ts';
import type { Quantity } from '../text/quantity.ts';
import { readQuantities } from '../text/readQuantities.ts';
import type { HeardTable } from './heardTable.ts';
import type { Region } from './summaryRegion.ts';

/** Numbers that a sentence takes together: a column over its rows, a row over its columns, the names of the rows. */
export interface Line {
  readonly entries: readonly LineEntry[];
  readonly title: string;
}

export interface LineEntry {
  /** What stands beside it: the row's name in a column, the column's in a row. */
  readonly name: string;
  readonly quantity: Quantity;
  readonly placed: PlacedValue | null;
}

/** The lines of a region: its named columns, else its named rows, else the numbers that name the rows. */
export function linesOf(region: Region, heard: HeardTable, text: string): Line[] {
  const { grid, rows, columns, named } = region;
  const titleOf = (labels: readonly Label[]): string => labels.map(({ text }) => text).join(' › ');
  const entry = (placed: PlacedValue | undefined, beside: readonly Label[]): LineEntry[] =>
    placed ? [{ name: titleOf(beside), quantity: placed.value.quantity, placed }] : [];
  const ofColumns = (): Line[] =>
    columns.map((column) => ({
      entries: rows.flatMap((row) => entry(grid.at(row, column), grid.labelsOf(row))),
      title: titleOf(grid.labelsAt(column)),
    }));
  const ofRows = (): Line[] =>
    rows.map((row) => ({
      entries: columns.flatMap((column) => entry(grid.at(row, column), grid.labelsAt(column))),
      title: titleOf(grid.labelsOf(row)),
    }));
  const lines =
    named.column && (!named.row || rows.length > 1) ? ofColumns() : named.row ? ofRows() : stubLine(heard, text);
  // A table folded in two has a part of its first column beside the rows.
  const folded = named.column
    ? stubLine(heard, text).filter(({ title }) => lines.some((line) => line.title === title))
    : [];
  return joined([...folded, ...lines]).filter(({ entries }) => entries.length > 1);
}

/** Columns of one name are one column that was folded to save space. */
function joined(lines: readonly Line[]): Line[] {
  const byTitle = new Map<string, LineEntry[]>();
  for (const { title, entries } of lines) byTitle.set(title, [...(byTitle.get(title) ?? []), ...entries]);
  return [...byTitle].map(([title, entries]) => ({ title, entries }));
}

/** "The years range from 2010 to 2019": the numbers that stand beside the rows. */
function stubLine({ table }: HeardTable, text: string): Line[] {
  return namedLists(table, text).flatMap(({ of, title, entries }) => {
    if (of !== 'rows') return [];
    const numbers = entries.flatMap(({ text: name, placed }) => {
      const [quantity, ...others] = readQuantities(name);
      return quantity && others.length === 0 && quantity.text === name.trim() ? [{ name, quantity, placed }] : [];
    });
    return numbers.length === entries.length ? [{ entries: numbers, title }] : [];
  });
}

/** The lists of a table whose header a text names: those with the longest header. */
export function namedLists(table: Table, text: string): TableList[] {
  const said = new Set(tellingForms(text));
  const named = listsOf(table).filter(({ of, forms }) => of !== 'columns' && forms.every((form) => said.has(form)));
  const longest = Math.max(0, ...named.map(({ forms }) => forms.length));
  return named.filter(({ forms }) => forms.length === longest);
}
