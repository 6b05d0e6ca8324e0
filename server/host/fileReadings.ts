import { createHash } from 'node:crypto';
import {
  type BibEntry,
  type Problem,
  readBibliography,
  readSource,
  type SourceDocument,
} from '../../shared/engine/index.ts';
import { libraryFileKind } from './listFiles.ts';
import { type FileStamp, readTextFile, stampOf } from './readText.ts';

/** What one file of a library holds. */
export type FileReading =
  | { readonly kind: 'document'; readonly document: SourceDocument; readonly text: string }
  | {
      readonly kind: 'bibliography';
      readonly entries: readonly BibEntry[];
      readonly problems: readonly Problem[];
      readonly text: string;
    }
  /** A Markdown file with a `bibliography` in its front matter: something that cites, not something to be cited. */
  | { readonly kind: 'draft' }
  | { readonly kind: 'unusable'; readonly problem: Problem };

/** The readings of files by path. A file is read again only when its time or size changed, and parsed only when its content did. */
export interface FileReadings {
  /** The reading of the file as it is now, or null where there is none. `changed` tells whether work was done. */
  read(path: string): Promise<{ readonly reading: FileReading; readonly changed: boolean } | null>;
  /** The last reading, without looking at the disk. */
  peek(path: string): FileReading | null;
}

export function createFileReadings(maxFileSize: () => number): FileReadings {
  const kept = new Map<string, { stamp: FileStamp; limit: number; hash: string; reading: FileReading }>();
  return {
    peek: (path) => kept.get(path)?.reading ?? null,
    async read(path) {
      const stamp = await stampOf(path);
      if (stamp === null) {
        kept.delete(path);
        return null;
      }
      const limit = maxFileSize();
      const last = kept.get(path);
      const same = last?.stamp.modified === stamp.modified && last.stamp.size === stamp.size && last.limit === limit;
      if (last !== undefined && same) return { reading: last.reading, changed: false };
      const file = await readTextFile(path, stamp, limit);
      const hash = hashOf(file.kind === 'text' ? file.text : file.problem.message);
      if (last?.hash === hash) {
        kept.set(path, { stamp, limit, hash, reading: last.reading });
        return { reading: last.reading, changed: false };
      }
      const reading: FileReading =
        file.kind === 'text' ? readingOf(path, file.text) : { kind: 'unusable', problem: file.problem };
      kept.set(path, { stamp, limit, hash, reading });
      return { reading, changed: true };
    },
  };
}

function readingOf(path: string, text: string): FileReading {
  if (libraryFileKind(path) === 'bibliography') return { kind: 'bibliography', ...readBibliography(path, text), text };
  if (citesBibliography(text)) return { kind: 'draft' };
  return { kind: 'document', document: readSource(path, text), text };
}

/** True where YAML front matter names a bibliography. */
function citesBibliography(text: string): boolean {
  const frontMatter = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[1];
  return frontMatter !== undefined && /^bibliography[ \t]*:/m.test(frontMatter);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
