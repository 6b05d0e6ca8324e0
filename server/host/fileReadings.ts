import { dirname, sep } from 'node:path';
import { libraryFileKind } from './listFiles.ts';
import type { FileReading, Included, ReadRequest, ReadResult } from './reading/reading.ts';
import { createReadingThread, type ThreadLimits } from './reading/readingThread.ts';
import { readTextSource } from './reading/readTextSource.ts';
import { type FileStamp, stampOf } from './readText.ts';

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

export function createFileReadings(limits: ThreadLimits): FileReadings {
  const kept = new Map<string, Kept>();
  const thread = createReadingThread(limits);

  function readFile(request: ReadRequest): Promise<ReadResult> {
    const kind = libraryFileKind(request.path);
    const isQuick = kind === 'bibliography' || (kind !== 'packed' && request.stamp.size <= quick);
    return isQuick ? readTextSource(request) : thread.read(request);
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
      const result = await readFile({ path, stamp, maxFileSize: limit, root, hash: known?.hash ?? null });
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

async function areUnchanged(included: Included): Promise<boolean> {
  const same = await Promise.all([...included].map(async ([path, before]) => sameStamp(before, await stampOf(path))));
  return same.every(Boolean);
}

function sameStamp(a: FileStamp | null, b: FileStamp | null): boolean {
  return a === b || (a !== null && b !== null && a.modified === b.modified && a.size === b.size);
}
