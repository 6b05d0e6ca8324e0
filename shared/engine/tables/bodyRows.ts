import { onceEach } from '../onceEach.ts';
import type { Quantity } from '../text/quantity.ts';
import type { Span } from '../text/span.ts';
import { groupLabel, isNote } from './groupRows.ts';
import type { Groups } from './groups.ts';
import type { ReadCell, Row } from './readCells.ts';
import { hasName, type RowNames } from './rowNames.ts';
import type { Section } from './stubs.ts';
import type { CellValue, Role, TableCell, TableRow } from './table.ts';

/** Where the numbers of a column of the grid belong: one place for each part of its header. */
export interface Place {
  readonly column: number;
  readonly role?: Role;
}

export interface Layout {
  readonly sections: readonly Section[];
  /** By column of the grid. */
  readonly places: readonly (readonly Place[])[];
  readonly groups: Groups;
  readonly names: RowNames;
  /** Rows whose names are not to be trusted. */
  readonly unsure: ReadonlySet<Row>;
}

/** The rows of values of one block; group rows go into `layout`, notes into `notes`. */
export function bodyRows(
  rows: readonly Row[],
  { sections, places, groups, names, unsure }: Layout,
  notes: string[],
): TableRow[] {
  const body: TableRow[] = [];
  const readers = places.map(cellReader);
  const last = rows.at(-1);
  for (const row of rows) {
    if (row.every(isBlank)) continue;
    const group = groupLabel(row);
    if (group) {
      if (isNote(group.text) || (row === last && group.text.includes(' ') && /[.:]$/.test(group.text)))
        notes.push(group.text);
      else {
        groups.open(group, row.filter((cell) => !isBlank(cell)).length > 1);
        names.reset();
      }
      continue;
    }
    const above = body.length - sections.length;
    if (above >= 0 && isSecondLine(row, sections)) {
      for (const [i, section] of sections.entries())
        body[above + i] = withSpreads(body[above + i] as TableRow, row, section, places);
      continue;
    }
    const path = groups.pass();
    for (const section of sections) {
      const span = extentOf(row, section);
      if (!span) continue;
      const cells = section.values.map((c) => (readers[c] as CellReader)(row[c] as ReadCell));
      const header = [...path, ...names.of(row, section)];
      body.push(unsure.has(row) ? { header, cells, span, unsure: true } : { header, cells, span });
    }
  }
  return body;
}

const isBlank = (cell: ReadCell): boolean => cell.text === '';

type CellReader = (cell: ReadCell) => TableCell;

/** Reads the cells of a column of the grid. */
function cellReader(places: readonly Place[]): CellReader {
  const column = places[0]?.column ?? 0;
  // Most cells hold a number, and nothing beside it: the values of equal ones are one object.
  const valuesOf = onceEach((quantity: Quantity): readonly CellValue[] => [{ quantity, column }]);
  return (cell) => {
    const { text, values, spreads, marks, notes, span } = cell;
    const only = values[0];
    const all = values.length + spreads.length + marks.length + notes.length;
    return all === 1 && only?.text === text ? { text, values: valuesOf(only), span } : readCell(cell, places, column);
  };
}

function readCell(cell: ReadCell, places: readonly Place[], first: number): TableCell {
  const { values, roles, spreads } = cell;
  const placeOf = placesIn(cell, places);
  const kept: CellValue[] = [];
  const apart: CellValue[] = spreads.map((quantity) => ({ quantity, column: first, role: 'deviation' }));
  for (const [i, quantity] of values.entries()) {
    const place = placeOf(i, quantity.span.start);
    const said = place?.role ?? roles[i];
    const value = { quantity, column: place?.column ?? first, ...(said ? { role: said } : {}) };
    (said === 'deviation' ? apart : kept).push(value);
  }
  const signs = [...cell.notes, ...(cell.text.match(NUMBER_SIGNS) ?? [])];
  return {
    text: cell.text,
    values: kept,
    span: cell.span,
    ...(apart.length > 0 ? { spreads: apart } : {}),
    ...(cell.marks.length > 0 ? { marks: cell.marks } : {}),
    ...(signs.length > 0 && kept.length > 0 ? { notes: signs } : {}),
  };
}

/** The place of a cell's number: one for each, or one for each part of a list, of which some may be missing (`- / 45.2`). */
function placesIn(
  { text, values }: ReadCell,
  places: readonly Place[],
): (index: number, start: number) => Place | undefined {
  if (places.length < 2) return () => undefined;
  if (values.length === places.length) return (index) => places[index];
  const partOf = (end: number): number => text.slice(0, end).split(LIST_SIGN).length - 1;
  return partOf(text.length) === places.length - 1 ? (_, start) => places[partOf(start)] : () => undefined;
}

/** What parts the numbers of a cell, but for the slash of `n/a`. */
const LIST_SIGN = /(?<!\bn)\/|\|/i;

const NUMBER_SIGNS = /(?<=\d\s?%?\s?)(?:[*∗]+|[†‡§¶]+)|^[*∗†‡]+(?=\s?\d)/gu;

/** A row without a name whose numbers are all in brackets or behind ± goes on with the cells above it. */
function isSecondLine(row: Row, sections: readonly Section[]): boolean {
  if (sections.some((section) => hasName(row, section))) return false;
  const values = sections.flatMap((section) => row.slice(section.names, section.end)).filter(({ text }) => text !== '');
  return (
    values.length > 0 &&
    values.every(({ text, kind }) => /^\s*(?:±|\\pm|[([][^()[\]]*[)\]]\s*$)/.test(text) && kind !== 'name')
  );
}

function withSpreads(above: TableRow, row: Row, section: Section, places: Layout['places']): TableRow {
  const cells = above.cells.map((cell, i): TableCell => {
    const c = section.values[i] ?? 0;
    const under = row[c];
    if (!under || under.text === '' || cell.values.length === 0) return cell;
    const column = places[c]?.[0]?.column ?? 0;
    const numbers = [...under.values, ...under.spreads];
    const spreads = numbers.map((quantity): CellValue => ({ quantity, column, role: 'deviation' }));
    return { ...cell, text: `${cell.text} ${under.text}`, spreads: [...(cell.spreads ?? []), ...spreads] };
  });
  return { ...above, cells };
}

/** Where the cells of a section stand that are not blank; null where all are. */
function extentOf(row: Row, section: Section): Span | null {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (let c = section.start; c < section.end; c++) {
    const cell = row[c];
    if (!cell || isBlank(cell)) continue;
    start = Math.min(start, cell.span.start);
    end = Math.max(end, cell.span.end);
  }
  return start <= end ? { start, end } : null;
}
