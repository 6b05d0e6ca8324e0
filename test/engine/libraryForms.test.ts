import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBibliography } from '../../shared/engine/bibliography/readBibliography.ts';
import { readSource } from '../../shared/engine/documents/reader.ts';
import { createLibrary } from '../../shared/engine/library.ts';
import { documentId } from '../../shared/engine/verdicts/verdict.ts';

const TITLE = 'A study of many things in birds';
const table = '\n| Model | Acc |\n| --- | --- |\n| Heron | 64.2 |\n';
const whole = `# ${TITLE}\n\n${'We say what there is to say. '.repeat(20)}\n${table}`;
const untitled = whole.replace(TITLE, 'Results');
const note = `# ${TITLE}\n\nRead this again.\n`;

/** `key → file` for every source, over files with these texts and a bibliography. */
function sources(files: Readonly<Record<string, string>>, bib: string): string[] {
  const documents = Object.entries(files).map(([path, text]) => ({
    id: documentId(`/lib/${path}`),
    document: readSource('x.md', text),
  }));
  const id = documentId('/lib/refs.bib');
  const library = createLibrary(documents, bib === '' ? [] : [{ id, ...readBibliography(id, bib) }]);
  return [...library.sources.values()].map((one) => `${one.key} → ${one.id?.replace('/lib/', '') ?? '–'}`);
}

const ENTRY = `@misc{key, title={${TITLE}}}`;
const CASES: readonly (readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  bib: string,
  expected: readonly string[],
])[] = [
  [
    'side by side under one name',
    { 'x.pdf': untitled, 'x.tex': untitled, 'x.docx': untitled, 'y.pdf': untitled },
    '',
    ['x → x.tex', 'y → y.pdf'],
  ],
  ['the PDF alone', { 'key.pdf': whole }, ENTRY, ['key → key.pdf']],
  ['the entry names the PDF', { 'x.pdf': whole, 'x.html': whole }, '@misc{key, file={x.pdf}}', ['key → x.html']],
  ['the entry names a text', { 'x.md': note, 'x.pdf': whole }, '@misc{key, file={x.md}}', ['key → x.md']],
  ['notes beside the PDF', { 'key.md': note, 'key.pdf': whole }, ENTRY, ['key → key.pdf']],
  ['the title in another folder', { 'x.pdf': whole, 'tex/main.tex': whole }, ENTRY, ['key → tex/main.tex']],
  ['the title without an entry', { 'x.pdf': whole, 'tex/main.tex': whole }, '', ['main → tex/main.tex']],
  [
    'a short title is not enough',
    { 'a/one.md': untitled, 'b/two.md': untitled },
    '',
    ['one → a/one.md', 'two → b/two.md'],
  ],
  [
    'tables of data are works of their own',
    { 'key.csv': untitled, 'key.pdf': whole },
    ENTRY,
    ['key → key.pdf', 'keya → key.csv'],
  ],
];

for (const [name, files, bib, expected] of CASES)
  test(`forms of a work: ${name}`, () => {
    assert.deepEqual(sources(files, bib), expected);
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    assert.deepEqual(sources(reversed, bib), expected);
  });
