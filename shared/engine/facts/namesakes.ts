import type { SourceDocument } from '../documents/document.ts';
import type { Label } from '../tables/table.ts';
import { joined } from './names.ts';
import { type PlacedValue, valuesOf } from './placedValues.ts';

/** A number of a document with its table, by the table's index. */
export interface Namesake {
  readonly tableIndex: number;
  readonly placed: PlacedValue;
}

/** The numbers of a document's other tables that stand under the very names of `placed` and differ from it. */
export function namesakesOf(document: SourceDocument, placed: PlacedValue): Namesake[] {
  const { value, decimals } = placed.value.quantity;
  return (indexOf(document).get(namesOf(placed)) ?? []).filter(({ placed: other }) => {
    const step = 10 ** -Math.min(decimals, other.value.quantity.decimals);
    return other.table !== placed.table && Math.abs(other.value.quantity.value - value) >= step * (1 - 1e-6);
  });
}

const indexes = new WeakMap<SourceDocument, ReadonlyMap<string, readonly Namesake[]>>();

function indexOf(document: SourceDocument): ReadonlyMap<string, readonly Namesake[]> {
  const known = indexes.get(document);
  if (known) return known;
  const index = new Map<string, Namesake[]>();
  for (const [tableIndex, table] of document.tables.entries())
    for (const placed of valuesOf(table)) {
      // What a number beside a value is called is the value's name, and not its own.
      if (placed.value.role !== undefined) continue;
      const names = namesOf(placed);
      const list = index.get(names);
      if (list) list.push({ tableIndex, placed });
      else index.set(names, [{ tableIndex, placed }]);
    }
  indexes.set(document, index);
  return index;
}

const namesOf = ({ table, row, value }: PlacedValue): string =>
  `${pathOf(table.rows[row]?.header)}\n${pathOf(table.columns[value.column]?.header)}`;

const pathOf = (labels: readonly Label[] = []): string => labels.map(({ text }) => joined(text)).join('|');
