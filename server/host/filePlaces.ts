import { dirname, resolve } from 'node:path';
import {
  createLineIndex,
  type DocumentId,
  type LineIndex,
  type Position,
  placeOf,
  type Rectangle,
  type Span,
} from '../../shared/engine/index.ts';
import type { FileReading } from './reading/reading.ts';

/** Where something of a library stands on disk. */
export interface FilePlace {
  /** The file that a reader opens: that of the document or bibliography, or one that it includes. */
  readonly path: string;
  /** In that file, where it is a text; null where only the file can be told. */
  readonly range: { readonly start: Position; readonly end: Position } | null;
  /** In a file of pages; null for others. */
  readonly page: PagePlace | null;
}

/** Where something is printed. */
export interface PagePlace {
  /** Counted from 1. */
  readonly number: number;
  readonly rectangles: readonly Rectangle[];
  /** What is printed there. */
  readonly text: string;
}

/** The places of spans; `readingOf` gives what was read of a file. */
export function createFilePlaces(
  readingOf: (id: DocumentId) => FileReading | null,
): (id: DocumentId, span: Span) => FilePlace {
  // By reading, as a file that changes has another.
  const indexes = new WeakMap<FileReading, Map<string, LineIndex>>();
  const place = (reading: FileReading, path: string, text: string, span: Span): FilePlace => {
    const known = indexes.get(reading) ?? new Map<string, LineIndex>();
    indexes.set(reading, known);
    const index = known.get(path) ?? createLineIndex(text);
    known.set(path, index);
    return { path, range: { start: index.positionAt(span.start), end: index.positionAt(span.end) }, page: null };
  };
  return (id, span) => {
    const nowhere = { path: id, range: null, page: null };
    const reading = readingOf(id);
    if (reading?.kind === 'bibliography') return place(reading, id, reading.text, span);
    if (reading?.kind !== 'document') return nowhere;
    const { origin } = reading.document;
    const found = placeOf(origin, span);
    switch (found.kind) {
      case 'file':
        // The main file of a project is the beginning of its text.
        return place(reading, id, reading.text ?? (origin.kind === 'parts' ? origin.text : ''), found.span);
      case 'part': {
        const part =
          origin.kind === 'parts' ? origin.parts.find(({ path, start }) => path === found.path && start === 0) : null;
        if (!part || origin.kind !== 'parts') return nowhere;
        const text = origin.text.slice(part.span.start, part.span.end);
        return place(reading, resolve(dirname(id), found.path), text, found.span);
      }
      case 'page': {
        const text = origin.kind === 'pages' ? origin.text.slice(span.start, span.end) : '';
        return { ...nowhere, page: { number: found.page, rectangles: found.rectangles, text } };
      }
      case 'extract':
        return nowhere;
      default:
        return found satisfies never;
    }
  };
}
