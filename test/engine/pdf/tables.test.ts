import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PageItem, readPagedDocument, type Table } from '../../../shared/engine/index.ts';
import { across, centred, type Drawn, line, lines, page, rows, widthOf } from './layout.ts';

const caption = line('Table 1: Accuracy of the systems.', 100, 90);

/** Each number of a table with its row and its column, as `row | column: value`. */
const facts = (table: Table | undefined): string[] =>
  (table?.rows ?? []).flatMap(({ header, cells }) =>
    cells.flatMap(({ values }) =>
      values.map(({ quantity, column }) => {
        const over = table?.columns[column]?.header ?? [];
        const path = (labels: typeof header): string => labels.map(({ text }) => text).join('/');
        return `${path(header)} | ${path(over)}: ${quantity.text}`;
      }),
    ),
  );

const tablesOf = (drawn: Drawn): readonly Table[] => readPagedDocument([page(drawn)]).tables;

const RULED = across(100, 300, 100, 116, 142);
const FIRST = [
  ['System', 'F1', 'EM'],
  ['Alpha', '81.2', '70.1'],
  ['Beta', '82.4', '71.9'],
];
const FIRST_FACTS = ['Alpha | F1: 81.2', 'Alpha | EM: 70.1', 'Beta | F1: 82.4', 'Beta | EM: 71.9'];

const cases: readonly { readonly name: string; readonly drawn: Drawn; readonly facts: readonly string[] }[] = [
  {
    name: 'three rules, caption above',
    drawn: { items: [...caption, ...rows(FIRST, [100, 200, 280], 112)], horizontal: RULED },
    facts: FIRST_FACTS,
  },
  {
    name: 'caption below',
    drawn: {
      items: [...rows(FIRST, [100, 200, 280], 112), ...line('Table 1: Accuracy of the systems.', 100, 156)],
      horizontal: RULED,
    },
    facts: FIRST_FACTS,
  },
  {
    name: 'no rules, but a caption',
    drawn: { items: [...caption, ...rows(FIRST, [100, 200, 280], 112)] },
    facts: FIRST_FACTS,
  },
  {
    name: 'the header stands above the first rule, the last row below the last one',
    drawn: { items: rows(FIRST, [100, 200, 280], 112), horizontal: across(100, 300, 115, 127) },
    facts: FIRST_FACTS,
  },
  {
    name: 'boxed, with a rule between all cells',
    drawn: {
      items: [...caption, ...rows(FIRST, [104, 200, 280], 112)],
      horizontal: across(100, 300, 103, 115, 127, 139),
      vertical: [100, 160, 240, 300].map((at) => ({ at, from: 103, to: 139 })),
    },
    facts: FIRST_FACTS,
  },
  {
    name: 'boxed, with a header over two boxes and no rule below it',
    drawn: {
      items: [
        ...caption,
        ...centred('Scores', 205, 112),
        ...line('System', 104, 118),
        ...centred('Time', 275, 118),
        ...centred('F1', 182, 124),
        ...centred('EM', 227, 124),
        ...rows(
          [
            ['Alpha', '81.2', '70.1', '61.3'],
            ['Beta', '82.4', '71.9', '62.5'],
          ],
          [104, 182, 227, 275],
          137,
        ),
      ],
      horizontal: across(100, 300, 103, 128, 141, 153),
      vertical: [...[100, 160, 250, 300].map((at) => ({ at, from: 103, to: 153 })), { at: 205, from: 116, to: 153 }],
    },
    facts: [
      'Alpha | Scores/F1: 81.2',
      'Alpha | Scores/EM: 70.1',
      'Alpha | Time: 61.3',
      'Beta | Scores/F1: 82.4',
      'Beta | Scores/EM: 71.9',
      'Beta | Time: 62.5',
    ],
  },
  {
    name: 'headers that go on in a second line',
    drawn: {
      items: [
        ...caption,
        ...rows([['', 'mean', 'rec', 'ear', 'car', 'skate']], [100, 170, 200, 230, 260, 290], 112),
        ...centred('phone', 230, 124),
        ...centred('board', 290, 124),
        ...rows(
          [
            ['Alpha', '81.2', '70.1', '61.3', '52.4', '43.5'],
            ['Beta', '82.4', '71.9', '62.5', '53.6', '44.7'],
          ],
          [100, 170, 200, 230, 260, 290],
          142,
        ),
      ],
      horizontal: across(100, 310, 100, 129, 160),
    },
    facts: [
      'Alpha | mean: 81.2',
      'Alpha | rec: 70.1',
      'Alpha | ear/phone: 61.3',
      'Alpha | car: 52.4',
      'Alpha | skate/board: 43.5',
      'Beta | mean: 82.4',
      'Beta | rec: 71.9',
      'Beta | ear/phone: 62.5',
      'Beta | car: 53.6',
      'Beta | skate/board: 44.7',
    ],
  },
  {
    name: 'headers that end in a word and in a number',
    drawn: {
      items: [
        ...caption,
        ...rows([['', 'Ponds-', 'Ponds-', 'Lakes']], [100, 180, 220, 260], 112),
        ...rows([['', 'small', '25M']], [100, 180, 220], 124),
        ...rows(
          [
            ['Users', '608', '982', '808'],
            ['Items', '212', '560', '237'],
          ],
          [100, 180, 220, 260],
          142,
        ),
      ],
      horizontal: across(100, 280, 100, 129, 160),
    },
    facts: [
      'Users | Ponds-/small: 608',
      'Users | Ponds-/25M: 982',
      'Users | Lakes: 808',
      'Items | Ponds-/small: 212',
      'Items | Ponds-/25M: 560',
      'Items | Lakes: 237',
    ],
  },
  {
    name: 'a header above the first rule beside the text of another column',
    drawn: {
      items: [
        ...line('as all of them say', 91 - widthOf('as all of them say'), 112),
        ...rows(FIRST, [100, 200, 280], 112),
        ...line('Table 1: Accuracy of the systems.', 100, 156),
      ],
      horizontal: across(100, 300, 115, 142),
    },
    facts: FIRST_FACTS,
  },
  {
    name: 'boxed, with cells of several lines',
    drawn: {
      items: [
        ...line('System', 104, 112),
        ...line('F1', 204, 112),
        ...line('Where', 254, 112),
        ...lines(['Alpha with', 'retrieval'], 104, 127),
        ...line('81.2', 204, 127),
        ...lines(['on news', 'and mail'], 254, 127),
        ...line('Beta', 104, 154),
        ...line('82.4', 204, 154),
        ...lines(['on', 'news'], 254, 154),
      ],
      horizontal: across(100, 310, 102, 117, 144, 171),
      vertical: [100, 200, 250, 310].map((at) => ({ at, from: 102, to: 171 })),
    },
    facts: ['Alpha with retrieval | F1: 81.2', 'Beta | F1: 82.4'],
  },
  {
    name: 'a header over two columns, told by the rule under it',
    drawn: {
      items: [
        ...centred('English', 220, 112),
        ...centred('German', 340, 112),
        ...rows(
          [
            ['System', 'F1', 'EM', 'F1', 'EM'],
            ['Alpha', '81.2', '70.1', '61.2', '50.1'],
            ['Beta', '82.4', '71.9', '62.4', '51.9'],
          ],
          [100, 190, 250, 310, 370],
          124,
        ),
      ],
      horizontal: [...across(100, 390, 100, 128, 154), ...across(175, 265, 115), ...across(295, 385, 115)],
    },
    facts: [
      'Alpha | English/F1: 81.2',
      'Alpha | English/EM: 70.1',
      'Alpha | German/F1: 61.2',
      'Alpha | German/EM: 50.1',
      'Beta | English/F1: 82.4',
      'Beta | English/EM: 71.9',
      'Beta | German/F1: 62.4',
      'Beta | German/EM: 51.9',
    ],
  },
  {
    name: 'a header over two columns, told by its middle',
    drawn: {
      items: [
        ...centred('English', 220, 112),
        ...centred('German', 340, 112),
        ...rows(
          [
            ['System', 'F1', 'EM', 'F1', 'EM'],
            ['Alpha', '81.2', '70.1', '61.2', '50.1'],
          ],
          [100, 190, 250, 310, 370],
          124,
        ),
      ],
      horizontal: across(100, 390, 100, 128, 142),
    },
    facts: [
      'Alpha | English/F1: 81.2',
      'Alpha | English/EM: 70.1',
      'Alpha | German/F1: 61.2',
      'Alpha | German/EM: 50.1',
    ],
  },
  {
    name: 'a label centred beside two rows, between their lines',
    drawn: {
      items: [
        ...rows([['Data', 'System', 'F1']], [100, 190, 280], 112),
        ...line('News', 100, 130),
        ...rows(
          [
            ['', 'Alpha', '81.2'],
            ['', 'Beta', '82.4'],
          ],
          [100, 190, 280],
          124,
        ),
        ...line('Web', 100, 158),
        ...rows(
          [
            ['', 'Alpha', '61.2'],
            ['', 'Beta', '62.4'],
          ],
          [100, 190, 280],
          152,
        ),
      ],
      horizontal: across(100, 300, 100, 115, 140, 170),
    },
    facts: ['News/Alpha | F1: 81.2', 'News/Beta | F1: 82.4', 'Web/Alpha | F1: 61.2', 'Web/Beta | F1: 62.4'],
  },
  {
    name: 'a label that runs up the page beside its rows',
    drawn: {
      items: rows(
        [
          ['', 'System', 'F1'],
          ['', 'Alpha', '81.2'],
          ['', 'Beta', '82.4'],
        ],
        [100, 190, 280],
        112,
      ),
      turned: [{ text: 'News', box: { x: 102, y: 117, width: 10, height: 20 }, size: 10, runs: 'up' }],
      horizontal: across(100, 300, 100, 115, 140),
    },
    facts: ['News/Alpha | F1: 81.2', 'News/Beta | F1: 82.4'],
  },
  {
    name: 'a stub in two lines around its values',
    drawn: {
      items: [
        ...rows([['System', 'F1', 'EM']], [100, 230, 280], 112),
        ...line('Alpha with', 100, 124),
        ...rows([['', '81.2', '70.1']], [100, 230, 280], 129),
        ...line('retrieval', 100, 134),
        ...rows([['Beta', '82.4', '71.9']], [100, 230, 280], 150),
      ],
      horizontal: across(100, 300, 100, 115, 156),
    },
    facts: ['Alpha with retrieval | F1: 81.2', 'Alpha with retrieval | EM: 70.1', 'Beta | F1: 82.4', 'Beta | EM: 71.9'],
  },
  {
    name: 'columns set close together',
    drawn: {
      items: rows(
        [
          ['System', 'R@1', 'R@5', 'R@10'],
          ['Alpha', '41.20', '50.10', '60.75'],
          ['Beta', '42.40', '51.90', '61.25'],
        ],
        [100, 150, 178, 206],
        112,
      ),
      horizontal: across(100, 220, 100, 116, 142),
    },
    facts: [
      'Alpha | R@1: 41.20',
      'Alpha | R@5: 50.10',
      'Alpha | R@10: 60.75',
      'Beta | R@1: 42.40',
      'Beta | R@5: 51.90',
      'Beta | R@10: 61.25',
    ],
  },
  {
    name: 'a spread set small beside its value, and a footnote digit raised behind it',
    drawn: {
      items: [
        ...rows([['System', 'F1', 'EM']], [100, 200, 280], 112),
        ...line('Alpha', 100, 124),
        ...line('81.2', 190, 124),
        ...line('±0.3', 210, 125.5, { size: 7 }),
        ...line('70.1', 270, 124),
        ...line('2', 290, 120, { size: 7 }),
        ...rows([['Beta', '82.4', '71.9']], [100, 200, 280], 136),
      ],
      horizontal: RULED,
    },
    facts: FIRST_FACTS,
  },
];

for (const { name, drawn, facts: expected } of cases)
  test(`a table with ${name}`, () => {
    const tables = tablesOf(drawn);
    assert.equal(tables.length, 1);
    assert.deepEqual(facts(tables[0]), expected);
  });

test('a caption gives the label, whether it stands above or below', () => {
  for (const { drawn } of cases.slice(0, 3)) {
    const [table] = tablesOf(drawn);
    assert.equal(table?.label, 'Table 1');
    assert.equal(table?.caption, 'Table 1: Accuracy of the systems.');
  }
});

test('tables side by side have their own captions and rows', () => {
  const beside = (dx: number, number: number, value: string): PageItem[] => [
    ...line(`Table ${number}: Scores.`, 60 + dx, 90),
    ...rows(
      [
        ['System', 'F1'],
        ['Alpha', value],
        ['Beta', `1${value}`],
      ],
      [60 + dx, 160 + dx],
      112,
    ),
  ];
  const tables = tablesOf({
    items: [...beside(0, 1, '1.5'), ...beside(240, 2, '2.5')],
    horizontal: [...across(60, 180, 100, 116, 142), ...across(300, 420, 100, 116, 142)],
  });
  assert.deepEqual(
    tables.map((table) => [table.label, ...facts(table)]),
    [
      ['Table 1', 'Alpha | F1: 1.5', 'Beta | F1: 11.5'],
      ['Table 2', 'Alpha | F1: 2.5', 'Beta | F1: 12.5'],
    ],
  );
});

test('the signs of a cell are kept apart from its text, and so is bold', () => {
  const [table] = tablesOf({
    items: [
      ...rows([['System', 'F1', 'EM']], [100, 200, 280], 112),
      ...line('Alpha', 100, 124),
      ...line('81.2', 190, 124, { bold: true }),
      ...line('†', 210, 120, { size: 7 }),
      ...line('70.1', 270, 124),
      ...rows([['Beta', '82.4', '71.9']], [100, 200, 280], 136),
    ],
    horizontal: RULED,
  });
  const cell = table?.rows[0]?.cells[0];
  assert.deepEqual([cell?.text, cell?.notes, cell?.marks], ['81.2', ['†'], ['bold']]);
});

const PROSE = [
  'We train all systems on the same data for 10 epochs and report',
  'the mean of 3 runs; the best one reaches 82.4 points on the test',
  'set of 2,000 questions, which took 14 days to write and to check.',
];

const noTables: readonly { readonly name: string; readonly drawn: Drawn }[] = [
  {
    name: 'an algorithm between rules',
    drawn: {
      items: [
        ...line('Algorithm 1 Training', 100, 110),
        ...rows(
          [
            ['1:', 'for step 1 to 100 do'],
            ['2:', 'draw 32 examples'],
            ['3:', 'end for'],
          ],
          [100, 190],
          124,
        ),
      ],
      horizontal: across(100, 300, 100, 114, 152),
    },
  },
  { name: 'text in a frame', drawn: { items: lines(PROSE, 100, 112), horizontal: across(100, 425, 100, 142) } },
  {
    name: 'the axes of a figure',
    drawn: {
      items: [
        ...rows(
          [
            ['0.9', '', ''],
            ['0.8', 'Alpha', 'Beta'],
            ['0.7', '', ''],
            ['0', '10', '20'],
          ],
          [100, 160, 220],
          112,
        ),
        ...line('Figure 1: F1 over epochs.', 100, 170),
      ],
    },
  },
  {
    name: 'authors and their places',
    drawn: {
      items: [
        ...rows(
          [
            ['Ada Byron', 'Emil Berg', 'Ida Wolf'],
            ['Lab 12', 'Lab 14', 'Lab 16'],
            ['Bern', 'Graz', 'Linz'],
          ],
          [100, 260, 400],
          112,
        ),
      ],
    },
  },
  {
    name: 'equations and their numbers',
    drawn: {
      items: rows(
        [
          ['f(x) = ax + b', '(1)'],
          ['g(x) = cx + 2', '(2)'],
          ['h(x) = 3x + d', '(3)'],
        ],
        [150, 400],
        112,
      ),
    },
  },
  {
    name: 'a list of references',
    drawn: {
      items: rows(
        [
          ['[1]', 'A. Byron. On engines. 1843.'],
          ['[2]', 'E. Berg. On mills, pages 1 to 9. 1901.'],
          ['[3]', 'I. Wolf. On rivers. 1911.'],
        ],
        [100, 240],
        112,
      ),
    },
  },
];

for (const { name, drawn } of noTables)
  test(`no table is made of ${name}`, () => assert.deepEqual(tablesOf(drawn), []));
