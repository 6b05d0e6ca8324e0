import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessEncoding } from '../../server/host/pdf/texFonts.ts';
import { createTextRuns, type Font, PLAIN_TEXT } from '../../server/host/pdf/textRuns.ts';

const encodings: readonly (readonly [name: string, shown: string, encoding: string])[] = [
  ['an alphabet is a text', 'abcdefgh:\x0c', 'text'],
  ['digits are told by themselves', '0123456789+', 'told'],
  ['operators are symbols', '\x00\x06', 'symbols'],
  ['a few letters and points are math', 'xk:\x12', 'mathItalic'],
  ['Greek letters are no operators', '\x0b\x14', 'mathItalic'],
];

for (const [name, shown, encoding] of encodings)
  test(`the encoding of a font of pictures: ${name}`, () => assert.equal(guessEncoding(new Set(shown)), encoding));

type Shown = readonly [font: string, text: string];

/** What is read of texts in fonts of pictures (`P`, each a font of its own by its digit) and in a plain one (`A`). */
function read(parts: readonly Shown[]): string[] {
  const fonts = new Map<string, Font>();
  const fontOf = (name: string): Font => {
    const shown = name.startsWith('P') ? new Set<string>() : null;
    const font = fonts.get(name) ?? { name, bold: false, italic: false, unit: 0.001, shown };
    fonts.set(name, font);
    return font;
  };
  const runs = createTextRuns();
  runs.begin();
  for (const [name, text] of parts) {
    const glyphs = [...text].map((unicode) => ({ unicode, width: 500, isSpace: unicode === ' ' }));
    runs.show(glyphs, { ...PLAIN_TEXT, font: fontOf(name), size: 10 }, [1, 0, 0, -1, 0, 800]);
  }
  return runs.upright.map(({ text }) => text);
}

const texts: readonly (readonly [name: string, parts: readonly Shown[], text: readonly string[]])[] = [
  [
    'the signs of TeX’s symbols',
    [
      ['P1', '43'],
      ['P2', ':'],
      ['P1', '8'],
      ['P3', '\x06'],
      ['P1', '0'],
      ['P2', ':'],
      ['P1', '2'],
      ['P3', '\x00'],
    ],
    ['43', '.', '8', '±', '0', '.', '2', '−'],
  ],
  [
    'ligatures',
    [
      ['P1', 'the e\x0ecient \x0cgure shown'],
      ['P1', 'a:b'],
    ],
    ['the', 'efficient', 'figure', 'shown', 'a:b'],
  ],
  [
    'a colon that parts no digits',
    [
      ['P1', 'x'],
      ['P1', ':'],
      ['P2', '5'],
    ],
    ['x', ':', '5'],
  ],
  [
    'a font with names is left as it is',
    [
      ['A', '4'],
      ['A', ':'],
      ['A', '8'],
    ],
    ['4', ':', '8'],
  ],
];

for (const [name, parts, text] of texts)
  test(`text in fonts of pictures: ${name}`, () => assert.deepEqual(read(parts), text));
