import { readSource } from '../../../shared/engine/documents/reader.ts';
import type { Table } from '../../../shared/engine/index.ts';

/** The passages of a text, each with its kind and section. */
export function sentences(file: string, text: string): string[] {
  return readSource(file, text).passages.map((one) => `${one.kind} [${one.section.join(' › ')}] ${one.text}`);
}

/** The header paths of a table's columns. */
export function paths(table: Table | undefined): string[] {
  return table?.columns.map(({ header }) => header.map(({ text }) => text).join(' › ')) ?? [];
}

/** `row | column | number` for every number of a table. */
export function values(table: Table | undefined): string[] {
  const columns = paths(table);
  return valuesOf(table).map(
    ({ row, value }) =>
      `${row.header.map(({ text }) => text).join(' › ')} | ${columns[value.column]} | ${value.quantity.text}`,
  );
}

/** What stands in the text at the place of every cell with a number. */
export function slicesOfValues(text: string, table: Table | undefined): string[] {
  return valuesOf(table).map(({ cell }) => text.slice(cell.span.start, cell.span.end).trim());
}

function valuesOf(table: Table | undefined) {
  return (table?.rows ?? []).flatMap((row) =>
    row.cells.flatMap((cell) => cell.values.map((value) => ({ row, cell, value }))),
  );
}
