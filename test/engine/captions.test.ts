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
  'Supplementary Table 2. Overall comparison.',
  'Table S3: Overall comparison.',
  'Table 3 (continued)',
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
  ['a number in bold', ['**Table 4.** First.', TABLE('A')], ['Table 4']],
  ['a number in a paragraph of its own', ['## Table 5', 'The first.', TABLE('A')], ['Table 5']],
  ['of a supplement', ['Extended Data Table 1: First.', TABLE('A')], ['Extended Data Table 1']],
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

const SAID: readonly (readonly [what: string, blocks: readonly string[], caption: string])[] = [
  ['without a number, below', [TABLE('A'), 'Table: The first.'], 'The first.'],
  ['without a number, above', [': The first.', TABLE('A')], 'The first.'],
  ['with its number in a paragraph of its own', ['Table 5.', 'The first.', TABLE('A')], 'Table 5: The first.'],
  ['far from a table without a number', ['Table: The first.', 'Text.', TABLE('A')], ''],
];

for (const [what, blocks, caption] of SAID)
  test(`captions: ${what}`, () => assert.equal(readSource('x.md', blocks.join('\n\n')).tables[0]?.caption, caption));

test('a number in a heading of its own begins no section', () => {
  const { tables } = readSource('x.md', ['# Results', '### Table 5', 'The first.', TABLE('A')].join('\n\n'));
  assert.deepEqual(tables[0]?.section, ['Results']);
});

const ROWS = '<tr><th>Model</th><th>Acc</th></tr><tr><td>A</td><td>1.5</td></tr>';

const FIGURES: readonly (readonly [what: string, html: string, captions: readonly string[]])[] = [
  [
    'a figure gives its caption to each of its tables',
    `<figure><figcaption>Table 1: Both.</figcaption><table>${ROWS}</table><table>${ROWS.replace('Acc', 'F1')}</table></figure>`,
    ['Table 1: Both.', 'Table 1: Both.'],
  ],
  [
    'a figure within a figure adds its own',
    `<figure><figure><table>${ROWS}</table><figcaption>(a) First.</figcaption></figure><figcaption>Table 1: Both.</figcaption></figure>`,
    ['Table 1: Both. (a) First.'],
  ],
  [
    'the caption of a figure is no other table’s',
    `<figure><table>${ROWS}</table><figcaption>Table 1: First.</figcaption></figure><table>${ROWS.replace('Acc', 'F1')}</table>`,
    ['Table 1: First.', ''],
  ],
  [
    'a label beside the caption',
    `<table><label>Table 2</label><caption>First.</caption>${ROWS}</table>`,
    ['Table 2: First.'],
  ],
];

for (const [what, html, captions] of FIGURES)
  test(`captions: ${what}`, () =>
    assert.deepEqual(
      readSource('x.html', html).tables.map(({ caption }) => caption),
      captions,
    ));
