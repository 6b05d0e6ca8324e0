import { dirname, resolve } from 'node:path';
import { type DocumentId, type Library, placeOf, type Span } from '../../../shared/engine/index.ts';
import { boxAround } from '../../host/rectangles.ts';
import { shownPath } from '../paths.ts';

/**
 * Where a span of a document stands, in the terms of a JSON result: offsets into the file, or with the `path` of the
 * included file into that, or with `page` and `rectangle` (points from the page's top left) into the text of the pages.
 */
export function placeJson(library: Library, id: DocumentId, span: Span): object {
  const origin = library.documents.get(id)?.document.origin ?? { kind: 'file' };
  const place = placeOf(origin, span);
  switch (place.kind) {
    case 'file':
    case 'extract':
      return { start: place.span.start, end: place.span.end };
    case 'part': {
      const path = shownPath(resolve(dirname(id), place.path));
      return { path, start: place.span.start, end: place.span.end };
    }
    case 'page':
      return { start: span.start, end: span.end, page: place.page, rectangle: boxAround(place.rectangles) };
    default:
      return place satisfies never;
  }
}
