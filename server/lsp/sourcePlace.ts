import { basename } from 'node:path';
import type { DocumentId, Span } from '../../shared/engine/index.ts';
import { shorten } from '../../shared/findings/index.ts';
import type { WireSourcePlace } from '../../shared/protocol/tables.ts';
import { place } from '../../shared/report/index.ts';
import { boxAround, rounded } from '../host/rectangles.ts';
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
  const box = at.kind === 'page' ? boxAround(at.rectangles) : null;
  return at.kind === 'page' && box !== null ? { ...place, at: { ...at, rectangles: [box] } } : place;
}
