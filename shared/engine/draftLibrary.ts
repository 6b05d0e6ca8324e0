import { type KeyLookup, readCitationTags } from './bibliography/citationTags.ts';
import type { Draft } from './claims/draft.ts';
import { extendLibrary, type Library } from './library.ts';
import { type DocumentId, documentId } from './verdicts/verdict.ts';

/**
 * Gives the library as a draft sees it, with the entries of its front matter and the tags that it defines; for MyST
 * a DOI is a key, for BibTeX capitals do not matter. One per open draft: as long as these and the library stay the
 * same, so does what it gives.
 */
export function createDraftLibrary(): (library: Library, draft: Draft, id: DocumentId | null) => Library {
  let last: { library: Library; references: Draft['references']; lookup: string; extended: Library } | null = null;
  return (library, draft, id) => {
    const tags = readCitationTags(draft.text);
    const identifiers = draft.syntax === 'myst';
    const ignoresCase = draft.syntax === 'latex' && !draft.text.includes('\\addbibresource');
    if (draft.references.length === 0 && tags.size === 0 && !identifiers && !ignoresCase) return library;
    const lookup = JSON.stringify([identifiers, ignoresCase, ...tags]);
    if (last?.library === library && last.references === draft.references && last.lookup === lookup)
      return last.extended;
    if (draft.references.length === 0 && tags.size === 0)
      return sharedLibrary(library, { tags, identifiers, ignoresCase });
    const own = { id: id ?? documentId(''), entries: draft.references, problems: [] };
    const extended = extendLibrary(library, own, { tags, identifiers, ignoresCase });
    last = { library, references: draft.references, lookup, extended };
    return extended;
  };
}

/** Drafts that add nothing of their own see the library in one and the same way. */
function sharedLibrary(library: Library, lookup: KeyLookup): Library {
  const name = `${lookup.identifiers} ${lookup.ignoresCase}`;
  const known = seen.get(library) ?? new Map<string, Library>();
  seen.set(library, known);
  const extended = known.get(name) ?? extendLibrary(library, { id: documentId(''), entries: [], problems: [] }, lookup);
  known.set(name, extended);
  return extended;
}

const seen = new WeakMap<Library, Map<string, Library>>();
