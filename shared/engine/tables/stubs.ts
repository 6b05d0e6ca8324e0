import { groupLabel } from './groupRows.ts';
import type { CellKind, Row } from './readCells.ts';
import type { Label } from './table.ts';

/** Columns side by side: from `start` those that name the rows, before `names`, then values, before `end`. */
export interface Section {
  readonly start: number;
  readonly names: number;
  readonly end: number;
  /** The columns with values; numbers that tell rows apart are values too. */
  readonly values: readonly number[];
}

/** The columns at the left that name the rows. */
export interface Stubs {
  readonly count: number;
  /** Those of them that hold numbers without which rows could not be told apart. */
  readonly counted: readonly number[];
}

/**
 * Columns at the left that name the row: the first, those after it that hold names, marks or sizes, and whole numbers
 * without which rows could not be told apart.
 */
export function findStubs(
  kinds: readonly CellKind[],
  headers: readonly (readonly Label[])[],
  body: readonly Row[],
): Stubs {
  const firstDecimal = kinds.indexOf('decimal');
  const counted: number[] = [];
  let count = Math.max(1, declaredStubs(body));
  for (; count < kinds.length - 1; count++) {
    const kind = kinds[count];
    if (kind === 'name' || kind === 'mark' || kind === 'empty') continue;
    if (kind !== 'integer' || count >= firstDecimal) break;
    if (isSetting(headers[count] ?? [])) continue;
    if (!tellsApart(body, count)) break;
    counted.push(count);
  }
  while (count > 1 && kinds[count - 1] === 'empty') count--;
  return { count: Math.min(count, kinds.length - 1), counted };
}

/** How many columns at the left the markup declares to be headers of their rows. */
function declaredStubs(body: readonly Row[]): number {
  const rows = body.filter((row) => !groupLabel(row));
  const width = body[0]?.length ?? 0;
  let count = 0;
  while (count < width && rows.filter((row) => row[count]?.header).length * 2 > rows.length) count++;
  return count === width ? 0 : count;
}

const SETTING =
  /\bsize|\bllm\b|backbone|frames?\b|resolution|\byears?\b|epochs?\b|layers?\b|depth\b|^k\b|shots?\b|\bdim|clips|\bmodel\b|\bseed\b|^(?:#|no\.?|nr\.?|id|rank)$/i;

function isSetting(header: readonly Label[]): boolean {
  return header.some((label) => SETTING.test(label.text));
}

const REPEATED = 0.3;

/** True for a column that tells apart rows whose names before it are repeated. */
function tellsApart(body: readonly Row[], count: number): boolean {
  const shared = (columns: number): number => {
    const times = new Map<string, number>();
    const above: string[] = [];
    let group = '';
    for (const row of body) {
      if (groupLabel(row)) group = row[0]?.text ?? '';
      else {
        for (let c = 0; c < columns; c++) above[c] = row[c]?.text || above[c] || '';
        const key = [group, ...above].join('\u0000');
        times.set(key, (times.get(key) ?? 0) + 1);
      }
    }
    const all = [...times.values()];
    return all.filter((many) => many > 1).reduce((sum, many) => sum + many, 0) / Math.max(1, body.length);
  };
  const before = shared(count);
  return before >= REPEATED && shared(count + 1) <= before / 2;
}

/** A column of names whose header is that of the first column begins another table beside the first. */
export function sectionsOf(
  kinds: readonly CellKind[],
  headers: readonly (readonly Label[])[],
  { count, counted }: Stubs,
): Section[] {
  const own = headers[0]?.at(-1)?.text;
  const starts = kinds.flatMap((kind, c) => {
    const isAgain = kind === 'name' && own !== undefined && headers[c]?.at(-1)?.text === own;
    return c > count && isAgain && c + 1 < kinds.length ? [c] : [];
  });
  return [0, ...starts].map((start, i) => {
    const names = i === 0 ? count : start + 1;
    const end = starts[i] ?? kinds.length;
    const beside = Array.from({ length: end - names }, (_, c) => names + c);
    return { start, names, end, values: i === 0 ? [...counted, ...beside] : beside };
  });
}
