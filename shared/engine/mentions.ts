import type { Draft } from './claims/draft.ts';
import type { Library } from './library.ts';

/**
 * The draft without its citations where these are no more than mentions of people, as `@name` is in notes and letters:
 * it names no bibliography, cites nothing in brackets, and no key of the library. The very same draft otherwise.
 */
export function withoutMentions(draft: Draft, library: Library): Draft {
  if (!mentionsOnly(draft, library)) return draft;
  const known = bare.get(draft) ?? { ...draft, citations: [] };
  bare.set(draft, known);
  return known;
}

const bare = new WeakMap<Draft, Draft>();

function mentionsOnly({ bibliographies, references, citations }: Draft, { sources }: Library): boolean {
  if (bibliographies.length > 0 || references.length > 0 || citations.length === 0) return false;
  return citations.every(({ key, mode, locator }) => mode === 'narrative' && locator === null && !sources.has(key));
}
