// From a draft into a PDF, in the workbench of a real VS Code: Show Source, go to definition, links in hovers and problems,
// and the tables open it at the page, with the cell marked. The PDF lies outside of the workspace, in a folder whose name
// has to be escaped. Pictures are kept in out/screenshots/.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { loadTypeScript } from '../../scripts/lib/bundling.mjs';
import { findChromium, startBrowser } from '../../scripts/lib/chromium.mjs';
import { startVsCode } from '../../scripts/lib/vscodeServer.mjs';
import {
  goTo,
  hoverOver,
  openWorkbench,
  problemRow,
  runCommand,
  squiggles,
  webviewWith,
} from '../../scripts/lib/workbench.mjs';
import { picturedSteps } from './picturedSteps.mjs';
import { cannotRun, fixtureWorkspace, packedVsix } from './support.mjs';

const DRAFT = `---
bibliography: ../else where (100%)/refs.bib
---

Heron reaches a CIDEr of 66.6 [@doe2020].

Wren reaches a METEOR of 28.8 [@doe2020].
`;
const REFERENCES = '@article{doe2020, title={A study of many birds}, year={2020}, file={birds.pdf}}\n';

test('places in a PDF', { skip: cannotRun(), timeout: 180_000 }, async (t) => {
  const { birdsPdf } = await loadTypeScript('test/vscode/pdf/parts.ts');
  const workspace = fixtureWorkspace(t);
  const elsewhere = path.join(workspace, '..', 'else where (100%)');
  fs.mkdirSync(elsewhere);
  fs.writeFileSync(path.join(elsewhere, 'birds.pdf'), birdsPdf());
  fs.writeFileSync(path.join(elsewhere, 'refs.bib'), REFERENCES);
  fs.writeFileSync(path.join(workspace, 'birds.md'), DRAFT);
  const vscode = await startVsCode({ vsix: await packedVsix() });
  t.after(() => vscode.stop());
  const { browser, page } = await startBrowser(findChromium());
  t.after(() => browser.close());
  const { picture, step } = picturedSteps(t, page, 'failure-pdf');
  const tabs = page.locator('.tab', { hasText: 'birds.pdf' });
  const marked = (text) => markedIn(page, text);
  const backToDraft = async () => {
    await page.locator('.tab', { hasText: 'birds.md' }).first().click({ timeout: 5000 });
    await page.locator('.editor-instance .monaco-editor.focused').waitFor({ timeout: 5000 });
  };

  await openWorkbench(page, vscode, workspace, 'birds.md');
  await squiggles(page, 'error').first().waitFor({ timeout: 40_000 });

  await step('Show Source opens the PDF beside the draft, at the page, with the cell marked', async () => {
    await backToDraft();
    await goTo(page, 5, 27);
    await runCommand(page, 'Grounded: Show Source');
    await marked('64.2');
    await picture('10-pdf');
    assert.equal(await page.locator('.editor-group-container').count(), 2);
  });

  await step('a second place is shown in the same tab', async () => {
    await backToDraft();
    await goTo(page, 7, 27);
    await runCommand(page, 'Grounded: Show Source');
    await marked('28.8');
    assert.equal(await tabs.count(), 1);
  });

  await step('so is where go to definition leads', async () => {
    await backToDraft();
    await goTo(page, 5, 27);
    await page.keyboard.press('F12');
    await marked('64.2');
    await picture('11-pdf-definition');
    await page.waitForTimeout(500);
    assert.equal(await tabs.count(), 1);
    await page
      .locator('.editor-group-container.active .tab.active', { hasText: 'birds.pdf' })
      .waitFor({ timeout: 5000 });
  });

  await step('go to definition opens the PDF where it is not open', async () => {
    await tabs
      .first()
      .getByRole('button', { name: /^Close/ })
      .click({ timeout: 5000 });
    await tabs.first().waitFor({ state: 'detached', timeout: 5000 });
    await backToDraft();
    await goTo(page, 7, 27);
    await page.keyboard.press('F12');
    await marked('28.8');
    await page.waitForTimeout(500);
    assert.equal(await tabs.count(), 1);
  });

  await step('a link in a hover leads to the place', async () => {
    await backToDraft();
    const hover = await hoverOver(page, squiggles(page, 'error').first(), 'Table 2, page 2');
    await picture('11-pdf-hover');
    await hover.locator('a', { hasText: 'Table 2, page 2' }).click({ timeout: 5000 });
    await marked('64.2');
    assert.equal(await tabs.count(), 1);
  });

  await step('so does what the Problems panel has below a problem', async () => {
    await backToDraft();
    await goTo(page, 7, 27);
    await page.keyboard.press('F12');
    await marked('28.8');
    await problemRow(page, '66.6');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'page 2, Table 2' }).first().dblclick();
    await marked('64.2');
    await page.waitForTimeout(500);
    assert.equal(await tabs.count(), 1);
    await picture('11-pdf-problems');
  });

  await step('a cell of the tables leads to its place', async () => {
    await runCommand(page, 'Grounded: Show Tables of Source');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'many birds' }).first().waitFor();
    await page.keyboard.press('Enter');
    await clickCell(page, '30.4');
    await marked('30.4');
    assert.equal(await tabs.count(), 1);
    await picture('12-pdf-from-tables');
  });
});

/** Clicks a cell in the page of tables. The editor may swap the frame once while it loads. */
async function clickCell(page, text) {
  for (let left = 5; ; left -= 1) {
    try {
      const frame = await webviewWith(page, 'understood in full');
      return await frame.locator('td a', { hasText: text }).click({ timeout: 5000 });
    } catch (error) {
      if (left === 0 || !/detached/.test(String(error))) throw error;
    }
  }
}

/** Waits until the mark is read out; then it is drawn, once. */
async function markedIn(page, text) {
  for (let left = 100; ; left -= 1) {
    for (const frame of page.frames()) {
      const said = await frame
        .locator('#said')
        .textContent({ timeout: 100 })
        .catch(() => '');
      if (!said.includes(`“${text}” is marked on page 2 of 3`)) continue;
      assert.equal(await frame.locator('.mark').count(), 1);
      return frame;
    }
    assert.ok(left > 0, `${text} is marked`);
    await page.waitForTimeout(100);
  }
}
