import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPdfPages } from '../../server/host/pdf/readPdfPages.ts';
import type { PdfPage } from '../../shared/engine/index.ts';
import { drawnPdf } from '../support/drawnPdf.ts';

const show = (text: string, x: number, y: number): string => `BT /F1 10 Tf ${x} ${y} Td (${text}) Tj ET`;
const TEXT = show('Enough words for a page that is not a picture', 72, 700);

async function pageOf(bytes: Uint8Array): Promise<PdfPage> {
  const reading = await readPdfPages(bytes);
  assert.equal(reading.kind, 'pages');
  const page = reading.kind === 'pages' ? reading.pages[0] : undefined;
  assert.ok(page);
  return page;
}

const round = (value: number): number => Math.round(value * 10) / 10;

test('words come with their places, from the top left of the page', async () => {
  const { number, width, height, items } = await pageOf(drawnPdf([TEXT]));
  assert.deepEqual([number, width, height], [1, 612, 792]);
  assert.equal(items.map(({ text }) => text).join(' '), 'Enough words for a page that is not a picture');
  const [first, second] = items;
  assert.deepEqual([first?.x, first?.baseline, first?.size, first?.font], [72, 92, 10, 'Helvetica']);
  assert.deepEqual([round(first?.width ?? 0), round(second?.x ?? 0)], [34.5, 109.3]);
});

test('kerning joins and gaps part what one operator shows', async () => {
  const { items } = await pageOf(drawnPdf([TEXT, 'BT /F1 10 Tf 72 600 Td [(W) 60 (ater) -300 (flows)] TJ ET']));
  assert.deepEqual(
    items.slice(-2).map(({ text }) => text),
    ['Water', 'flows'],
  );
});

test('matrices, leading, rise and stretching move the text', async () => {
  const moved = [
    'q 2 0 0 2 100 100 cm BT /F1 10 Tf 1 0 0 1 20 50 Tm (Scaled) Tj ET Q',
    'BT /F1 10 Tf 14 TL 72 500 Td (one) Tj T* (two) Tj 5 Ts (up) Tj ET',
    'BT /F1 10 Tf 50 Tz 72 400 Td (half) Tj ET',
  ];
  const { items } = await pageOf(drawnPdf([TEXT, ...moved]));
  const found = new Map(items.map((item) => [item.text, item]));
  const place = (text: string): (number | undefined)[] => {
    const item = found.get(text);
    return [item?.x, item?.baseline, item?.size].map((value) => value && round(value));
  };
  assert.deepEqual(place('Scaled'), [140, 592, 20]);
  assert.deepEqual(place('one'), [72, 292, 10]);
  assert.deepEqual(place('two'), [72, 306, 10]);
  assert.equal(found.get('up')?.baseline, 301);
  assert.equal(round(found.get('half')?.width ?? 0), 8.1);
});

test('stroked lines, thin boxes and frames are rules', async () => {
  const { horizontal, vertical } = await pageOf(
    drawnPdf([TEXT, '72 500 m 272 500 l S', '72 450 200 0.5 re f', '300 400 100 50 re S']),
  );
  assert.deepEqual(
    horizontal.map(({ at, from, to }) => [round(at), from, to]).sort(([a = 0], [b = 0]) => a - b),
    [
      [292, 72, 272],
      [341.8, 72, 272],
      [342, 300, 400],
      [392, 300, 400],
    ],
  );
  assert.deepEqual(
    vertical.map(({ at, from, to }) => [at, from, to]).sort(([a = 0], [b = 0]) => a - b),
    [
      [300, 342, 392],
      [400, 342, 392],
    ],
  );
});

test('a region full of curves is a picture, a round corner is none', async () => {
  const curves = Array.from({ length: 20 }, (_, i) => `${100 + 4 * i} 300 m 102 310 104 320 ${104 + 4 * i} 330 c S`);
  const corner = '400 600 m 405 600 410 605 410 610 c S';
  const { pictures } = await pageOf(drawnPdf([TEXT, ...curves, corner]));
  assert.equal(pictures.length, 1);
});

test('text that runs up the page is kept apart', async () => {
  const { items, turned } = await pageOf(drawnPdf([TEXT, 'BT /F1 10 Tf 0 1 -1 0 40 300 Tm (sideways) Tj ET']));
  assert.ok(!items.some(({ text }) => text === 'sideways'));
  assert.deepEqual(
    turned.map(({ text, runs, box }) => [text, runs, round(box.x), round(box.y + box.height), round(box.width)]),
    [['sideways', 'up', 32.5, 492, 10]],
  );
});

test('a turned page is read as it is shown', async () => {
  const up = 'BT /F1 10 Tf 0 1 -1 0 100 72 Tm (Enough words for a page that is not a picture) Tj ET';
  const { width, height, items } = await pageOf(drawnPdf([up], { page: '/Rotate 90' }));
  assert.deepEqual([width, height], [792, 612]);
  assert.deepEqual([items[0]?.text, round(items[0]?.x ?? 0), round(items[0]?.baseline ?? 0)], ['Enough', 72, 100]);
});

const ENCRYPTED = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`;

const problems: readonly (readonly [name: string, bytes: Uint8Array, message: RegExp])[] = [
  ['an encrypted file', drawnPdf([TEXT], { trailer: ENCRYPTED }), /encrypted.*Save a copy without a password/],
  ['a file that is cut off', drawnPdf([TEXT]).slice(0, 60), /damaged or cut off.*Download it again/],
  ['a file that is no PDF', Buffer.from('<html>Please log in</html>'), /damaged or cut off/],
  ['an empty file', new Uint8Array(0), /damaged or cut off/],
  ['a page without text', drawnPdf(['0 0 612 792 re f']), /no text.*text recognition/],
];

for (const [name, bytes, message] of problems)
  test(`one problem for ${name}`, async () => {
    const reading = await readPdfPages(Uint8Array.from(bytes));
    assert.equal(reading.kind, 'problem');
    assert.match(reading.kind === 'problem' ? reading.problem.message : '', message);
  });
