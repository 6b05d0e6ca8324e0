import type { Location, Position, Range } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { createLineIndex, type DocumentId, documentId, type Span } from '../../shared/engine/index.ts';
import type { LibraryStore } from '../host/libraryStore.ts';
import { libraryFileKind } from '../host/listFiles.ts';

/** The file path of a `file:` address, or null for another scheme such as `untitled:`. */
export function pathOf(uri: string): string | null {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : null;
}

/** True for the address of a file that holds a bibliography and no text. */
export function isBibliography(uri: string): boolean {
  const path = pathOf(uri);
  return path !== null && libraryFileKind(path) === 'bibliography';
}

export function uriOf(path: string): string {
  return URI.file(path).toString();
}

export function documentIdOf(uri: string): DocumentId | null {
  const path = pathOf(uri);
  return path === null ? null : documentId(path);
}

/** A link that opens a file at a place: `file:///…#L12,5`. */
function linkTo(path: string, position: Position | null): string {
  return position === null ? uriOf(path) : `${uriOf(path)}#L${position.line + 1},${position.character + 1}`;
}

/** A text as the engine sees it, with the conversions between its offsets and the protocol's positions. */
export interface ConvertedText {
  /** Without a byte order mark, which some clients leave in. */
  readonly text: string;
  rangeOf(span: Span): Range;
  offsetAt(position: Position): number;
  spanOf(range: Range): Span;
}

export function convertText(received: string): ConvertedText {
  const hasMark = received.startsWith('\uFEFF');
  const text = hasMark ? received.slice(1) : received;
  const index = createLineIndex(text);
  const mark = (line: number): number => (hasMark && line === 0 ? 1 : 0);
  const positionOf = (offset: number): Position => {
    const { line, character } = index.positionAt(offset);
    return { line, character: character + mark(line) };
  };
  const offsetAt = ({ line, character }: Position): number =>
    index.offsetAt({ line, character: Math.max(0, character - mark(line)) });
  return {
    text,
    rangeOf: ({ start, end }) => ({ start: positionOf(start), end: positionOf(end) }),
    offsetAt,
    spanOf: ({ start, end }) => ({ start: offsetAt(start), end: offsetAt(end) }),
  };
}

/** Places in files of the library, as the protocol gives them. */
export interface SourceRanges {
  readonly placeOf: LibraryStore['placeOf'];
  /** The file's start where no place in it can be told. */
  locationOf(id: DocumentId, span: Span): Location;
  /** A link that opens the file at the place: `file:///…#L12,5`. */
  linkTo(id: DocumentId, span: Span): string;
}

/** The same with what drafts define themselves, where they are open. */
export function placesWithDrafts(
  placeOf: LibraryStore['placeOf'],
  documents: { get(uri: string): { getText(): string } | undefined },
): LibraryStore['placeOf'] {
  return (id, span) => {
    const place = placeOf(id, span);
    const draft = place.range === null && place.page === null ? documents.get(uriOf(id)) : undefined;
    return draft === undefined ? place : { ...place, range: convertText(draft.getText()).rangeOf(span) };
  };
}

export function createSourceRanges(placeOf: LibraryStore['placeOf']): SourceRanges {
  const start = { line: 0, character: 0 };
  const uris = new Map<string, string>();
  const uriIn = (path: string): string => {
    const known = uris.get(path) ?? uriOf(path);
    uris.set(path, known);
    return known;
  };
  return {
    placeOf,
    locationOf(id, span) {
      const { path, range } = placeOf(id, span);
      return { uri: uriIn(path), range: range ?? { start, end: start } };
    },
    linkTo(id, span) {
      const { path, range } = placeOf(id, span);
      return linkTo(path, range?.start ?? null);
    },
  };
}
