import { assemble } from './assemble.ts';
import type { SourceDocument } from './document.ts';
import { readerFor } from './readers.ts';
import type { ReadContext } from './textReader.ts';

const ALONE: ReadContext = { include: () => null };

/**
 * Reads one source of any text format, told by its first characters or by the extension of `path`. `text` comes
 * without a byte order mark; offsets refer to it unless the document's `origin` says otherwise.
 * Never throws: what was not understood is in `problems`.
 */
export function readSource(path: string, text: string, context: ReadContext = ALONE): SourceDocument {
  try {
    return assemble(readerFor(path, text.slice(0, 1000)).read(text, context));
  } catch (error) {
    // Markup nested thousands deep exhausts the stack of any recursive reading; no honest document is.
    if (error instanceof RangeError) return tooDeep();
    throw error;
  }
}

function tooDeep(): SourceDocument {
  const message = 'The markup of this file is nested too deeply to be read. Save it again from its original.';
  return {
    metadata: { title: null, authors: [], year: null, doi: null, arxiv: null },
    tables: [],
    passages: [],
    abbreviations: new Map(),
    origin: { kind: 'file' },
    problems: [{ code: 'source-unreadable', message, span: null }],
  };
}
