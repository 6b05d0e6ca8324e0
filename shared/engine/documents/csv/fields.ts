import type { Span } from '../../text/span.ts';

/** A field of a delimited text: what it says, and where that stands, without its quotes. */
export interface Field {
  readonly text: string;
  readonly span: Span;
}

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
      if (row.length > 1 || row[0]?.text !== '') widths.push(row.length);
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
export function* readRows(text: string, delimiter: Delimiter): Generator<Field[]> {
  let row: Field[] = [];
  let at = 0;
  while (at < text.length) {
    const field = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
    row.push(field);
    at = endOfField(text, field, delimiter);
    if (text[at] === delimiter && at < text.length) {
      at++;
      if (at < text.length && !isLineEnd(text, at)) continue;
      row.push({ text: '', span: { start: at, end: at } });
    }
    yield row;
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
}

function plainField(text: string, start: number, delimiter: Delimiter): Field {
  let end = start;
  while (end < text.length && text[end] !== delimiter && !isLineEnd(text, end)) end++;
  return { text: text.slice(start, end), span: { start, end } };
}

function quotedField(text: string, quote: number, delimiter: Delimiter): Field {
  const start = quote + 1;
  let end = text.indexOf('"', start);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  // A quote that nothing closes is a character like any other.
  if (end < 0) return plainField(text, quote, delimiter);
  return { text: text.slice(start, end).replaceAll('""', '"'), span: { start, end } };
}

/** What stands between a closing quote and the delimiter is dropped. */
function endOfField(text: string, { span }: Field, delimiter: Delimiter): number {
  let end = span.end;
  while (end < text.length && text[end] !== delimiter && !isLineEnd(text, end)) end++;
  return end;
}

function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  let best = 0;
  for (const [one, count] of counts) if (count > (counts.get(best) ?? 0)) best = one;
  return best;
}
