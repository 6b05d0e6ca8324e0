import type { Table } from '../tables/table.ts';
import { words } from './names.ts';
import { type PlacedValue, valuesOf } from './placedValues.ts';

/** What a header heads: the names beside the rows, the cells of a column, the columns of a group. */
export interface TableList {
  /** The header, in canonical words, without words such as "name" and "type". */
  readonly forms: readonly string[];
  readonly title: string;
  /** One entry for each row or column, as printed, with a cell that stands for it. */
  readonly entries: readonly ListEntry[];
  readonly of: 'rows' | 'cells' | 'columns';
}

export interface ListEntry {
  readonly text: string;
  /** Null where the row or column has no number. */
  readonly placed: PlacedValue | null;
}

const lists = new WeakMap<Table, readonly TableList[]>();

/** All lists of a table. Calls with the same table give the same lists. */
export function listsOf(table: Table): readonly TableList[] {
  const known = lists.get(table);
  if (known) return known;
  const found = [...rowLists(table), ...cellLists(table), ...columnLists(table)].filter(
    ({ forms, entries }) => forms.length > 0 && entries.length > 0,
  );
  lists.set(table, found);
  return found;
}

const IDLE = new Set('name value type category kind entry number no content item label different unique'.split(' '));

/** The words of a header or noun that tell what it is about; all of them where none does. */
export function tellingForms(text: string): string[] {
  const forms = words(text).map(({ form }) => form);
  const telling = forms.filter((form) => !IDLE.has(form));
  return telling.length > 0 ? telling : forms;
}

const list = (title: string, entries: readonly ListEntry[], of: TableList['of']): TableList => ({
  forms: tellingForms(title),
  title,
  entries,
  of,
});

function rowLists(table: Table): TableList[] {
  const first = new Map<number, PlacedValue>();
  for (const placed of valuesOf(table)) if (!first.has(placed.row)) first.set(placed.row, placed);
  const byAxis = new Map<string, ListEntry[]>();
  for (const [r, row] of table.rows.entries())
    for (const { axis, text } of row.header) {
      if (axis) byAxis.set(axis, [...(byAxis.get(axis) ?? []), { text, placed: first.get(r) ?? null }]);
    }
  return [...byAxis].map(([title, entries]) => list(title, entries, 'rows'));
}

function cellLists(table: Table): TableList[] {
  const byRow = new Map(valuesOf(table).map((placed) => [placed.row, placed]));
  // Only where each cell of a row is one column do cells and columns go together.
  if (table.rows.some((row) => row.cells.length !== table.columns.length)) return [];
  return table.columns.map((column, c) => {
    const entries = table.rows.flatMap((row, r) => {
      const text = row.cells[c]?.text.trim() ?? '';
      return text === '' ? [] : [{ text, placed: byRow.get(r) ?? null }];
    });
    return list(column.header.map(({ text }) => text).join(' '), entries, 'cells');
  });
}

/** Columns under one header, and columns whose names differ in a number: "Factor 1", "Factor 2". */
function columnLists(table: Table): TableList[] {
  const first = new Map<number, PlacedValue>();
  for (const placed of valuesOf(table)) if (!first.has(placed.value.column)) first.set(placed.value.column, placed);
  const byTitle = new Map<string, ListEntry[]>();
  for (const [c, { header }] of table.columns.entries()) {
    const leaf = header.at(-1)?.text ?? '';
    const placed = first.get(c);
    if (!placed) continue;
    const titles = header.slice(0, -1).map(({ text }) => text);
    const numbered = /^(\p{L}[\p{L}\s.-]*?)[\s.-]*\d{1,2}(?:\s*\([^()]*\))?$/u.exec(leaf)?.[1];
    for (const title of [...titles, ...(numbered ? [numbered] : [])])
      byTitle.set(title, [...(byTitle.get(title) ?? []), { text: leaf, placed }]);
  }
  return [...byTitle].flatMap(([title, entries]) => (entries.length > 1 ? [list(title, entries, 'columns')] : []));
}
