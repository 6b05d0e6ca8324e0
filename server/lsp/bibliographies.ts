import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type BibEntry, type CiteKey, type Library, readBibliography, type Span } from '../../shared/engine/index.ts';
import { libraryFileKind } from '../host/listFiles.ts';
import { readTextFile, stampOf } from '../host/readText.ts';
import { type ConvertedText, convertText, uriOf } from './convert.ts';

/** A bibliography file as it is on screen, or on disk where it is not open. */
export interface BibliographyFile {
  readonly path: string;
  readonly uri: string;
  /** Null where it is not open. */
  readonly version: number | null;
  readonly converted: ConvertedText;
  readonly entries: readonly BibEntry[];
  /** Where the file defines the key: more than once where it has several entries of it. */
  definitionsOf(key: CiteKey): readonly Span[];
  /** The same where the key stands as it is: an entry may have none, or write it in another way. */
  writtenKeys(key: CiteKey): readonly Span[];
}

const mostBytes = 100_000_000;

/** Reads the bibliography at a path; null where there is none. */
export async function bibliographyAt(
  path: string,
  documents: TextDocuments<TextDocument>,
): Promise<BibliographyFile | null> {
  const uri = uriOf(path);
  const open = documents.get(uri);
  if (open !== undefined) return fileOf(path, uri, open.version, open.getText());
  const stamp = await stampOf(path);
  const file = stamp === null ? null : await readTextFile(path, stamp, mostBytes);
  return file?.kind === 'text' ? fileOf(path, uri, null, file.text) : null;
}

function fileOf(path: string, uri: string, version: number | null, text: string): BibliographyFile {
  const converted = convertText(text);
  const { entries, problems } = readBibliography(path, converted.text);
  const isWritten =
    (key: CiteKey) =>
    ({ start, end }: Span): boolean =>
      converted.text.slice(start, end) === key;
  const definitionsOf = (key: CiteKey): Span[] => {
    const first = entries.filter((entry) => entry.key === key).map(({ keySpan }) => keySpan);
    const others = problems.flatMap(({ code, span }) => (code === 'bib-key-duplicate' && span !== null ? [span] : []));
    return [...first, ...others.filter(isWritten(key))];
  };
  return {
    path,
    uri,
    version,
    converted,
    entries,
    definitionsOf,
    writtenKeys: (key) => definitionsOf(key).filter(isWritten(key)),
  };
}

/** The bibliography files of a library that define the key; none where the draft itself does. */
export function definingFiles(library: Library, key: CiteKey): string[] {
  const files = new Set<string>();
  const bibliography = library.sources.get(key)?.bibliography;
  if (!bibliography || libraryFileKind(bibliography) !== 'bibliography') return [];
  files.add(bibliography);
  // Of several entries of a key the library has one; the others are among its problems.
  for (const { id, problem } of library.problems)
    if (problem.code === 'bib-key-duplicate' && libraryFileKind(id) === 'bibliography') files.add(id);
  return [...files];
}
