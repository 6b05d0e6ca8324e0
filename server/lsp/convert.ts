import type { Location, Position, Range } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { createLineIndex, type DocumentId, documentId, type LineIndex, type Span } from '../../shared/engine/index.ts';

/** The file path of a `file:` address, or null for another scheme such as `untitled:`. */
export function pathOf(uri: string): string | null {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : null;
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

/** Ranges in files of the library, by the text that was read of them. */
export interface SourceRanges {
  locationOf(id: DocumentId, span: Span): Location;
  positionIn(id: DocumentId, offset: number): Position | null;
  rangeIn(id: DocumentId, span: Span): Range;
  /** A link that opens the file at the place: `file:///…#L12,5`. */
  linkTo(id: DocumentId, span: Span): string;
}

export function createSourceRanges(textOf: (id: DocumentId) => string | null): SourceRanges {
  const indexes = new Map<DocumentId, { text: string; index: LineIndex }>();
  const indexOf = (id: DocumentId): LineIndex | null => {
    const text = textOf(id);
    if (text === null) return null;
    const known = indexes.get(id);
    if (known?.text === text) return known.index;
    const index = createLineIndex(text);
    indexes.set(id, { text, index });
    return index;
  };
  const start = { line: 0, character: 0 };
  const uris = new Map<DocumentId, string>();
  const uriIn = (id: DocumentId): string => {
    const known = uris.get(id) ?? uriOf(id);
    uris.set(id, known);
    return known;
  };
  const positionIn = (id: DocumentId, offset: number): Position | null => indexOf(id)?.positionAt(offset) ?? null;
  const rangeIn = (id: DocumentId, span: Span): Range => ({
    start: positionIn(id, span.start) ?? start,
    end: positionIn(id, span.end) ?? start,
  });
  return {
    positionIn,
    rangeIn,
    locationOf: (id, span) => ({ uri: uriIn(id), range: rangeIn(id, span) }),
    linkTo: (id, span) => linkTo(id, positionIn(id, span.start) ?? start),
  };
}
