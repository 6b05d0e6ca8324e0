import { hasColon } from '../text/composedNumbers.ts';
import { isNumeric, type ReadCell, type Row } from './readCells.ts';

/**
 * True for a row of numbers that stands over the values instead of being some: sizes, shares or steps in order
 * (`10% | 20% | 50%`) over numbers of another kind, where no header was declared, or below a header that leaves them open.
 */
export function isNumberHeader(rows: readonly Row[], index: number): boolean {
  const row = rows[index] ?? [];
  const above = rows[index - 1];
  const body = rows.slice(index + 1);
  if (body.length === 0 || isNumeric(row[0])) return false;
  if (above && !row.some((cell, c) => isNumeric(cell) && isSpannedOver(above, c))) return false;
  if (above && row[0]?.text !== '' && row[0]?.text !== above[0]?.text && !hasNames(row, above)) return false;
  const heads = row.flatMap((cell, c) => (c > 0 && isNumeric(cell) ? [{ cell, below: below(body, c) }] : []));
  const distinct = new Set(heads.map(({ cell }) => cell.text)).size;
  if (distinct < 2 || heads.some(({ cell, below: values }) => !isSize(cell) || values.length === 0)) return false;
  const sizes = heads.map(({ cell }) => sizeOf(cell));
  return (
    isOrdered(sizes) && (heads.every(({ cell, below: values }) => differs(cell, values)) || countsOn(sizes, row, above))
  );
}

/** Whole numbers one after the other, `2 | 3 | 4`, in a row that has no name as the header over them has none. */
function countsOn(sizes: readonly number[], row: Row, above: Row | undefined): boolean {
  const isNameless = row[0]?.text === '' && above?.[0]?.text === '';
  return isNameless && sizes.every((size, i) => Number.isInteger(size) && size === (sizes[0] ?? 0) + i);
}

/** The stub's own header may stand in the second row, beside others that are names. */
function hasNames(row: Row, above: Row): boolean {
  return above[0]?.text === '' && row.some((cell, c) => c > 0 && cell.kind === 'name');
}

/** A header over several columns leaves open what tells them apart; the places it spans may be blank. */
function isSpannedOver(above: Row, c: number): boolean {
  const text = above[c]?.text;
  if (text === '') return above.slice(1, c).some((cell) => cell.text !== '');
  return text === above[c - 1]?.text || text === above[c + 1]?.text || above[c + 1]?.text === '';
}

const below = (body: readonly Row[], c: number): ReadCell[] =>
  body.flatMap((row) => (row[c] && isNumeric(row[c]) ? [row[c]] : []));

/** One number, or a range of whole ones (`15 - 29`). */
export function isSize({ text, values }: ReadCell): boolean {
  return values.length === 1 || (values.length === 2 && /^\s*\d+\s*[-–~]\s*\d+\s*$/.test(text));
}

export const sizeOf = (cell: ReadCell): number => cell.values[0]?.value ?? 0;

/** Rising or falling, each number once or as often as the one before; or a rising run repeated. */
export function isOrdered(sizes: readonly number[]): boolean {
  const steps = sizes.slice(1).map((size, i) => Math.sign(size - (sizes[i] ?? 0)));
  const turns = steps.filter(
    (step, i) => step !== 0 && steps.slice(0, i).findLast((one) => one !== 0) === -step,
  ).length;
  if (turns === 0) return true;
  const run = sizes.indexOf(sizes[0] ?? 0, 1);
  return run > 1 && sizes.every((size, i) => size === sizes[i % run]);
}

/** The number is printed unlike most of those below it: fewer decimals, or a percent sign or colon of its own. */
function differs(head: ReadCell, values: readonly ReadCell[]): boolean {
  const first = head.values[0];
  if (!first) return false;
  const unlike = values.filter((cell) => {
    const value = cell.values[0];
    if (!value) return false;
    const isAlike = value.decimals <= first.decimals && value.unit === first.unit && value.scale === first.scale;
    return !isAlike || hasColon(value.text) !== hasColon(first.text);
  });
  return unlike.length * 2 > values.length;
}
