import type { Grid } from './grid.ts';
import { groupLabel } from './groupRows.ts';
import { isMissing } from './label.ts';
import { isNumberHeader, isOrdered, isSize, sizeOf } from './numberHeaders.ts';
import { countKinds, isNumeric, isNumericColumn, type ReadCell, type Row } from './readCells.ts';

const MOST_HEADERS = 5;

/** How many rows at the top are headers: those declared, and the rows below them that only hold labels. */
export function countHeaderRows(rows: readonly Row[], { declaredHeaders, packed }: Grid): number {
  // Where all rows are declared headers, the markup says nothing.
  let count = declaredHeaders >= rows.length ? Math.min(1, rows.length - 1) : declaredHeaders;
  // Markup may call the first rows of values and the first group headers too.
  while (count > 1 && (isValueRow(rows[count - 1] ?? []) || groupLabel(rows[count - 1] ?? []))) count--;
  const numeric = countKinds(rows.slice(count)).map(isNumericColumn);
  const most = Math.min(rows.length - 1, MOST_HEADERS);
  const isHead = (r: number): boolean =>
    isHeaderRow(rows[r] ?? [], numeric, packed, r) || goesOn(rows, r) || isNumberHeader(rows, r) || namesParts(rows, r);
  // A title over the table, above its header.
  if (count === 0 && most > 1 && groupLabel(rows[0] ?? []) && isHead(1)) count = 2;
  while (count < most && isHead(count)) count++;
  return count;
}

/** True for a row of which most cells are numbers with decimals. */
function isValueRow(row: Row): boolean {
  const filled = row.filter((cell) => cell.text !== '');
  return filled.filter((cell) => cell.kind === 'decimal').length * 2 > filled.length;
}

function isHeaderRow(row: Row, numeric: readonly boolean[], packed: boolean, index: number): boolean {
  const labels = row.filter((cell) => cell.text !== '');
  if (labels.length === 0) return false;
  if (row.some((cell) => cell.header) && row.every((cell) => cell.header || cell.text === '') && !groupLabel(row))
    return true;
  // A label alone in its row is a group of the rows below it, unless it stands over values from the first row on.
  const isAlone = new Set(labels).size === 1 || groupLabel(row) !== null;
  if (isAlone && !(index === 0 && row[0]?.text === '')) return false;
  if (row.some((cell, c) => numeric[c] && isNumeric(cell) && !isYear(cell.text))) return false;
  if (row.some((cell) => cell.kind === 'mark')) return false;
  if (packed) return row.every((cell) => !isNumeric(cell));
  return row.some((cell, c) => numeric[c] && cell.text !== '' && !isMissing(cell.text));
}

/** A row that repeats the stub and another cell of the header above it: both span rows, printed in each of them. */
function goesOn(rows: readonly Row[], index: number): boolean {
  const [row = [], above = []] = [rows[index], rows[index - 1]];
  if (index === 0 || groupLabel(row)) return false;
  const repeated = row.filter((cell, c) => cell.text !== '' && cell.text === above[c]?.text && !isNumeric(cell));
  if (repeated.length < 2 || !repeated.includes(row[0] as ReadCell)) return false;
  const numbers = row.filter(isNumeric);
  return numbers.every(isSize) && isOrdered(numbers.map(sizeOf));
}

/** A label over all columns that names the numbers in each cell: `Best / Average` over `28.4 / 26.0`. */
function namesParts(rows: readonly Row[], index: number): boolean {
  const label = groupLabel(rows[index] ?? []);
  const parts = label?.text.split(/\s*[/|]\s*/).length ?? 0;
  if (parts < 2) return false;
  const cells = rows.slice(index + 1).flatMap((row) => row.filter(isNumeric));
  return cells.filter(({ values }) => values.length === parts).length * 2 > cells.length;
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d{2}$/.test(text.trim());
}
