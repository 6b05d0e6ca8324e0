import type { Problem } from '../../problem.ts';
import { type GridCell, rectangular } from '../../tables/grid.ts';
import { unmapped } from '../../text/mappedText.ts';
import type { Blocks } from '../blocks.ts';
import { findDelimiter, readRows } from './fields.ts';

/** More than anyone prints in a table; such a file holds data, not results. */
const MOST_COLUMNS = 200;
const MOST_CELLS = 50_000;

/** True for a text of several lines that one delimiter cuts into fields. */
export function isDelimited(text: string): boolean {
  return /\d/.test(text) && findDelimiter(text) !== null;
}

/** Reads values delimited by commas, semicolons, tabs or bars, as supplements to papers hold them: one table. */
export function readCsv(text: string): Blocks {
  const delimiter = findDelimiter(text);
  const rows: GridCell[][] = [];
  let cells = 0;
  for (const row of delimiter === null ? [] : readRows(text, delimiter)) {
    if (row.length > MOST_COLUMNS) return unread(text, `a row with ${row.length} columns`);
    cells += row.length;
    if (cells > MOST_CELLS) return unread(text, `more than ${MOST_CELLS} cells`);
    if (row.some(({ text }) => text !== '')) rows.push(row);
  }
  const grid = {
    rows: rectangular(rows),
    declaredHeaders: 0,
    packed: false,
    span: { start: rows[0]?.[0]?.span.start ?? 0, end: rows.at(-1)?.at(-1)?.span.end ?? 0 },
  };
  return { mapped: unmapped(text), blocks: rows.length > 0 ? [{ kind: 'grid', grid, caption: '' }] : [], metadata: {} };
}

function unread(text: string, what: string): Blocks {
  const message = `The file has ${what}, which is data and no table of results: keep the rows and columns that are cited.`;
  const problem: Problem = { code: 'source-unreadable', message, span: null };
  return { mapped: unmapped(text), blocks: [], metadata: {}, problems: [problem] };
}
