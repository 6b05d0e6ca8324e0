import type { Span } from '../text/span.ts';
import { cellQuantities } from './cellValues.ts';
import type { Grid, GridCell } from './grid.ts';
import { type ColumnKind, columnKinds, countHeaderRows } from './headerRows.ts';
import { cleanLabel, isMissing } from './label.ts';
import { solveLostSpans } from './lostSpans.ts';
import type { CellValue, Column, Label, Table, TableCell, TableRow } from './table.ts';

/** What stands around a table in its document. */
export interface TableContext {
  readonly label: string | null;
  readonly caption: string;
  readonly section: readonly string[];
}

/** A table without what its document says around it. */
export type BareTable = Omit<Table, keyof TableContext>;

/** Finds headers, stubs, group rows and values of a grid; null where it is layout or holds no number. */
export function buildTable(grid: Grid): BareTable | null {
  const rows = grid.rows;
  if (rows.length < 2 || (rows[0]?.length ?? 0) < 2) return null;
  const headerRows = countHeaderRows(grid);
  const kinds = columnKinds(rows, headerRows);
  if (!kinds.some((kind) => kind === 'integer' || kind === 'decimal')) return null;
  const unclear: string[] = [];
  const headers = headerPaths(grid, headerRows, kinds, unclear);
  const stubs = countStubs(kinds, headers);
  const splits = kinds.map((_, c) => (c < stubs ? null : splitHeader(headers[c] ?? [], rows.slice(headerRows), c)));
  const columns: Column[] = [];
  const firstColumn: number[] = kinds.map((_, c) => {
    const at = columns.length;
    if (c >= stubs) for (const path of splits[c] ?? [headers[c] ?? []]) columns.push({ header: path });
    return at;
  });
  const body = bodyRows(rows.slice(headerRows), { headers, stubs, splits, firstColumn });
  if (!body.some((row) => row.cells.some((cell) => cell.values.length > 0))) return null;
  return { columns, rows: body, span: grid.span, unclear };
}

function headerPaths(grid: Grid, headerRows: number, kinds: readonly ColumnKind[], unclear: string[]): Label[][] {
  const rows = grid.rows.slice(0, headerRows);
  if (headerRows === 0) {
    unclear.push('The table has no header row.');
    return kinds.map(() => []);
  }
  if (grid.packed && rows.some((row) => (row.at(-1)?.text ?? '') === '')) {
    const labels = rows.map((row) => row.filter((cell) => cell.text !== '').map((cell) => cell.text));
    const solved = solveLostSpans(labels, kinds);
    if (solved) return solved.map((path) => distinctLabels(path));
    unclear.push('The spans of the header were lost, and no reading of it adds up to the columns.');
  }
  const filled = rows.map((row, r) => fillBlanks(row, rows[r + 1]));
  return kinds.map((_, c) => distinctLabels(filled.flatMap((row) => row[c]?.lines ?? [])));
}

/** A blank to the right of a header belongs to it where the next row goes on with labels below the blank. */
function fillBlanks(row: readonly GridCell[], below: readonly GridCell[] | undefined): GridCell[] {
  const filled = [...row];
  if (!below) return filled;
  for (let c = 1; c < filled.length; c++) {
    const left = filled[c - 1];
    if (left && left.text !== '' && filled[c]?.text === '' && below[c]?.text !== '' && below[c - 1]?.text !== '')
      filled[c] = left;
  }
  return filled;
}

function distinctLabels(texts: readonly string[]): Label[] {
  const labels: Label[] = [];
  for (const text of texts) {
    const { text: name, direction } = cleanLabel(text);
    if (name !== '' && labels.at(-1)?.text !== name)
      labels.push({ text: name, axis: null, ...(direction ? { direction } : {}) });
  }
  return labels;
}

/** Columns at the left that name the row: the first, and those after it that hold names, marks or sizes. */
function countStubs(kinds: readonly ColumnKind[], headers: readonly (readonly Label[])[]): number {
  const firstDecimal = kinds.indexOf('decimal');
  let count = 1;
  while (count < kinds.length - 1) {
    const kind = kinds[count];
    const setting = kind === 'integer' && count < firstDecimal && isSetting(headers[count] ?? []);
    if (kind !== 'name' && kind !== 'mark' && kind !== 'empty' && !setting) break;
    count++;
  }
  while (count > 1 && kinds[count - 1] === 'empty') count--;
  return count;
}

const SETTING =
  /size|param|\bllm\b|backbone|frames?|resolution|year|epochs?|layers?|depth|\bk\b|shots?|\bdim|rank|clips|model|seed|#/i;

function isSetting(header: readonly Label[]): boolean {
  return header.some((label) => SETTING.test(label.text));
}

/** `(Acc / Score)` over cells such as `29.26/1.54`: one header path for each part. */
function splitHeader(
  header: readonly Label[],
  body: readonly (readonly GridCell[])[],
  column: number,
): Label[][] | null {
  const last = header.at(-1);
  if (!last) return null;
  const match = /^(.*?)\s*[([]?\s*([^()[\]/|]+(?:\s*[/|]\s*[^()[\]/|]+)+)\s*[)\]]?$/.exec(last.text);
  const parts = match?.[2]?.split(/[/|]/).map((part) => part.trim()) ?? [];
  if (!match || parts.length < 2 || parts.some((part) => part === '')) return null;
  const cells = body.map((row) => row[column]?.text ?? '').filter((text) => cellQuantities(text).length > 0);
  const split = cells.filter((text) => text.split(/[/|]/).length === parts.length);
  if (split.length === 0 || split.length < cells.length * 0.6) return null;
  const prefix = [...header.slice(0, -1), ...(match[1] ? distinctLabels([match[1]]) : [])];
  return parts.map((part) => [...prefix, ...distinctLabels([part])]);
}

interface Layout {
  readonly headers: readonly (readonly Label[])[];
  readonly stubs: number;
  readonly splits: readonly (Label[][] | null)[];
  readonly firstColumn: readonly number[];
}

function bodyRows(rows: readonly (readonly GridCell[])[], layout: Layout): TableRow[] {
  const body: TableRow[] = [];
  let group: Label | null = null;
  let above: Label | null = null;
  // The first stub that holds names; row numbers may stand before it.
  const nameColumn = layout.headers
    .slice(0, layout.stubs)
    .findIndex((_, c) => rows.some((row) => /\p{L}/u.test(row[c]?.text ?? '')));
  for (const row of rows) {
    const filled = new Set(row.filter((cell) => cell.text !== ''));
    const only = filled.size === 1 ? [...filled][0] : undefined;
    if (only && cellQuantities(only.text).length === 0 && (row[0] === only || row.every((cell) => cell === only))) {
      group = distinctLabels([only.text])[0] ?? null;
      continue;
    }
    if (filled.size === 0) continue;
    const stub: Label[] = [];
    // A blank before further stubs repeats the name above it.
    const named = row.slice(0, layout.stubs).some((cell) => cell.text !== '');
    if (named && above && nameColumn >= 0 && row[nameColumn]?.text === '') stub.push(above);
    for (const [c, cell] of row.slice(0, layout.stubs).entries()) {
      const axis = layout.headers[c]?.map((label) => label.text).join(' ') || null;
      const text = cleanLabel(cell.text).text;
      if (text !== '' && !(c > 0 && isMissing(text)) && row[c - 1] !== cell) stub.push({ text, axis });
    }
    above =
      nameColumn < 0
        ? null
        : (stub.find((label) => label.text === cleanLabel(row[nameColumn]?.text ?? '').text) ?? above);
    const cells = row.slice(layout.stubs).map((cell, i) => readCell(cell, layout, layout.stubs + i));
    body.push({ header: group ? [group, ...stub] : stub, cells, span: spanOf(row) });
  }
  return body;
}

function readCell(cell: GridCell, layout: Layout, column: number): TableCell {
  const quantities = cellQuantities(cell.text);
  const first = layout.firstColumn[column] ?? 0;
  const width = layout.splits[column]?.length ?? 1;
  const split = width > 1 && quantities.length === width;
  const values: CellValue[] = quantities.map((quantity, i) => ({ quantity, column: split ? first + i : first }));
  return { text: cell.text, values, span: cell.span };
}

function spanOf(row: readonly GridCell[]): Span {
  const filled = row.filter((cell) => cell.text !== '');
  return {
    start: Math.min(...filled.map((cell) => cell.span.start)),
    end: Math.max(...filled.map((cell) => cell.span.end)),
  };
}
