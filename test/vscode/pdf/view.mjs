// The page for PDFs in a browser, in place of VS Code's web view: served from the folder that is packed, with its policy.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { inRoot } from '../../../scripts/lib/paths.mjs';

const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };

/** Serves the page and its files on a free loopback port. Resolves with its address and `stop`. */
export async function servePage(pdfPage, name) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    if (pathname === '/') {
      const origin = `http://${request.headers.host}`;
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(pdfPage({ name, resources: `${origin}/pdf`, origin }));
      return;
    }
    const file = inRoot('dist', path.normalize(pathname));
    if (!fs.existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    fs.createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

/** What a web view is given by VS Code; the state is kept over a reload, as VS Code keeps it. */
export function webViewApi() {
  globalThis.acquireVsCodeApi = () => ({
    postMessage: (message) => {
      document.documentElement.dataset[message.kind] = 'yes';
    },
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
    setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
  });
}

/** Opens the page, fresh or as it was left. Errors and what its policy forbids end up in `problems`. */
export async function openPage(page, url) {
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.addInitScript(webViewApi);
  await page.goto(url);
  await page.locator('html[data-ready=yes]').waitFor({ timeout: 10_000 });
  return problems;
}

/** The message of the editor that brings the file. */
export async function sendFile(page, bytes, mark = null) {
  const base64 = Buffer.from(bytes).toString('base64');
  await page.evaluate(
    ([data, mark]) => {
      const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
      window.postMessage({ kind: 'file', bytes, mark });
    },
    [base64, mark],
  );
}

export const sendMark = (page, mark) => page.evaluate((mark) => window.postMessage({ kind: 'mark', mark }), mark);
