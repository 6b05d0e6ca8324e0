// The page of tables in a real browser: what names the rows and columns stays in view while a wide table is scrolled.
import assert from 'node:assert/strict';
import test from 'node:test';
import { loadTypeScript } from '../../scripts/lib/bundling.mjs';
import { findChromium, startBrowser } from '../../scripts/lib/chromium.mjs';
import { cannotRun } from './support.mjs';

test('the page of tables', { skip: cannotRun(), timeout: 60_000 }, async (t) => {
  const { tablesPage } = await loadTypeScript('shared/report/index.ts');
  const { browser, page } = await startBrowser(findChromium());
  t.after(() => browser.close());
  await page.setViewportSize({ width: 700, height: 600 });
  await page.setContent(
    tablesPage({ key: 'k', title: 'T', file: 'f.md', problems: [], tables: [wideTable(30, 60)] }, 'n'),
  );
  const region = page.getByRole('region', { name: 'Table 1: Scores' });
  const name = page.getByRole('rowheader', { name: 'Model 1', exact: true });
  const header = page.getByRole('columnheader', { name: 'Measure 1', exact: true });
  const corner = page.getByRole('columnheader', { name: 'Models' });

  await t.test('it fits, and shows the bars that it is scrolled with', async () => {
    const { bars, overflow } = await region.evaluate((box) => ({
      bars: [box.offsetWidth - box.clientWidth, box.offsetHeight - box.clientHeight],
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    assert.ok(
      bars.every((size) => size >= 8),
      `bars of ${bars} pixels`,
    );
    assert.equal(overflow, 0);
  });

  await t.test('it is scrolled by the keys', async () => {
    await region.focus();
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('ArrowRight');
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => {
      const { scrollLeft, scrollTop } = document.querySelector('.scroll');
      return scrollLeft > 100 && scrollTop > 100;
    });
  });

  await t.test('the header row and the first column stay in view', async () => {
    const before = await Promise.all([boxOf(name), boxOf(header), boxOf(corner), boxOf(region)]);
    await region.evaluate((box) => box.scrollBy(300, 200));
    const after = await Promise.all([boxOf(name), boxOf(header), boxOf(corner)]);
    const [rowBefore, columnBefore, cornerBefore, { x, y }] = before;
    const [row, column, corners] = after;
    assert.deepEqual([row.x, row.y], [x, rowBefore.y - 200]);
    assert.deepEqual([column.x, column.y], [columnBefore.x - 300, y]);
    assert.deepEqual([corners, cornerBefore], [cornerBefore, { ...cornerBefore, x, y }]);
  });

  await t.test('what lies over other cells hides them', async () => {
    const colours = await page
      .locator('thead th, tbody th')
      .evaluateAll((cells) => [...new Set(cells.map((cell) => getComputedStyle(cell).backgroundColor))]);
    assert.deepEqual(
      colours.filter((colour) => /rgba\(.*, 0?\.?\d*\)|transparent/.test(colour)),
      [],
    );
  });

  await t.test('a cell that the keys lead to is not below them', async () => {
    await page.locator('#t0-r30-c12').focus();
    for (const key of [...Array(12).fill('ArrowLeft'), ...Array(28).fill('ArrowUp')]) {
      await page.keyboard.press(key);
      const [cell, over] = await Promise.all([boxOf(page.locator(':focus')), boxOf(corner)]);
      const shown = `${key}: ${JSON.stringify({ cell, over })}`;
      assert.ok(cell.x >= over.x + over.width && cell.y >= over.y + over.height, shown);
    }
    assert.equal(await page.locator(':focus').getAttribute('id'), 't0-r2-c0');
  });
});

const boxOf = (element) => element.boundingBox();

function wideTable(columns, rows) {
  const cells = Array.from({ length: columns }, (_, column) => {
    return { column, width: 1, text: `${column}.5`, marks: [], notes: [], place: { name: `f.md:${column}` } };
  });
  return {
    label: 'Table 1',
    caption: 'Table 1: Scores',
    section: [],
    stubs: ['Models'],
    columns: cells.map(({ column }) => ({ header: [`Measure ${column + 1}`], unit: null, direction: null })),
    rows: Array.from({ length: rows }, (_, r) => ({ header: [`Model ${r + 1}`], cells })),
    rowsLeftOut: 0,
    notes: [],
    unclear: [],
    place: { name: 'f.md:1' },
  };
}
