import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentId, readSource } from '../../shared/engine/index.ts';
import {
  firstRows,
  type TableView,
  tableMarkdown,
  tablesPage,
  tableTsv,
  viewTable,
} from '../../shared/report/index.ts';

type View = TableView<{ readonly name: string }>;

function viewsOf(text: string, file = 'paper.md'): View[] {
  const { tables } = readSource(documentId(`/${file}`), text);
  return tables.map((table) => viewTable(table, ({ start, end }) => ({ name: text.slice(start, end).trim() })));
}

/** One line per row: its names, then each column's text; `.` where there is none. */
function drawn({ columns, rows }: View): string[] {
  return rows.map(({ header, cells }) => {
    const line = Array<string>(columns.length).fill('.');
    for (const { column, text } of cells) line[column] = text;
    return `${header.join(' › ')} | ${line.join(' | ')}`;
  });
}

const cases: readonly (readonly [name: string, source: string, lines: readonly string[]])[] = [
  [
    'what is missing stands where a number would',
    '| Model | CIDEr | BLEU |\n| --- | --- | --- |\n| A | – | 4.2 |\n| B | 7.1 | n/a |\n| C | 7.3 | |',
    ['A | – | 4.2', 'B | 7.1 | n/a', 'C | 7.3 | .'],
  ],
  [
    'a cell with values of two columns is shown in both',
    '| Model | One (Acc / Score) | Two |\n| --- | --- | --- |\n| A | 29.3/1.54 | 5.5 |\n| B | - | 6.5 |\n| C | 30.1/1.60 | - |',
    ['A | 29.3 | 1.54 | 5.5', 'B | - | . | 6.5', 'C | 30.1 | 1.60 | -'],
  ],
  [
    'a deviation stays with its value',
    '| Model | CIDEr | BLEU |\n| --- | --- | --- |\n| A | 71.9 ± 0.2 | 4.2 |\n| B | 64.2 ± 0.3 | 4.4 |',
    ['A | 71.9 ± 0.2 | 4.2', 'B | 64.2 ± 0.3 | 4.4'],
  ],
];

for (const [name, source, lines] of cases)
  test(`Tables are laid out: ${name}`, () => {
    const [view] = viewsOf(source);
    assert.deepEqual(view && drawn(view), lines);
  });

const NESTED = `<table><caption>Table 2: Results of two models</caption>
<thead><tr><th rowspan="2">Model</th><th colspan="2">Clips</th><th rowspan="2">Time (ms) ↓</th></tr>
<tr><th>CIDEr</th><th>BLEU</th></tr></thead>
<tbody><tr><td>Egret &amp; co</td><td><b>71.9</b></td><td>44.2</td><td>12</td></tr>
<tr><td>Heron</td><td>64.2</td><td>-</td><td>15</td></tr></tbody></table>`;

test('A header stands once over all its columns, and every header has its scope', () => {
  const page = pageOf(viewsOf(NESTED, 'paper.html'));
  const head = page.slice(page.indexOf('<thead>'), page.indexOf('</thead>'));
  assert.deepEqual(head.match(/<t[hd].*?<\/t[hd]>/g), [
    '<th scope="col" rowspan="2">Model</th>',
    '<th scope="colgroup" colspan="2">Clips</th>',
    '<th scope="col" rowspan="2">Time (ms) <small title="Less is better">↓</small></th>',
    '<th scope="col">CIDEr</th>',
    '<th scope="col">BLEU</th>',
  ]);
  assert.match(page, /<tr><th scope="row">Egret &amp; co<\/th><td><a id="t0-r0-c0"[^>]*><b>71\.9<\/b><\/a><\/td>/);
});

test('Text of a source does not become markup, and nothing runs but the page’s own script', () => {
  const [view] = viewsOf(NESTED, 'a.html');
  assert.ok(view);
  const evil = '"><img src=x onerror="y"></script><script>alert(1)</script>';
  const cells = [{ column: 0, width: 1, text: evil, marks: [], notes: [evil], place: { name: evil } }];
  const columns = [{ header: [evil, evil], unit: evil, direction: null }];
  const hostile = {
    ...view,
    caption: evil,
    stubs: [evil],
    columns,
    rows: [{ header: [evil], cells, unsure: true }],
    notes: [evil],
  };
  const page = pageOf([{ ...hostile, section: [evil], unclear: [evil], place: { name: evil } }], evil);
  assert.ok(page.includes(`content="default-src 'none'; style-src 'nonce-n0'; script-src 'nonce-n0'"`));
  assert.deepEqual(page.match(/<(?:script|style|img)[^>]*>/g), ['<style nonce="n0">', '<script nonce="n0">']);
  assert.equal(page.split('onerror=').length - 1, page.split('src=x onerror=&quot;y&quot;').length - 1);
  assert.ok(page.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
});

test('What was not understood is said of the source and under its table', () => {
  const [view] = viewsOf(NESTED, 'a.html');
  assert.ok(view);
  const page = pageOf([view, { ...view, notes: ['† ours'], unclear: ['Two rows <have> no name.'] }]);
  assert.match(page, /2 tables, 1 not understood in full/);
  assert.match(
    page,
    /<ul class="notes"><li>† ours<\/li><\/ul>\n<ul class="unclear"><li>.*Two rows &lt;have&gt; no name\./,
  );
  assert.match(pageOf([view]), /1 table, understood in full/);
  assert.match(pageOf([firstRows(view, 1)]), /<li>1 more row not shown and not searched; a copy has them\./);
  assert.match(pageOf([]), /no tables were found/);
});

test('Rows whose numbers may be those of another are marked, and no others', () => {
  const source = `| System | Pond | Lake |
|---|---|---|
| Reeds | 41.2 | 55.1 |
| Moss | 43.8 44.9 | 57.3 58.4 |
| Ferns Sand | 40.6 | 54.7 |
| Clay | 39.5 | 53.2 |
| Loam | 38.4 | 52.1 |
| Peat | 37.3 | 51.6 |
| Silt | 36.2 | 50.5 |`;
  const page = pageOf(viewsOf(source, 'paper.md'));
  const marked = [...page.matchAll(/<tr class="unsure"[^>]*><th scope="row">([^<]*)</g)].map(([, name]) => name);
  assert.deepEqual(marked, ['Reeds', 'Moss', 'Ferns Sand']);
  assert.match(page, /Numbers of several rows stand in one cell, as in “43\.8 44\.9”/);
});

test('The links of a page lead to the places of its cells, and no two have the same name', () => {
  const page = pageOf(viewsOf(NESTED, 'a.html'));
  const ids = [...page.matchAll(/ id="(t\d[^"]*)" href="#([^"]*)" data-place/g)];
  assert.ok(ids.every(([, id, target]) => id === target));
  assert.equal(new Set(ids.map(([, id]) => id)).size, 7);
  assert.match(page, /id="t0-r1-c2" href="#t0-r1-c2" data-place title="15"/);
});

test('A table is copied as tab-separated text and as a pipe table', () => {
  const [view] = viewsOf(NESTED, 'a.html');
  assert.ok(view);
  assert.equal(
    tableTsv(view),
    'Model\tClips › CIDEr\tClips › BLEU\tTime (ms)\nEgret & co\t71.9\t44.2\t12\nHeron\t64.2\t-\t15\n',
  );
  const lines = tableMarkdown(view).split('\n');
  assert.deepEqual(lines.slice(0, 3), [
    '| Model | Clips › CIDEr | Clips › BLEU | Time (ms) |',
    '| --- | ---: | ---: | ---: |',
    '| Egret \\& co | 71.9 | 44.2 | 12 |',
  ]);
  assert.equal(lines[5], 'Table 2: Results of two models');
});

function pageOf(tables: readonly View[], title = 'A paper'): string {
  return tablesPage({ key: 'doe2020', title, file: 'paper.md', tables, problems: [] }, 'n0');
}
