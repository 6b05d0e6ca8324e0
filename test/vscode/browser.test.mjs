// What a user sees and does, in the workbench of a real VS Code: problems, hover, quick fix, report. The pictures of
// each step are kept in out/screenshots/.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { findChromium, startBrowser } from '../../scripts/lib/chromium.mjs';
import { startVsCode } from '../../scripts/lib/vscodeServer.mjs';
import {
  hoverOver,
  openWorkbench,
  problemRow,
  quickFixMenu,
  runCommand,
  squiggles,
  webviewWith,
} from '../../scripts/lib/workbench.mjs';
import { picturedSteps } from './picturedSteps.mjs';
import { cannotRun, fixtureWorkspace, packedVsix } from './support.mjs';

const LIMIT = { skip: cannotRun(), timeout: 180_000 };

test('the extension in the workbench', LIMIT, async (t) => {
  const workspace = fixtureWorkspace(t);
  const draft = path.join(workspace, 'draft.md');
  const vscode = await startVsCode({ vsix: await packedVsix() });
  t.after(() => vscode.stop());
  const { browser, page } = await startBrowser(findChromium());
  t.after(() => browser.close());
  const { picture, step } = picturedSteps(t, page, 'failure');

  await openWorkbench(page, vscode, workspace, 'draft.md');

  await step('the wrong number is underlined and stands in the Problems panel', async () => {
    await squiggles(page, 'error').first().waitFor({ timeout: 40_000 });
    await problemRow(page, '64.9');
    await picture('1-problems');
  });

  await step('the hover on it shows the row of the table', async () => {
    const hover = await hoverOver(page, squiggles(page, 'error').first(), 'Birch');
    await picture('2-hover');
    assert.match(await hover.textContent(), /61\.2/);
    await page.keyboard.press('Escape');
  });

  await step('a quick fix replaces it, and the problem goes', async () => {
    const row = await problemRow(page, '64.9');
    await quickFixMenu(page, row, '61.2');
    await picture('3-quick-fix');
    await page.keyboard.press('Enter');
    await page.locator('.editor-instance .view-line', { hasText: '61.2' }).waitFor({ timeout: 20_000 });
    await row.waitFor({ state: 'detached', timeout: 20_000 });
    await page.keyboard.press('Control+S');
    await picture('4-fixed');
    await until(() => fs.readFileSync(draft, 'utf8').includes('CIDEr of 61.2 on Grove'));
  });

  await step('the library is searched in the list of the palette, which leads to the source', async () => {
    await runCommand(page, 'Grounded: Search Library');
    await page.locator('.quick-input-widget input').fill('hours of video');
    const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: '6,000 hours' }).first();
    await row.waitFor({ timeout: 20_000 });
    await picture('5-search');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'captions.md' }).waitFor({ timeout: 20_000 });
    await page.locator('.tab', { hasText: 'draft.md' }).first().click({ timeout: 5000 });
  });

  await step('the command opens the report as a rendered page', async () => {
    await runCommand(page, 'Grounded: Check Claims in This Document');
    const frame = await webviewWith(page, '28.1');
    await picture('6-report');
    assert.ok((await frame.locator('h1').count()) > 0, 'the report has a heading');
  });

  await step('a place in the report leads to the source', async () => {
    const frame = await webviewWith(page, '28.1');
    await frame.locator('a', { hasText: 'captions.md:' }).first().click({ timeout: 5000 });
    await page.locator('.tab.active', { hasText: 'captions.md' }).waitFor({ timeout: 20_000 });
    await picture('7-source');
  });

  await step('the tables of a source are searched by row, and a cell leads to its place', async () => {
    await runCommand(page, 'Grounded: Show Tables of Source');
    // The document in front is the source itself: it is on top of the list.
    const first = page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Captioning with Trees' }).first();
    await first.waitFor({ timeout: 20_000 });
    await page.keyboard.press('Enter');
    const frame = await searched(page, 'Results on the Grove benchmark', 'cedar cider');
    await frame.locator('#found', { hasText: '1 of 4 rows' }).waitFor({ timeout: 5000 });
    await picture('8-tables');
    assert.equal(await frame.locator('tbody tr:visible').count(), 1);
    await frame.getByRole('button', { name: 'Copy as TSV' }).click({ timeout: 5000 });
    await page.locator('.statusbar', { hasText: 'copied Table 1' }).waitFor({ timeout: 10_000 });
    await frame.locator('td a', { hasText: '63.3' }).click({ timeout: 5000 });
    await page.locator('.tab.active', { hasText: 'captions.md' }).waitFor({ timeout: 20_000 });
    await picture('9-cell');
  });
});

/** The web view with a text, its search box filled. The editor may swap the frame once while it loads. */
async function searched(page, text, words) {
  for (let left = 5; ; left -= 1) {
    const frame = await webviewWith(page, text);
    try {
      await frame.locator('#filter').fill(words, { timeout: 5000 });
      await frame.locator('#found', { hasText: ' of ' }).waitFor({ timeout: 5000 });
      return frame;
    } catch (error) {
      if (left === 0 || !/detached/.test(String(error))) throw error;
    }
  }
}

async function until(holds) {
  for (let left = 100; !holds(); left -= 1) {
    assert.ok(left > 0, 'the saved file has the value of the source');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
