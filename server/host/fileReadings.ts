import { dirname, extname, sep } from 'node:path';
import type { ReadingCache } from './cache/readingCache.ts';
import { libraryFileKind } from './listFiles.ts';
import { type FileReading, hashOf, type Included, type ReadRequest, type ReadResult } from './reading/reading.ts';
import { createReadingThread, type ThreadLimits } from './reading/readingThread.ts';
import { readTextSource } from './reading/readTextSource.ts';
import { decode, type FileStamp, readBytes, stampOf } from './readText.ts';

export interface ReadOptions {
  /** Bytes; larger files are unusable. */
  readonly maxFileSize: number;
  /** The folders of the library: a file includes nothing from outside of its folder. */
  readonly folders: readonly string[];
}

/**
 * The readings of files by path. A file is read again only when its time or size changed, or those of a file it
 * includes, and parsed only when its content did.
 */
export interface FileReadings {
  /** The reading of the file as it is now, or null where there is none. `changed` tells whether work was done. */
  read(
    path: string,
    options: ReadOptions,
  ): Promise<{ readonly reading: FileReading; readonly changed: boolean } | null>;
  /** The last reading, without looking at the disk. */
  peek(path: string): FileReading | null;
}

interface Kept {
  readonly stamp: FileStamp;
  readonly limit: number;
  readonly hash: string;
  readonly reading: FileReading;
  readonly included: Included;
}

/** Bytes: text files up to here are read at once, larger ones in the reading thread. */
const quick = 300_000;

/** `cache`: what earlier programs have read; null for none. */
export function createFileReadings(limits: ThreadLimits, cache: ReadingCache | null): FileReadings {
  const kept = new Map<string, Kept>();
  const thread = createReadingThread(limits);

  async function readFile(request: ReadRequest, known: Kept | null): Promise<ReadResult> {
    const isQuick = readsAtOnce(request);
    if (!isQuick && cache === null) return thread.read(request);
    const { path, stamp, maxFileSize } = request;
    const file = await readBytes(path, stamp, maxFileSize);
    if (file.kind === 'problem') return isQuick ? readTextSource(request, null, null) : thread.read(request);
    const hash = hashOf(file.bytes);
    if (hash === request.hash) return { kind: 'same' };
    const found = (await cache?.find(path, hash, () => decode(file.bytes))) ?? null;
    if (found !== null) return { kind: 'read', hash, reading: found, included: new Map() };
    const earlier = known?.reading.kind === 'bibliography' ? known.reading : null;
    const result = isQuick ? await readTextSource(request, file.bytes, earlier) : await thread.read(request);
    if (cache !== null && mayBeKept(path, result)) cache.keep(path, result.hash, result.reading);
    return result;
  }

  return {
    peek: (path) => kept.get(path)?.reading ?? null,
    async read(path, { maxFileSize: limit, folders }) {
      const stamp = await stampOf(path);
      if (stamp === null) {
        kept.delete(path);
        return null;
      }
      const last = kept.get(path);
      const known = last !== undefined && (await areUnchanged(last.included)) ? last : null;
      if (known?.limit === limit && sameStamp(known.stamp, stamp)) return { reading: known.reading, changed: false };
      const root = folders.find((folder) => path.startsWith(folder + sep)) ?? dirname(path);
      const request = { path, stamp, maxFileSize: limit, root, hash: known?.hash ?? null };
      const result = await readFile(request, last ?? null);
      if (result.kind === 'same') {
        if (known === null) return null;
        kept.set(path, { ...known, stamp, limit });
        return { reading: known.reading, changed: false };
      }
      const { hash, reading, included } = result;
      kept.set(path, { stamp, limit, hash, reading, included });
      return { reading, changed: true };
    },
  };
}

/** Bibliographies are read fast, and parts of them stay in the file until they are asked for. */
function readsAtOnce({ path, stamp }: ReadRequest): boolean {
  const kind = libraryFileKind(path);
  return kind === 'bibliography' || (kind !== 'packed' && stamp.size <= quick);
}

/** What depends on the content of the file and nothing else: not on other files, and not on where it stands. */
function mayBeKept(path: string, result: ReadResult): result is Extract<ReadResult, { kind: 'read' }> {
  if (result.kind === 'same' || result.included.size > 0 || /^\.(?:tex|ltx)$/i.test(extname(path))) return false;
  const { kind } = result.reading;
  return kind === 'bibliography' || kind === 'document';
}

async function areUnchanged(included: Included): Promise<boolean> {
  const same = await Promise.all([...included].map(async ([path, before]) => sameStamp(before, await stampOf(path))));
  return same.every(Boolean);
}

function sameStamp(a: FileStamp | null, b: FileStamp | null): boolean {
  return a === b || (a !== null && b !== null && a.modified === b.modified && a.size === b.size);
}
