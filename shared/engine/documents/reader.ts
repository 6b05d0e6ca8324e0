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
  return assemble(html ? readHtml(text) : readText(text));
}
