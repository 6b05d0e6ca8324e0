import { basename } from 'node:path';
import type { DocumentId, Span } from '../../shared/engine/index.ts';
import type { WireSourcePlace } from '../../shared/protocol/tables.ts';
import { place } from '../../shared/report/index.ts';
import { boxAround } from '../host/rectangles.ts';
import type { SourceRanges } from './convert.ts';
import { pdfPlace } from './pdfPlaces.ts';

/** Where a span of a document stands, as closely as can be said. */
export function sourcePlace(id: DocumentId, span: Span, ranges: SourceRanges): WireSourcePlace {
  const { path, range, page } = ranges.placeOf(id, span);
  const { uri } = ranges.inFile(id, span);
  const file = basename(path);
  if (range !== null) return { uri, name: place(file, range.start), at: { kind: 'range', range } };
  if (page === null) return { uri, name: file, at: { kind: 'file' } };
  return { uri, name: `${file}, page ${page.number}`, at: { kind: 'page', ...pdfPlace(page) } };
}

/** The same place, with the rectangle around all that is printed there. */
export function asOneArea(place: WireSourcePlace): WireSourcePlace {
  const { at } = place;
  const box = at.kind === 'page' ? boxAround(at.rectangles) : null;
  return at.kind === 'page' && box !== null ? { ...place, at: { ...at, rectangles: [box] } } : place;
}
