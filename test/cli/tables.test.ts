import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderWith, grounded, papers } from './program.ts';

const folder = folderWith(papers);
const tables = (...args: string[]) => grounded(['tables', ...args], folder);

test('tables --format json has the shape of the contract', () => {
  const { status, stdout } = tables('--library', 'papers', '--format', 'json');
  assert.equal(status, 0);
  const { schema, documents } = JSON.parse(stdout);
  assert.equal(schema, 1);
  assert.equal(documents.length, 1);
  const [document] = documents;
  assert.deepEqual([document.path, document.source], ['papers/smith.md', 'smith2020']);
  const [table] = document.tables;
  assert.equal(table.label, 'Table 1');
  assert.match(table.caption, /Accuracy of two models/);
  assert.deepEqual(table.columns, [['GLUE'], ['SQuAD']]);
  const [alpha, beta] = table.rows;
  assert.deepEqual([alpha.header, beta.header], [['Alpha'], ['Beta']]);
  assert.deepEqual(alpha.cells[1].values, [{ value: 88.4, unit: null, decimals: 1, column: ['SQuAD'] }]);
  const source = papers['papers/smith.md'];
  assert.equal(source.slice(alpha.cells[1].start, alpha.cells[1].end).trim(), '88.4');
  assert.match(source.slice(table.start, table.end), /\| Alpha \|[\s\S]*90\.2/);
});

test('tables of one file, as text, CSV and Markdown', () => {
  assert.match(tables('papers/smith.md').stdout, /Table 1: Accuracy[\s\S]*GLUE +SQuAD\nAlpha +71\.9 +88\.4\n/);
  assert.match(
    tables('papers/smith.md', '--format', 'csv').stdout,
    /^document,source,table,row,column,text,value,unit,place,unclear\r\npapers\/smith\.md,smith2020,Table 1,Alpha,GLUE,71\.9,71\.9,,papers\/smith\.md:7:1,\r\n/,
  );
  assert.match(tables('papers', '--format', 'markdown').stdout, /\n\| Beta \| 65\.3 \| 90\.2 \|\n/);
});
