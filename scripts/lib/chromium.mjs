// A Chromium to look at VS Code with: an installed one, else Debian's package.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { onPath } from './processes.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** An installed Chromium: the one that $CHROMIUM names, one on the PATH, or the usual application; or undefined. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') return fs.existsSync(named) ? named : onPath(named);
  return NAMES.map(onPath).find(Boolean) ?? APPLICATIONS.find((file) => fs.existsSync(file));
}

/** A Chromium, installed where that is possible: `{ chromium }`, or `{ missing }` with the reason and the mend. */
export function provideChromium() {
  const found = findChromium();
  if (found !== undefined) return { chromium: found };
  if (process.env.CHROMIUM) return { missing: `CHROMIUM names ${process.env.CHROMIUM}, which is not there.` };
  const mend = 'Install Chromium or Google Chrome, or name one in the environment variable CHROMIUM.';
  if (onPath('apt-get') === undefined) return { missing: `No Chromium is installed, and there is no apt-get. ${mend}` };
  if (process.getuid?.() !== 0) return { missing: `No Chromium is installed, and only root can install it. ${mend}` };
  console.log("Installing Debian's chromium (once) …");
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status, stderr } = spawnSync('apt-get', ['-q', ...args], { encoding: 'utf8', env });
    if (status !== 0) return { missing: `apt-get ${args[0]} failed: ${stderr.trim().split('\n').at(-1)} ${mend}` };
  }
  const installed = findChromium();
  return installed === undefined ? { missing: `Debian's chromium has no program. ${mend}` } : { chromium: installed };
}

/** A headless browser with one page of 1400 by 900, to which nothing but loopback answers. */
export async function startBrowser(chromium, { deviceScaleFactor = 1 } = {}) {
  const { chromium: driver } = await import('playwright-core');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];
  // Readers see the bars that things are scrolled with.
  const ignoreDefaultArgs = ['--hide-scrollbars'];
  const browser = await driver.launch({ executablePath: chromium, headless: true, args, ignoreDefaultArgs });
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: 'en-US',
    deviceScaleFactor,
  });
  const elsewhere = (url) => /^https?:$/.test(url.protocol) && !['127.0.0.1', 'localhost'].includes(url.hostname);
  await context.route(elsewhere, (route) => route.abort());
  return { browser, page: await context.newPage() };
}
