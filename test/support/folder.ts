import { resolve } from 'node:path';
import { createLibraryStore, type LibraryStore } from '../../server/host/libraryStore.ts';
import { locateLibrary } from '../../server/host/locate.ts';
import type { Library } from '../../shared/engine/index.ts';

export interface ReadFolder {
  readonly library: Library;
  /** Gives the text that a document's offsets refer to. */
  readonly textOf: LibraryStore['textOf'];
}

/** Reads a folder of sources as the command line does. */
export async function readFolder(folder: string): Promise<ReadFolder> {
  const store = createLibraryStore();
  const request = { draft: null, bibliographies: [], workspaceRoot: null, library: [resolve(folder)] };
  const library = await store.load(await locateLibrary(request));
  return { library, textOf: (id) => store.textOf(id) };
}
