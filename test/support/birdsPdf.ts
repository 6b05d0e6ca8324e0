import { type PageSetup, type PdfLine, pdfOf } from './pdf.ts';

const ROWS = [
  ['Model', 'CIDEr', 'METEOR'],
  ['Heron', '64.2', '31.9'],
  ['Robin', '59.3', '30.4'],
  ['Wren', '58.7', '28.8'],
];

/** A paper of three pages on birds: prose, a table on its second page, and prose again. */
export function birdsPdf(setup: PageSetup = {}): Uint8Array {
  const prose = Array.from({ length: 20 }, (_, i) =>
    line('We say here what there is to say of birds in the wild.', 72, 100 + 14 * i),
  );
  const cells = ROWS.flatMap((row, r) => row.map((text, c) => line(text, 72 + 90 * c, 320 + 14 * r)));
  const caption = line('Table 2: Scores of three models on the birds of the lake.', 72, 300);
  return pdfOf([prose, [...prose.slice(0, 12), caption, ...cells], prose], setup);
}

const line = (text: string, x: number, y: number): PdfLine => ({ text, x, y, size: 10 });

/** Ways to put a page that must not move a mark. */
export const setups: readonly (readonly [name: string, setup: PageSetup])[] = [
  ['as it is', {}],
  ['turned by its own entry', { entries: '/Rotate 90', transform: '0 1 -1 0 792 0 cm' }],
  ['upside down by its own entry', { entries: '/Rotate 180', transform: '-1 0 0 -1 612 792 cm' }],
  ['larger than the first', { first: '/CropBox[0 500 400 792]' }],
  ['cropped', { entries: '/CropBox[50 40 500 700]' }],
  ['turned and cropped', { entries: '/Rotate 90/CropBox[20 30 590 780]', transform: '0 1 -1 0 792 0 cm' }],
];
