import assert from 'node:assert/strict';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createReadingCache, type ReadingCache } from '../../server/host/cache/readingCache.ts';
import { createLibraryStore } from '../../server/host/libraryStore.ts';
import { plainLocation } from '../../server/host/locate.ts';
import type { Library } from '../../shared/engine/index.ts';
import { folderOf } from '../support/files.ts';

const paper = '# A Paper\n\nIt reaches 43.8 points.\n\n| Model | Score |\n| --- | --- |\n| A | 43.8 |\n| B | 42.1 |\n';
const files: Readonly<Record<string, string | Uint8Array>> = {
  'lib/a.bib':
    '@string{pub = {A Publisher}}\n@book{one, title = {Größe {\\"u}ber} # { all}, author = {Müller, J{\\"o}rg}, publisher = pub, crossref = {two}}\n' +
    '@article{two, ids = {zwei}, title = {A Paper}, abstract = {It reaches 43.8\\%.}, year = 2020}\n@article{broken, title = {x\n',
  'lib/b.ris': 'TY  - JOUR\nID  - ris\nTI  - R\nVL  - 3\nER  - \n',
  'lib/c.json': '[{"id": "json", "title": "J", "volume": "4", "PMID": "7"}]',
  'lib/d.yaml': 'references:\n- id: yaml\n  title: Y\n  volume: 5\n',
  'lib/e.yml': 'haya:\n  type: Book\n  title: H\n  volume: 6\n',
  'lib/paper.md': paper,
  'lib/page.html':
    '<h1>Page</h1><p>It has 3 rows.</p><table><tr><th>M</th><th>S</th></tr><tr><td>A</td><td>1.5</td></tr></table>',
  'lib/data.csv': 'model,score\nA,1.5\nB,2.5\n',
  'lib/old.txt': Buffer.from('The café reaches 12.5 points.\n', 'latin1'),
};

interface Place {
  readonly root: string;
  readonly cached: string;
  load(cache?: ReadingCache): Promise<Library>;
}

async function placeOf(t: TestContext): Promise<Place> {
  const root = await folderOf(t, files);
  const bibliographies = ['c.json', 'd.yaml', 'e.yml'].map((name) => join(root, 'lib', name));
  const location = plainLocation([join(root, 'lib')], bibliographies);
  return {
    root,
    cached: join(root, 'cache'),
    async load(cache) {
      const library = await createLibraryStore(cache === undefined ? {} : { cache }).load(location);
      await cache?.settled();
      return library;
    },
  };
}

/** All of a library, what is read only when it is asked for included. */
function whole({ sources, documents, problems, counts }: Library): unknown {
  const details = [...sources.values()].map(({ entry }) => entry?.details);
  return { sources: [...sources], documents: [...documents], problems, counts, details };
}

test('cache: what is kept is what is read', async (t) => {
  const { load, cached } = await placeOf(t);
  const fresh = whole(await load());
  assert.deepEqual(whole(await load(createReadingCache(cached))), fresh);
  const names = await readdir(cached);
  assert.equal(names.length, Object.keys(files).length);
  assert.ok(names.every((name) => !name.endsWith('.part')));
  let found = 0;
  const watched = createReadingCache(cached);
  const counting: ReadingCache = {
    ...watched,
    async find(path, hash, text) {
      const reading = await watched.find(path, hash, text);
      if (reading !== null) found++;
      return reading;
    },
  };
  assert.deepEqual(whole(await load(counting)), fresh);
  assert.equal(found, names.length);
});

/** What happens to the files of a cache. */
const harms: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ['cut off', (bytes) => bytes.subarray(0, bytes.length - 20)],
  ['empty', () => Buffer.alloc(0)],
  ['of another program', () => Buffer.from('{"version": 1}\n{}')],
  ['with one bit turned', (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 5 ? byte ^ 1 : byte)))],
  [
    'of another kind',
    (bytes) => Buffer.from(bytes.toString('latin1').replace(/^grounded \S+/, 'grounded document'), 'latin1'),
  ],
];

for (const [name, harm] of harms) {
  test(`cache: files that are ${name} are not used, and replaced`, async (t) => {
    const { load, cached } = await placeOf(t);
    const fresh = whole(await load());
    await load(createReadingCache(cached));
    const before = new Map<string, Buffer>();
    for (const file of await readdir(cached)) {
      const bytes = await readFile(join(cached, file));
      before.set(file, bytes);
      await writeFile(join(cached, file), harm(bytes));
    }
    assert.deepEqual(whole(await load(createReadingCache(cached))), fresh);
    for (const [file, bytes] of before) assert.deepEqual(await readFile(join(cached, file)), bytes);
  });
}

test('cache: another version reads again, and the workspace stays as it is', async (t) => {
  const { load, cached, root } = await placeOf(t);
  const fresh = whole(await load(createReadingCache(cached, 'one')));
  const [file = ''] = await readdir(cached);
  const before = await readFile(join(cached, file), 'latin1');
  assert.deepEqual(whole(await load(createReadingCache(cached, 'two'))), fresh);
  assert.notEqual(await readFile(join(cached, file), 'latin1'), before);
  assert.deepEqual(
    (await readdir(join(root, 'lib'))).sort(),
    Object.keys(files)
      .map((path) => path.slice(4))
      .sort(),
  );
});

test('cache: a folder that cannot be written costs nothing', async (t) => {
  const { load, root } = await placeOf(t);
  const fresh = whole(await load());
  assert.deepEqual(whole(await load(createReadingCache(join(root, 'lib', 'paper.md', 'cache')))), fresh);
});

test('cache: it stays within its size, and what was used last stays', async (t) => {
  const root = await folderOf(t, {});
  const reading = (size: number) =>
    ({ kind: 'unusable', problem: { code: 'source-empty', message: 'x'.repeat(size), span: null } }) as const;
  const first = createReadingCache(root, 'one', 10_000);
  for (let index = 0; index < 6; index++) first.keep('a.md', `old${index}`, reading(1500));
  await first.settled();
  for (const name of await readdir(root)) await utimes(join(root, name), new Date(2020, 1, 1), new Date(2020, 1, 1));
  await writeFile(join(root, 'left.part'), 'x');
  await utimes(join(root, 'left.part'), new Date(2020, 1, 1), new Date(2020, 1, 1));
  assert.ok(await first.find('a.md', 'old3', () => null));
  const second = createReadingCache(root, 'one', 10_000);
  second.keep('a.md', 'new', reading(2000));
  second.keep('a.md', 'huge', reading(9000));
  await second.settled();
  const names = await readdir(root);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(root, name))).size));
  assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 10_000, names.join(' '));
  assert.ok(names.includes('new.md') && names.includes('old3.md'), names.join(' '));
  assert.ok(!names.includes('left.part') && !names.includes('huge.md'), names.join(' '));
});
