import { basename, extname } from 'node:path';
import { readPagedDocument, readWordDocument } from '../../../shared/engine/index.ts';
import { readPdfPages } from '../pdf/readPdfPages.ts';
import { readBytes } from '../readText.ts';
import { type FileReading, hashOf, type ReadRequest, type ReadResult, unusable } from './reading.ts';
import { unpackWord } from './unpackWord.ts';

/** Reads a source that is no text file. The libraries for that are large: only the reading thread loads this. */
export async function readPackedSource(request: ReadRequest): Promise<ReadResult> {
  const { path, stamp, maxFileSize } = request;
  const file = await readBytes(path, stamp, maxFileSize);
  const hash = hashOf(file.kind === 'bytes' ? file.bytes : file.problem.message);
  if (hash === request.hash) return { kind: 'same' };
  const reading = file.kind === 'bytes' ? await readingOf(path, file.bytes) : { ...file, kind: 'unusable' as const };
  return { kind: 'read', hash, reading, included: new Map() };
}

async function readingOf(path: string, bytes: Uint8Array): Promise<FileReading> {
  return extname(path).toLowerCase() === '.pdf' ? readPdf(bytes) : readWord(bytes, basename(path));
}

async function readPdf(bytes: Uint8Array): Promise<FileReading> {
  const read = await readPdfPages(bytes);
  if (read.kind === 'problem') return { kind: 'unusable', problem: read.problem };
  return { kind: 'document', document: readPagedDocument(read.pages), text: null, references: [] };
}

function readWord(bytes: Uint8Array, name: string): FileReading {
  const unpacked = unpackWord(bytes, name);
  if (unpacked.kind === 'problem') return unusable(unpacked.message);
  return { kind: 'document', document: readWordDocument(unpacked.parts), text: null, references: [] };
}
