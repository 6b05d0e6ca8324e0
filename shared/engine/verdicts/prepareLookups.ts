import { rowNames } from '../facts/namedRows.ts';
import { valueIndex } from '../facts/valueIndex.ts';
import type { Library } from '../library.ts';

/** Does ahead what `valuesFor` and `statingTables` would have to do first, with a pause after each document. */
export async function prepareLookups(library: Library, pause: () => Promise<void>): Promise<void> {
  for (const { document } of library.documents.values()) {
    rowNames(document);
    await pause();
  }
  valueIndex(library);
}
