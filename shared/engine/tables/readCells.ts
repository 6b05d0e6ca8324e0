import { onceEach } from '../onceEach.ts';
import type { Span } from '../text/span.ts';
import { type CellNumbers, cellNumbers } from './cellValues.ts';
import { type GridCell, type Mark, ONE_LINE } from './grid.ts';
import { groupLabel } from './groupRows.ts';
import { isMark, isMissing } from './label.ts';
import type { DecimalMark } from './numberText.ts';

/** What a cell holds. */
export type CellKind = 'name' | 'mark' | 'integer' | 'decimal' | 'empty';

/** What a text says, wherever it stands. */
interface Reading extends CellNumbers {
  readonly text: string;
  readonly kind: CellKind;
}

const NONE: readonly never[] = [];

/** A cell of a grid with what its text was read as. A class, since tables have many: what they share is not copied. */
export class ReadCell implements GridCell, Reading {
  readonly text: string;
  readonly kind: CellKind;
  readonly values: Reading['values'];
  private readonly at: GridCell;
  private readonly reading: Reading;

  constructor(at: GridCell, reading: Reading) {
    this.text = reading.text;
    this.kind = reading.kind;
    this.values = reading.values;
    this.at = at;
    this.reading = reading;
  }

  get roles(): Reading['roles'] {
    return this.reading.roles;
  }
  get spreads(): Reading['spreads'] {
    return this.reading.spreads;
  }
  get lines(): readonly string[] {
    return this.at.lines;
  }
  get span(): Span {
    return this.at.span;
  }
  get header(): boolean {
    return this.at.header;
  }
  get marks(): readonly Mark[] {
    return this.at.marks ?? NONE;
  }
  get notes(): readonly string[] {
    return this.at.notes ?? NONE;
  }

  /** The cell as if it held another text. */
  as(text: string, mark: DecimalMark = 'point'): ReadCell {
    return new ReadCell({ ...this.at, lines: ONE_LINE }, readingFor(text, mark));
  }
}

export type Row = readonly ReadCell[];

/** Reads every cell of a grid once, and every text; a cell that spans several places stays one object. */
export function readCells(rows: readonly (readonly GridCell[])[], mark: DecimalMark): Row[] {
  const read: ReadCell[][] = [];
  const readingOf = onceEach((text: string) => readingFor(text, mark));
  for (const [r, row] of rows.entries()) {
    const above = rows[r - 1];
    let last: ReadCell | undefined;
    const cells = row.map((cell, c) => {
      // The places of a cell are beside or below each other.
      const known = cell === row[c - 1] ? last : cell === above?.[c] ? read[r - 1]?.[c] : undefined;
      last = known ?? new ReadCell(cell, readingOf(cell.text));
      return last;
    });
    read.push(cells);
  }
  return read;
}

function readingFor(text: string, mark: DecimalMark): Reading {
  const { values, roles, spreads } = cellNumbers(text, mark);
  return { text, values, roles, spreads, kind: kindOf(text, values) };
}

function kindOf(text: string, values: CellNumbers['values']): CellKind {
  if (values.length > 0) return values.some(({ decimals }) => decimals > 0) ? 'decimal' : 'integer';
  if (isMissing(text)) return 'empty';
  return isMark(text) ? 'mark' : 'name';
}

export const isNumeric = (cell: ReadCell | undefined): boolean => cell?.kind === 'decimal' || cell?.kind === 'integer';

/** How many cells of a column hold what. */
export interface KindCounts {
  readonly names: number;
  readonly marks: number;
  readonly numbers: number;
  /** Those of the numbers that have decimals. */
  readonly decimals: number;
}

/** The kinds of cells in each column, names of groups aside. */
export function countKinds(rows: readonly Row[]): KindCounts[] {
  const columns = (rows[0] ?? []).map(() => ({ names: 0, marks: 0, numbers: 0, decimals: 0 }));
  for (const row of rows) {
    if (groupLabel(row)) continue;
    for (let c = 0; c < columns.length; c++) {
      const counts = columns[c] as (typeof columns)[number];
      const cell = row[c];
      if (isNumeric(cell)) counts.numbers++;
      if (cell?.kind === 'decimal') counts.decimals++;
      else if (cell?.kind === 'mark') counts.marks++;
      else if (cell?.kind === 'name') counts.names++;
    }
  }
  return columns;
}

/** What a column holds, by majority. */
export function columnKind({ names, marks, numbers, decimals }: KindCounts): CellKind {
  if (numbers > 0 && numbers >= names && numbers >= marks) return decimals > 0 ? 'decimal' : 'integer';
  if (marks > 0 && marks >= names) return 'mark';
  return names > 0 ? 'name' : 'empty';
}

/** True for a column with at least as many numbers as other texts. */
export function isNumericColumn({ names, marks, numbers }: KindCounts): boolean {
  return numbers > 0 && numbers >= names + marks;
}
