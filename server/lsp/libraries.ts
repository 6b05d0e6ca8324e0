import type { Library } from '../../shared/engine/index.ts';
import { createFieldReader, type FieldsOf } from '../../shared/findings/index.ts';
import type { ReadingCache } from '../host/cache/readingCache.ts';
import { createLibraryStore, type LibraryStore } from '../host/libraryStore.ts';
import { type LibraryLocation, type LocateRequest, locateLibrary, lookupId } from '../host/locate.ts';

/** What is needed to know which files a library has. */
export interface LibraryRequest {
  readonly locate: LocateRequest;
  /** Globs and absolute paths of files that are no sources. */
  readonly exclude: readonly string[];
  /** Bytes. */
  readonly maxFileSize: number;
}

export interface LocatedLibrary {
  readonly location: LibraryLocation;
  readonly library: Library;
}

/** The libraries of the open drafts: each is read once, and again in the background when its files may have changed. */
export interface Libraries {
  readonly placeOf: LibraryStore['placeOf'];
  readonly textOf: LibraryStore['textOf'];
  /** What the entries of bibliographies say in their own fields. */
  readonly fieldsOf: FieldsOf;
  /** The last library that was read for the request; waits only where there is none yet. */
  get(request: LibraryRequest): Promise<LocatedLibrary>;
  /** The library as it is on disk now. */
  fresh(request: LibraryRequest): Promise<LocatedLibrary>;
  /** Says that files may have changed. */
  invalidate(): void;
  /** All libraries that were read, in their last state. */
  loaded(): readonly Library[];
  /** Stops reading, and says nothing more. */
  dispose(): void;
}

export interface LibraryEvents {
  readonly loading: (progress: { readonly done: number; readonly total: number; readonly path: string }) => void;
  /** A load has ended; `changed` where drafts have been checked against an older library of the same place. */
  readonly loaded: (changed: boolean) => void;
}

interface Shelf {
  readonly library: Library;
  readonly epoch: number;
  /** What was left out, the other keys, and the size limit: a library read with others is not to be used even for a moment. */
  readonly filter: string;
}

/** `cache`: what earlier servers have read; null for none. */
export function createLibraries(events: LibraryEvents, cache: ReadingCache | null): Libraries {
  const store = createLibraryStore(cache === null ? {} : { cache });
  // One more whenever a file may have changed: what was found out in an older epoch is looked up again.
  let epoch = 0;
  const stop = { isCancellationRequested: false };
  let locations = new Map<string, Promise<LibraryLocation>>();
  const shelves = new Map<string, Shelf>();
  const loads = new Map<string, Promise<Shelf>>();

  function locate(request: LocateRequest): Promise<LibraryLocation> {
    const key = JSON.stringify(request);
    const known = locations.get(key);
    if (known !== undefined) return known;
    const location = locateLibrary(request);
    locations.set(key, location);
    return location;
  }

  async function load(location: LibraryLocation, { exclude, maxFileSize }: LibraryRequest): Promise<Shelf> {
    const key = keyOf(location);
    for (;;) {
      const begun = epoch;
      const library = await store.load(location, {
        exclude,
        maxFileSize,
        cancellation: stop,
        onProgress: events.loading,
      });
      const shelf = { library, epoch: begun, filter: filterOf(location, { exclude, maxFileSize }) };
      if (stop.isCancellationRequested) return shelf;
      if (begun !== epoch) continue;
      const before = shelves.get(key)?.library;
      shelves.set(key, shelf);
      events.loaded(before !== undefined && before !== library);
      // Judging a draft holds the event loop: those who wait for the library alone are answered first.
      await new Promise<void>((resume) => setImmediate(resume));
      return shelf;
    }
  }

  function loadOnce(location: LibraryLocation, request: LibraryRequest): Promise<Shelf> {
    const key = `${keyOf(location)} ${filterOf(location, request)}`;
    const running = loads.get(key);
    if (running !== undefined) return running;
    const started = load(location, request).finally(() => loads.delete(key));
    loads.set(key, started);
    return started;
  }

  async function libraryFor(request: LibraryRequest, mayBeOld: boolean): Promise<LocatedLibrary> {
    const location = await locate(request.locate);
    const shelf = shelves.get(keyOf(location));
    const fits = shelf?.filter === filterOf(location, request);
    if (shelf !== undefined && fits && shelf.epoch === epoch) return { location, library: shelf.library };
    const loading = loadOnce(location, request);
    if (shelf !== undefined && fits && mayBeOld) return { location, library: shelf.library };
    return { location, library: (await loading).library };
  }

  return {
    placeOf: store.placeOf,
    textOf: store.textOf,
    fieldsOf: createFieldReader(store.textOf),
    get: (request) => libraryFor(request, true),
    fresh: (request) => libraryFor(request, false),
    invalidate() {
      epoch++;
      locations = new Map();
    },
    loaded: () => [...new Set([...shelves.values()].map(({ library }) => library))],
    dispose() {
      stop.isCancellationRequested = true;
    },
  };
}

function keyOf({ folders, bibliographies }: LibraryLocation): string {
  return JSON.stringify([folders, bibliographies]);
}

function filterOf(location: LibraryLocation, request: Pick<LibraryRequest, 'exclude' | 'maxFileSize'>): string {
  return JSON.stringify([location.exclude, lookupId(location.lookup), request.exclude, request.maxFileSize]);
}
