import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource } from '../../shared/engine/documents/reader.ts';
import { expectVerdicts, libraryOf } from '../support/checked.ts';

interface Case {
  readonly what: string;
  readonly rows: readonly string[];
  /** `names | numbers` of each row as read; `?` before rows whose numbers may be those of others. */
  readonly read: readonly string[];
}

/** Two cells with the numbers of several rows, where nothing tells which. */
const MIXED = [
  'Reeds | 41.2 | 55.1',
  'Moss | 43.8 44.9 | 57.3',
  'Ferns | 40.6 | 54.7 53.9',
  'Clay | 39.5 | 53.2',
  'Loam | 38.4 | 52.1',
  'Peat | 37.3 | 51.6',
  'Silt | 36.2 | 50.5',
  'Turf | 35.1 | 49.4',
  'Marl | 34.7 | 48.3',
];

const CASES: readonly Case[] = [
  {
    what: 'names that begin alike part a row',
    rows: ['w/ Reeds | 41.2 | 55.1', 'w/ Moss w/ Ferns | 43.8 44.9 | 57.3 58.4', 'w/ Sand | 40.6 | 54.7'],
    read: ['w/ Reeds | 41.2 55.1', 'w/ Moss | 43.8 57.3', 'w/ Ferns | 44.9 58.4', 'w/ Sand | 40.6 54.7'],
  },
  {
    what: 'names that other rows have part a row, with the changes that stand behind its numbers',
    rows: [
      'Reeds | 41.2 (+0.3) | 55.1 (-0.2)',
      'Moss | 43.8 (+0.4) | 57.3 (+0.1)',
      'Sand | 40.6 | 54.7',
      'Reeds Moss | 42.9 (+0.7) 45.1 (+0.9) | 56.2 (+0.5) 58.8 (+0.6)',
    ],
    read: [
      'Reeds | 41.2 +0.3 55.1 -0.2',
      'Moss | 43.8 +0.4 57.3 +0.1',
      'Sand | 40.6 54.7',
      'Reeds | 42.9 +0.7 56.2 +0.5',
      'Moss | 45.1 +0.9 58.8 +0.6',
    ],
  },
  {
    what: 'what is missing to a row may stand below it without a name',
    rows: ['+Reeds | 41.2 | 55.1', '+Moss +Ferns | 43.8 44.9 | 57.3', '| | 58.4', '+Sand | 40.6 | 54.7'],
    read: ['+Reeds | 41.2 55.1', '+Moss | 43.8 57.3', '+Ferns | 44.9 58.4', '+Sand | 40.6 54.7'],
  },
  {
    what: 'a name that cannot be parted leaves the rows beside it unsure too',
    rows: [
      'Reeds | 41.2 | 55.1',
      'Moss | 43.8 44.9 | 57.3 58.4',
      'Ferns Sand | 40.6 | 54.7',
      'Clay | 39.5 | 53.2',
      'Loam | 38.4 | 52.1',
      'Peat | 37.3 | 51.6',
      'Silt | 36.2 | 50.5',
    ],
    read: [
      '? Reeds | 41.2 55.1',
      '? Moss | 43.8 44.9 57.3 58.4',
      '? Ferns Sand | 40.6 54.7',
      'Clay | 39.5 53.2',
      'Loam | 38.4 52.1',
      'Peat | 37.3 51.6',
      'Silt | 36.2 50.5',
    ],
  },
  {
    what: 'cells of one row with several numbers here and one there leave it unsure',
    rows: MIXED,
    read: [
      '? Reeds | 41.2 55.1',
      '? Moss | 43.8 44.9 57.3',
      '? Ferns | 40.6 54.7 53.9',
      '? Clay | 39.5 53.2',
      'Loam | 38.4 52.1',
      'Peat | 37.3 51.6',
      'Silt | 36.2 50.5',
      'Turf | 35.1 49.4',
      'Marl | 34.7 48.3',
    ],
  },
  {
    what: 'deviations that lost their sign are no numbers of another row',
    rows: ['Reeds | 41.2 | 55.1', 'Moss | 43.8 0.4 | 57.3 0.3', 'Sand | 40.6 | 54.7'],
    read: ['Reeds | 41.2 55.1', 'Moss | 43.8 0.4 57.3 0.3', 'Sand | 40.6 54.7'],
  },
  {
    what: 'thousands and intervals are one number each',
    rows: ['Reeds | 12 450 | 55 (48 -61)', 'Moss | 800 | 57 (51 -63)', 'Sand | 11 320 | 54'],
    read: ['Reeds | 12 450 55 48 61', 'Moss | 800 57 51 63', 'Sand | 11 320 54'],
  },
  {
    what: 'two numbers in every cell are the table’s own',
    rows: ['Reeds | 41.2 44.1 | 55.1 56.7', 'Moss | 43.8 45.2 | 57.3 58.9', 'Sand | 40.6 42.8 | 54.7 55.5'],
    read: ['Reeds | 41.2 44.1 55.1 56.7', 'Moss | 43.8 45.2 57.3 58.9', 'Sand | 40.6 42.8 54.7 55.5'],
  },
];

const tableOf = (rows: readonly string[]): string =>
  ['| System | Pond | Lake |', '|---|---|---|', ...rows.map((row) => `| ${row} |`)].join('\n');

for (const { what, rows, read } of CASES)
  test(what, () => {
    const [table] = readSource('paper.md', `# Water\n\n${tableOf(rows)}\n`).tables;
    const found = table?.rows.map(({ header, cells, unsure }) => {
      const numbers = cells.flatMap(({ values }) => values.map(({ quantity }) => quantity.text));
      return `${unsure ? '? ' : ''}${header.map(({ text }) => text).join(' / ')} | ${numbers.join(' ')}`;
    });
    assert.deepEqual(found, read);
    const says = table?.unclear.some((text) => text.startsWith('Numbers of several rows stand in one cell'));
    assert.equal(
      says,
      read.some((row) => row.startsWith('?')),
    );
  });

test('a name that could be cut in countless ways is given up in time', () => {
  const name = 'a '.repeat(60).trim();
  const rows = Array.from({ length: 60 }, (_, i) => `${name.slice(0, 2 * i + 1)} | 1.5 | 2.5`);
  const crowded = `${name} b | ${'1.5 '.repeat(40).trim()} | ${'2.5 '.repeat(40).trim()}`;
  const started = performance.now();
  readSource('paper.md', `# Water\n\n${tableOf([...rows, crowded])}\n`);
  assert.ok(performance.now() - started < 2000);
});

const LIBRARY = libraryOf(`=== references.bib
@article{tern2022, title = {Water}, year = 2022, file = {tern.md}}
@article{gull2023, title = {Air}, year = 2023, file = {gull.md}}
=== gull.md
# Air

Table 1: Accuracy on Cliff.

| System | Cliff |
|--------|-------|
| Slate  | 71.3  |
| Chalk  | 72.8  |
=== tern.md
# Water

Table 1: Accuracy on two sets.

${tableOf(MIXED)}
`);

for (const [what, text] of [
  [
    'a number that stands in rows run together is held against none of their names',
    'Ferns has an accuracy of «44.9»(supported) on Pond [@tern2022].',
  ],
  [
    'a number that is nowhere is not said to be wrong for such a row',
    'Moss reaches an accuracy of 47.7 on Pond [@tern2022].',
  ],
  ['nor is it another source that has it', 'Moss has an accuracy of «44.9»(unsupported) on Pond [@gull2023].'],
  ['the best of rows of which some are unsure is not known', 'Clay has the best accuracy on Pond [@tern2022].'],
  ['how many rows there were is not known', 'There are seven systems in the table [@tern2022, Table 1].'],
  ['other rows of the table speak as ever', 'Peat has an accuracy of «38.4»(contradicted) on Pond [@tern2022].'],
] as const)
  test(what, () => void expectVerdicts(text, LIBRARY));
