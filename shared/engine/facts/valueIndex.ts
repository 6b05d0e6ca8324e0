import type { Library, Source } from '../library.ts';
import { type PlacedValue, valuesOf } from './placedValues.ts';

export interface SourcedValue {
  readonly source: Source;
  readonly tableIndex: number;
  readonly placed: PlacedValue;
}

/** All table values of a library by size, so that a number is looked up without visiting every table. */
export interface ValueIndex {
  /** Values from `low` to `high`, both included. */
  between(low: number, high: number): readonly SourcedValue[];
}

const indexes = new WeakMap<Library, ValueIndex>();

export function valueIndex(library: Library): ValueIndex {
  const known = indexes.get(library);
  if (known) return known;
  const all: SourcedValue[] = [];
  for (const source of library.sources.values())
    source.document?.tables.forEach((table, tableIndex) => {
      for (const placed of valuesOf(table)) all.push({ source, tableIndex, placed });
    });
  all.sort((a, b) => a.placed.value.quantity.value - b.placed.value.quantity.value);
  const index: ValueIndex = {
    between(low, high) {
      let from = 0;
      let to = all.length;
      while (from < to) {
        const middle = (from + to) >> 1;
        if ((all[middle] as SourcedValue).placed.value.quantity.value < low) from = middle + 1;
        else to = middle;
      }
      const found: SourcedValue[] = [];
      for (let i = from; i < all.length && (all[i] as SourcedValue).placed.value.quantity.value <= high; i++)
        found.push(all[i] as SourcedValue);
      return found;
    },
  };
  indexes.set(library, index);
  return index;
}
