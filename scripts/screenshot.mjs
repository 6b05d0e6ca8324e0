// Takes pictures of the extension in a real VS Code, to be looked at.
//
//   npm run screenshot                    those of the documentation: media/screenshot.png and media/pdf.png
//   npm run screenshot -- all             every view, into out/screenshots/light
//   npm run screenshot -- NAME…           some of them, by their names in scripts/lib/pictures.mjs
//
// With --dark, --contrast or --contrast-light they are taken in that theme, into the folder of its name.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadTypeScript } from './lib/bundling.mjs';
import { provideChromium, startBrowser } from './lib/chromium.mjs';
import { inRoot } from './lib/paths.mjs';
import { pictureDrafts } from './lib/pictureDrafts.mjs';
import { opener, pictures } from './lib/pictures.mjs';
import { releaseAtExit } from './lib/processes.mjs';
import { provideDependencies, requireNode } from './lib/setup.mjs';
import { startVsCode } from './lib/vscodeServer.mjs';
import { hoverOver, problemRow, runCommand, squiggles } from './lib/workbench.mjs';

const THEMES = {
  light: {},
  dark: { 'workbench.colorTheme': 'Default Dark Modern' },
  contrast: { 'workbench.colorTheme': 'Default High Contrast' },
  'contrast-light': { 'workbench.colorTheme': 'Default High Contrast Light' },
};
const theme = Object.keys(THEMES).find((name) => process.argv.includes(`--${name}`)) ?? 'light';
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = named.filter((name) => name !== 'all' && !(name in pictures));
if (unknown.length > 0) {
  console.error(`No picture is named ${unknown.join(', ')}; there are ${Object.keys(pictures).join(', ')}.`);
  process.exit(2);
}

/** The window has few pixels, so that the text can be read in the README. */
const SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 14,
  'editor.hover.above': false,
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'files.hotExit': 'off',
  'problems.sortOrder': 'position',
  'window.commandCenter': false,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code's own notation.
  'window.title': '${activeEditorShort}${separator}${rootName}',
  'workbench.activityBar.location': 'top',
  'workbench.layoutControl.enabled': false,
  ...THEMES[theme],
};

requireNode();
provideDependencies();
const { packVsix } = await import('./package.mjs');
const { chromium, missing } = provideChromium();
if (missing !== undefined) {
  console.error(missing);
  process.exit(1);
}
const workspace = await sampleWorkspace();
const vscode = await startVsCode({ vsix: await packVsix(), settings: SETTINGS });
const { browser, page } = await startBrowser(chromium);
const open = opener(page, vscode, workspace);
const failed = named.length === 0 ? await ofDocumentation() : await ofViews();
await browser.close();
await vscode.stop();
process.exit(failed > 0 ? 1 : 0);

/** The sample library with a PDF, and drafts that show more than the sample's own. */
async function sampleWorkspace() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'grounded-'));
  releaseAtExit(() => fs.rmSync(folder, { recursive: true, force: true }));
  const sample = path.join(folder, 'sample');
  fs.cpSync(inRoot('seeds'), sample, { recursive: true });
  const { birdsPdf } = await loadTypeScript('test/support/birdsPdf.ts');
  fs.writeFileSync(path.join(sample, 'birds.pdf'), birdsPdf());
  fs.appendFileSync(
    path.join(sample, 'references.bib'),
    `
@article{doe2020, title={A study of many birds}, author={Doe, Jane}, year={2020}, journal={Birds}, file={birds.pdf}}
@article{roe2021, title={Many measures of many birds}, author={Roe, Al}, year={2021}, journal={Birds}, file={measures.md}}
`,
  );
  for (const [file, text] of Object.entries(pictureDrafts)) fs.writeFileSync(path.join(sample, file), text);
  return sample;
}

async function ofViews() {
  const folder = inRoot('out', 'screenshots', theme);
  fs.mkdirSync(folder, { recursive: true });
  let failures = 0;
  for (const name of named.includes('all') ? Object.keys(pictures) : named) {
    let file = path.join(folder, `${name}.png`);
    try {
      await pictures[name]({ page, open });
      await page.waitForTimeout(1200);
    } catch (error) {
      failures += 1;
      file = path.join(folder, `failure-${name}.png`);
      console.error(`${name}: ${error.message}`);
    }
    await page.screenshot({ path: file });
  }
  console.log(`The pictures are in ${path.relative(process.cwd(), folder)}. Look at them.`);
  return failures;
}

async function ofDocumentation() {
  await open('draft.md', 'error');
  await problemRow(page, 'contradicted');
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await page.mouse.move(700, 572);
  await page.mouse.down();
  await page.mouse.move(700, 655, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(700, 300);
  await scroll(4);
  const hover = await hoverOver(page, squiggles(page, 'error').first(), 'Table 1');
  // The hover begins with the message, which the Problems panel shows as well: on to the row of the table.
  const box = await hover.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 60, { steps: 4 });
  await scroll(1);
  await page.waitForTimeout(1200);
  await page.screenshot({ path: inRoot('media', 'screenshot.png') });

  await pictures.pdf({ page, open });
  await page.waitForTimeout(2500);
  await page.screenshot({ path: inRoot('media', 'pdf.png') });
  console.log('Wrote media/screenshot.png and media/pdf.png. Look at them before you commit them.');
  return 0;
}

/** Turns the wheel: whatever the distance, one turn moves some three lines. */
async function scroll(turns) {
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, 100);
    await page.waitForTimeout(80);
  }
}
