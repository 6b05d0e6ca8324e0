import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource } from '../../../shared/engine/documents/reader.ts';
import { isSource } from '../../../shared/engine/documents/readers.ts';
import { sentences, slicesOfValues, values } from './shown.ts';

const HTML = [
  '<div>\n',
  '<style scoped>.dataframe { width: 77.7px }</style>\n',
  '<table border="1" class="dataframe">\n',
  '<thead><tr style="text-align: right;"><th></th><th>Acc “top”</th><th>F1</th></tr></thead>\n',
  '<tbody><tr><th>Heron</th><td style="x">64.2</td><td>1.5</td></tr>\n',
  '<tr><th>Robin</th><td>59.3</td><td>2.5</td></tr></tbody>\n',
  '</table>\n</div>',
];

const FRAME = '          Acc    F1\nHeron    64.2   1.5\nRed fox  59.3  12.5\n';
const REPORT = '           precision  support\n\n   Heron       0.97      100\n   Robin       0.91      120\n';

const NOTEBOOK = JSON.stringify(
  {
    cells: [
      {
        cell_type: 'markdown',
        source: [
          '# A study of "things"\n',
          '\n',
          'We reach 76.4\u00a0% \\\\ on Birds.\n',
          '\n',
          '| Model | Acc |\n',
          '|---|---|\n',
          '| Owl "x" | 31.5 |\n',
          '| Wren | 32.5 |',
        ],
      },
      {
        cell_type: 'code',
        source: 'print(88.8)',
        outputs: [
          { output_type: 'display_data', data: { 'image/png': 'iVBORw0KGgo99.9', 'text/plain': ['<Figure size 1>'] } },
          { output_type: 'execute_result', data: { 'text/html': HTML, 'text/plain': FRAME } },
          { output_type: 'execute_result', data: { 'text/plain': FRAME.split(/(?<=\n)/) } },
          { output_type: 'stream', name: 'stdout', text: REPORT },
          { output_type: 'stream', name: 'stdout', text: 'Epoch 1, loss 0.5\nEpoch 2, loss 0.4\n' },
        ],
      },
    ],
    metadata: {},
    nbformat: 4,
  },
  null,
  1,
);

test('notebooks: prose of Markdown cells, without code and pictures', () => {
  assert.deepEqual(sentences('x.ipynb', NOTEBOOK), [
    'heading [A study of "things"] A study of "things"',
    'sentence [A study of "things"] We reach 76.4 % \\\\ on Birds.',
  ]);
  const [, passage] = readSource('x.ipynb', NOTEBOOK).passages;
  assert.equal(NOTEBOOK.slice(passage?.span.start, passage?.span.end), 'We reach 76.4\u00a0% \\\\\\\\ on Birds.');
});

test('notebooks: tables of Markdown, HTML and text, found again in the file', () => {
  const { tables, problems } = readSource('x.ipynb', NOTEBOOK);
  assert.deepEqual(problems, []);
  assert.deepEqual(tables.map(values), [
    ['Owl "x" | Acc | 31.5', 'Wren | Acc | 32.5'],
    ['Heron | Acc “top” | 64.2', 'Heron | F1 | 1.5', 'Robin | Acc “top” | 59.3', 'Robin | F1 | 2.5'],
    ['Heron | Acc | 64.2', 'Heron | F1 | 1.5', 'Red fox | Acc | 59.3', 'Red fox | F1 | 12.5'],
    ['Heron | precision | 0.97', 'Heron | support | 100', 'Robin | precision | 0.91', 'Robin | support | 120'],
  ]);
  for (const table of tables)
    assert.deepEqual(
      slicesOfValues(NOTEBOOK, table),
      values(table).map((value) => value.split(' | ').at(-1)),
    );
});

test('notebooks: a file that is cut off is one problem, JSON of another kind is no source', () => {
  for (const text of [NOTEBOOK.slice(0, 500), '{"cells": 5}', '{"cells": ["x'])
    assert.deepEqual(
      readSource('x.ipynb', text).problems.map(({ code }) => code),
      ['source-unreadable'],
      text,
    );
  assert.equal(isSource('x.ipynb', NOTEBOOK.slice(0, 500)), true);
  assert.equal(isSource('x.ipynb', '{"name": "x"}'), false);
  assert.deepEqual(
    readSource('x.ipynb', `{"cells": ${'['.repeat(200_000)}`).problems.map(({ code }) => code),
    ['source-unreadable'],
  );
});
