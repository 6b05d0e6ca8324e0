import type { SourceDocument } from '../engine/index.ts';
import { termsOf } from './fold.ts';

/** The folded words and numbers of passages, captions, headers and cells. Collected once for each document. */
export function termsOfDocument(document: SourceDocument): ReadonlySet<string> {
  const known = terms.get(document);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const take = (text: string): void => {
    for (const term of termsOf(text)) found.add(term);
  };
  for (const passage of document.passages) take(passage.text);
  for (const table of document.tables) {
    take(table.caption);
    for (const column of table.columns) for (const label of column.header) take(label.text);
    for (const row of table.rows) {
      for (const label of row.header) take(label.text);
      for (const cell of row.cells) take(cell.text);
    }
  }
  terms.set(document, found);
  return found;
}

const terms = new WeakMap<SourceDocument, ReadonlySet<string>>();
