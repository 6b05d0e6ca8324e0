import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FileReading } from '../reading/reading.ts';
import { packReading, unpackReading } from './packing.ts';

/**
 * What was read of files, kept on disk by their content: an editor that is opened again does not read its library
 * again. A folder of its own, never the workspace; whatever is wrong with it costs time and nothing else.
 */
export interface ReadingCache {
  /** The reading of a file with this content, if it is known; `text` gives the content as a text. */
  find(path: string, hash: string, text: () => string | null): Promise<FileReading | null>;
  /** Keeps a reading; in the background. */
  keep(path: string, hash: string, reading: FileReading): void;
  /** Resolves when all that was to be kept is on disk. */
  settled(): Promise<void>;
}

/** Bytes on disk; what was not used for longest goes first. */
const defaultLimit = 200_000_000;

/** `version` changes with whatever reads: what another version has read is not used. */
export function createReadingCache(folder: string, version = programVersion(), limit = defaultLimit): ReadingCache {
  let writing: Promise<void> = Promise.resolve();
  let written = 0;
  const placeOf = (path: string, hash: string): string => join(folder, `${hash}${extname(path).toLowerCase()}`);

  async function write(path: string, hash: string, reading: FileReading): Promise<void> {
    const bytes = packReading(reading, version);
    if (bytes.length > limit / 4) return;
    await mkdir(folder, { recursive: true });
    const draft = join(folder, `${randomUUID()}${DRAFT}`);
    await writeFile(draft, bytes);
    await rename(draft, placeOf(path, hash)).catch(async (error: unknown) => {
      await rm(draft, { force: true });
      throw error;
    });
    // A look at all files now and then is enough.
    if (written === 0 || written + bytes.length > limit / 20) {
      await shrink(folder, limit);
      written = 1;
    } else written += bytes.length;
  }

  return {
    async find(path, hash, text) {
      const place = placeOf(path, hash);
      const bytes = await readFile(place).catch(() => null);
      if (bytes === null) return null;
      try {
        const reading = unpackReading(bytes, version, path, text);
        const now = new Date();
        if (reading !== null) void utimes(place, now, now).catch(() => {});
        return reading;
      } catch {
        return null;
      }
    },
    keep(path, hash, reading) {
      // A disk that is full or may not be written to is no reason to stop.
      writing = writing.then(() => write(path, hash, reading)).catch(() => {});
    },
    settled: () => writing,
  };
}

const DRAFT = '.part';

/** Files of programs that ended while they wrote are left over for at most an hour. */
const OLD = 3_600_000;

async function shrink(folder: string, limit: number): Promise<void> {
  const names = await readdir(folder);
  const files = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), stats: await stat(join(folder, name)).catch(() => null) })),
  );
  const newest = files
    .flatMap(({ path, stats }) => (stats?.isFile() ? [{ path, size: stats.size, used: stats.mtimeMs }] : []))
    .sort((a, b) => b.used - a.used);
  let sum = 0;
  for (const { path, size, used } of newest) {
    sum += size;
    const isLeft = path.endsWith(DRAFT) && Date.now() - used > OLD;
    if (sum > limit || isLeft) await rm(path, { force: true });
  }
}

/** Of the program that is running: another build may read otherwise. */
function programVersion(): string {
  const { size, mtimeMs } = statSync(__filename);
  return `1-${size}-${Math.round(mtimeMs)}`;
}
