import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { type PackedBibliography, packBibliography, unpackBibliography } from '../../../shared/engine/index.ts';
import type { FileReading } from '../reading/reading.ts';

/** A reading as the bytes of a file, which say of themselves whether they are whole and of this version. */
export function packReading(reading: FileReading, version: string): Uint8Array {
  const body =
    reading.kind === 'bibliography' ? Buffer.from(JSON.stringify(packBibliography(reading))) : serialize(reading);
  const head = Buffer.from(`${headOf(reading.kind, version, body)}\n`);
  return Buffer.concat([head, body]);
}

/**
 * The reading that `bytes` hold of the file at `path` with this content; null where they are damaged, of another
 * version, or of another program.
 */
export function unpackReading(
  bytes: Uint8Array,
  version: string,
  path: string,
  textOf: () => string | null,
): FileReading | null {
  const end = bytes.indexOf(NEWLINE);
  if (end < 0 || end > LONGEST_HEAD) return null;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, end).toString('latin1');
  const body = bytes.subarray(end + 1);
  const kind = /^grounded ([a-z-]+) /.exec(head)?.[1];
  if (kind === undefined || head !== headOf(kind, version, body)) return null;
  if (kind !== 'bibliography') return deserialize(body) as FileReading;
  const text = textOf();
  if (text === null) return null;
  const packed = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.length).toString()) as PackedBibliography;
  return { kind, ...unpackBibliography(path, text, packed), text };
}

const NEWLINE = 10;
const LONGEST_HEAD = 500;

function headOf(kind: string, version: string, body: Uint8Array): string {
  return `grounded ${kind} ${version} ${createHash('sha1').update(body).digest('base64url')}`;
}
