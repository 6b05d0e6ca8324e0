import { basename, dirname, resolve } from 'node:path';
import {
  type Cancellation,
  createLibrary,
  type DocumentId,
  documentId,
  type KeyLookup,
  type Library,
  type NamedBibliography,
  type NamedDocument,
  type Problem,
  type SourceDocument,
  type Span,
} from '../../shared/engine/index.ts';
import type { ReadingCache } from './cache/readingCache.ts';
import { createFilePlaces, type FilePlace } from './filePlaces.ts';
import { createFileReadings } from './fileReadings.ts';
import { libraryFileKind, listLibraryFiles } from './listFiles.ts';
import { type LibraryLocation, lookupId } from './locate.ts';
import type { FileReading } from './reading/reading.ts';
import type { ThreadLimits } from './reading/readingThread.ts';
import { stampOf } from './readText.ts';

export interface LibraryStoreOptions {
  /** Bytes; larger files become a problem. 20 MB unless told. */
  readonly maxFileSize?: number;
  /** Files that are no sources: absolute paths (the drafts being checked), or globs relative to each library folder. */
  readonly exclude?: readonly string[];
  /** For files that are read in a thread of their own. 20 seconds and 512 MB unless told. */
  readonly limits?: ThreadLimits;
  /** Where what was read is kept for the next program; nowhere unless told. */
  readonly cache?: ReadingCache;
}

export interface LoadOptions {
  readonly cancellation?: Cancellation;
  /** Called before each file with how many are done. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly path: string }) => void;
  /** Added to the store's own `exclude`. */
  readonly exclude?: readonly string[];
  /** In place of the store's own `maxFileSize`. */
  readonly maxFileSize?: number;
}

/** Keeps what was read of library files, so that a load costs only what is new or changed. */
export interface LibraryStore {
  /**
   * The library at the location as it is on disk now; the very same object where nothing changed.
   * A document's id is its absolute path. Files that cannot be used are in the library's problems.
   * A cancelled load resolves to what was read so far: look at the token before keeping it.
   */
  load(location: LibraryLocation, options?: LoadOptions): Promise<Library>;
  /** The text that the offsets of a loaded document or bibliography refer to (no byte order mark), or null. */
  textOf(id: DocumentId): string | null;
  /** Where a span of a loaded document or bibliography stands on disk. */
  placeOf(id: DocumentId, span: Span): FilePlace;
}

const defaultMaxFileSize = 20_000_000;
const defaultLimits: ThreadLimits = { time: 20_000, memory: 512 };

export function createLibraryStore(options: LibraryStoreOptions = {}): LibraryStore {
  const readings = createFileReadings(options.limits ?? defaultLimits, options.cache ?? null);
  const libraries = new Map<string, Loaded>();

  async function load(location: LibraryLocation, loadOptions: LoadOptions = {}): Promise<Library> {
    const maxFileSize = loadOptions.maxFileSize ?? options.maxFileSize ?? defaultMaxFileSize;
    const exclude = [...location.exclude, ...(options.exclude ?? []), ...(loadOptions.exclude ?? [])];
    const listed = await listLibraryFiles(location.folders, exclude);
    const queued = new Set([...location.bibliographies, ...listed].sort(bibliographiesFirst));
    const read = new Map<string, FileReading>();
    const extra = new Map<string, Problem[]>();
    let done = 0;
    // A set gives what is added to it while it is walked: the documents that bibliography entries name.
    for (const path of queued) {
      if (loadOptions.cancellation?.isCancellationRequested) break;
      loadOptions.onProgress?.({ done, total: queued.size, path });
      done++;
      const result = await readings.read(path, { maxFileSize, folders: location.folders });
      if (result === null) continue;
      read.set(path, result.reading);
      if (result.reading.kind === 'bibliography') await takeNamedFiles(path, result.reading, queued, extra);
      // Parsing is synchronous; a cancellation can only arrive when the event loop gets its turn.
      if (result.changed) await new Promise<void>((resume) => setImmediate(resume));
    }
    for (const path of [...ownReferences(read, location), ...draftsIn(read, location)]) read.delete(path);
    const cancelled = loadOptions.cancellation?.isCancellationRequested === true;
    const key = JSON.stringify([location.folders, location.bibliographies]);
    const last = libraries.get(key);
    const lookup = lookupId(location.lookup);
    if (last !== undefined && last.lookup === lookup && sameReadings(last.readings, read)) return last.library;
    const library = assemble(read, extra, location.lookup);
    if (!cancelled) libraries.set(key, { readings: read, lookup, library });
    return library;
  }

  return {
    load,
    placeOf: createFilePlaces(readings.peek),
    textOf(id) {
      const reading = readings.peek(id);
      if (reading?.kind === 'bibliography') return reading.text;
      return reading?.kind === 'document' ? (reading.text ?? textIn(reading.document.origin)) : null;
    },
  };
}

interface Loaded {
  readonly readings: ReadonlyMap<string, FileReading>;
  readonly lookup: string;
  readonly library: Library;
}

/**
 * The bibliographies of LaTeX projects below the library's folders: they list what a source cites, not what the
 * library holds.
 */
function ownReferences(read: ReadonlyMap<string, FileReading>, location: LibraryLocation): string[] {
  return [...read.values()]
    .flatMap((reading) => (reading.kind === 'document' ? reading.references : []))
    .filter((path) => !location.bibliographies.includes(path) && !location.folders.includes(dirname(path)));
}

/**
 * The LaTeX documents that name the library's own bibliography: they are drafts beside it, as one in Markdown is, unless
 * an entry says that they are its work.
 */
function draftsIn(read: ReadonlyMap<string, FileReading>, location: LibraryLocation): string[] {
  const found = [...read].flatMap(([path, reading]) =>
    reading.kind === 'document' && reading.references.some((one) => location.bibliographies.includes(one))
      ? [path]
      : [],
  );
  return found.length === 0 ? [] : found.filter((path) => !isNamed(path, read));
}

/** True where an entry of a bibliography names the document as its file. */
function isNamed(document: string, read: ReadonlyMap<string, FileReading>): boolean {
  return [...read].some(
    ([path, reading]) =>
      reading.kind === 'bibliography' &&
      reading.entries.some(({ files }) => files.some((file) => resolve(dirname(path), file) === document)),
  );
}

function textIn(origin: SourceDocument['origin']): string | null {
  return origin.kind === 'file' ? null : origin.text;
}

/** Bibliographies come first, because their entries name documents that may stand outside the folders. */
function bibliographiesFirst(a: string, b: string): number {
  return Number(libraryFileKind(b) === 'bibliography') - Number(libraryFileKind(a) === 'bibliography');
}

/** Queues the documents that entries name; what is missing or cannot be read becomes a problem of the bibliography. */
async function takeNamedFiles(
  bibliography: string,
  { entries }: Extract<FileReading, { kind: 'bibliography' }>,
  queued: Set<string>,
  extra: Map<string, Problem[]>,
): Promise<void> {
  const problems: Problem[] = [];
  for (const entry of entries) {
    for (const file of entry.files) {
      const path = resolve(dirname(bibliography), file);
      if (queued.has(path)) continue;
      if ((await stampOf(path)) === null) {
        const message = `The file ${file} of @${entry.key} was not found in ${dirname(bibliography)}: put it there, or correct the entry's file field.`;
        problems.push({ code: 'bib-file-missing', message, span: entry.keySpan });
      } else if (/^(?:text|packed)$/.test(libraryFileKind(path))) queued.add(path);
      else {
        const message = `The file ${basename(file)} of @${entry.key} is of a kind that is not read: save the paper as PDF, HTML, Markdown or plain text beside it and name that in the file field.`;
        problems.push({ code: 'source-unreadable', message, span: entry.keySpan });
      }
    }
  }
  if (problems.length > 0) extra.set(bibliography, problems);
}

function assemble(
  read: ReadonlyMap<string, FileReading>,
  extra: ReadonlyMap<string, readonly Problem[]>,
  lookup: KeyLookup,
): Library {
  const documents: NamedDocument[] = [];
  const bibliographies: NamedBibliography[] = [];
  for (const [path, reading] of read) {
    const id = documentId(path);
    switch (reading.kind) {
      case 'document':
        documents.push({ id, document: reading.document });
        break;
      case 'bibliography':
        bibliographies.push({
          id,
          entries: reading.entries,
          problems: [...reading.problems, ...(extra.get(path) ?? [])],
        });
        break;
      case 'unusable':
        // A file without content has no entries either: its problem travels as that of an empty bibliography.
        bibliographies.push({ id, entries: [], problems: [reading.problem] });
        break;
      case 'no-source':
        break;
      default:
        reading satisfies never;
    }
  }
  return createLibrary(documents, bibliographies, lookup);
}

function sameReadings(a: ReadonlyMap<string, FileReading>, b: ReadonlyMap<string, FileReading>): boolean {
  return a.size === b.size && [...a].every(([path, reading]) => b.get(path) === reading);
}
