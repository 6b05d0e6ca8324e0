import type { CellValue, Table } from './table.ts';

const ENOUGH = 0.6;

/** What could not be understood of a table, one sentence for each kind of doubt; `isHeaded` where its header was. */
export function doubtsAbout({ columns, rows }: Pick<Table, 'columns' | 'rows'>, isHeaded: boolean): string[] {
  const doubts: string[] = [];
  const unsure = rows.filter((row) => row.unsure);
  const mixed = unsure.flatMap(({ cells }) => cells).find(({ values }) => ownOf(values).length > 1)?.text;
  if (mixed !== undefined)
    doubts.push(
      `Numbers of several rows stand in one cell, as in “${mixed}”: to which rows those of ${unsure.length} rows belong is not known.`,
    );
  const nameless = rows.filter(
    ({ header, cells }) => header.length === 0 && cells.some(({ values }) => values.length > 0),
  );
  const first = nameless[0]?.cells.find(({ values }) => values.length > 0)?.text;
  if (nameless.length > 0)
    doubts.push(
      `${count(nameless.length, 'row')} with numbers ${has(nameless.length)} no name; the first reads “${first}”.`,
    );
  // The most numbers that a cell of each column holds.
  const most = columns.map(() => 0);
  for (const { cells } of rows)
    for (const { values } of cells)
      for (const { column } of values) most[column] = Math.max(most[column] ?? 0, values.length);
  const bare = columns.flatMap(({ header }, c) => (header.length === 0 && most[c] ? [c + 1] : []));
  if (isHeaded && bare.length > 0)
    doubts.push(
      `${count(bare.length, 'column')} with numbers ${has(bare.length)} no header (value column ${bare.join(', ')}).`,
    );
  const twice = columns.findIndex((_, c) => (most[c] ?? 0) > 1 && isDouble({ columns, rows }, c));
  if (twice >= 0)
    doubts.push(
      `Cells under “${nameOf(columns[twice])}” hold two numbers, and the header does not say which is which.`,
    );
  return doubts;
}

const count = (many: number, noun: string): string => `${many} ${noun}${many === 1 ? '' : 's'}`;
const has = (many: number): string => (many === 1 ? 'has' : 'have');
const nameOf = (column: Table['columns'][number] | undefined): string =>
  column?.header.map(({ text }) => text).join(' › ') ?? '';

/** The values of a cell in one column of which none is known to belong to another. */
const ownOf = (values: readonly CellValue[], column = values[0]?.column): CellValue[] =>
  values.filter((value) => value.column === column && value.role === undefined);

/** True where most cells of a column hold two numbers of which neither is known to belong to the other. */
function isDouble({ columns, rows }: Pick<Table, 'columns' | 'rows'>, column: number): boolean {
  if (nameOf(columns[column]) === '') return false;
  let cells = 0;
  let double = 0;
  for (const row of rows)
    for (const { values } of row.cells) {
      const own = ownOf(values, column);
      if (own.length > 0) cells++;
      if (own.length > 1) double++;
    }
  return double > 1 && double >= cells * ENOUGH;
}
