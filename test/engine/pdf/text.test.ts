import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PdfPage, placeOf, readPagedDocument } from '../../../shared/engine/index.ts';
import { across, centred, type Drawn, line, lines, page, rows } from './layout.ts';

const LEFT = [
  'The left column begins here with',
  'some words and goes on for a few',
  'lines until it has enough of them',
  'to be seen as a column of text.',
];
const RIGHT = [
  'The right column follows it with',
  'other words, which must be read',
  'after all of those of the left one',
  'and never between two of them.',
];

/** The sentences and headings of some pages, in the order in which they are read. */
const read = (...pages: readonly PdfPage[]): string[] => readPagedDocument(pages).passages.map(({ text }) => text);
const readOne = (drawn: Drawn): string[] => read(page(drawn));

test('columns are read one after the other, below what runs over both', () => {
  const items = [
    ...centred('A title that is printed across both of the columns', 306, 80, { size: 16 }),
    ...LEFT.flatMap((text, i) => [...line(text, 60, 120 + 12 * i), ...line(RIGHT[i] ?? '', 320, 120 + 12 * i)]),
  ];
  assert.deepEqual(readOne({ items }), [
    'A title that is printed across both of the columns',
    LEFT.join(' '),
    RIGHT.join(' '),
  ]);
});

test('a paragraph goes on in the next column and on the next page', () => {
  const first = [...LEFT.slice(0, 3), 'and then it goes on in the'];
  const second = [
    'next column, where it does not',
    'end either: it has many more',
    'words to say about what it says',
    'and needs another page for the',
  ];
  const pages = [
    page({
      items: first.flatMap((text, i) => [...line(text, 60, 120 + 12 * i), ...line(second[i] ?? '', 320, 120 + 12 * i)]),
    }),
    page({ items: lines(['rest of them. Here it is done.'], 60, 120) }, 2),
  ];
  const whole = [...first, ...second, 'rest of them.'].join(' ');
  assert.deepEqual(read(...pages), [whole, 'Here it is done.']);
});

const joins: readonly (readonly [name: string, texts: readonly string[], read: string])[] = [
  [
    'a word cut at the end of a line',
    ['the results of this exam-', 'ple show it'],
    'the results of this example show it',
  ],
  ['a name cut at its hyphen', ['we compare it with GPT-', '4 and others'], 'we compare it with GPT-4 and others'],
  [
    'a compound that the text also writes in one line',
    ['a well-known method is a well-', 'known method'],
    'a well-known method is a well-known method',
  ],
  ['ligatures', ['the ﬁrst eﬀect is eﬃcient'], 'the first effect is efficient'],
];

for (const [name, texts, expected] of joins)
  test(`joined: ${name}`, () => assert.deepEqual(readOne({ items: lines(texts, 60, 120) }), [expected]));

test('pieces of a word are joined, and an accent stands on its letter', () => {
  const [first, second] = [line('Wa', 60, 120), line('ter', 70.4, 120)];
  const accent = { ...(line('´', 120.5, 120)[0] as PdfPage['items'][number]), width: 3.3 };
  const items = [...first, ...second, ...line('is', 89, 120), accent, ...line('eau', 120, 120)];
  assert.deepEqual(readOne({ items }), ['Water is éau']);
});

test('raised digits do not run into numbers', () => {
  const items = [
    ...line('It reaches 82.4', 60, 120),
    ...line('3', 130, 116, { size: 7 }),
    ...line('points at a rate of 10', 140, 120),
    ...line('−4', 238, 116, { size: 7 }),
    ...line('or 1e', 250, 120),
    ...line('−5', 272.5, 116, { size: 7 }),
  ];
  assert.deepEqual(readOne({ items }), ['It reaches 82.4 points at a rate of 10^−4 or 1e−5']);
});

test('running heads, page numbers and line numbers are left out', () => {
  const sheet = (number: number): PdfPage =>
    page(
      {
        items: [
          ...centred('A running head', 306, 40),
          ...Array.from({ length: 15 }, (_, i) => [
            ...line(String(15 * number + i).padStart(3, '0'), 30, 100 + 12 * i, { size: 7 }),
            ...line(`On page ${number} this is sentence ${i} of it.`, 60, 100 + 12 * i),
          ]).flat(),
          ...centred(String(number), 306, 760),
        ],
      },
      number,
    );
  const sentences = read(sheet(1), sheet(2));
  assert.equal(sentences.length, 30);
  assert.equal(sentences[17], 'On page 2 this is sentence 2 of it.');
});

test('headings are told by their numbers, size and weight', () => {
  const items = [
    ...line('1 Introduction', 60, 100, { size: 12, bold: true }),
    ...lines(LEFT, 60, 120),
    ...line('1.1 Data', 60, 190, { bold: true }),
    ...lines(RIGHT, 60, 206),
  ];
  const { passages } = readPagedDocument([page({ items })]);
  assert.deepEqual(
    passages.map(({ kind, section }) => [kind, ...section]),
    [
      ['heading', '1 Introduction'],
      ['sentence', '1 Introduction'],
      ['heading', '1 Introduction', '1.1 Data'],
      ['sentence', '1 Introduction', '1.1 Data'],
    ],
  );
});

test('what is written in a figure is left out, its caption is kept', () => {
  const items = [
    ...lines(LEFT, 60, 100),
    ...rows([['0.9'], ['0.8']], [70], 170),
    ...line('Alpha', 150, 182),
    ...centred('Epochs', 160, 200),
    ...line('Figure 2: Loss over epochs.', 60, 220),
  ];
  const pictures = [{ x: 60, y: 150, width: 200, height: 56 }];
  assert.deepEqual(readOne({ items, pictures }), [LEFT.join(' '), 'Figure 2: Loss over epochs.']);
});

test('every cell has its own rectangle, and a sentence those of its lines', () => {
  const items = [
    ...lines(['The first line of a sentence that', 'ends here.'], 60, 60),
    ...rows(
      [
        ['System', 'F1', 'EM'],
        ['Alpha', '81.2', '70.1'],
        ['Beta', '82.4', '71.9'],
      ],
      [100, 200, 280],
      112,
    ),
  ];
  const { tables, passages, origin } = readPagedDocument([
    page({ items: [] }),
    page({ items, horizontal: across(100, 300, 100, 116, 142) }, 2),
  ]);
  const cell = tables[0]?.rows[1]?.cells[0];
  const printed = cell && placeOf(origin, cell.span);
  assert.equal(printed?.kind === 'page' && printed.page, 2);
  assert.deepEqual(
    printed?.kind === 'page' && printed.rectangles.map(({ x, y, width, height }) => [x, y, width, Math.round(height)]),
    [[190, 128.5, 20, 10]],
  );
  const sentence = passages[0];
  const place = sentence && placeOf(origin, sentence.span);
  assert.equal(place?.kind === 'page' && place.rectangles.length, 2);
});

test('the first page says what the work is', () => {
  const items = [
    ...centred('On Counting the Numbers', 306, 80, { size: 16 }),
    ...centred('of Other Works', 306, 98, { size: 16 }),
    ...line('Ada Byron', 150, 130),
    ...line('1', 195, 126, { size: 7 }),
    ...line('Emil Berg', 300, 130),
    ...line('2', 345, 126, { size: 7 }),
    ...centred('University of Somewhere', 306, 144),
    ...centred('Abstract', 306, 170, { bold: true }),
    ...lines(LEFT, 60, 190),
  ];
  const text = 'arXiv:2101.12345v2 [cs.CL] 3 Feb 2021';
  const turned = [{ text, box: { x: 20, y: 200, width: 16, height: 400 }, size: 16, runs: 'up' as const }];
  const { metadata } = readPagedDocument([page({ items, turned })]);
  assert.deepEqual(metadata, {
    title: 'On Counting the Numbers of Other Works',
    authors: ['Ada Byron', 'Emil Berg'],
    year: '2021',
    doi: null,
    arxiv: '2101.12345',
  });
});

test('a page that is printed sideways is told and left out', () => {
  const turned = Array.from({ length: 20 }, (_, i) => ({
    text: 'sideways words',
    box: { x: 60 + 12 * i, y: 100, width: 10, height: 70 },
    size: 10,
    runs: 'up' as const,
  }));
  const { problems, passages } = readPagedDocument([
    page({ items: lines(LEFT, 60, 120) }),
    page({ items: [], turned }, 2),
  ]);
  assert.deepEqual(
    problems.map(({ code, message }) => [code, /^Page 2 is printed sideways/.test(message)]),
    [['table-unclear', true]],
  );
  assert.deepEqual(
    passages.map(({ text }) => text),
    [LEFT.join(' ')],
  );
});
