import type { Evidence, Library, Table } from '../engine/index.ts';
import { escapeMarkdown } from './describe.ts';

type CellEvidence = Extract<Evidence, { kind: 'cell' }>;

const mostColumns = 5;
const mostRows = 4;

/**
 * The rows of one table that the evidence stands in, as a Markdown table with the deciding cells in bold and the
 * columns next to them; null where the library no longer has the table.
 */
export function tableExcerpt(evidence: readonly CellEvidence[], library: Library): string | null {
  const [first] = evidence;
  const table = first && library.documents.get(first.document)?.document.tables[first.tableIndex];
  if (first === undefined || table === undefined) return null;
  const cells = evidence.filter((one) => one.document === first.document && one.tableIndex === first.tableIndex);
  const deciding = new Set(cells.map(({ rowIndex, columnIndex }) => `${rowIndex}:${columnIndex}`));
  const rows = [...new Set(cells.map(({ rowIndex }) => rowIndex))].slice(0, mostRows);
  const wanted = new Set(cells.map(({ columnIndex }) => columnIndex));
  const columns = columnsAround(wanted, columnsWithValues(table, rows));
  const line = (parts: readonly string[]): string => `| ${parts.join(' | ')} |`;
  return [
    line([stubTitle(table, rows), ...columns.map((column) => columnTitle(table, column))]),
    line([':---', ...columns.map(() => '---:')]),
    ...rows.map((row) =>
      line([
        rowTitle(table, row),
        ...columns.map((column) => {
          const text = escapeMarkdown(valueText(table, row, column));
          return deciding.has(`${row}:${column}`) && text !== '' ? `**${text}**` : text;
        }),
      ]),
    ),
  ].join('\n');
}

function columnsWithValues(table: Table, rows: readonly number[]): number[] {
  const columns = rows.flatMap(
    (row) => table.rows[row]?.cells.flatMap((cell) => cell.values.map(({ column }) => column)) ?? [],
  );
  return [...new Set(columns)].sort((a, b) => a - b);
}

/** The wanted columns and, while there is room, those nearest to them. */
function columnsAround(wanted: ReadonlySet<number>, available: readonly number[]): number[] {
  const distance = (column: number): number => Math.min(...[...wanted].map((one) => Math.abs(one - column)));
  const ranked = [...new Set([...wanted, ...available])].sort((a, b) => distance(a) - distance(b) || a - b);
  return ranked.slice(0, Math.max(mostColumns, wanted.size)).sort((a, b) => a - b);
}

function columnTitle(table: Table, column: number): string {
  const path = table.columns[column]?.header.map(({ text }) => escapeMarkdown(text)) ?? [];
  return [...new Set(path)].filter((text) => text !== '').join(' › ');
}

function stubTitle(table: Table, rows: readonly number[]): string {
  const axis = table.rows[rows[0] ?? 0]?.header.at(-1)?.axis;
  return axis ? escapeMarkdown(axis) : ' ';
}

function rowTitle(table: Table, row: number): string {
  const path = table.rows[row]?.header.map(({ text }) => escapeMarkdown(text)) ?? [];
  return path.filter((text) => text !== '').join(' › ') || ' ';
}

function valueText(table: Table, row: number, column: number): string {
  for (const cell of table.rows[row]?.cells ?? []) {
    const value = cell.values.find((one) => one.column === column);
    if (value !== undefined) return cell.values.length === 1 ? cell.text : value.quantity.text;
  }
  return '';
}
