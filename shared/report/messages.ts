import type { CheckedCitation, CiteKey } from '../engine/index.ts';

/** The sentence that tells a writer what is wrong with a citation. */
export function citationMessage(key: CiteKey, { near }: NonNullable<CheckedCitation['problem']>): string {
  const [first, ...others] = near.slice(0, 3).map((candidate) => `@${candidate}`);
  const hint =
    first === undefined
      ? 'Correct the key, or add the work to the bibliography.'
      : `Did you mean ${[first, ...others].join(' or ')}?`;
  return `No source of the library has the key @${key}. ${hint}`;
}
