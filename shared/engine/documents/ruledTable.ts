import { emptyCell, type Grid, type GridCell, rectangular } from '../tables/grid.ts';
import type { MappedText } from '../text/mappedText.ts';
import { cellAt, type Line } from './pipeTable.ts';

/** A table set by lines of dashes, and the line behind its last. */
export interface Ruled {
  readonly grid: Grid;
  readonly end: number;
}

const GRID_RULE = /^\s*\+(?:[-=:]+\+)+\s*$/;
/** A rule under some columns only: the cells beside it go on. */
const PART_RULE = /^\s*[|+].*\+:?[-=]{2,}:?\+/;
const COLUMNS_RULE = /^\s*(?:-{2,}|={2,})(?:\s+(?:-{2,}|={2,}))+\s*$/;
const FULL_RULE = /^\s*-{6,}\s*$/;
const MOST_LINES = 2000;

/** True where a table of Pandoc or reStructuredText may begin: a rule here, or below the line. */
export function startsRuled(text: string, next: string): boolean {
  return (
    GRID_RULE.test(text) ||
    COLUMNS_RULE.test(text) ||
    (text.trim() !== '' && COLUMNS_RULE.test(next)) ||
    FULL_RULE.test(text)
  );
}

/** Reads a grid table, or a simple or multiline table, that begins at line `i`; null where there is none. */
export function ruledTable(lines: readonly Line[], i: number, mapped: MappedText): Ruled | null {
  const text = lines[i]?.text ?? '';
  return GRID_RULE.test(text) ? gridTable(lines, i, mapped) : columnTable(lines, i, mapped);
}

/** `+---+---+` between rows, `+===+===+` below the header. */
function gridTable(lines: readonly Line[], i: number, mapped: MappedText): Ruled | null {
  let end = i;
  while (end < lines.length && /^\s*[|+]/.test(lines[end]?.text ?? '')) end++;
  const rules = new Set(lines.slice(i, end).filter(({ text }) => PART_RULE.test(text)));
  const edges = [...new Set([...rules].flatMap(({ text }) => plusses(text)))].sort((a, b) => a - b);
  const rows: GridCell[][] = [];
  let declaredHeaders = 0;
  let open: Line[] = [];
  let rule = '';
  for (const line of lines.slice(i, end)) {
    if (!rules.has(line)) {
      open.push(line);
      continue;
    }
    if (open.length > 0) {
      rows.push(stackedRow(open, cutAt(open, edges), mapped));
      goOn(rows, rule, edges);
    }
    open = [];
    rule = line.text;
    if (GRID_RULE.test(rule) && rule.includes('=')) declaredHeaders = rows.length;
  }
  return finished(lines, i, end, rows, declaredHeaders, mapped);
}

/** Cells above which there is no rule are one with the cells of the row before. */
function goOn(rows: GridCell[][], rule: string, edges: readonly number[]): void {
  const [above, row] = rows.slice(-2);
  if (!above || !row || GRID_RULE.test(rule)) return;
  for (const [c, cell] of row.entries()) {
    if (/[-=]/.test(rule.charAt((edges[c] ?? 0) + 1))) continue;
    const parts = [above[c], cell].filter((part) => part !== undefined && part.text !== '') as GridCell[];
    const whole = parts.length > 0 ? joinParts(parts) : cell;
    above[c] = whole;
    row[c] = whole;
  }
}

const plusses = (text: string): number[] => [...text.matchAll(/\+/g)].map((match) => match.index);

interface Cut {
  readonly from: number;
  readonly to: number;
  /** How many columns lie between the two bars. */
  readonly columns: number;
}

/** A row's cells between its own bars, so that a cell over several columns stays one. */
function cutAt(row: readonly Line[], edges: readonly number[]): Cut[] {
  const isBar = (edge: number): boolean => row.every(({ text }) => /[|+]/.test(text.charAt(edge) || '|'));
  const cuts: Cut[] = [];
  let from = 0;
  for (let e = 1; e < edges.length; e++)
    if (e === edges.length - 1 || isBar(edges[e] ?? 0)) {
      cuts.push({ from: (edges[from] ?? 0) + 1, to: edges[e] ?? 0, columns: e - from });
      from = e;
    }
  return cuts;
}

/** The lines of a row, cell by cell; a cell that spans columns stands in each of them. */
function stackedRow(row: readonly Line[], cuts: readonly Cut[], mapped: MappedText): GridCell[] {
  return cuts.flatMap(({ from, to, columns }) => {
    const parts = row
      .map((line) => cellAt(line.text.slice(from, to), line.start + Math.min(from, line.text.length), mapped))
      .filter((cell) => cell.text !== '');
    const cell =
      parts.length === 0
        ? emptyCell(mapped.toSource({ start: row[0]?.start ?? 0, end: row[0]?.start ?? 0 }).start)
        : joinParts(parts);
    return Array.from({ length: columns }, () => cell);
  });
}

/** Lines of one cell, which were broken to fit its width. */
function joinParts(parts: readonly GridCell[]): GridCell {
  const [first, ...more] = parts;
  const text = parts.map((part) => part.text).join(' ');
  return {
    ...(first as GridCell),
    text,
    lines: [text],
    ...(more.length > 0
      ? { span: { start: (first as GridCell).span.start, end: (parts.at(-1) as GridCell).span.end } }
      : {}),
  };
}

/** Columns under groups of dashes; a blank line parts the rows of a multiline table. */
function columnTable(lines: readonly Line[], i: number, mapped: MappedText): Ruled | null {
  const isMultiline = FULL_RULE.test(lines[i]?.text ?? '');
  const rule = findRule(lines, isMultiline ? i + 1 : i, isMultiline ? 5 : 2);
  if (rule < 0) return null;
  const cuts = groups(lines[rule]?.text ?? '');
  const isEnd = (text: string): boolean =>
    isMultiline
      ? FULL_RULE.test(text) || COLUMNS_RULE.test(text)
      : text.trim() === '' || COLUMNS_RULE.test(text) || FULL_RULE.test(text);
  let end = rule + 1;
  // A table between two rules of groups has its header between the first two.
  const second = isMultiline || rule > i ? -1 : findRule(lines, rule + 1, 4);
  const head = second > 0 ? lines.slice(rule + 1, second) : lines.slice(isMultiline ? i + 1 : i, rule);
  if (second > 0) end = second + 1;
  const body = end;
  while (end < lines.length && end - i < MOST_LINES && !isEnd(lines[end]?.text ?? '')) end++;
  const closed = end < lines.length && (lines[end]?.text ?? '').trim() !== '';
  if (isMultiline && !closed) return null;
  const rowsOf = (part: readonly Line[]): Line[][] => (isMultiline ? paragraphs(part) : part.map((line) => [line]));
  const filled = head.filter(({ text }) => text.trim() !== '');
  const heads = isMultiline && filled.length > 0 ? [filled] : filled.map((line) => [line]);
  const rows = [...heads, ...rowsOf(lines.slice(body, end))].map((row) => stackedRow(row, cuts, mapped));
  return finished(lines, i, closed ? end + 1 : end, rows, heads.length, mapped);
}

function findRule(lines: readonly Line[], from: number, reach: number): number {
  for (let at = from; at < Math.min(lines.length, from + reach); at++)
    if (COLUMNS_RULE.test(lines[at]?.text ?? '')) return at;
  return -1;
}

/** From each group of dashes to the next; the last goes to the end of the line. */
function groups(rule: string): Cut[] {
  const starts = [...rule.matchAll(/[-=]+/g)].map((match) => match.index);
  return starts.map((from, g) => ({
    from: g === 0 ? 0 : from,
    to: starts[g + 1] ?? Number.POSITIVE_INFINITY,
    columns: 1,
  }));
}

function paragraphs(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [[]];
  for (const line of lines) {
    if (line.text.trim() === '') found.push([]);
    else found.at(-1)?.push(line);
  }
  return found.filter((paragraph) => paragraph.length > 0);
}

function finished(
  lines: readonly Line[],
  i: number,
  end: number,
  rows: readonly (readonly GridCell[])[],
  declaredHeaders: number,
  mapped: MappedText,
): Ruled | null {
  const first = lines[i];
  const last = lines[end - 1];
  if (rows.length < 2 || !first || !last) return null;
  const span = mapped.toSource({ start: first.start, end: last.start + last.text.length });
  return { grid: { rows: rectangular(rows), declaredHeaders, packed: false, span }, end };
}
