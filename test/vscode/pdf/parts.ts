// What the test of the page for PDFs takes from the product: the page itself, and the places that are read from a file.
import assert from 'node:assert/strict';
import { readPdfPages } from '../../../server/host/pdf/readPdfPages.ts';
import { placeOf, readPagedDocument } from '../../../shared/engine/index.ts';
import type { PdfMark } from '../../../shared/protocol/pdfPage.ts';

export { pdfPage } from '../../../client/pdf/pdfPage.ts';
export { birdsPdf, setups } from '../../support/birdsPdf.ts';
export { cjkPdf, scripts, textOf } from '../../support/cjkPdf.ts';

/** The mark on the cell of a PDF's only table that says this. */
export async function markOn(bytes: Uint8Array, text: string): Promise<PdfMark> {
  const reading = await readPdfPages(bytes);
  assert.ok(reading.kind === 'pages');
  const { origin, tables } = readPagedDocument(reading.pages);
  assert.ok(origin.kind === 'pages' && tables[0]);
  const { span } = tables[0];
  const start = origin.text.indexOf(text, span.start);
  assert.ok(start >= 0 && start < span.end, `${text} is in the table`);
  const place = placeOf(origin, { start, end: start + text.length });
  assert.ok(place.kind === 'page');
  return { id: text, page: place.page, rectangles: place.rectangles, text };
}
