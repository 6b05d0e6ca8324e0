import type { SourceDocument } from './document.ts';

/**
 * Reads one source of any text format. `path` only tells the format by its extension; offsets refer to `text`,
 * which must come without a byte order mark. Never throws: what was not understood is in `problems`.
 */
export function readSource(_path: string, _text: string): SourceDocument {
  return {
    metadata: { title: null, authors: [], year: null, doi: null, arxiv: null },
    tables: [],
    passages: [],
    abbreviations: new Map(),
    problems: [],
  };
}
