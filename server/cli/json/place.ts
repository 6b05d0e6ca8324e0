import { dirname, resolve } from 'node:path';
import { type DocumentId, type Library, placeOf, type Rectangle, type Span } from '../../../shared/engine/index.ts';
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

function boxAround(rectangles: readonly Rectangle[]): Rectangle | null {
  if (rectangles.length === 0) return null;
  const edge = (of: (one: Rectangle) => number, pick: (a: number, b: number) => number): number =>
    rectangles.map(of).reduce((a, b) => pick(a, b));
  const x = edge((one) => one.x, Math.min);
  const y = edge((one) => one.y, Math.min);
  const right = edge((one) => one.x + one.width, Math.max);
  const bottom = edge((one) => one.y + one.height, Math.max);
  const [width, height] = [right - x, bottom - y];
  return { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
