import { dirname } from 'node:path';
import type { Library } from '../../shared/engine/index.ts';
import { createFieldReader, type EntryKnowledge, requiredFields } from '../../shared/findings/index.ts';
import type { PlaceIn } from '../../shared/report/index.ts';
import { systemCacheFolder } from '../host/cache/cacheFolder.ts';
import { createReadingCache } from '../host/cache/readingCache.ts';
import { createLibraryStore } from '../host/libraryStore.ts';
import { type LibraryLocation, type LocateRequest, locateLibrary, lookupId } from '../host/locate.ts';
import { shownPath } from './paths.ts';
import { endProgress, showProgress } from './terminal.ts';

/** The libraries of one call: each is read once, however many drafts share it. */
export interface Libraries {
  /** Where the sources of a draft are, or of the folder that `library` names; `problems` say what is missing. */
  locate(request: Omit<LocateRequest, 'workspaceRoot' | 'library'>): Promise<LibraryLocation>;
  load(location: LibraryLocation): Promise<Library>;
  readonly placeIn: PlaceIn;
  readonly entries: EntryKnowledge;
}

/** `exclude` holds the absolute paths of drafts that must not be their own sources. */
export function openLibraries(library: readonly string[], exclude: readonly string[]): Libraries {
  const store = createLibraryStore({ exclude, cache: createReadingCache(systemCacheFolder()) });
  const located = new Map<string, LibraryLocation>();
  const loaded = new Map<string, Promise<Library>>();

  async function read(location: LibraryLocation): Promise<Library> {
    try {
      return await store.load(location, {
        onProgress: ({ done, total }) => showProgress(`Reading the library: ${done} of ${total}`),
      });
    } finally {
      endProgress();
    }
  }

  return {
    entries: { fieldsOf: createFieldReader(store.textOf), required: requiredFields },
    async locate(request) {
      // Drafts of one folder that name the same files have one library; a problem names its draft, so it is not shared.
      const folder = request.draft === null ? null : dirname(request.draft);
      const key = JSON.stringify([folder, request.bibliographies]);
      const known = located.get(key);
      if (known !== undefined) return known;
      const location = await locateLibrary({ ...request, library, workspaceRoot: process.cwd() });
      if (location.problems.length === 0) located.set(key, location);
      return location;
    },
    load(location) {
      const key = JSON.stringify([
        location.folders,
        location.bibliographies,
        location.exclude,
        lookupId(location.lookup),
      ]);
      let result = loaded.get(key);
      if (result === undefined) {
        result = read(location);
        loaded.set(key, result);
      }
      return result;
    },
    placeIn(id, span) {
      const { path, range } = store.placeOf(id, span);
      return { file: shownPath(path), position: range?.start ?? null };
    },
  };
}
