import { assemble } from './assemble.ts';
import type { SourceDocument } from './document.ts';
import { readHtml } from './readHtml.ts';
import { readText } from './readText.ts';

/**
 * Reads one source of any text format. `path` tells the format by its extension; offsets refer to `text`,
 * which must come without a byte order mark. Never throws: what was not understood is in `problems`.
 */
export function readSource(path: string, text: string): SourceDocument {
  const html = /\.x?html?$/i.test(path) || /^\s*<(?:!doctype html|html)\b/i.test(text.slice(0, 500));
  try {
    return assemble(html ? readHtml(text) : readText(text));
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
    problems: [{ code: 'source-unreadable', message, span: null }],
  };
}
