import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PageItem, placeOf, readPagedDocument } from '../../../shared/engine/index.ts';
import { across, centred, line, page, rows } from './layout.ts';

const caption = line('Table 1: Accuracy of the systems.', 100, 90);
const ROWS = Array.from({ length: 6 }, (_, i) => [`System${i}`, `${81 + i}.2`, `${70 + i}.1`]);
const HEAD = ['System', 'F1', 'EM'];
const PLACES = [100, 200, 280];
const TOP = 72;
const onFirst = [...caption, ...rows([HEAD, ...ROWS.slice(0, 3)], PLACES, 112)];
const prose = 'Here is some prose that has nothing to do with any table.';

/** Two pages, the first of which ends with a table: how many rows each table has that is read from them. */
const continued: readonly (readonly [name: string, second: readonly PageItem[], rows: readonly number[]])[] = [
  ['columns in the same places go on', rows(ROWS.slice(3), PLACES, TOP), [6]],
  ['a repeated header is left out', rows([HEAD, ...ROWS.slice(3)], PLACES, TOP), [6]],
  [
    'a caption says that it goes on',
    [...line('Table 1 (continued)', 100, TOP), ...rows(ROWS.slice(3), PLACES, TOP + 20)],
    [6],
  ],
  ['a group row at the top', rows([['Closed'], ...ROWS.slice(3)], PLACES, TOP), [6]],
  [
    'a group row over the width at the top',
    [...centred('Systems that are closed and large', 200, TOP), ...rows(ROWS.slice(3), PLACES, TOP + 12)],
    [6],
  ],
  ['a group row above the repeated header', rows([['Closed'], HEAD, ...ROWS.slice(3)], PLACES, TOP), [6]],
  [
    'a group row above another header does not',
    rows([['Closed'], ['System', 'Recall', 'AUC'], ...ROWS.slice(3)], PLACES, TOP),
    [3, 3],
  ],
  ['other columns do not', rows(ROWS.slice(3), [100, 230, 330], TOP), [3, 3]],
  ['another header does not', rows([['System', 'Recall', 'Precision'], ...ROWS.slice(3)], PLACES, TOP), [3, 3]],
  [
    'another caption does not',
    [...line('Table 2: Results on other data.', 100, TOP), ...rows([HEAD, ...ROWS.slice(3)], PLACES, TOP + 20)],
    [3, 3],
  ],
  ['what prose parts does not', [...line(prose, 100, TOP), ...rows(ROWS.slice(3), PLACES, TOP + 40)], [3, 3]],
];

for (const [name, second, counts] of continued)
  test(`a table at the end of a page and the next: ${name}`, () => {
    const horizontal = across(100, 300, 100, 116, 152);
    const until = across(100, 300, TOP - 8, TOP + 90);
    const { tables, origin } = readPagedDocument([
      page({ items: onFirst, horizontal }, 1),
      page({ items: second, horizontal: until }, 2),
    ]);
    assert.deepEqual(
      tables.map((table) => table.rows.length),
      counts,
    );
    const last = tables.at(-1)?.rows.at(-1);
    assert.deepEqual([last?.header.at(-1)?.text, last?.cells[0]?.values[0]?.quantity.text], ['System5', '86.2']);
    const place = last && placeOf(origin, last.cells[0]?.span ?? { start: 0, end: 0 });
    assert.equal(place?.kind === 'page' && place.page, 2);
  });
