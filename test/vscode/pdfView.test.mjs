// The page that shows a PDF, in a real browser: the mark lies on what it marks, whatever way the page is put.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { loadTypeScript } from '../../scripts/lib/bundling.mjs';
import { findChromium, startBrowser } from '../../scripts/lib/chromium.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { openPage, sendFile, sendMark, servePage } from './pdf/view.mjs';
import { cannotRun, packedVsix } from './support.mjs';

test('the page for PDFs', { skip: cannotRun(), timeout: 120_000 }, async (t) => {
  await packedVsix(); // with it comes dist/pdf
  const { pdfPage, birdsPdf, setups, markOn, cjkPdf, scripts, textOf } =
    await loadTypeScript('test/vscode/pdf/parts.ts');
  const server = await servePage(pdfPage, 'birds.pdf');
  t.after(() => server.stop());
  const { browser, page: first } = await startBrowser(findChromium(), { deviceScaleFactor: 2 });
  t.after(() => browser.close());
  const pictures = inRoot('out', 'screenshots');
  fs.mkdirSync(pictures, { recursive: true });

  /** A fresh page with the table's number 58.7 marked. */
  async function opened(bytes) {
    const page = await first.context().newPage();
    const problems = await openPage(page, server.url);
    await sendFile(page, bytes, await markOn(bytes, '58.7'));
    await page.locator('.textLayer', { hasText: '58.7' }).waitFor({ timeout: 20_000 });
    return { page, problems };
  }

  for (const [name, setup] of setups) {
    await t.test(`the mark lies on the cell of a page that is ${name}`, async () => {
      const { page, problems } = await opened(birdsPdf(setup));
      await liesOn(page, '58.7');
      assert.ok(await isInView(page, page.locator('.mark')), 'the mark is in view');
      await page.screenshot({ path: path.join(pictures, `pdf-${name.replaceAll(' ', '-')}.png`) });
      assert.deepEqual(problems, []);
      await page.close();
    });
  }

  await t.test('a second place takes the place of the first, and is read out', async () => {
    const bytes = birdsPdf();
    const { page } = await opened(bytes);
    const said = page.getByRole('status').filter({ hasText: 'marked' });
    assert.equal(await said.textContent(), '“58.7” is marked on page 2 of 3.');
    await sendMark(page, await markOn(bytes, '31.9'));
    await page.locator('#said', { hasText: '31.9' }).waitFor({ timeout: 5000 });
    await liesOn(page, '31.9');
    await page.close();
  });

  await t.test('it is used with the keys, and says where one is', async () => {
    const { page, problems } = await opened(birdsPdf());
    assert.equal(await page.evaluate(() => document.activeElement.id), 'pages');
    const number = page.getByRole('textbox', { name: 'Page 2 of 3' });
    await number.waitFor({ timeout: 5000 });
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Page 3 of 3' }).waitFor({ timeout: 5000 });
    const before = await zoomOf(page);
    await page.keyboard.press('+');
    assert.ok((await zoomOf(page)) > before, 'larger');
    await page.keyboard.press('m');
    assert.ok(await isInView(page, page.locator('.mark')), 'back at the mark');
    await page.locator('.textLayer', { hasText: '58.7' }).waitFor({ timeout: 20_000 });
    await liesOn(page, '58.7');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('birds of the lake');
    await page.locator('#found', { hasText: '1 of 1' }).waitFor({ timeout: 10_000 });
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'pages');
    assert.deepEqual(problems, []);
    await page.close();
  });

  await t.test('a page that comes back from the background is where it was', async () => {
    const bytes = birdsPdf();
    const { page } = await opened(bytes);
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Page 3 of 3' }).waitFor({ timeout: 5000 });
    await page.waitForTimeout(300);
    await page.reload();
    await page.locator('html[data-ready=yes]').waitFor({ timeout: 10_000 });
    await sendFile(page, bytes, await markOn(bytes, '58.7'));
    await page.getByRole('textbox', { name: 'Page 3 of 3' }).waitFor({ timeout: 10_000 });
    assert.equal(await page.locator('.mark').count(), 1);
    await page.close();
  });

  await t.test('pages out of sight are not drawn', async () => {
    const { page } = await opened(birdsPdf());
    assert.ok((await page.locator('.page canvas').count()) <= 3);
    const ratio = await page.evaluate(() => {
      const canvas = document.querySelector('.page[data-page-number="2"] canvas');
      return canvas.width / canvas.getBoundingClientRect().width;
    });
    assert.ok(Math.abs(ratio - 2) < 0.02, `drawn for a screen of double density: ${ratio}`);
    await page.close();
  });

  await t.test('the tools stand in one row where there is little room', async () => {
    const { page } = await opened(birdsPdf());
    const wide = (await page.locator('#tools').boundingBox()).height;
    await page.setViewportSize({ width: 400, height: 700 });
    const outside = () =>
      page.locator('#tools > *, #tools input, #tools button').evaluateAll((all) =>
        all
          .map((one) => [one.id || one.className, one.getBoundingClientRect()])
          .filter(([, { width, left, right }]) => width > 0 && (left < 0 || right > 400))
          .map(([name]) => name),
      );
    const holds = async (name) => {
      await page.screenshot({ path: path.join(pictures, `pdf-narrow-${name}.png`) });
      assert.equal((await page.locator('#tools').boundingBox()).height, wide, name);
      assert.deepEqual(await outside(), [], name);
    };
    await holds('at-rest');
    for (const name of ['Back to the marked place', 'Zoom in', 'Next page'])
      await page.getByRole('button', { name }).click({ timeout: 5000 });
    await page.getByRole('searchbox', { name: 'Find in the PDF' }).fill('of birds in the wild');
    await page.locator('#found', { hasText: ' of 52' }).waitFor({ timeout: 10_000 });
    await holds('searching');
    assert.ok((await page.locator('#find').boundingBox()).width > 60, 'what is searched can be read');
    await page.close();
  });

  await t.test('text in a font that names a character map is text', async () => {
    const [script] = scripts;
    const page = await first.context().newPage();
    const problems = await openPage(page, server.url);
    await sendFile(page, cjkPdf(script));
    await page.locator('.textLayer', { hasText: textOf(script, 'heron') }).waitFor({ timeout: 20_000 });
    assert.deepEqual(problems, []);
    await page.close();
  });

  await t.test('a file that is no PDF is named as such', async () => {
    const page = await first.context().newPage();
    await openPage(page, server.url);
    await sendFile(page, Buffer.from('<html>Please log in</html>'));
    await page.getByRole('alert').filter({ hasText: 'cannot be shown' }).waitFor({ timeout: 10_000 });
    await page.close();
  });
});

/** The mark holds the text as the library's own text layer places it, and little more. */
async function liesOn(page, text) {
  const printed = await page.locator('.textLayer span', { hasText: text }).last().boundingBox();
  const mark = await page.locator('.mark').boundingBox();
  const shown = JSON.stringify({ printed, mark });
  for (const side of ['x', 'y']) {
    const size = side === 'x' ? 'width' : 'height';
    const middle = (box) => box[side] + box[size] / 2;
    assert.ok(Math.abs(middle(printed) - middle(mark)) < 4, `${text}: ${shown}`);
    assert.ok(mark[size] < 2 * printed[size], `${text}: ${shown}`);
  }
}

async function isInView(page, element) {
  const inner = await element.boundingBox();
  const outer = await page.locator('#pages').boundingBox();
  return inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;
}

const zoomOf = async (page) => Number.parseInt(await page.locator('#zoom').textContent(), 10);
