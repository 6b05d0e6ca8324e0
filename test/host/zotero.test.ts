import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { writeWhole } from '../../server/host/writeFile.ts';
import { readZotero, type ZoteroLimits } from '../../server/host/zotero.ts';
import { folderOf } from '../support/files.ts';

/** A server on this machine that answers as Zotero does. */
async function serving(t: TestContext, answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const entry = (key: string): string => `@book{${key},\n  title = {Größe ${key}}\n}\n`;

const betterBibtex: RequestListener = (request, response) => {
  if (request.url === '/better-bibtex/export/library?/1/library.bibtex') response.end(entry('one') + entry('two'));
  else response.writeHead(404).end('No endpoint found');
};

const olderBetterBibtex: RequestListener = (request, response) => {
  if (request.url === '/better-bibtex/library?/1/library.bibtex') response.end(entry('one'));
  else response.writeHead(404).end();
};

/** 250 items, a hundred at a time. */
const localInterface: RequestListener = (request, response) => {
  const url = new URL(request.url ?? '', 'http://x');
  if (url.pathname !== '/api/users/0/items') return response.writeHead(404).end();
  const start = Number(url.searchParams.get('start'));
  const keys = Array.from({ length: Math.min(100, 250 - start) }, (_, index) => `key${start + index}`);
  return response.setHeader('Total-Results', '250').end(keys.map(entry).join(''));
};

const limits: ZoteroLimits = { time: 5000, size: 100_000 };

/** What answers, what is read, and what is said. */
const cases: readonly (readonly [string, RequestListener, ZoteroLimits, string | RegExp])[] = [
  ['Better BibTeX', betterBibtex, limits, '2 from better-bibtex'],
  ['an older Better BibTeX', olderBetterBibtex, limits, '1 from better-bibtex'],
  ['Zotero’s own interface, in pages', localInterface, limits, '250 from zotero'],
  [
    'an interface that is off',
    (_, response) => response.writeHead(403).end('Local API is not enabled'),
    limits,
    /allow it in Zotero’s settings/,
  ],
  ['an old Zotero', (_, response) => response.writeHead(404).end(), limits, /answered with 404/],
  ['an empty library', (_, response) => response.end(''), limits, /no item/],
  ['too much', (_, response) => response.end('x'.repeat(200_000)), limits, /larger than/],
  [
    'an answer without end',
    (_, response) => void response.write('@'),
    { ...limits, time: 200 },
    /did not answer within/,
  ],
  ['an answer that breaks off', (request) => request.socket.destroy(), limits, /start Zotero/],
];

for (const [name, answer, within, expected] of cases) {
  test(`zotero: ${name}`, async (t) => {
    const result = await readZotero(fetch, await serving(t, answer), within);
    if (typeof expected === 'string') {
      assert.ok(result.kind === 'read', JSON.stringify(result));
      assert.equal(`${result.entries} from ${result.from}`, expected);
      assert.match(result.bibtex, /Größe/);
    } else {
      assert.ok(result.kind === 'problem', JSON.stringify(result));
      assert.match(result.message, expected);
    }
  });
}

test('zotero: one that does not run, and another machine', async () => {
  const closed = await readZotero(() => Promise.reject(new TypeError('fetch failed')));
  assert.match(closed.kind === 'problem' ? closed.message : '', /start Zotero/);
  const elsewhere = await readZotero(() => assert.fail('it is not asked'), 'http://example.org:23119');
  assert.match(elsewhere.kind === 'problem' ? elsewhere.message : '', /not this machine/);
});

test('a file is written as a whole, and nothing is left where it cannot be', async (t) => {
  const root = await folderOf(t, { 'a.bib': 'old', 'folder/x': '' });
  await writeWhole(join(root, 'a.bib'), entry('one'));
  assert.equal(await readFile(join(root, 'a.bib'), 'utf8'), entry('one'));
  await assert.rejects(writeWhole(join(root, 'folder'), 'x'));
  await assert.rejects(writeWhole(join(root, 'none', 'a.bib'), 'x'));
  assert.deepEqual((await readdir(root)).sort(), ['a.bib', 'folder']);
});
