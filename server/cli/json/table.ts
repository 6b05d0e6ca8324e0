import type { CellValue, DocumentId, Library, Table } from '../../../shared/engine/index.ts';
import type { DocumentTables } from '../tables/documentTables.ts';
import { placeJson } from './place.ts';

/** The result of `tables --format json`. */
export function tablesJson(documents: readonly DocumentTables[], library: Library): string {
  const items = documents.map((one) =>
    JSON.stringify({
      path: one.path,
      source: one.source,
      tables: one.document.tables.map((table) => tableJson(table, one.id, library)),
    }),
  );
  return `{"schema":1,\n"documents":[\n${items.join(',\n')}\n]}\n`;
}

function tableJson(table: Table, id: DocumentId, library: Library): object {
  const pathOf = (column: number): string[] => (table.columns[column]?.header ?? []).map(({ text }) => text);
  const valueJson = ({ quantity, column, role }: CellValue): object => ({
    value: quantity.value,
    unit: quantity.unit,
    decimals: quantity.decimals,
    column: pathOf(column),
    ...(role === undefined ? {} : { role }),
  });
  return {
    label: table.label,
    caption: table.caption,
    ...placeJson(library, id, table.span),
    columns: table.columns.map((_, index) => pathOf(index)),
    rows: table.rows.map((row) => ({
      header: row.header.map(({ text }) => text),
      ...(row.unsure ? { unsure: true } : {}),
      cells: row.cells.map((cell) => ({
        text: cell.text,
        ...placeJson(library, id, cell.span),
        values: cell.values.map(valueJson),
        ...(cell.spreads === undefined ? {} : { spreads: cell.spreads.map(valueJson) }),
        ...(cell.marks === undefined ? {} : { marks: cell.marks }),
        ...(cell.notes === undefined ? {} : { notes: cell.notes }),
      })),
    })),
    unclear: table.unclear,
  };
}
