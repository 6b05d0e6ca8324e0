import { citeKey, type DocumentId, type Library, type Source, type Span } from '../../shared/engine/index.ts';
import type { LibraryStore } from '../host/libraryStore.ts';

/** A key that several entries have. */
export interface DuplicateKey {
  /** The source of the entry that counts. */
  readonly source: Source;
  readonly others: readonly { readonly id: DocumentId; readonly span: Span }[];
}

/** The keys that a library's bibliographies define more than once. */
export function duplicateKeys(library: Library, textOf: LibraryStore['textOf']): DuplicateKey[] {
  const found = new Map<Source, { id: DocumentId; span: Span }[]>();
  for (const { id, problem } of library.problems) {
    if (problem.code !== 'bib-key-duplicate' || problem.span === null) continue;
    const key = textOf(id)?.slice(problem.span.start, problem.span.end);
    const source = key === undefined ? undefined : library.sources.get(citeKey(key));
    if (source !== undefined) found.set(source, [...(found.get(source) ?? []), { id, span: problem.span }]);
  }
  return [...found].map(([source, others]) => ({ source, others }));
}
