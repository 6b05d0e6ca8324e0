import { createHash } from 'node:crypto';
import type { BibEntry, Problem, SourceDocument } from '../../../shared/engine/index.ts';
import type { FileStamp } from '../readText.ts';

/** What one file of a library holds. Plain data: it can be handed from one thread to another. */
export type FileReading =
  | {
      readonly kind: 'document';
      readonly document: SourceDocument;
      /** That of the file, where the document's places refer to it; else the document itself has the text. */
      readonly text: string | null;
      /** The bibliography files that a LaTeX source names as its own, as absolute paths. */
      readonly references: readonly string[];
    }
  | {
      readonly kind: 'bibliography';
      readonly entries: readonly BibEntry[];
      readonly problems: readonly Problem[];
      readonly text: string;
    }
  /** A draft, which cites and is not to be cited; a part of another file; XML and JSON of other kinds. */
  | { readonly kind: 'no-source' }
  | { readonly kind: 'unusable'; readonly problem: Problem };

export interface ReadRequest {
  readonly path: string;
  readonly stamp: FileStamp;
  /** Bytes. */
  readonly maxFileSize: number;
  /** The folder of the library that holds the file: nothing outside of it is included. */
  readonly root: string;
  /** The hash of what was read last; the same content is not read again. */
  readonly hash: string | null;
}

/** A file that was looked for while another one was read: as it was, or null where there was none. */
export type Included = ReadonlyMap<string, FileStamp | null>;

export type ReadResult =
  | { readonly kind: 'same' }
  | { readonly kind: 'read'; readonly hash: string; readonly reading: FileReading; readonly included: Included };

export function unusable(message: string): FileReading {
  return { kind: 'unusable', problem: { code: 'source-unreadable', message, span: null } };
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}
