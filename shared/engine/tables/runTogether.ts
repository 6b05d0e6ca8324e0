import { cellParts, isCrowded } from './cellParts.ts';
import { groupLabel } from './groupRows.ts';
import { nameParts } from './nameParts.ts';
import type { DecimalMark } from './numberText.ts';
import { isNumeric, type ReadCell, type Row } from './readCells.ts';

/** The rows of a body after those that ran together on the way were parted. */
export interface PartedRows {
  readonly rows: readonly Row[];
  /** Rows among whose numbers may be those of others. */
  readonly unsure: ReadonlySet<Row>;
}

/** Fewer cells with several numbers, in rows that cannot be parted, are the source's own. */
const LEAST_CROWDED = 2;

/**
 * Converters run neighbouring rows of a page together, so that cells hold several numbers where others of their column
 * hold one. A row whose cells all hold as many, and whose name as many names, is parted; what is missing to that may
 * stand in a row without a name below it. Otherwise numbers have moved between rows, and those of the rows beside are
 * not to be trusted either.
 */
export function partRows(body: readonly Row[], stubs: number, mark: DecimalMark): PartedRows {
  // Most tables have one number in every cell, and are many.
  if (!body.some((row) => row.some(({ values }) => values.length > 1))) return asItIs(body);
  const columns = singleColumns(body, stubs);
  const crowdedIn = (row: Row): number => columns.filter((c) => isCrowded(row[c] as ReadCell)).length;
  const crowded = body.map((row) => (groupLabel(row) ? 0 : crowdedIn(row)));
  const total = crowded.reduce((sum, count) => sum + count, 0);
  if (total === 0) return asItIs(body);
  const known = new Set(body.flatMap((row) => row.slice(0, stubs).map(({ text }) => text)));
  const rows: Row[] = [];
  const mixed: number[] = [];
  for (let r = 0; r < body.length; r++) {
    const row = body[r] as Row;
    const below = body[r + 1];
    const parting = { columns, stubs, known, mark };
    const alone = crowded[r] ? rowsOf([row], parting) : null;
    const both = crowded[r] && !alone && below && addsNoName(below, row, stubs) ? rowsOf([row, below], parting) : null;
    if (both) r++;
    else if (crowded[r] && !alone && total >= LEAST_CROWDED) mixed.push(rows.length);
    rows.push(...(alone ?? both ?? [row]));
  }
  return { rows, unsure: new Set(withNeighbours(mixed, rows)) };
}

const asItIs = (body: readonly Row[]): PartedRows => ({ rows: body, unsure: new Set() });

/** The columns of values most of whose cells hold one number. */
function singleColumns(body: readonly Row[], stubs: number): number[] {
  return (body[0] ?? []).flatMap((_, c) => {
    const numeric = c < stubs ? [] : body.map((row) => row[c] as ReadCell).filter(isNumeric);
    const single = numeric.filter((cell) => cellParts(cell).length === 1).length;
    return single * 2 > numeric.length ? [c] : [];
  });
}

/** True for a row whose stubs are blank, or cells that reach down from the row above. */
const addsNoName = (row: Row, above: Row, stubs: number): boolean =>
  row.slice(0, stubs).every((cell, c) => cell.text === '' || cell === above[c]);

const MANY = 0.5;

/** Mixed rows and those beside them; all rows, where these are many. */
function withNeighbours(mixed: readonly number[], rows: readonly Row[]): readonly Row[] {
  const near = new Set(mixed.flatMap((r) => [r - 1, r, r + 1]));
  const beside = rows.filter((_, r) => near.has(r));
  return beside.length >= rows.length * MANY ? rows : beside;
}

interface Parting {
  readonly columns: readonly number[];
  readonly stubs: number;
  readonly known: ReadonlySet<string>;
  readonly mark: DecimalMark;
}

/** The rows that some were made of; null where the cells or the name of the first do not part into as many. */
function rowsOf(joined: readonly [Row, ...Row[]], { columns, stubs, known, mark }: Parting): Row[] | null {
  const [row] = joined;
  const parts = new Map(
    columns.flatMap((c) => {
      const cells = joined.map((one) => one[c] as ReadCell).filter(isNumeric);
      return cells.length > 0 ? [[c, cells.flatMap(cellParts)] as const] : [];
    }),
  );
  const [{ length } = [], ...others] = [...parts.values()];
  if (others.some((other) => other.length !== length)) return null;
  const names = row.slice(0, stubs);
  const named = names.map((cell, c) => (cell === row[c - 1] ? null : nameParts(cell, length, known)));
  if (!named[names.findLastIndex(({ text }) => text !== '')]) return null;
  return Array.from({ length }, (_, i) =>
    row.map((cell, c) => {
      const text = (named[c] ?? parts.get(c))?.[i];
      return text === undefined ? cell : cell.as(text, mark);
    }),
  );
}
