import type { Location, Position, Range } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { createLineIndex, type DocumentId, documentId, type Span } from '../../shared/engine/index.ts';
import type { FilePlace } from '../host/filePlaces.ts';
import type { LibraryStore } from '../host/libraryStore.ts';
import { libraryFileKind } from '../host/listFiles.ts';
import { addressOfPlace, commandFor } from './pdfPlaces.ts';

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
  inFile(id: DocumentId, span: Span): Location;
  /** The same, but for places in PDFs their own address where the client opens it. */
  locationOf(id: DocumentId, span: Span): Location;
  /** An address that opens the file at the place: `file:///…#L12,5` or `#page=6`, or the place's own. */
  addressOf(id: DocumentId, span: Span): string;
  /** The target of a link in Markdown that opens the place. */
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

export function createSourceRanges(placeOf: LibraryStore['placeOf'], opensPdfPlaces: boolean): SourceRanges {
  const start = { line: 0, character: 0 };
  const nowhere = { start, end: start };
  const uris = new Map<string, string>();
  const uriIn = (path: string): string => {
    const known = uris.get(path) ?? uriOf(path);
    uris.set(path, known);
    return known;
  };
  const ownAddress = ({ path, page }: FilePlace): string | null =>
    page !== null && opensPdfPlaces ? addressOfPlace(path, page) : null;
  const plainAddress = ({ path, range, page }: FilePlace): string => {
    if (page !== null) return `${uriIn(path)}#page=${page.number}`;
    return range === null ? uriIn(path) : `${uriIn(path)}#L${range.start.line + 1},${range.start.character + 1}`;
  };
  return {
    placeOf,
    inFile(id, span) {
      const { path, range } = placeOf(id, span);
      return { uri: uriIn(path), range: range ?? nowhere };
    },
    locationOf(id, span) {
      const place = placeOf(id, span);
      return { uri: ownAddress(place) ?? uriIn(place.path), range: place.range ?? nowhere };
    },
    addressOf(id, span) {
      const place = placeOf(id, span);
      return ownAddress(place) ?? plainAddress(place);
    },
    linkTo(id, span) {
      const place = placeOf(id, span);
      const address = ownAddress(place);
      return address === null ? plainAddress(place) : commandFor(address);
    },
  };
}
