import { type Block, bodyBlocks } from './bodyBlocks.ts';
import { bodyRows, type Place } from './bodyRows.ts';
import { withCenteredNames } from './centeredNames.ts';
import type { Grid } from './grid.ts';
import { groupLabel } from './groupRows.ts';
import { createGroups } from './groups.ts';
import { headerPaths } from './headerPaths.ts';
import { countHeaderRows } from './headerRows.ts';
import type { DecimalMark } from './numberText.ts';
import { type CellKind, columnKind, countKinds, isNumeric, isNumericColumn, type Row, readCells } from './readCells.ts';
import { rowNames } from './rowNames.ts';
import { partRows } from './runTogether.ts';
import { splitHeader } from './splitHeader.ts';
import { findStubs, type Section, sectionsOf } from './stubs.ts';
import type { Column, Label, Table } from './table.ts';

/** What stands around a table in its document. */
export interface TableContext {
  readonly label: string | null;
  readonly caption: string;
  readonly section: readonly string[];
}

/** A table without what its document says around it. */
export type BareTable = Omit<Table, keyof TableContext>;

/** Finds headers, stubs, group rows and values of a grid; null where it is layout or holds no number. */
export function buildTable(grid: Grid, mark: DecimalMark = 'point'): BareTable | null {
  if (grid.rows.length < 2 || (grid.rows[0]?.length ?? 0) < 2) return null;
  const all = readCells(grid.rows, mark);
  const titles = firstGroup(all, grid.declaredHeaders);
  const rows = all.slice(titles);
  const headerRows = countHeaderRows(rows, { ...grid, declaredHeaders: Math.max(0, grid.declaredHeaders - titles) });
  const head = rows.slice(0, headerRows);
  const read = [...all.slice(0, titles), ...rows.slice(headerRows)];
  const counts = countKinds(read);
  const kinds = counts.map(columnKind);
  if (!kinds.some((kind) => kind === 'integer' || kind === 'decimal')) return null;
  const unclear: string[] = [];
  const headers = headerPaths(head, kinds, grid.packed, unclear);
  const stubs = findStubs(kinds, headers, read);
  const { rows: body, unsure } = partRows(withCenteredNames(read, stubs.count), stubs.count, mark);
  const sections = sectionsOf(kinds, headers, stubs);
  const columns: Column[] = [];
  const notes: string[] = [];
  const layout = { sections, groups: createGroups(), names: rowNames(headers), unsure };
  const table = bodyBlocks(head, body, counts.map(isNumericColumn), stubs.count).flatMap((block) => {
    const places = placesFor(block, { head, headers, kinds, sections }, columns);
    return bodyRows(block.rows, { ...layout, places }, notes);
  });
  if (!table.some((row) => row.cells.some((cell) => cell.values.length > 0))) return null;
  return { columns, rows: table, span: grid.span, unclear, ...(notes.length > 0 ? { notes } : {}) };
}

/** 1 where the first row is a title as the groups below it have: it is theirs, not the columns'. */
function firstGroup(rows: readonly Row[], declaredHeaders: number): number {
  const isTitle = (row: Row | undefined): boolean =>
    row !== undefined &&
    groupLabel(row) !== null &&
    (declaredHeaders === 0 || row.every(({ text }) => text === row[0]?.text));
  const values = rows.findIndex((row) => row.some(isNumeric));
  // Above a group that begins with the values it is a title of all groups.
  const isOfAll = rows.slice(1, values).some(isTitle);
  return rows.length > 3 && isTitle(rows[0]) && !isOfAll && rows.slice(2).some(isTitle) ? 1 : 0;
}

interface Frame {
  readonly head: readonly Row[];
  readonly headers: readonly (readonly Label[])[];
  readonly kinds: readonly CellKind[];
  readonly sections: readonly Section[];
}

/** Adds the columns of a block, and tells where the numbers of each column of the grid belong. */
function placesFor(block: Block, { head, headers, kinds, sections }: Frame, columns: Column[]): Place[][] {
  const inner = block.heads.length;
  const own =
    inner === 0
      ? headers
      : headerPaths([...head.slice(0, Math.max(0, head.length - inner)), ...block.heads], kinds, false, []);
  return kinds.map((_, c) => {
    if (!sections.some(({ values }) => values.includes(c))) return [];
    const named = block.heads.some((row) => row[c]?.text !== '');
    const header = inner === 0 || named ? (own[c] ?? []) : (headers[c] ?? []);
    const parts = splitHeader(header, block.rows, c) ?? [{ header }];
    return parts.map(({ header: path, role }): Place => {
      // A deviation has no column of its own.
      const beside = role === 'deviation' || role === 'interval';
      if (!beside) columns.push(columnOf(path));
      return { column: columns.length - 1, ...(role ? { role } : {}) };
    });
  });
}

function columnOf(header: readonly Label[]): Column {
  const unit = header.findLast((label) => label.unit !== undefined)?.unit;
  return { header, ...(unit === undefined ? {} : { unit }) };
}
