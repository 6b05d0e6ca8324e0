import assert from 'node:assert/strict';
import { rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createLibraryStore } from '../../server/host/libraryStore.ts';
import { locateLibrary } from '../../server/host/locate.ts';
import { documentId } from '../../shared/engine/index.ts';
import { folderOf } from '../support/files.ts';

const paper = '# A Paper\n\n| Model | CIDEr |\n| --- | --- |\n| Heron | 64.2 |\n| Robin | 59.3 |\n';

const inFolder = (folder: string) =>
  locateLibrary({ draft: null, bibliographies: [], workspaceRoot: folder, library: [folder] });

test('store: the same library where nothing changed; only what changed is read again', async (t) => {
  const root = await folderOf(t, { 'a.md': paper, 'b.md': paper.replace('A Paper', 'Another') });
  const store = createLibraryStore();
  const location = await inFolder(root);
  const first = await store.load(location);
  assert.equal(await store.load(location), first);
  await utimes(join(root, 'a.md'), new Date(), new Date());
  assert.equal(await store.load(location), first, 'a new time alone is no change');
  await writeFile(join(root, 'a.md'), paper.replace('64.2', '65.3'));
  const second = await store.load(location);
  assert.notEqual(second, first);
  const [a, b] = ['a.md', 'b.md'].map((name) => documentId(join(root, name)));
  assert.ok(a && b);
  assert.notEqual(second.documents.get(a)?.document, first.documents.get(a)?.document);
  assert.equal(second.documents.get(b)?.document, first.documents.get(b)?.document);
});

test('store: drafts, texts about the folder, hidden and excluded files are no sources', async (t) => {
  const root = await folderOf(t, {
    'paper.md': paper,
    'draft.md': `---\nbibliography: refs.bib\n---\n\n${paper}`,
    'README.md': paper,
    '.cache/paper.md': paper,
    'node_modules/x/paper.md': paper,
    'old/paper.md': paper,
    'open.md': paper,
    'picture.png': 'x',
  });
  const store = createLibraryStore({ exclude: ['old/**', join(root, 'open.md')] });
  const library = await store.load(await inFolder(root));
  assert.deepEqual([...library.documents.keys()], [join(root, 'paper.md')]);
  assert.deepEqual(library.problems, []);
});

const encodings: readonly [string, Uint8Array][] = [
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${paper}`)],
  ['UTF-16, little end first', Buffer.from(`\uFEFF${paper}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\uFEFF${paper}`, 'utf16le').swap16()],
];

for (const [name, bytes] of encodings) {
  test(`store: ${name} is read as the text it is`, async (t) => {
    const root = await folderOf(t, { 'a.md': bytes });
    const store = createLibraryStore();
    const library = await store.load(await inFolder(root));
    assert.equal(library.counts.facts, 2);
    assert.equal(store.textOf(documentId(join(root, 'a.md'))), paper);
  });
}

test('store: Windows-1252 keeps its letters', async (t) => {
  const root = await folderOf(t, { 'a.txt': Buffer.from('The café has 5 rows.\n', 'latin1') });
  const store = createLibraryStore();
  await store.load(await inFolder(root));
  assert.equal(store.textOf(documentId(join(root, 'a.txt'))), 'The café has 5 rows.\n');
});

test('store: entries bring documents from outside, and name what is missing or of another kind', async (t) => {
  const root = await folderOf(t, {
    'papers/refs.bib': [
      '@article{one, title={A Paper}, author={Orr, A}, year={2020}, file={../elsewhere/a.md}}',
      '@article{two, title={B}, author={Orr, B}, year={2020}, file={missing.md}}',
      '@article{three, title={C}, author={Orr, C}, year={2020}, file={scan.djvu}}',
    ].join('\n'),
    'elsewhere/a.md': paper,
    'papers/scan.djvu': 'AT&T',
  });
  const library = await createLibraryStore().load(await inFolder(join(root, 'papers')));
  assert.deepEqual([...library.documents.keys()], [join(root, 'elsewhere/a.md')]);
  assert.deepEqual(
    library.problems.map(({ problem }) => [problem.code, /@(\w+)/.exec(problem.message)?.[1]]),
    [
      ['bib-file-missing', 'two'],
      ['source-unreadable', 'three'],
    ],
  );
});

test('locate: the option goes before grounded.json, and that before the front matter', async (t) => {
  const root = await folderOf(t, {
    'grounded.json': '{ "library": ["configured"] }',
    'configured/a.md': paper,
    'named/refs.bib': '',
    'given/a.md': paper,
    'drafts/draft.md': '',
  });
  const request = { draft: join(root, 'drafts/draft.md'), bibliographies: ['../named/refs.bib'], workspaceRoot: root };
  const foldersOf = async (library: readonly string[]) => (await locateLibrary({ ...request, library })).folders;
  assert.deepEqual(await foldersOf(['given']), [join(root, 'given')]);
  assert.deepEqual(await foldersOf([]), [join(root, 'configured')]);
  await rm(join(root, 'grounded.json'));
  const located = await locateLibrary({ ...request, library: [] });
  assert.deepEqual(located.folders, [join(root, 'named')]);
  assert.deepEqual(located.bibliographies, [join(root, 'named/refs.bib')]);
});

for (const [name, text, says] of [
  ['is no JSON', '{ library: }', /not valid JSON/],
  ['names nothing', '{}', /names no library/],
  [
    'names a folder that is not there',
    '{ "library": "papers" }',
    /papers does not exist: create it, or correct the path/,
  ],
] as const) {
  test(`locate: a grounded.json that ${name} is a problem with its mend`, async (t) => {
    const root = await folderOf(t, { 'grounded.json': text });
    const { problems } = await locateLibrary({ draft: null, bibliographies: [], workspaceRoot: root, library: [] });
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.path, join(root, 'grounded.json'));
    assert.match(problems[0]?.problem.message ?? '', says);
  });
}
