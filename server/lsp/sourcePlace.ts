import { basename } from 'node:path';
import type { DocumentId, Rectangle, Span } from '../../shared/engine/index.ts';
import { shorten } from '../../shared/findings/index.ts';
import type { WireSourcePlace } from '../../shared/protocol/tables.ts';
import { place } from '../../shared/report/index.ts';
import type { SourceRanges } from './convert.ts';

/** Characters of a place's text that are sent: it is read out, not searched. */
const LONGEST = 160;

/** Where a span of a document stands, as closely as can be said. */
export function sourcePlace(id: DocumentId, span: Span, ranges: SourceRanges): WireSourcePlace {
  const { path, range, page } = ranges.placeOf(id, span);
  const { uri } = ranges.locationOf(id, span);
  const file = basename(path);
  if (range !== null) return { uri, name: place(file, range.start), at: { kind: 'range', range } };
  if (page === null) return { uri, name: file, at: { kind: 'file' } };
  const { number } = page;
  const rectangles = page.rectangles.map(rounded);
  const text = shorten(page.text, LONGEST);
  return { uri, name: `${file}, page ${number}`, at: { kind: 'page', page: number, rectangles, text } };
}

/** The same place, with the rectangle around all that is printed there. */
export function asOneArea(place: WireSourcePlace): WireSourcePlace {
  const { at } = place;
  if (at.kind !== 'page' || at.rectangles.length === 0) return place;
  const x = Math.min(...at.rectangles.map((one) => one.x));
  const y = Math.min(...at.rectangles.map((one) => one.y));
  const width = Math.max(...at.rectangles.map((one) => one.x + one.width)) - x;
  const height = Math.max(...at.rectangles.map((one) => one.y + one.height)) - y;
  return { ...place, at: { ...at, rectangles: [{ x, y, width, height }] } };
}

/** To a hundredth of a point: there is one for each cell of a table. */
function rounded({ x, y, width, height }: Rectangle): Rectangle {
  const round = (points: number): number => Math.round(points * 100) / 100;
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}
