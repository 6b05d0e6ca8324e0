import { emptyCell, type GridCell, ONE_LINE } from '../../tables/grid.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** So many lines show how a file is delimited. */
const SAMPLE = 20;

/** The delimiter that cuts the first lines into the same number of fields, two or more; null where none does. */
export function findDelimiter(text: string): Delimiter | null {
  const sample = text.slice(0, 20_000);
  let best: { delimiter: Delimiter; steadiness: number; width: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const widths: number[] = [];
    for (const row of readRows(sample, delimiter)) {
      if (widths.length === SAMPLE) break;
      if (row.length > 1 || row[0]?.span.start !== row[0]?.span.end) widths.push(row.length);
    }
    const width = mostFrequent(widths);
    if (width < 2) continue;
    const steadiness = widths.filter((one) => one === width).length / widths.length;
    if (best === null || steadiness > best.steadiness || (steadiness === best.steadiness && width > best.width))
      best = { delimiter, steadiness, width };
  }
  return best !== null && best.steadiness > 0.5 ? best.delimiter : null;
}

/** The rows of a delimited text one by one; quoted fields may hold delimiters, line ends and doubled quotes. */
export function* readRows(text: string, delimiter: Delimiter): Generator<GridCell[]> {
  let row: GridCell[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
    row.push(cell);
    at = endOfField(text, cell.span.end, delimiter);
    if (text[at] === delimiter && at < text.length) {
      at++;
      if (at < text.length && !isLineEnd(text, at)) continue;
      row.push(emptyCell(at));
    }
    yield row;
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}

function plainField(text: string, start: number, delimiter: Delimiter): GridCell {
  const end = endOfField(text, start, delimiter);
  return { text: text.slice(start, end).trim(), lines: ONE_LINE, span: { start, end }, header: false };
}

/** What is quoted, without its quotes. */
function quotedField(text: string, quote: number, delimiter: Delimiter): GridCell {
  const start = quote + 1;
  let end = text.indexOf('"', start);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  // A quote that nothing closes is a character like any other.
  if (end < 0) return plainField(text, quote, delimiter);
  const lines = text
    .slice(start, end)
    .replaceAll('""', '"')
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { text: lines.join(' '), lines, span: { start, end }, header: false };
}

/** Where the field ends that goes on at `from`; what stands between a closing quote and the delimiter is dropped. */
function endOfField(text: string, from: number, delimiter: Delimiter): number {
  const parts = delimiter.charCodeAt(0);
  let end = from;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === parts || code === LINE_FEED || code === RETURN) break;
  }
  return end;
}

function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === LINE_FEED || code === RETURN;
}

const LINE_FEED = 10;
const RETURN = 13;

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  let best = 0;
  for (const [one, count] of counts) if (count > (counts.get(best) ?? 0)) best = one;
  return best;
}
