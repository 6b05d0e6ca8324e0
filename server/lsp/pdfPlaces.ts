import { URI } from 'vscode-uri';
import type { Rectangle } from '../../shared/engine/index.ts';
import { shorten } from '../../shared/findings/index.ts';
import type { PdfPlace } from '../../shared/protocol/pdfPage.ts';
import { pdfPlaceScheme, showPdfPlace } from '../../shared/protocol/pdfPlaces.ts';
import type { PagePlace } from '../host/filePlaces.ts';
import { boxAround, rounded } from '../host/rectangles.ts';

/** Characters of a place's text that are sent: it is read out, not searched. */
const LONGEST = 160;
/** What is printed in more pieces, such as a table, is one area in an address. */
const MOST_PIECES = 8;

export function pdfPlace({ number, rectangles, text }: PagePlace): PdfPlace {
  return { page: number, rectangles: rectangles.map(rounded), text: shorten(text, LONGEST) };
}

/** The address of a place, for clients that open it. */
export function addressOfPlace(path: string, page: PagePlace): string {
  const place = pdfPlace({ ...page, rectangles: inFewPieces(page.rectangles) });
  return URI.file(path)
    .with({ scheme: pdfPlaceScheme, query: JSON.stringify(place) })
    .toString();
}

/** The target of a link in Markdown that opens such an address. */
export function commandFor(address: string): string {
  return `command:${showPdfPlace}?${encodeURIComponent(JSON.stringify([address]))}`;
}

function inFewPieces(rectangles: readonly Rectangle[]): readonly Rectangle[] {
  const box = rectangles.length > MOST_PIECES ? boxAround(rectangles) : null;
  return box === null ? rectangles : [box];
}
