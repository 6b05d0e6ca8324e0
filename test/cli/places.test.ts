import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PdfLine, pdfOf } from '../support/pdf.ts';
import { folderWith, grounded } from './program.ts';

const ROWS = [
  ['Model', 'CIDEr', 'BLEU'],
  ['Heron', '64.2', '31.5'],
  ['Robin', '59.3', '30.1'],
  ['Wren', '58.7', '29.6'],
];

const line = (text: string, x: number, y: number, size = 10): PdfLine => ({ text, x, y, size });
const prose = (from: number): PdfLine[] =>
  Array.from({ length: 12 }, (_, i) =>
    line('We say here what there is to say of birds and how they are counted in the wild.', 72, from + 14 * i),
  );

const PDF = pdfOf([
  [line('A study of many birds', 200, 80, 16), ...prose(120)],
  [
    ...prose(80),
    line('Table 2: Scores of three models on the birds of the lake.', 72, 300),
    ...ROWS.flatMap((cells, r) => cells.map((text, c) => line(text, 72 + 90 * c, 320 + 14 * r))),
    ...prose(420),
  ],
]);

const TEX = {
  'main.tex': '\\documentclass{article}\\begin{document}\\section{Results}\n\\input{parts/results}\n\\end{document}\n',
  'parts/results.tex':
    '\\begin{table}\\caption{Scores of two models.}\\begin{tabular}{lr}\nModel & CIDEr \\\\\nHeron & 64.2 \\\\\nRobin & 59.3 \\\\\n\\end{tabular}\\end{table}\n',
};

const draft = '---\nbibliography: papers/refs.bib\n---\n\nHeron reaches a CIDEr of 66.6 [@doe2020].\n';
const bib = (file: string): string => `@article{doe2020, title={A study of many birds}, year={2020}, file={${file}}}\n`;

const paged = folderWith({ 'draft.md': draft, 'papers/refs.bib': bib('birds.pdf'), 'papers/birds.pdf': PDF });
const project = folderWith({
  'draft.md': draft,
  'papers/refs.bib': bib('tex/main.tex'),
  ...Object.fromEntries(Object.entries(TEX).map(([path, text]) => [`papers/tex/${path}`, text])),
});

const evidenceOf = (folder: string) => {
  const { stdout } = grounded(['check', 'draft.md', '--format', 'json'], folder);
  return JSON.parse(stdout).documents[0].claims[0].evidence[0];
};

test('evidence in a paged source has its page and rectangle', () => {
  const { path, page, rectangle, text } = evidenceOf(paged);
  assert.deepEqual([path, page, text], ['papers/birds.pdf', 2, '64.2']);
  assert.ok(rectangle.x <= 162 && rectangle.x + rectangle.width > 162 + 15, JSON.stringify(rectangle));
  assert.ok(rectangle.y <= 334 && rectangle.y + rectangle.height >= 333, JSON.stringify(rectangle));
});

test('reports name the page of a paged source', () => {
  assert.match(
    grounded(['check', 'draft.md'], paged).stdout,
    /source papers\/birds\.pdf {2}page 2, Table 2, Heron, CIDEr: 64\.2/,
  );
  assert.match(
    grounded(['check', 'draft.md', '--format', 'markdown'], paged).stdout,
    /@doe2020, page 2, Table 2, Heron, CIDEr: \*\*64\.2\*\*/,
  );
  assert.match(grounded(['check', '--explain', 'draft.md:5'], paged).stdout, /page 2, Table 2, Heron, CIDEr: 64\.2/);
  assert.match(
    grounded(['find', 'three models', '--library', 'papers'], paged).stdout,
    /^papers\/birds\.pdf, page 2 {2}@doe2020/,
  );
});

test('tables of a paged source stand on their pages', () => {
  const tables = (format: string) => grounded(['tables', 'papers/birds.pdf', '--format', format], paged).stdout;
  assert.match(tables('text'), /Table 2: Scores[^\n]*\npapers\/birds\.pdf, page 2, Table 2 {2}@doe2020\n/);
  assert.match(tables('csv'), /,Heron,CIDEr,64\.2,64\.2,,"papers\/birds\.pdf, page 2, Table 2",\r\n/);
  assert.match(tables('markdown'), /\| Heron \| 64\.2 \| 31\.5 \|[\s\S]*\(papers\/birds\.pdf, page 2, Table 2\)/);
  const [table] = JSON.parse(tables('json')).documents[0].tables;
  assert.equal(table.page, 2);
  assert.equal(table.rows[0].cells[0].page, 2);
  assert.ok(table.rectangle.height > table.rows[0].cells[0].rectangle.height);
});

test('evidence in an included file has its path and its place there', () => {
  const { path, start, end, page } = evidenceOf(project);
  assert.equal(path, 'papers/tex/parts/results.tex');
  assert.equal(page, undefined);
  assert.match(TEX['parts/results.tex'].slice(start, end), /^\s*64\.2\s*$/);
  assert.match(
    grounded(['check', 'draft.md'], project).stdout,
    /source papers\/tex\/parts\/results\.tex:3:\d+ {2}Table 1, Heron, CIDEr: 64\.2/,
  );
  assert.match(
    grounded(['tables', '--library', 'papers'], project).stdout,
    /\npapers\/tex\/parts\/results\.tex:1:\d+ {2}@doe2020\n/,
  );
});

test('a source that cannot be read is said with its reason', () => {
  const folder = folderWith({ 'papers/a.md': '# A\n\nIt is 5.\n', 'papers/bad.docx': 'x' });
  const { status, stderr } = grounded(['tables', 'papers/bad.docx'], folder);
  assert.equal(status, 2);
  assert.match(stderr, /papers\/bad\.docx: bad\.docx is damaged, cut off or no Word document/);
});
