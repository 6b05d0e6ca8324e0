// What the extension shows, one function for each picture: it brings the workbench of VS Code to where the picture is
// taken. The drafts are the sample and those of pictureDrafts.mjs.
import { goTo, hoverOver, openWorkbench, problemRow, runCommand, squiggles, webviewWith } from './workbench.mjs';

/** The pictures by their names; each function is given the page and `open`, which opens a draft of the workspace. */
export const pictures = {
  async problems({ page, open }) {
    await open('draft.md', 'error');
    await problemRow(page, 'contradicted');
  },

  async reference({ page, open }) {
    await open('draft.md', 'error');
    const key = page.locator('.editor-instance .view-line span', { hasText: /^\W*zhang2025pretrained/ }).first();
    await hoverOver(page, key, 'Cited 7 times');
  },

  quickFixUndefined: (at) => quickFixes(at, 60, 55, 'Did you mean'),
  quickFixMisattributed: (at) => quickFixes(at, 34, 23, 'Cite @ahn2024tuning instead'),
  quickFixUncited: (at) => quickFixes(at, 27, 90, 'Cite @zhang2025pretrained'),
  quickFixUnsupported: (at) => quickFixes(at, 53, 31, 'Mark as own result'),

  async moveCitation({ page, open }) {
    await open('writing.md');
    await caretAt(page, 13, 29);
    await actionMenu(page, 'next to 79.5');
  },

  async completeCitation({ page, open }) {
    await open('writing.md');
    await caretBehind(page, 7);
    await page.keyboard.type(' [@', { delay: 60 });
    await suggestion(page, 'qin2025cockatiel');
  },

  async completeValue({ page, open }) {
    await open('writing.md');
    await caretBehind(page, 9);
    await page.keyboard.type(' ', { delay: 60 });
    await suggestion(page, '99.5');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-details', { hasText: 'VATEX' }).first().waitFor({ timeout: 8000 });
  },

  async completeLocator({ page, open }) {
    await open('writing.md');
    await caretBehind(page, 11);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(', ', { delay: 60 });
    await suggestion(page, 'Table 1');
  },

  async insertCitation({ page, open }) {
    await open('writing.md');
    await caretBehind(page, 7);
    await runCommand(page, 'Grounded: Insert Citation');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'qin2025cockatiel' }).waitFor();
  },

  async references({ page, open }) {
    await open('draft.md', 'error');
    await caretAt(page, 21, 40);
    await page.keyboard.press('Shift+Alt+F12');
    await page
      .getByText(/results in \d files/)
      .first()
      .waitFor({ timeout: 10_000 });
  },

  async rename({ page, open }) {
    await open('draft.md', 'error');
    await caretAt(page, 21, 40);
    await page.keyboard.press('F2');
    await page.locator('.rename-box').first().waitFor({ timeout: 10_000 });
  },

  async outline({ page, open }) {
    await open('draft.md', 'error');
    await caretAt(page, 21, 40);
    await page.keyboard.press('Control+Shift+O');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: '@ahn2024tuning' }).first().waitFor();
  },

  async latex({ page, open }) {
    await open('paper.tex', 'error');
    await problemRow(page, '45.3');
    await runCommand(page, 'Explorer: Focus on Outline View');
    await page.locator('.outline-pane .monaco-list-row', { hasText: 'Captions' }).first().waitFor();
  },

  async typst({ page, open }) {
    await open('paper.typ', 'error');
    await problemRow(page, '45.3');
  },

  async pdf({ page, open }) {
    await open('birds.md', 'error');
    await caretAt(page, 7, 27);
    await runCommand(page, 'Grounded: Show Source');
    const frame = await webviewWith(page, 'is marked on page 2');
    await frame.locator('.mark').waitFor({ timeout: 20_000 });
  },

  async tables({ page, open }) {
    await open('draft.md', 'error');
    await caretAt(page, 21, 40);
    await runCommand(page, 'Grounded: Show Tables of Source');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: '@zhang2025pretrained' }).first().waitFor();
    await page.keyboard.press('Enter');
    await webviewWith(page, 'understood in full');
  },

  async tablesWide({ page, open }) {
    await open('birds.md', 'error');
    await runCommand(page, 'Grounded: Show Tables of Source');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: '@' }).first().waitFor();
    await page.keyboard.type('Many measures');
    await page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'Many measures' }).waitFor();
    await page.keyboard.press('Enter');
    const frame = await webviewWith(page, 'Measure 24');
    await frame.locator('tbody tr:nth-child(20) td:nth-child(15) a').evaluate((cell) => cell.focus());
  },

  async tablesList({ page, open }) {
    await open('draft.md', 'error');
    await caretAt(page, 21, 40);
    await runCommand(page, 'Grounded: Show Tables of Source');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: '@zhang2025pretrained' }).first().waitFor();
  },

  async report({ page, open }) {
    await open('draft.md', 'error');
    await runCommand(page, 'Grounded: Check Claims in This Document');
    await webviewWith(page, 'Check of claims');
  },

  async explanation({ page, open }) {
    await open('draft.md', 'error');
    await caretAt(page, 21, 16);
    await runCommand(page, 'Grounded: Explain Claim at Cursor');
    await webviewWith(page, 'names heard');
  },

  async search({ page, open }) {
    await open('draft.md', 'error');
    await runCommand(page, 'Grounded: Search Library');
    await page.getByPlaceholder(/^Words of a passage/).fill('preferences');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: '40k' }).first().waitFor();
  },

  async status({ page, open }) {
    await open('draft.md', 'error');
    await page.locator('.statusbar-item[id="status.languageStatus"]').hover();
    await page
      .getByText(/\d+ sources, \d+ tables/)
      .first()
      .waitFor();
  },

  async walkthrough({ page, open }) {
    await open('draft.md', 'error');
    await runCommand(page, 'Welcome: Open Walkthrough');
    await page
      .locator('.quick-input-widget .monaco-list-row', { hasText: 'Get Started with Grounded' })
      .first()
      .waitFor();
    await page.keyboard.type('Grounded');
    await page.keyboard.press('Enter');
    await page.getByText('Say where your sources are').first().waitFor();
  },

  async settings({ page, open }) {
    await open('draft.md', 'error');
    await page.keyboard.press('Control+,');
    await page.locator('.settings-editor .monaco-editor').first().waitFor();
    await page.keyboard.type('@ext:grounded.grounded ');
    await page.getByText('Max File Size').first().waitFor({ timeout: 10_000 });
  },
};

/** Opens a draft as it is on disk, and waits for the first problem of this kind. */
export function opener(page, vscode, workspace) {
  return async (file, problem) => {
    await page.goto('about:blank');
    await openWorkbench(page, vscode, workspace, file);
    if (problem !== undefined) await squiggles(page, problem).first().waitFor({ timeout: 40_000 });
    else await page.waitForTimeout(4000);
  };
}

async function quickFixes({ page, open }, line, column, title) {
  await open('draft.md', 'error');
  await caretAt(page, line, column);
  await actionMenu(page, title);
}

/** Opens the menu of quick fixes and changes; VS Code drops the request while it is still starting. */
async function actionMenu(page, title) {
  const item = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  for (let left = 8; ; left -= 1) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    try {
      return await item.waitFor({ timeout: 2500 });
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

async function caretAt(page, line, column) {
  await page.locator('.editor-instance .view-line').nth(3).click();
  await goTo(page, line, column);
}

async function caretBehind(page, line) {
  await caretAt(page, line, 1);
  await page.keyboard.press('End');
}

async function suggestion(page, text) {
  await page
    .locator('.suggest-widget.visible .monaco-list-row', { hasText: text })
    .first()
    .waitFor({ timeout: 10_000 });
}
