import type { Span } from '../../text/span.ts';

const LEAST_LINES = 2;
const MOST_LINES = 500;

/**
 * The fields of a printed table whose columns are set apart by two or more spaces, as places in `text`, row by row;
 * null where the lines do not stand in columns. A field of a blank is empty.
 */
export function readAligned(text: string): Span[][] | null {
  const lines = linesOf(text).filter(({ line }) => line.trim() !== '' && !/^[.\s]+$/.test(line));
  if (lines.length < LEAST_LINES || lines.length > MOST_LINES) return null;
  const columns = columnsOf(lines.map(({ line }) => line));
  if (columns.length < 2) return null;
  return lines.map(({ line, start }) =>
    columns.map((column) => {
      const raw = line.slice(column.start, column.end);
      const from = start + column.start + (raw.length - raw.trimStart().length);
      return raw.trim() === '' ? { start, end: start } : { start: from, end: from + raw.trim().length };
    }),
  );
}

/** The stretches between the gaps of two or more places that are blank in every line. */
function columnsOf(lines: readonly string[]): Span[] {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const filled = new Uint8Array(width);
  for (const line of lines) for (let i = 0; i < line.length; i++) if (line[i] !== ' ') filled[i] = 1;
  const columns: { start: number; end: number }[] = [];
  for (let i = 0; i < width; i++) {
    if (filled[i] === 0) continue;
    const last = columns.at(-1);
    if (last && i - last.end < 2) last.end = i + 1;
    else columns.push({ start: i, end: i + 1 });
  }
  return columns;
}

function linesOf(text: string): { readonly line: string; readonly start: number }[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return { line: line.replace(/\r$/, ''), start: at };
  });
}
