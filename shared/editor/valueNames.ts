import { type Library, meaningOf, type OfferedValue } from '../engine/index.ts';
import { shorten } from '../findings/index.ts';

const longest = 40;

/**
 * What tells each of several values from the others: the parts of its row and column that not all of them have; where
 * they have all in common, its column. Short names stand by what the source says they mean.
 */
export function valueNames(values: readonly OfferedValue[], library: Library): string[] {
  const paths = values.map(({ row, column }) => [...row, ...column].filter((part) => part !== ''));
  return values.map(({ column, document }, index) => {
    const own = (paths[index] ?? []).filter((part) => !paths.every((path) => path.includes(part)));
    const parts = own.length > 0 ? own : column.slice(-1);
    const source = library.documents.get(document)?.document;
    const named = parts.map((part) => (source === undefined ? null : meaningOf(part, source)) ?? part);
    return shorten(named.join(' › '), longest);
  });
}
