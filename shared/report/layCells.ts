import type { Table } from '../engine/index.ts';

type Row = Table['rows'][number];
export type Cell = Row['cells'][number];

/** A cell, or one part of a cell that holds values of several columns, where it stands in its table. */
export interface LaidCell {
  readonly cell: Cell;
  readonly text: string;
  /** Index into `Table.columns`. */
  readonly column: number;
  /** How many columns it covers. */
  readonly width: number;
}

/**
 * The cells of each row under their columns, left to right; empty cells are left out. A cell without a number does not
 * know its column: it takes that of the nearest row whose cell at the same place does.
 */
export function layCells({ rows, columns }: Pick<Table, 'rows' | 'columns'>): LaidCell[][] {
  const above = columnsSoFar(rows);
  const below = columnsSoFar(rows.toReversed()).toReversed();
  return rows.map(({ cells }, r) => {
    const laid: LaidCell[] = [];
    for (const [i, cell] of cells.entries()) {
      const next = cells.slice(i + 1).flatMap(columnsOf);
      const room = { start: endOf(laid.at(-1)), end: Math.min(columns.length, ...next) };
      for (const part of partsOf(cell, [above[r]?.[i], below[r]?.[i], [room.start]], room)) add(laid, part);
    }
    return laid;
  });
}

/** For each cell the columns of the last one at its place in a row of as many cells, itself included. */
function columnsSoFar(rows: readonly Row[]): (readonly number[] | undefined)[][] {
  const last = new Map<string, readonly number[]>();
  return rows.map(({ cells }) =>
    cells.map((cell, i) => {
      const place = `${i}/${cells.length}`;
      const own = columnsOf(cell);
      if (own.length > 0) last.set(place, own);
      return last.get(place);
    }),
  );
}

function columnsOf({ values }: Cell): number[] {
  return [...new Set(values.map(({ column }) => column))];
}

function endOf(cell: LaidCell | undefined): number {
  return cell === undefined ? 0 : cell.column + cell.width;
}

function partsOf(
  cell: Cell,
  candidates: readonly (readonly number[] | undefined)[],
  room: { readonly start: number; readonly end: number },
): LaidCell[] {
  const own = columnsOf(cell);
  const [first, ...others] = own;
  if (first !== undefined && others.length === 0) return [{ cell, text: cell.text, column: first, width: 1 }];
  if (first !== undefined) {
    return own.map((column) => {
      const texts = cell.values.filter((value) => value.column === column).map(({ quantity }) => quantity.text);
      return { cell, text: texts.join(' '), column, width: 1 };
    });
  }
  if (cell.text === '') return [];
  const [spread] = cell.spreads ?? [];
  if (spread !== undefined) {
    const text = /^[±([]/.test(cell.text) ? cell.text : `± ${cell.text}`;
    return [{ cell, text, column: spread.column, width: 1 }];
  }
  const fits = candidates.find((one) => one?.every((column) => column >= room.start && column < room.end));
  return fits ? [{ cell, text: cell.text, column: Math.min(...fits), width: fits.length }] : [];
}

/** A deviation that has a column of its own in the source stands with its value. */
function add(laid: LaidCell[], part: LaidCell): void {
  const last = laid.at(-1);
  if (last?.column === part.column) laid[laid.length - 1] = { ...last, text: `${last.text} ${part.text}` };
  else laid.push(part);
}
