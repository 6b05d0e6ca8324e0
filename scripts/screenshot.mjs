// Takes the pictures of the documentation in a real VS Code (`npm run screenshot`): media/screenshot.png from the sample
// draft, media/pdf.png from a draft that cites a PDF.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadTypeScript } from './lib/bundling.mjs';
import { provideChromium, startBrowser } from './lib/chromium.mjs';
import { inRoot } from './lib/paths.mjs';
import { releaseAtExit } from './lib/processes.mjs';
import { provideDependencies, requireNode } from './lib/setup.mjs';
import { startVsCode } from './lib/vscodeServer.mjs';
import { goTo, hoverOver, openWorkbench, problemRow, runCommand, squiggles, webviewWith } from './lib/workbench.mjs';

/** The window has few pixels, so that the text can be read in the README. */
const SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 14,
  'editor.hover.above': false,
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'problems.sortOrder': 'position',
  'window.commandCenter': false,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code's own notation.
  'window.title': '${activeEditorShort}${separator}${rootName}',
  'workbench.activityBar.location': 'top',
  'workbench.layoutControl.enabled': false,
};

requireNode();
provideDependencies();
const { packVsix } = await import('./package.mjs');
const { chromium, missing } = provideChromium();
if (missing !== undefined) {
  console.error(missing);
  process.exit(1);
}
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'grounded-'));
releaseAtExit(() => fs.rmSync(folder, { recursive: true, force: true }));
const sample = path.join(folder, 'sample');
fs.cpSync(inRoot('seeds'), sample, { recursive: true });

const vscode = await startVsCode({ vsix: await packVsix(), settings: SETTINGS });
const { browser, page } = await startBrowser(chromium);
await openWorkbench(page, vscode, sample, 'draft.md');
const wrong = squiggles(page, 'error').first();
await wrong.waitFor({ timeout: 40_000 });
await problemRow(page, 'contradicted');
await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
await page.mouse.move(700, 572);
await page.mouse.down();
await page.mouse.move(700, 655, { steps: 5 });
await page.mouse.up();
await page.mouse.move(700, 300);
await scroll(4);
const hover = await hoverOver(page, wrong, 'Table 1');
// The hover begins with the message, which the Problems panel shows as well: on to the row of the table.
const box = await hover.boundingBox();
await page.mouse.move(box.x + box.width / 2, box.y + 60, { steps: 4 });
await scroll(1);
await page.waitForTimeout(1200);
await page.screenshot({ path: inRoot('media', 'screenshot.png') });
await pdfPicture();
await browser.close();
await vscode.stop();
console.log('Wrote media/screenshot.png and media/pdf.png. Look at them before you commit them.');
process.exit(0);

/** Turns the wheel: whatever the distance, one turn moves some three lines. */
async function scroll(turns) {
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, 100);
    await page.waitForTimeout(80);
  }
}

/** A cell of a PDF marked beside the sentence that speaks of it. */
async function pdfPicture() {
  const { birdsPdf } = await loadTypeScript('test/support/birdsPdf.ts');
  fs.writeFileSync(path.join(sample, 'birds.pdf'), birdsPdf());
  fs.writeFileSync(
    path.join(sample, 'birds.bib'),
    '@article{doe2020, title={A study of many birds}, year={2020}, file={birds.pdf}}\n',
  );
  const text = 'Heron reaches a CIDEr of 66.6 [@doe2020].';
  fs.writeFileSync(path.join(sample, 'birds.md'), `---\nbibliography: birds.bib\n---\n\n# Birds\n\n${text}\n`);
  await openWorkbench(page, vscode, sample, 'birds.md');
  await squiggles(page, 'error').first().waitFor({ timeout: 40_000 });
  await page.locator('.editor-instance .view-line', { hasText: 'Heron' }).click();
  await goTo(page, 7, text.indexOf('66.6') + 2);
  await runCommand(page, 'Grounded: Show Source');
  const frame = await webviewWith(page, 'is marked on page 2');
  await frame.locator('.mark').waitFor({ timeout: 20_000 });
  await page.waitForTimeout(2500);
  await page.screenshot({ path: inRoot('media', 'pdf.png') });
}
