import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Problem } from '../../shared/engine/index.ts';

/** When a file was last seen to change and how big it was: enough to know that it need not be read again. */
export interface FileStamp {
  readonly modified: number;
  readonly size: number;
}

export type TextFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

export type BinaryFile =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** The stamp of a file, or null where there is none. */
export async function stampOf(path: string): Promise<FileStamp | null> {
  try {
    const stats = await stat(path);
    return stats.isFile() ? { modified: stats.mtimeMs, size: stats.size } : null;
  } catch {
    return null;
  }
}

/** Reads a file of no more than `maxFileSize` bytes; one that is empty or cannot be opened becomes a problem. */
export async function readBytes(path: string, stamp: FileStamp, maxFileSize: number): Promise<BinaryFile> {
  const name = basename(path);
  if (stamp.size > maxFileSize) {
    return unreadable(
      `${name} is ${megabytes(stamp.size)}, more than the ${megabytes(maxFileSize)} that are read: split it, or raise grounded.maxFileSize.`,
    );
  }
  try {
    const bytes = await readFile(path);
    return bytes.length === 0 ? empty(name) : { kind: 'bytes', bytes };
  } catch (error) {
    return unreadable(`${name} cannot be read (${reasonOf(error)}): check that it is there and that you may open it.`);
  }
}

/**
 * Reads a text file without its byte order mark: UTF-8, UTF-16 with a mark, else Windows-1252.
 * A file that holds no readable text becomes one problem that names the file and the mend.
 */
export async function readTextFile(path: string, stamp: FileStamp, maxFileSize: number): Promise<TextFile> {
  const file = await readBytes(path, stamp, maxFileSize);
  return file.kind === 'problem' ? file : textOf(path, file.bytes);
}

/** The text that the bytes of a file hold. */
export function textOf(path: string, bytes: Uint8Array): TextFile {
  const name = basename(path);
  const text = decode(bytes);
  if (text === null) {
    return unreadable(
      `${name} is not a text file: keep sources as Markdown, HTML or plain text in UTF-8, or exclude it (grounded.exclude).`,
    );
  }
  return isBlank(text) ? empty(name) : { kind: 'text', text };
}

function isBlank(text: string): boolean {
  return !/\S/.test(text);
}

/** The text of a small file of settings, or null where there is none that can be read. */
export async function textAt(path: string): Promise<string | null> {
  const stamp = await stampOf(path);
  if (stamp === null || stamp.size > MOST_SETTINGS) return null;
  const bytes = await readFile(path).catch(() => null);
  return bytes === null ? null : decode(bytes);
}

/** Bytes. */
const MOST_SETTINGS = 20_000_000;

/** The text of the bytes without a byte order mark, or null where they are no text. */
export function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  // The decoder of the platform says whether it is UTF-8 much slower.
  if (!isUtf8(bytes)) return new TextDecoder('windows-1252').decode(bytes);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8', hasMark ? 3 : 0);
}

interface Failed {
  readonly kind: 'problem';
  readonly problem: Problem;
}

function unreadable(message: string): Failed {
  return { kind: 'problem', problem: { code: 'source-unreadable', message, span: null } };
}

function empty(name: string): Failed {
  const message = `${name} is empty: save the source's text in it, or exclude it (grounded.exclude).`;
  return { kind: 'problem', problem: { code: 'source-empty', message, span: null } };
}

function megabytes(size: number): string {
  return `${Math.round(size / 1e5) / 10} MB`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}
