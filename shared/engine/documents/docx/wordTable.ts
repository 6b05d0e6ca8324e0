import type { Element } from 'domhandler';
import { emptyCell, expandSpans, type Grid, type GridCell, type Mark, type PlacedCell } from '../../tables/grid.ts';
import { childrenOf, localName } from '../xml/elements.ts';
import { type ReadParagraph, readParagraph } from './paragraph.ts';

export interface WordTable {
  readonly grid: Grid;
  /** Tables in cells, and text boxes. */
  readonly inside: readonly Element[];
}

/** A cell with its column; `continues` one above it. */
interface WordCell {
  readonly column: number;
  readonly continues: boolean;
  readonly placed: PlacedCell;
}

/** Reads a table; `write` adds to the text of the document and says where that begins. */
export function readWordTable(table: Element, write: (text: string) => number): WordTable {
  const start = write('');
  const inside: Element[] = [];
  const rows: WordCell[][] = [];
  let declaredHeaders = 0;
  for (const row of partsOf(table, 'tr')) {
    const [properties = null] = childrenOf(row, 'trPr');
    if (childrenOf(properties, 'del').length > 0) continue;
    if (declaredHeaders === rows.length && childrenOf(properties, 'tblHeader').length > 0) declaredHeaders++;
    let column = numberOf(properties, 'gridBefore') ?? 0;
    const cells: WordCell[] = [];
    for (const cell of partsOf(row, 'tc')) {
      const [settings = null] = childrenOf(cell, 'tcPr');
      const columns = numberOf(settings, 'gridSpan') ?? 1;
      const [merge] = childrenOf(settings, 'vMerge');
      if (cells.length > 0) write('\t');
      const continues = merge !== undefined && merge.attribs['w:val'] !== 'restart';
      cells.push({ column, continues, placed: { cell: readCell(cell, write, inside), columns, rows: 1 } });
      column += columns;
    }
    write('\n');
    rows.push(cells);
  }
  const grid = {
    rows: expandSpans(rows.map((_, r) => placeCells(rows, r))),
    declaredHeaders,
    packed: false,
    span: { start, end: write('') },
  };
  return { grid, inside };
}

/** The rows of a table or the cells of a row, also those in content controls and marked as inserted. */
function partsOf(parent: Element, name: string): Element[] {
  return childrenOf(parent).flatMap((child) =>
    localName(child) === name
      ? [child]
      : /^(?:sdt|sdtContent|ins|customXml|smartTag)$/.test(localName(child))
        ? partsOf(child, name)
        : [],
  );
}

function numberOf(properties: Element | null, name: string): number | null {
  const value = Number.parseInt(childrenOf(properties, name)[0]?.attribs['w:val'] ?? '', 10);
  return value > 0 ? value : null;
}

/** The cells that begin in row `r`, each as high as cells below continue it, with a blank before an indented row. */
function placeCells(rows: readonly (readonly WordCell[])[], r: number): PlacedCell[] {
  const cells = rows[r] ?? [];
  const placed = cells
    .filter(({ continues }) => !continues)
    .map(({ column, placed }) => ({ ...placed, rows: heightOf(rows, r, column) }));
  const [first] = cells;
  if (!first || first.column === 0) return placed;
  const at = first.placed.cell.span.start;
  return [{ cell: emptyCell(at), columns: first.column, rows: 1 }, ...placed];
}

function heightOf(rows: readonly (readonly WordCell[])[], r: number, column: number): number {
  let height = 1;
  while (rows[r + height]?.some((one) => one.continues && one.column === column)) height++;
  return height;
}

function readCell(cell: Element, write: (text: string) => number, inside: Element[]): GridCell {
  const paragraphs: ReadParagraph[] = [];
  const visit = (element: Element): void => {
    const name = localName(element);
    if (name === 'p') {
      const read = readParagraph(element);
      paragraphs.push(read);
      inside.push(...read.boxes);
    } else if (name === 'tbl') {
      inside.push(element);
    } else if (name !== 'tcPr') childrenOf(element).forEach(visit);
  };
  childrenOf(cell).forEach(visit);
  const lines = paragraphs
    .flatMap((one) => one.lines)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const text = lines.join(' ');
  const start = write(text);
  const full = paragraphs.filter((one) => one.lines.some((line) => line.trim() !== ''));
  const marks: Mark[] = [
    ...(full.length > 0 && full.every(({ isBold }) => isBold) ? (['bold'] as const) : []),
    ...(full.length > 0 && full.every(({ isUnderlined }) => isUnderlined) ? (['underline'] as const) : []),
  ];
  return {
    text,
    lines,
    span: { start, end: start + text.length },
    header: false,
    ...(marks.length > 0 ? { marks } : {}),
  };
}
