import { emptyCell, type Grid, type GridCell, rectangular } from '../../tables/grid.ts';
import { oneLine } from '../../text/whiteSpace.ts';
import type { Rule } from './rules.ts';
import { extentOf, type Labels, textOf } from './run.ts';
import { formatNumber } from './siunitx.ts';
import type { RawCell, RawRow, RawTable } from './tabular.ts';
import type { CellShape } from './typesetter.ts';

/** A row with each cell at all its columns. */
type Row = (Placed | undefined)[];

interface Placed {
  readonly cell: GridCell;
  readonly shape: CellShape;
  readonly isCitation: boolean;
}

const MOST_HEADERS = 5;
const MOST_COLUMNS = 200;

/** The grid of a table: spans expanded, numbers that were cut into two columns joined, headers as the rules tell. */
export function toGrid(table: RawTable, labels: Labels): Grid {
  const rows = table.rows.map((row) => placeCells(row, table, labels));
  spreadRows(rows);
  const headers = countRuledHeaders(table.rows, rows);
  for (let r = 0; r < Math.max(headers, 1); r++) spreadUnderRules(rows[r] ?? [], table.rows[r + 1]);
  for (let r = 1; r < headers; r++) rows[r] = withoutCitations(rows[r] ?? [], rows[r - 1] ?? []);
  joinColumns(rows, table.separators);
  return {
    rows: rectangular(rows.map((row) => row.map((placed) => placed?.cell))),
    declaredHeaders: headers,
    packed: false,
    span: { start: table.start, end: table.end },
  };
}

function placeCells(raw: RawRow, table: RawTable, labels: Labels): Row {
  const row: Row = [];
  for (const one of raw.cells) {
    const isDecimal = table.columns[row.length]?.kind === 'decimal' && one.shape.covers === 'written';
    const placed = { ...one, cell: readCell(one, isDecimal, labels) };
    const width = one.shape.covers === 'left out' ? one.shape.columns : 1;
    for (let i = 0; i < width && row.length < MOST_COLUMNS; i++) row.push(placed);
  }
  // Spans that have the cells they cover, empty.
  row.forEach((placed, c) => {
    if (placed?.shape.covers === 'written')
      for (let i = 1; i < placed.shape.columns && isBlank(row[c + i]); i++) row[c + i] = placed;
  });
  return row;
}

function readCell({ run, shape, start }: RawCell, isDecimal: boolean, labels: Labels): GridCell {
  const printed = (line: string): string => (isDecimal ? formatNumber(oneLine(line)) : oneLine(line));
  const text = textOf(run, labels);
  const lines = (text.includes('\n') ? text.split('\n') : [text]).map(printed).filter((line) => line !== '');
  const span = extentOf(run) ?? { start, end: start };
  return {
    text: lines.join(' '),
    lines,
    span,
    header: shape.header,
    ...(shape.marks.length > 0 ? { marks: shape.marks } : {}),
    ...(shape.notes.length > 0 ? { notes: shape.notes } : {}),
  };
}

function isBlank(placed: Placed | undefined): boolean {
  return placed !== undefined && placed.cell.text === '';
}

/** Lets a cell of several rows fill the empty cells that LaTeX has below it, or above where the count is negative. */
function spreadRows(rows: readonly Row[]): void {
  for (const [r, row] of rows.entries())
    for (const [c, placed] of row.entries()) {
      if (!placed || placed.cell.text === '' || row[c - 1] === placed || Math.abs(placed.shape.rows) < 2) continue;
      const width = row.slice(c).findIndex((other) => other !== placed);
      const columns = Array.from({ length: width < 0 ? row.length - c : width }, (_, i) => c + i);
      const step = Math.sign(placed.shape.rows);
      for (let i = 1; i < Math.abs(placed.shape.rows); i++) {
        const other = rows[r + i * step];
        if (!other || !columns.every((at) => at >= other.length || isBlank(other[at]))) break;
        while (other.length < c) other.push(undefined);
        for (const at of columns) other[at] = placed;
      }
    }
}

/** The rows above the first rule across the table, less those that are values. */
function countRuledHeaders(raw: readonly RawRow[], rows: readonly Row[]): number {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const isFull = (rule: Rule): boolean => rule.kind === 'full' || (rule.from <= 0 && rule.to >= width - 1);
  const ruled = raw.findIndex((row, r) => r > 0 && row.rules.some(isFull));
  if (ruled < 1 || ruled > MOST_HEADERS) return 0;
  const values = rows.slice(0, ruled).findIndex(isValueRow);
  return values < 0 ? ruled : values;
}

/** True where most cells behind the first are numbers with decimals. */
function isValueRow(row: Row): boolean {
  const filled = [...new Set(row.slice(1))].filter((placed) => placed && !isBlank(placed));
  const values = filled.filter((placed) => /^[^\p{L}]*\d\.\d/u.test(placed?.cell.text ?? ''));
  return values.length * 2 > filled.length;
}

/** A rule under some columns of a header row belongs to the one header above it: `& Accuracy & & \cmidrule{2-4}`. */
function spreadUnderRules(row: Row, below: RawRow | undefined): void {
  for (const rule of below?.rules ?? []) {
    if (rule.kind === 'full') continue;
    const columns = Array.from({ length: Math.min(rule.to, MOST_COLUMNS) - rule.from + 1 }, (_, i) => rule.from + i);
    const headers = new Set(columns.map((c) => row[c]).filter((placed) => placed && !isBlank(placed)));
    const [header] = headers;
    if (header && headers.size === 1) for (const c of columns) if (c < row.length) row[c] = header;
  }
}

/** A citation below a header is the header's, and names nothing itself. */
function withoutCitations(row: Row, above: Row): Row {
  return row.map((placed, c) => {
    const over = above[c];
    if (!placed?.isCitation || !over || over === placed || isBlank(over)) return placed;
    return { ...placed, cell: emptyCell(placed.cell.span.start) };
  });
}

/** `r@{.}l` sets the two halves of a number in two columns. */
function joinColumns(rows: readonly Row[], separators: ReadonlyMap<number, string>): void {
  for (const [c, separator] of [...separators].reverse())
    for (const row of rows) {
      const [left, right] = [row[c], row[c + 1]];
      if (!left || !right) continue;
      if (left !== right)
        row[c] = isBlank(left)
          ? right
          : isBlank(right)
            ? left
            : { ...left, cell: join(left.cell, separator, right.cell) };
      row.splice(c + 1, 1);
    }
}

function join(left: GridCell, separator: string, right: GridCell): GridCell {
  const text = separator === '.' ? `${left.text}.${right.text}` : `${left.text} ${separator} ${right.text}`;
  return { ...left, text, lines: [text], span: { start: left.span.start, end: right.span.end } };
}
