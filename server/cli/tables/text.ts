import { placeOf, type Table } from '../../../shared/engine/index.ts';
import { type Palette, type PlaceIn, place, tableTitle } from '../../../shared/report/index.ts';
import { type DocumentTables, gridOf, stubsOf } from './documentTables.ts';

/** Tables as aligned columns for a terminal, with one line for each level of the headers. */
export function tablesText(documents: readonly DocumentTables[], placeIn: PlaceIn, palette: Palette): string {
  const parts = documents.flatMap((one) =>
    one.document.tables.map((table) => {
      const key = one.source === null ? '' : `  @${one.source}`;
      const [, ...rows] = gridOf(table);
      const heads = headLines(table, stubsOf(table));
      const lines = aligned([...heads, ...rows]);
      const unclear = table.unclear.map((text) => palette.yellow(`not understood: ${text}`));
      return [
        palette.bold(tableTitle(table) || 'Table'),
        palette.dim(`${placeOfTable(one, table, placeIn)}${key}`),
        ...lines.slice(0, heads.length).map(palette.cyan),
        ...lines.slice(heads.length),
        ...unclear,
        '',
      ].join('\n');
    }),
  );
  return parts.length > 0 ? parts.join('\n') : 'No tables were found.\n';
}

/** `paper.pdf, page 6, Table 2`; for a text file `paper.md:12:1`. */
export function placeOfTable({ id, document }: DocumentTables, table: Table, placeIn: PlaceIn): string {
  const { file, position } = placeIn(id, table.span);
  const found = placeOf(document.origin, table.span);
  const onPage = found.kind === 'page' ? [`page ${found.page}`, table.label].filter(Boolean) : [];
  return [place(file, position), ...onPage].join(', ');
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, text] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, text.length);
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** A header that spans several columns stands over the first of them only. */
function headLines(table: Table, stubs: number): string[][] {
  const paths = table.columns.map(({ header }) => header.map(({ text }) => text));
  const levels = Math.max(1, ...paths.map((path) => path.length));
  return Array.from({ length: levels }, (_, level) => [
    ...Array<string>(stubs).fill(''),
    ...paths.map((path, column) => {
      const left = paths[column - 1];
      const isSpanned =
        left !== undefined && path.slice(0, level + 1).join('\n') === left.slice(0, level + 1).join('\n');
      return isSpanned && level + 1 < path.length ? '' : (path[level] ?? '');
    }),
  ]);
}
