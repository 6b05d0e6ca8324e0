import { distance } from 'fastest-levenshtein';

/** How many characters must be put in, taken out or exchanged to make one key of the other, whatever their case. */
export function keysApart(a: string, b: string): number {
  return distance(a.toLowerCase(), b.toLowerCase());
}
