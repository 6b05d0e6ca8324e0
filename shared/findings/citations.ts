import type { CheckedCitation, Citation, CiteKey, Draft, DraftBlock, Library } from '../engine/index.ts';
import { holds } from '../engine/index.ts';

/** The sentence that tells a writer what is wrong with a citation. */
export function citationMessage(key: CiteKey, { near }: NonNullable<CheckedCitation['problem']>): string {
  const candidates = near.slice(0, 3).map((candidate) => `@${candidate}`);
  return candidates.length === 0
    ? `No source of the library has the key @${key}: correct the key, or add the work to the bibliography.`
    : `No source of the library has the key @${key}: did you mean ${candidates.join(' or ')}?`;
}

/**
 * The citations of entries that have no document to check against, where a number leans on them: for each key the
 * first in the draft.
 */
export function sourcesMissing(draft: Draft, library: Library): Citation[] {
  const found = new Map<CiteKey, Citation>();
  for (const block of draft.blocks) {
    if (block.kind === 'heading') continue;
    for (const citation of block.citations) {
      const { key } = citation;
      if (found.has(key) || library.sources.get(key)?.document !== null) continue;
      if (hasNumber(block, citation)) found.set(key, citation);
    }
  }
  return [...found.values()];
}

export function sourceMissingMessage(key: CiteKey): string {
  return `No document of @${key} is in the library, so its numbers are not checked: save its text there.`;
}

/** True where the sentence of the citation, or its table, says a number. */
function hasNumber(block: Exclude<DraftBlock, { kind: 'heading' }>, { span }: Citation): boolean {
  if (block.kind === 'table') return block.rows.some((cells) => cells.some(({ masked }) => /\d/.test(masked)));
  const sentence = block.sentences.find((one) => holds(one, span.start)) ?? block.span;
  return /\d/.test(block.masked.slice(sentence.start - block.span.start, sentence.end - block.span.start));
}
