import assert from 'node:assert/strict';
import { symlink, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { type TestContext, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { createLibraryStore, type LibraryStore, type LibraryStoreOptions } from '../../server/host/libraryStore.ts';
import { locateLibrary } from '../../server/host/locate.ts';
import { documentId, type Library } from '../../shared/engine/index.ts';
import { folderOf } from '../support/files.ts';

const paper = '# A Paper\n\n| Model | CIDEr |\n| --- | --- |\n| Heron | 64.2 |\n| Robin | 59.3 |\n';

const row = (...cells: string[]): string =>
  `<w:tr>${cells.map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`;
const word = (...rows: string[]): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<w:document><w:body><w:tbl>${rows.join('')}</w:tbl></w:body></w:document>`),
    'word/media/image1.png': new Uint8Array(1000),
  });
const wordPaper = word(row('Model', 'CIDEr'), row('Heron', '64.2'));

interface Loaded {
  readonly root: string;
  readonly store: LibraryStore;
  readonly load: () => Promise<Library>;
}

async function library(
  t: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: LibraryStoreOptions = {},
): Promise<Loaded> {
  const root = await folderOf(t, files);
  const store = createLibraryStore(options);
  const request = { draft: null, bibliographies: [], workspaceRoot: root, library: [root] };
  return { root, store, load: async () => store.load(await locateLibrary(request)) };
}

const namesOf = ({ documents }: Library): string[] => [...documents.keys()].map((id) => basename(id)).sort();
const problemsOf = ({ problems }: Library): string[] => problems.map(({ problem }) => problem.message);
const valuesOf = ({ documents }: Library): string[] =>
  [...documents.values()].flatMap(({ document }) =>
    document.tables.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.flatMap(({ values }) => values.map(({ quantity }) => quantity.text))),
    ),
  );

test('files of a library: sources of all formats are read, parts and files of other kinds are passed over', async (t) => {
  const { load } = await library(t, {
    'a.md': paper,
    'b.docx': wordPaper,
    'c.csv': 'Model,CIDEr\nHeron,64.2\n',
    'd.ipynb': JSON.stringify({ cells: [{ cell_type: 'markdown', source: paper }] }),
    'e.xml': `<article article-type="x"><body><p>We reach 64.2.</p></body></article>`,
    'words.csv': 'a,b\nc,d\n',
    'pom.xml': '<project><version>1.5</version></project>',
    'tex/main.tex': '\\documentclass{article}\\begin{document}We reach 64.2.\\end{document}',
    'tex/part.tex': 'We reach 65.2.',
    'tex/empty.tex': '',
    '~$b.docx': 'x',
    'package.json': '{}',
  });
  const read = await load();
  assert.deepEqual(namesOf(read), ['a.md', 'b.docx', 'c.csv', 'd.ipynb', 'e.xml', 'main.tex']);
  assert.deepEqual(problemsOf(read), []);
});

test('a Word file gives its text once, and its places are in that', async (t) => {
  const { root, store, load } = await library(t, { 'b.docx': wordPaper });
  const read = await load();
  assert.deepEqual(valuesOf(read), ['64.2']);
  const id = documentId(join(root, 'b.docx'));
  assert.equal(store.textOf(id), 'Model\tCIDEr\nHeron\t64.2\n\n');
  assert.deepEqual(store.placeOf(id, { start: 6, end: 7 }), { path: id, range: null, page: null });
  assert.equal(await load(), read);
  await writeFile(id, word(row('Model', 'CIDEr'), row('Heron', '65.2')));
  assert.deepEqual(valuesOf(await load()), ['65.2']);
});

const MAIN =
  '\\documentclass{article}\\begin{document}\\title{A paper}\\maketitle\nIt is short.\n\\input{parts/results}\n\\input{../../outside}\n\\end{document}\n';
const PART =
  'Before the table.\n\n\\begin{tabular}{lr}\nModel & CIDEr \\\\\nHeron & 64.2 \\\\\nRobin & 59.3 \\\\\n\\end{tabular}\n';

test('a LaTeX source is read with what it includes, again when that changes, and never from outside', async (t) => {
  const { root, store, load } = await library(t, {
    'papers/main.tex': MAIN,
    'papers/parts/results.tex': PART,
  });
  const inner = createLibraryStore();
  const location = await locateLibrary({
    draft: null,
    bibliographies: [],
    workspaceRoot: root,
    library: [join(root, 'papers')],
  });
  await writeFile(join(root, 'outside.tex'), 'Secret 77.7.');
  await symlink(join(root, 'outside.tex'), join(root, 'papers/link.tex'));
  await writeFile(join(root, 'papers/main.tex'), MAIN.replace('../../outside', 'link'));
  const confined = await inner.load(location);
  assert.ok(
    ![...confined.documents.values()].some(({ document }) => JSON.stringify(document.passages).includes('77.7')),
  );

  const first = await load();
  assert.deepEqual(valuesOf(first), ['64.2', '59.3']);
  const id = documentId(join(root, 'papers/main.tex'));
  const cell = first.documents.get(id)?.document.tables[0]?.rows[0]?.cells[0];
  assert.ok(cell);
  const { path, range } = store.placeOf(id, cell.span);
  assert.equal(relative(root, path), join('papers', 'parts', 'results.tex'));
  assert.deepEqual(range?.start, { line: 4, character: 8 });
  assert.equal(await load(), first);
  await writeFile(join(root, 'papers/parts/results.tex'), PART.replace('64.2', '165.2'));
  assert.deepEqual(valuesOf(await load()), ['165.2', '59.3']);
});

test('the bibliography of a LaTeX source is not the library’s', async (t) => {
  const { load } = await library(t, {
    'refs.bib': '@misc{mine, title={A paper}}',
    'tex/main.tex': MAIN.replace('\\end{doc', '\\bibliography{own,refs}\\end{doc'),
    'tex/own.bib': '@misc{theirs, title={Another}}',
  });
  assert.deepEqual([...(await load()).sources.keys()], ['mine']);
});

const BAD: readonly (readonly [name: string, file: string, content: () => string | Uint8Array, message: RegExp])[] = [
  ['a PDF that is none', 'bad.pdf', () => '%PDF-1.4\nnothing', /damaged/],
  ['an empty PDF', 'bad.pdf', () => '', /is empty/],
  ['a Word file that is cut off', 'bad.docx', () => wordPaper.slice(0, 200), /damaged/],
  ['an archive without a document', 'bad.docx', () => zipSync({ 'x.txt': new Uint8Array(5) }), /no Word document/],
  ['an encrypted Word file', 'bad.docx', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3), /encrypted/],
  [
    'a Word file that unpacks to 60 MB',
    'bad.docx',
    () => zipSync({ 'word/document.xml': new Uint8Array(60e6) }),
    /more text/,
  ],
  ['a Word file nested without end', 'bad.docx', () => word('<w:tr><w:tc>'.repeat(50_000)), /too deeply/],
  ['a row of 100,000 columns', 'bad.csv', () => `a${',1'.repeat(99_999)}\nb${',2'.repeat(99_999)}\n`, /100000 columns/],
  ['XML nested without end', 'bad.xml', () => `<article article-type="x">${'<sec>'.repeat(20_000)}`, /too deeply/],
];

for (const [name, file, content, message] of BAD)
  test(`${name} is one problem, and the rest of the library is read`, async (t) => {
    const { load } = await library(t, { 'a.md': paper, [file]: content(), 'z.docx': wordPaper });
    const read = await load();
    assert.deepEqual(valuesOf(read), ['64.2', '59.3', '64.2']);
    const [problem, ...others] = problemsOf(read);
    assert.match(problem ?? '', message);
    assert.deepEqual(others, []);
  });

const long = `${paper}\n${'The heron reaches 64.2 on birds, as all know. '.repeat(60_000)}\n`;

for (const [name, limits, message] of [
  ['time', { time: 20, memory: 512 }, /^long\.md takes more than 0\.02 s to read\./],
  ['memory', { time: 60_000, memory: 24 }, /^long\.md needs more than 24 MB of memory to read\./],
] as const)
  test(`a file that takes too much ${name} is left, and the rest of the library is read`, async (t) => {
    const { load } = await library(t, { 'a.md': paper, 'long.md': long, 'z.md': paper }, { limits });
    const read = await load();
    assert.deepEqual(namesOf(read), ['a.md', 'z.md']);
    assert.equal(problemsOf(read).length, 1);
    assert.match(problemsOf(read)[0] ?? '', message);
  });

test('a large text is read in the thread as it would be at once', async (t) => {
  const { root, store, load } = await library(t, { 'long.md': long });
  assert.deepEqual(valuesOf(await load()), ['64.2', '59.3']);
  const id = documentId(join(root, 'long.md'));
  assert.equal(store.textOf(id), long);
  assert.deepEqual(store.placeOf(id, { start: 11, end: 12 }).range?.start, { line: 2, character: 0 });
});
