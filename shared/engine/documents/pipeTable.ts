import { emptyCell, type Grid, type GridCell, ONE_LINE, rectangular } from '../tables/grid.ts';
import type { MappedText } from '../text/mappedText.ts';
import { readMarkdownCell } from './markdownCell.ts';

export interface Line {
  readonly text: string;
  /** Offset of the line's first character in the mapped text. */
  readonly start: number;
}

/** The line below a header; Emacs parts its columns by plus signs. */
const DELIMITER = /^\s*\|?\s*:?-{2,}:?\s*(?:[|+]\s*:?-{2,}:?\s*)*\|?\s*$/;

export const isDelimiter = (line: string): boolean => DELIMITER.test(line) && line.includes('|');

/** Cuts a run of lines with pipes into tables: a row before a delimiter line starts a new one. */
export function pipeGrids(lines: readonly Line[], mapped: MappedText): Grid[] {
  const starts = [0];
  for (let i = 2; i < lines.length; i++)
    if (isDelimiter(lines[i]?.text ?? '') && i - 1 > (starts.at(-1) ?? 0)) starts.push(i - 1);
  return starts
    .map((start, i) => pipeGrid(lines.slice(start, starts[i + 1]), mapped))
    .filter((grid): grid is Grid => grid !== null);
}

function pipeGrid(lines: readonly Line[], mapped: MappedText): Grid | null {
  const delimiter = lines.findIndex((line) => isDelimiter(line.text));
  const rows = lines.filter((line) => !isDelimiter(line.text)).map((line) => pipeRow(line, mapped));
  const first = lines[0];
  const last = lines.at(-1);
  if (rows.length < 2 || !first || !last) return null;
  const bordered = first.text.trimStart().startsWith('|');
  return {
    rows: rectangular(rows),
    declaredHeaders: Math.max(0, delimiter),
    packed: !bordered,
    span: mapped.toSource({ start: first.start, end: last.start + last.text.length }),
  };
}

function pipeRow(line: Line, mapped: MappedText): GridCell[] {
  const cells: GridCell[] = [];
  const pipes: number[] = [];
  for (let at = line.text.indexOf('|'); at >= 0; at = line.text.indexOf('|', at + 1))
    if (line.text[at - 1] !== '\\') pipes.push(at);
  const edges = [-1, ...pipes, line.text.length];
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = (edges[i] ?? 0) + 1;
    const to = edges[i + 1] ?? 0;
    const raw = line.text.slice(from, to);
    const atEdge = i === 0 || i + 2 === edges.length;
    if (atEdge && raw.trim() === '' && pipes.length > 0) continue;
    cells.push(cellAt(raw, line.start + from, mapped));
  }
  return cells;
}

/** A run of lines with as many tabs each. */
export function tabGrid(lines: readonly Line[], mapped: MappedText): Grid | null {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last || lines.length < 2) return null;
  const rows = lines.map((line) => {
    let at = line.start;
    return line.text.split('\t').map((raw) => {
      const cell = cellAt(raw, at, mapped);
      at += raw.length + 1;
      return cell;
    });
  });
  return {
    rows: rectangular(rows),
    declaredHeaders: 1,
    packed: false,
    span: mapped.toSource({ start: first.start, end: last.start + last.text.length }),
  };
}

/** The cell that `raw` holds, which begins at `start` of the mapped text. */
export function cellAt(raw: string, start: number, mapped: MappedText): GridCell {
  const { text, marks, notes } = readMarkdownCell(raw);
  if (text === '') return emptyCell(mapped.toSource({ start, end: start }).start);
  const lead = raw.length - raw.trimStart().length;
  const span = mapped.toSource({ start: start + lead, end: start + raw.trimEnd().length });
  const lines = text.includes('\n') ? text.split('\n').map((line) => line.trim()) : ONE_LINE;
  return {
    text: lines.length > 0 ? lines.join(' ') : text,
    lines,
    span,
    header: false,
    ...(marks.length > 0 ? { marks } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}
