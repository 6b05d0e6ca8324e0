import { type CellNumbers, cellNumbers } from './cellValues.ts';
import type { GridCell, Mark } from './grid.ts';
import { groupLabel } from './groupRows.ts';
import { isMark, isMissing } from './label.ts';
import type { DecimalMark } from './numberText.ts';

/** What a cell holds. */
export type CellKind = 'name' | 'mark' | 'integer' | 'decimal' | 'empty';

/** A cell of a grid with what its text was read as. */
export interface ReadCell extends GridCell {
  readonly marks: readonly Mark[];
  readonly notes: readonly string[];
  readonly kind: CellKind;
  readonly numbers: CellNumbers;
}

const NO_MARKS: readonly Mark[] = [];
const NO_NOTES: readonly string[] = [];

export type Row = readonly ReadCell[];

/** Reads every cell of a grid once; a cell that spans several places stays one object. */
export function readCells(rows: readonly (readonly GridCell[])[], mark: DecimalMark): Row[] {
  const read: ReadCell[][] = [];
  for (const [r, row] of rows.entries()) {
    const above = rows[r - 1];
    let last: ReadCell | undefined;
    const cells = row.map((cell, c) => {
      // The places of a cell are beside or below each other.
      const known = cell === row[c - 1] ? last : cell === above?.[c] ? read[r - 1]?.[c] : undefined;
      last = known ?? readCell(cell, mark);
      return last;
    });
    read.push(cells);
  }
  return read;
}

function readCell(
  { text, lines, span, header, marks = NO_MARKS, notes = NO_NOTES }: GridCell,
  mark: DecimalMark,
): ReadCell {
  const numbers = cellNumbers(text, mark);
  // Named one by one: an object that is spread and then added to is made, and read, at a tenth of the speed.
  return { text, lines, span, header, marks, notes, numbers, kind: kindOf(text, numbers) };
}

function kindOf(text: string, { values }: CellNumbers): CellKind {
  if (values.length > 0) return values.some(({ quantity }) => quantity.decimals > 0) ? 'decimal' : 'integer';
  if (isMissing(text)) return 'empty';
  return isMark(text) ? 'mark' : 'name';
}

export const isNumeric = (cell: ReadCell | undefined): boolean => cell?.kind === 'decimal' || cell?.kind === 'integer';

/** What the body of a column holds, by majority, names of groups aside. */
export function columnKinds(body: readonly Row[]): CellKind[] {
  const columns = (body[0] ?? []).map(() => ({ name: 0, mark: 0, integer: 0, decimal: 0, empty: 0 }));
  for (const row of body)
    if (!groupLabel(row))
      columns.forEach((counts, c) => {
        counts[row[c]?.kind ?? 'empty']++;
      });
  return columns.map((counts): CellKind => {
    const values = counts.integer + counts.decimal;
    if (values > 0 && values >= counts.name && values >= counts.mark) return counts.decimal > 0 ? 'decimal' : 'integer';
    if (counts.mark > 0 && counts.mark >= counts.name) return 'mark';
    return counts.name > 0 ? 'name' : 'empty';
  });
}
