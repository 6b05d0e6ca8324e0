import type { Table } from '../../shared/engine/index.ts';
import type { Palette } from '../../shared/report/index.ts';
import type { DocumentTables } from './json/table.ts';

/** Tables as aligned columns for a terminal, with one line for each level of the headers. */
export function tablesText(documents: readonly DocumentTables[], palette: Palette): string {
  const parts = documents.flatMap(({ path, source, document }) =>
    document.tables.map((table) => {
      const title = titleOf(table);
      const place = palette.dim(`${path}${source === null ? '' : ` @${source}`}`);
      const [, ...rows] = gridOf(table);
      const heads = headLines(table, stubsOf(table));
      const lines = aligned([...heads, ...rows]);
      const unclear = table.unclear.map((text) => palette.yellow(`not understood: ${text}`));
      return [
        palette.bold(title || 'Table'),
        place,
        ...lines.slice(0, heads.length).map(palette.cyan),
        ...lines.slice(heads.length),
        ...unclear,
        '',
      ].join('\n');
    }),
  );
  return parts.length > 0 ? parts.join('\n') : 'No tables were found.\n';
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

/** Tables as Markdown, with their captions. */
export function tablesMarkdown(documents: readonly DocumentTables[]): string {
  const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\|]/g, '\\$&');
  return documents
    .flatMap(({ path, document }) => [
      `## ${path}\n`,
      ...document.tables.map((table) => {
        const [head = [], ...rows] = gridOf(table).map((row) => `| ${row.map(cell).join(' | ')} |`);
        const rule = `|${' --- |'.repeat(gridOf(table)[0]?.length ?? 1)}`;
        const title = titleOf(table);
        return [head, rule, ...rows, '', `Table: ${title.replace(/\s+/g, ' ')}`, ''].join('\n');
      }),
    ])
    .join('\n');
}

/** One value per line (RFC 4180): document, key, table, row path, column path, cell text, value, unit. */
export function tablesCsv(documents: readonly DocumentTables[]): string {
  const lines = [['document', 'source', 'table', 'row', 'column', 'text', 'value', 'unit']];
  for (const { path, source, document } of documents)
    for (const [index, table] of document.tables.entries())
      for (const row of table.rows)
        for (const cell of row.cells)
          for (const { quantity, column } of cell.values)
            lines.push([
              path,
              source ?? '',
              table.label ?? `${index + 1}`,
              row.header.map(({ text }) => text).join(' › '),
              headerOf(table, column),
              quantity.text,
              `${quantity.value}`,
              quantity.unit ?? '',
            ]);
  const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${lines.map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;
}

/** Header line and rows of texts; a value stands under each column it belongs to. */
function gridOf(table: Table): string[][] {
  const stubs = stubsOf(table);
  const head = [...Array<string>(stubs).fill(''), ...table.columns.map((_, index) => headerOf(table, index))];
  const rows = table.rows.map((row) => {
    const values = Array<string>(table.columns.length).fill('');
    for (const cell of row.cells)
      for (const { quantity, column } of cell.values)
        values[column] = values[column] ? `${values[column]} ${quantity.text}` : quantity.text;
    const labels = row.header.map(({ text }) => text);
    return [...labels, ...Array<string>(stubs - labels.length).fill(''), ...values];
  });
  return [head, ...rows];
}

/** Captions mostly begin with the label. */
function titleOf({ label, caption }: Table): string {
  return label === null || caption.startsWith(label) ? caption : [label, caption].filter(Boolean).join(': ');
}

function stubsOf(table: Table): number {
  return Math.max(1, ...table.rows.map(({ header }) => header.length));
}

function headerOf(table: Table, column: number): string {
  return (table.columns[column]?.header ?? []).map(({ text }) => text).join(' › ');
}
