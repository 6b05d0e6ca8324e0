import { joined } from '../../../shared/engine/facts/names.ts';
import type { Table } from '../../../shared/engine/index.ts';

/** A number of a table with the labels of its row and its column, outermost first. */
export interface PlacedNumber {
  readonly value: number;
  readonly row: readonly string[];
  readonly column: readonly string[];
  readonly table: string;
}

export interface Agreement {
  /** Numbers of the smaller form that the other form has at the same place. */
  readonly agreed: number;
  /** All numbers of the smaller form. */
  readonly of: number;
  /** The others, with what the other form says of the same value. */
  readonly misses: readonly string[];
}

/** The numbers of some tables, but for those of which the reader says that it does not know their place. */
export function numbersOf(tables: readonly Table[]): PlacedNumber[] {
  return tables.flatMap((table) =>
    table.rows
      .filter((row) => !row.unsure)
      .flatMap((row) =>
        row.cells.flatMap((cell) =>
          cell.values.map(({ quantity, column }) => ({
            value: quantity.value,
            row: row.header.map((label) => label.text),
            column: (table.columns[column]?.header ?? []).map((label) => label.text),
            table: table.label ?? '?',
          })),
        ),
      ),
  );
}

/**
 * Of the form with fewer numbers, how many the other form has too: a number agrees where a table of the other form has
 * the same value in a row and a column whose last labels have the same canonical words or the same letters. A label
 * that one form sets in two levels and the other in one ("Top-1" over "Acc", "Top-1 Acc") is the same label. Each
 * number of the other form counts once.
 */
export function compare(a: readonly PlacedNumber[], b: readonly PlacedNumber[]): Agreement {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  const byValue = new Map<number, PlacedNumber[]>();
  for (const number of more) byValue.set(number.value, [...(byValue.get(number.value) ?? []), number]);
  let agreed = 0;
  const misses: string[] = [];
  for (const number of fewer) {
    const rest = byValue.get(number.value) ?? [];
    const at = rest.findIndex((other) => isSame(number.row, other.row) && isSame(number.column, other.column));
    if (at >= 0) {
      agreed++;
      rest.splice(at, 1);
    } else misses.push(`${show(number)}   ≠   ${rest.slice(0, 2).map(show).join('  ;  ') || 'nothing'}`);
  }
  return { agreed, of: fewer.length, misses };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  const ends = new Set(endsOf(a));
  return endsOf(b).some((end) => ends.has(end));
}

/** The last label, the last two run together, and so on: in canonical words, and as letters and digits alone. */
function endsOf(labels: readonly string[]): string[] {
  const ends = [joined, lettersOf].flatMap((spell) => {
    const spelled = labels.map(spell).filter((label) => label !== '');
    return spelled.map((_, i) => spelled.slice(i).join(''));
  });
  return ends.length === 0 ? [''] : ends;
}

/** Converters lose spaces and the ends of words with them: `T5Large` is `T5 Large`. */
function lettersOf(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function show({ value, row, column, table }: PlacedNumber): string {
  return `${table} [${row.join(' / ')}] × [${column.join(' / ')}] = ${value}`;
}
