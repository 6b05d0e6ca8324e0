import type { CellValue, Table, TableCell } from '../tables/table.ts';

/** Every number of a table, row by row. Calls with the same table give the same list. */
export function valuesOf(table: Table): PlacedValue[] {
  const known = lists.get(table);
  if (known) return known;
  const list = table.rows.flatMap((row, r) =>
    row.cells.flatMap((cell) => cell.values.map((value) => ({ table, row: r, value, cell }))),
  );
  lists.set(table, list);
  return list;
}

/** One number of a table with its place. */
export interface PlacedValue {
  readonly table: Table;
  readonly row: number;
  readonly value: CellValue;
  readonly cell: TableCell;
}

/** True where two numbers stand in one row of one table. */
export const areInOneRow = (one: PlacedValue, other: PlacedValue): boolean =>
  one.table === other.table && one.row === other.row;

/** True where the number may be that of another row. */
export const isUnsure = ({ table, row }: PlacedValue): boolean => table.rows[row]?.unsure === true;

const lists = new WeakMap<Table, PlacedValue[]>();
