import { dirname, resolve } from 'node:path';
import {
  bibliographiesOf,
  type EarlierBibliography,
  isSource,
  type Problem,
  readBibliography,
  readSource,
} from '../../../shared/engine/index.ts';
import { libraryFileKind } from '../listFiles.ts';
import { readBytes, textOf } from '../readText.ts';
import { createIncludes } from './includes.ts';
import { type FileReading, hashOf, type ReadRequest, type ReadResult } from './reading.ts';

/**
 * Reads a source in a text format with the files it includes, or a bibliography. `bytes` are its content where that is
 * at hand; what is the same in `earlier` is not read again.
 */
export async function readTextSource(
  request: ReadRequest,
  bytes: Uint8Array | null,
  earlier: EarlierBibliography | null,
): Promise<ReadResult> {
  const { path, stamp, maxFileSize, root } = request;
  const file = bytes === null ? await readBytes(path, stamp, maxFileSize) : { kind: 'bytes' as const, bytes };
  const hash = hashOf(file.kind === 'bytes' ? file.bytes : file.problem.message);
  if (hash === request.hash) return { kind: 'same' };
  const text = file.kind === 'bytes' ? textOf(path, file.bytes) : file;
  const includes = createIncludes(path, root, maxFileSize);
  const reading =
    text.kind === 'text' ? readingOf(path, text.text, includes.include, earlier) : unusableFile(path, text.problem);
  return { kind: 'read', hash, reading, included: includes.seen };
}

/** A file that is empty is a problem only where a text in it would be a source. */
function unusableFile(path: string, problem: Problem): FileReading {
  return problem.code === 'source-empty' && !isSource(path, '') ? { kind: 'no-source' } : { kind: 'unusable', problem };
}

function readingOf(
  path: string,
  text: string,
  include: ReturnType<typeof createIncludes>['include'],
  earlier: EarlierBibliography | null,
): FileReading {
  if (libraryFileKind(path) === 'bibliography')
    return { kind: 'bibliography', ...readBibliography(path, text, earlier), text };
  if (citesBibliography(text) || !isSource(path, text)) return { kind: 'no-source' };
  const document = readSource(path, text, { include });
  const references = /\.(?:tex|ltx)$/i.test(path)
    ? bibliographiesOf(text, 'latex').map((stated) => resolve(dirname(path), stated.path))
    : [];
  return { kind: 'document', document, text: document.origin.kind === 'file' ? text : null, references };
}

/** True where YAML front matter names a bibliography. */
function citesBibliography(text: string): boolean {
  const frontMatter = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[1];
  return frontMatter !== undefined && /^bibliography[ \t]*:/m.test(frontMatter);
}
