import { assemble } from './assemble.ts';
import type { Blocks } from './blocks.ts';
import type { SourceDocument } from './document.ts';
import { readDocx, type WordParts } from './docx/readDocx.ts';
import type { PdfPage } from './pdf/page.ts';
import { readPages } from './pdf/readPages.ts';
import { headOf, readerFor } from './readers.ts';
import type { ReadContext } from './textReader.ts';

const ALONE: ReadContext = { include: () => null };

/**
 * Reads one source of any text format, told by its first characters or by the extension of `path`. `text` comes
 * without a byte order mark; offsets refer to it unless the document's `origin` says otherwise.
 * Never throws: what was not understood is in `problems`.
 */
export function readSource(path: string, text: string, context: ReadContext = ALONE): SourceDocument {
  return documentOf(() => readerFor(path, headOf(text)).read(text, context));
}

/** Reads the text parts of a Word document; offsets refer to the text in its `origin`. Never throws. */
export function readWordDocument(parts: WordParts): SourceDocument {
  return documentOf(() => readDocx(parts));
}

/** Reads the pages of a PDF or another paged document; offsets refer to the text in its `origin`. Never throws. */
export function readPagedDocument(pages: readonly PdfPage[]): SourceDocument {
  return documentOf(() => readPages(pages));
}

function documentOf(read: () => Blocks): SourceDocument {
  try {
    return assemble(read());
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
