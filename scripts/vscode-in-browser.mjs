#!/usr/bin/env node
// Takes the arguments of the desktop's `code` that run a test suite in its extension host, and runs it in the VS Code
// of .vscode-real/ with a headless Chromium in place of the desktop. Leaves with the suite's exit status, or 3 where
// there was no result. `GROUNDED_VSIX` is installed first; `GROUNDED_LOGS` is the folder for what is left of a failure.
import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { provideChromium, startBrowser } from './lib/chromium.mjs';
import { startVsCode } from './lib/vscodeServer.mjs';

const LIMIT_MS = 150_000;

const argument = (name) => process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
const folder = process.argv.slice(2).find((one) => !one.startsWith('-'));
const logs = process.env.GROUNDED_LOGS;
const lines = [];

const { chromium, missing } = provideChromium();
if (missing !== undefined) {
  console.error(missing);
  process.exit(3);
}
// The server passes its environment on to the extension host: so the suite learns where to report.
const report = process.env.GROUNDED_SUITE_REPORT;
const vscode = await startVsCode({
  vsix: process.env.GROUNDED_VSIX,
  driven: true,
  env: report === undefined ? {} : { GROUNDED_SUITE_REPORT: report },
});
const { browser, page } = await startBrowser(chromium);
const status = await suite().catch((error) => {
  lines.push(`${error.stack}`);
  return 3;
});
if (status !== 0 && logs !== undefined) {
  fs.mkdirSync(logs, { recursive: true });
  fs.writeFileSync(path.join(logs, 'console.log'), `${lines.join('\n')}\n`);
  await page.screenshot({ path: path.join(logs, 'page.png') }).catch(() => {});
  console.error(`${lines.slice(-5).join('\n')}\nThe console and a picture of the page are in ${logs}.`);
}
await browser.close();
await vscode.stop();
process.exit(status);

/** Opens the workbench on the suite; the workbench calls back with its output and, at the end, its exit status. */
async function suite() {
  let end = () => {};
  const result = new Promise((resolve, reject) => {
    end = resolve;
    page.once('crash', () => reject(new Error('The page crashed.')));
    setTimeout(() => reject(new Error(`There was no result after ${LIMIT_MS / 1000} s.`)), LIMIT_MS).unref();
  });
  page.on('pageerror', (error) => lines.push(`page: ${error.stack}`));
  await page.exposeFunction('codeAutomationLog', (type, args) => lines.push(`${type}: ${format(...args)}`));
  await page.exposeFunction('codeAutomationExit', (code) => end(code));
  const remote = (file) => `vscode-remote://${vscode.url.host}${encodeURI(path.resolve(file))}`;
  const payload = [
    ['extensionDevelopmentPath', remote(argument('extensionDevelopmentPath'))],
    ['extensionTestsPath', remote(argument('extensionTestsPath'))],
    ['skipWelcome', 'true'],
  ];
  const url = new URL(vscode.url);
  if (folder !== undefined) url.searchParams.set('folder', path.resolve(folder));
  url.searchParams.set('payload', JSON.stringify(payload));
  const answer = await page.goto(url.href, { waitUntil: 'commit' });
  if (!answer?.ok()) throw new Error(`The workbench answered ${answer?.status()}.`);
  return result;
}
