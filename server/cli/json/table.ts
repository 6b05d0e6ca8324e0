import type { CiteKey, SourceDocument, Table } from '../../../shared/engine/index.ts';

export interface DocumentTables {
  readonly path: string;
  readonly source: CiteKey | null;
  readonly document: SourceDocument;
}

/** The result of `tables --format json`. */
export function tablesJson(documents: readonly DocumentTables[]): string {
  const items = documents.map(({ path, source, document }) =>
    JSON.stringify({ path, source, tables: document.tables.map(tableJson) }),
  );
  return `{"schema":1,\n"documents":[\n${items.join(',\n')}\n]}\n`;
}

function tableJson(table: Table): object {
  const pathOf = (column: number): string[] => (table.columns[column]?.header ?? []).map(({ text }) => text);
  return {
    label: table.label,
    caption: table.caption,
    start: table.span.start,
    end: table.span.end,
    columns: table.columns.map((_, index) => pathOf(index)),
    rows: table.rows.map((row) => ({
      header: row.header.map(({ text }) => text),
      cells: row.cells.map((cell) => ({
        text: cell.text,
        start: cell.span.start,
        end: cell.span.end,
        values: cell.values.map(({ quantity, column }) => ({
          value: quantity.value,
          unit: quantity.unit,
          decimals: quantity.decimals,
          column: pathOf(column),
        })),
      })),
    })),
    unclear: table.unclear,
  };
}
