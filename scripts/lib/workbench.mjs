// The hands of a user in the workbench of VS Code in a browser. Every step waits for what it needs, and asks again where
// VS Code drops a request while it is still starting.
import path from 'node:path';

/** Opens the workbench on a folder with one of its files in the editor. */
export async function openWorkbench(page, vscode, folder, file) {
  const url = new URL(vscode.url);
  url.searchParams.set('folder', folder);
  const remote = `vscode-remote://${vscode.url.host}${encodeURI(path.join(folder, file))}`;
  url.searchParams.set('payload', JSON.stringify([['openFile', remote]]));
  const answer = await page.goto(url.href, { waitUntil: 'commit' });
  if (!answer?.ok()) throw new Error(`The workbench answered ${answer?.status()}.`);
  await page.locator('.editor-instance .view-line').first().waitFor({ timeout: 60_000 });
}

/** The problems of this kind (`error`, `warning`, `info`) as drawn in the editor. */
export const squiggles = (page, kind) => page.locator(`.editor-instance .squiggly-${kind}`);

/** The row of the Problems panel with this text; opens the panel. */
export async function problemRow(page, text) {
  const panel = page.locator('.markers-panel');
  if (!(await panel.isVisible())) await page.keyboard.press('Control+Shift+M');
  const row = panel.locator('.monaco-list-row', { hasText: text }).first();
  await row.waitFor({ timeout: 20_000 });
  return row;
}

/** Points at an element of the editor until the hover has this text. */
export async function hoverOver(page, element, text) {
  const hover = page.locator('.monaco-hover:not(.hidden)', { hasText: text }).first();
  return again(6, async () => {
    const box = await element.boundingBox();
    await page.mouse.move(box.x + box.width + 200, box.y + 150);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 3, { steps: 8 });
    await hover.waitFor({ timeout: 4000 });
    return hover;
  });
}

/** Goes to a problem and opens the menu of its quick fixes; the item with this text is the one that Enter takes. */
export async function quickFixMenu(page, row, text) {
  await row.dblclick();
  await page.locator('.editor-instance .monaco-editor.focused').waitFor({ timeout: 20_000 });
  const item = page.locator('.action-widget .monaco-list-row', { hasText: text }).first();
  return again(8, async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    await item.waitFor({ timeout: 2500 });
    return item;
  });
}

/** Runs a command by its name in the palette. */
export async function runCommand(page, name) {
  const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: name }).first();
  await again(4, async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill(`>${name}`);
    await row.waitFor({ timeout: 5000 });
  });
  await page.keyboard.press('Enter');
}

/** Puts the cursor of the editor in front to a line and column, counted from 1. */
export async function goTo(page, line, column) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: 5000 });
}

/** The page of a webview, such as a Markdown preview, that shows this text. */
export async function webviewWith(page, text) {
  return again(100, async () => {
    for (const frame of page.frames().filter((one) => one !== page.mainFrame())) {
      if (
        (await frame
          .getByText(text)
          .count()
          .catch(() => 0)) > 0
      )
        return frame;
    }
    await page.waitForTimeout(150);
    throw new Error(`No webview shows "${text}".`);
  });
}

async function again(times, attempt) {
  for (let left = times - 1; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}
