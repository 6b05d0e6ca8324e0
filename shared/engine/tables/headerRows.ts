import { cellQuantities } from './cellValues.ts';
import type { Grid, GridCell } from './grid.ts';
import { isMark, isMissing } from './label.ts';

/** What the body of a column holds, by majority. */
export type ColumnKind = 'name' | 'mark' | 'integer' | 'decimal' | 'empty';

const MOST_HEADERS = 5;

/** How many rows at the top are headers: those declared, and the rows below them that only hold labels. */
export function countHeaderRows(grid: Grid): number {
  const { rows } = grid;
  let count = Math.min(grid.declaredHeaders, rows.length);
  // Markup may call the first rows of values headers too.
  while (count > 1 && isValueRow(rows[count - 1] ?? [])) count--;
  const numeric = numericColumns(rows, count);
  while (count < Math.min(rows.length - 1, MOST_HEADERS) && isHeaderRow(rows[count] ?? [], numeric, grid.packed, count))
    count++;
  return count;
}

/** True for a row of which most cells are numbers with decimals. */
function isValueRow(row: readonly GridCell[]): boolean {
  const filled = row.filter((cell) => cell.text !== '');
  const values = filled.filter((cell) => cellQuantities(cell.text).some((quantity) => quantity.decimals > 0));
  return values.length * 2 > filled.length;
}

function numericColumns(rows: readonly (readonly GridCell[])[], from: number): boolean[] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, c) => {
    let values = 0;
    let others = 0;
    for (const row of rows.slice(from)) {
      const text = row[c]?.text ?? '';
      if (cellQuantities(text).length > 0) values++;
      else if (!isMissing(text)) others++;
    }
    return values > 0 && values >= others;
  });
}

function isHeaderRow(row: readonly GridCell[], numeric: readonly boolean[], packed: boolean, index: number): boolean {
  const labels = row.filter((cell) => cell.text !== '');
  const distinct = new Set(labels).size;
  if (labels.length === 0) return false;
  if (row.some((cell) => cell.header) && row.every((cell) => cell.header || cell.text === '')) return true;
  // A label alone in its row is a group of the rows below it, unless it stands over values from the first row on.
  if (distinct === 1 && !(index === 0 && row[0]?.text === '')) return false;
  const hasValue = row.some((cell, c) => numeric[c] && cellQuantities(cell.text).length > 0 && !isYear(cell.text));
  if (hasValue) return false;
  if (row.some((cell) => isMark(cell.text))) return false;
  if (packed) return row.every((cell) => cellQuantities(cell.text).length === 0);
  return row.some((cell, c) => numeric[c] && cell.text !== '' && !isMissing(cell.text));
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d{2}$/.test(text.trim());
}

/** What each column of the body holds. */
export function columnKinds(rows: readonly (readonly GridCell[])[], headerRows: number): ColumnKind[] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, c) => {
    const counts: Record<ColumnKind, number> = { name: 0, mark: 0, integer: 0, decimal: 0, empty: 0 };
    for (const row of rows.slice(headerRows)) counts[cellKind(row[c]?.text ?? '')]++;
    const values = counts.integer + counts.decimal;
    if (values > 0 && values >= counts.name && values >= counts.mark) return counts.decimal > 0 ? 'decimal' : 'integer';
    if (counts.mark > 0 && counts.mark >= counts.name) return 'mark';
    return counts.name > 0 ? 'name' : 'empty';
  });
}

function cellKind(text: string): ColumnKind {
  if (isMissing(text)) return 'empty';
  if (isMark(text)) return 'mark';
  const quantities = cellQuantities(text);
  if (quantities.length === 0) return 'name';
  return quantities.some((quantity) => quantity.decimals > 0) ? 'decimal' : 'integer';
}
