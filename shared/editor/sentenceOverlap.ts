import type { CiteIndex } from './citeIndex.ts';
import { termsOfDocument } from './documentTerms.ts';
import { termsOf } from './fold.ts';

/**
 * How much of what a sentence says occurs in each entry's record or document, by the entry's place in the index: rare
 * words count more, numbers and names with digits most.
 */
export function overlapWith(index: CiteIndex, sentence: string): Float64Array {
  const terms = new Set(termsOf(sentence).filter((term) => term.length > 1 && !common.has(term)));
  const sums = new Float64Array(index.entries.length);
  if (terms.size === 0) return sums;
  const documents = index.entries.flatMap(({ source: { document } }, at) =>
    document === null ? [] : [{ at, terms: termsOfDocument(document) }],
  );
  for (const term of terms) {
    const named = index.words.get(term)?.entries ?? [];
    const told = documents.filter((document) => document.terms.has(term) && !named.includes(document.at));
    const found = named.length + told.length;
    const rarity = Math.log(1 + index.entries.length / Math.max(1, found)) * (/\d/.test(term) ? 2 : 1);
    for (const at of named) sums[at] = (sums[at] ?? 0) + rarity;
    for (const { at } of told) sums[at] = (sums[at] ?? 0) + rarity;
  }
  return sums;
}

const common = new Set(
  'the a an and or of on in to for with by from at is are was were be has have had it its as that this than then which while but not no we our their they'.split(
    ' ',
  ),
);
