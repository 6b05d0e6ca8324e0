import MiniSearch from 'minisearch';
import type { CiteKey } from '../bibliography/entry.ts';
import type { Passage, SourceDocument } from '../documents/document.ts';
import type { Library } from '../library.ts';
import type { DocumentId } from '../verdicts/verdict.ts';
import { searchTerms } from './searchTerms.ts';

export interface Found {
  readonly source: CiteKey;
  readonly id: DocumentId;
  readonly passage: Passage;
  readonly score: number;
}

/** Full-text search over the passages of a library, best first. */
export function searchPassages(library: Library, query: string, limit: number): Found[] {
  const found: Found[] = [];
  if (limit <= 0 || query.trim() === '') return found;
  for (const { key, id, document } of library.sources.values()) {
    if (id === null || document === null) continue;
    for (const { index, score } of searchDocument(document, query)) {
      const passage = document.passages[index];
      if (passage !== undefined) found.push({ source: key, id, passage, score });
    }
  }
  // The order of equal scores is that of the library, so that the answer is always the same.
  return found.sort((a, b) => b.score - a.score).slice(0, limit);
}

interface IndexedPassage {
  readonly id: number;
  readonly text: string;
  readonly section: string;
}

/** One index per document, made when it is first asked and dropped with the document. */
const indexes = new WeakMap<SourceDocument, MiniSearch<IndexedPassage>>();

function searchDocument(document: SourceDocument, query: string): { index: number; score: number }[] {
  let index = indexes.get(document);
  if (index === undefined) {
    index = createIndex(document);
    indexes.set(document, index);
  }
  return index.search(query).map(({ id, score }) => ({ index: id as number, score }));
}

function createIndex({ passages }: SourceDocument): MiniSearch<IndexedPassage> {
  const index = new MiniSearch<IndexedPassage>({
    fields: ['text', 'section'],
    tokenize: searchTerms,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: searchTerms,
      processTerm: (term) => term,
      boost: { text: 2 },
      // A number or a model's name means itself alone: 2.8B is not nearly 2.7B.
      prefix: (term) => term.length > 3 && !/\d/.test(term),
      fuzzy: (term) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
      weights: { fuzzy: 0.3, prefix: 0.5 },
    },
  });
  index.addAll(passages.map(({ text, section }, id) => ({ id, text, section: section.join(' ') })));
  return index;
}
