import { type Evidence, type Library, meaningOf, type SourceDocument, type Table } from '../engine/index.ts';
import { escapeMarkdown } from '../findings/index.ts';

/** Where a cell stands. */
export type CellPlace = Pick<
  Extract<Evidence, { kind: 'cell' }>,
  'document' | 'tableIndex' | 'rowIndex' | 'columnIndex'
>;

const mostRows = 4;
const longestStub = 32;

/**
 * The rows of one table that the evidence stands in, as a Markdown table with the deciding cells in bold, those of
 * `also` in italics, and the columns next to them, up to `mostColumns`; what all columns stand under is said once,
 * above. Null where the library no longer has the table.
 */
export function tableExcerpt(
  evidence: readonly CellPlace[],
  also: readonly CellPlace[],
  library: Library,
  mostColumns = 5,
): string | null {
  const [first] = evidence;
  const document = first && library.documents.get(first.document)?.document;
  const table = first && document?.tables[first.tableIndex];
  if (first === undefined || document === undefined || table === undefined) return null;
  const inTable = (one: CellPlace): boolean => one.document === first.document && one.tableIndex === first.tableIndex;
  const bold = evidence.filter(inTable);
  const italic = also.filter(inTable);
  const marks = new Map([
    ...italic.map((one) => [place(one), '*'] as const),
    ...bold.map((one) => [place(one), '**'] as const),
  ]);
  const rows = [...new Set([...bold, ...italic].map(({ rowIndex }) => rowIndex))]
    .slice(0, mostRows)
    .sort((x, y) => x - y);
  const wanted = new Set([...bold, ...italic].map(({ columnIndex }) => columnIndex));
  const columns = columnsAround(wanted, columnsWithValues(table, rows), mostColumns);
  const shared = sharedHeaders(table, columns);
  const line = (parts: readonly string[]): string => `| ${parts.join(' | ')} |`;
  const lines = [
    // Editors set the columns of a hover without a gap between their headers.
    line([
      stubTitle(table, rows),
      ...columns.map((column) => `&emsp;${columnTitle(table, column, shared.length, document)}`),
    ]),
    line([':---', ...columns.map(() => '---:')]),
    ...rows.map((rowIndex) =>
      line([
        rowTitle(table, rowIndex),
        ...columns.map((columnIndex) => {
          const text = escapeMarkdown(valueText(table, rowIndex, columnIndex));
          const mark = text === '' ? '' : (marks.get(place({ rowIndex, columnIndex })) ?? '');
          return `${mark}${text}${mark}`;
        }),
      ]),
    ),
  ];
  const above = shared.filter((text) => text !== '').map((text) => escapeMarkdown(text));
  return above.length === 0 ? lines.join('\n') : `*${above.join(' › ')}*\n\n${lines.join('\n')}`;
}

function place({ rowIndex, columnIndex }: Pick<CellPlace, 'rowIndex' | 'columnIndex'>): string {
  return `${rowIndex}:${columnIndex}`;
}

function columnsWithValues(table: Table, rows: readonly number[]): number[] {
  const columns = rows.flatMap(
    (row) => table.rows[row]?.cells.flatMap((cell) => cell.values.map(({ column }) => column)) ?? [],
  );
  return [...new Set(columns)].sort((a, b) => a - b);
}

/** The wanted columns and, while there is room, those nearest to them. */
function columnsAround(wanted: ReadonlySet<number>, available: readonly number[], mostColumns: number): number[] {
  const distance = (column: number): number => Math.min(...[...wanted].map((one) => Math.abs(one - column)));
  const ranked = [...new Set([...wanted, ...available])].sort((a, b) => distance(a) - distance(b) || a - b);
  return ranked.slice(0, Math.max(mostColumns, wanted.size)).sort((a, b) => a - b);
}

/** The outer headers that several columns have in common; never the innermost of any. */
function sharedHeaders(table: Table, columns: readonly number[]): string[] {
  const paths = columns.map((column) => table.columns[column]?.header.map(({ text }) => text) ?? []);
  const [first = []] = paths;
  if (paths.length < 2) return [];
  const depth = first.findIndex((text, at) => paths.some((path) => path[at] !== text || at >= path.length - 1));
  return first.slice(0, Math.max(depth, 0));
}

/** The headers from `depth` on; an abbreviation that the source explains comes with its meaning. */
function columnTitle(table: Table, column: number, depth: number, document: SourceDocument): string {
  const path = table.columns[column]?.header.slice(depth).map(({ text }) => {
    const meaning = meaningOf(text, document);
    return escapeMarkdown(meaning === null ? text : `${text} (${meaning})`);
  });
  return [...new Set(path)].filter((text) => text !== '').join(' › ');
}

/** What the rows are named by; nothing where that would take more room than their names. */
function stubTitle(table: Table, rows: readonly number[]): string {
  const axes = table.rows[rows[0] ?? 0]?.header.map(({ axis }) => axis ?? '') ?? [];
  const title = [...new Set(axes)].filter((axis) => axis !== '').join(' › ');
  return title === '' || title.length > longestStub ? ' ' : escapeMarkdown(title);
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
