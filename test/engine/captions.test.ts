import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCaption } from '../../shared/engine/documents/captions.ts';
import { readSource } from '../../shared/engine/documents/reader.ts';

const CAPTIONS = [
  'Table 1: Overall comparison.',
  'Table 1. Overall comparison.',
  'Table 1 Overall comparison.',
  'TABLE II: Overall comparison.',
  'Tab. 3: Overall comparison.',
  'Table A.1: Overall comparison.',
  'Table 2 – Overall comparison.',
  '  Table 12 | Overall comparison.',
];
const SENTENCES = [
  'Table 1 shows the comparison.',
  'Tables 7 and 8 vary the size.',
  'Figure 1: Overall comparison.',
  'As in Table 1: it holds.',
  'Table of contents',
  '',
];

test('captions are told from sentences about tables', () => {
  assert.deepEqual(
    [...CAPTIONS, ...SENTENCES].filter((text) => isCaption(text)),
    CAPTIONS,
  );
});

const TABLE = (name: string): string => `| Model | Acc |\n|---|---|\n| ${name} | 1.5 |\n| Z | 2.5 |`;
const LAYOUT = '| Menu | Home |\n|---|---|\n| About | Contact |';

/** Blocks of a document, and the label of each of its tables. */
const DOCUMENTS: readonly (readonly [what: string, blocks: readonly string[], labels: readonly (string | null)[]])[] = [
  ['above', ['Table 1: First.', TABLE('A'), 'Table 2: Second.', TABLE('B')], ['Table 1', 'Table 2']],
  ['below', [TABLE('A'), 'Table 1: First.', TABLE('B'), 'Table 2: Second.'], ['Table 1', 'Table 2']],
  [
    'below, with a paragraph between',
    ['Text.', TABLE('A'), 'Table 1: First.', 'Text.', TABLE('B'), 'Table 2: Second.'],
    ['Table 1', 'Table 2'],
  ],
  [
    'above, with a paragraph between',
    ['Table 1: First.', TABLE('A'), 'Text.', 'Table 2: Second.', TABLE('B')],
    ['Table 1', 'Table 2'],
  ],
  ['none', [TABLE('A'), 'Text.'], [null]],
  ['one for two tables', ['Table 1: First.', TABLE('A'), 'Text.', TABLE('B')], ['Table 1', null]],
  ['too far away', ['Table 1: First.', 'a.', 'b.', 'c.', 'd.', 'e.', TABLE('A')], [null]],
  ['a layout table between takes none', ['Table 1: First.', LAYOUT, TABLE('A')], ['Table 1']],
  ['a roman number', ['TABLE IV: First.', TABLE('A')], ['Table IV']],
];

for (const [what, blocks, labels] of DOCUMENTS)
  test(`captions: ${what}`, () => {
    const { tables } = readSource('x.md', blocks.join('\n\n'));
    assert.deepEqual(
      tables.map(({ label }) => label),
      labels,
    );
  });

test('the markup’s own caption goes before a paragraph', () => {
  const html = (caption: string): string =>
    `<p>Table 9: Elsewhere.</p><table>${caption}<tr><th>Model</th><th>Acc</th></tr><tr><td>A</td><td>1.5</td></tr></table>`;
  assert.equal(readSource('x.html', html('<caption>Table 1: Here.</caption>')).tables[0]?.caption, 'Table 1: Here.');
  assert.equal(readSource('x.html', html('')).tables[0]?.label, 'Table 9');
});
