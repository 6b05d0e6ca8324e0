import { readCitationTags } from './bibliography/citationTags.ts';
import type { Draft } from './claims/draft.ts';
import { extendLibrary, type Library } from './library.ts';
import { type DocumentId, documentId } from './verdicts/verdict.ts';

/**
 * Gives the library as a draft sees it, with the entries of its front matter and the tags that it defines. One per
 * open draft: as long as these and the library stay the same, so does what it gives.
 */
export function createDraftLibrary(): (library: Library, draft: Draft, id: DocumentId | null) => Library {
  let last: { library: Library; references: Draft['references']; tags: string; extended: Library } | null = null;
  return (library, draft, id) => {
    const tags = readCitationTags(draft.text);
    if (draft.references.length === 0 && tags.size === 0) return library;
    const written = JSON.stringify([...tags]);
    if (last?.library === library && last.references === draft.references && last.tags === written)
      return last.extended;
    const own = { id: id ?? documentId(''), entries: draft.references, problems: [] };
    const extended = extendLibrary(library, own, tags);
    last = { library, references: draft.references, tags: written, extended };
    return extended;
  };
}
