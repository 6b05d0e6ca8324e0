import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newEntry } from '../../shared/editor/newEntry.ts';
import { createLibrary, documentId, readBibliography, readSource } from '../../shared/engine/index.ts';

const id = documentId('/papers/nets & co.html');
const paper = `<html><head>
<meta name="citation_title" content="Captioning 100% with Nets: {A} _study_">
<meta name="citation_author" content="Jane Smith"><meta name="citation_author" content="Al Doe">
<meta name="citation_publication_date" content="2020/05/01"><meta name="citation_doi" content="10.1000/nets_1">
</head><body><h1>Captioning</h1><p>Nets were trained on 2.5M pairs of clips.</p></body></html>`;
const [source] = createLibrary([{ id, document: readSource(id, paper) }], []).sources.values();
assert.ok(source?.document);
const { title, authors, year, doi } = source.document.metadata;
assert.equal(authors.length, 2);
assert.equal(doi, '10.1000/nets_1');

const files: readonly (readonly [path: string, before: string])[] = [
  ['refs.bib', ''],
  ['refs.bib', '@misc{a, title = {A}}'],
  ['refs.bib', '@misc{a, title = {A}}\n'],
  ['refs.yml', 'a:\n  type: book\n  title: A\n'],
  ['refs.json', ''],
  ['refs.json', '[]\n'],
  ['refs.json', '[\n  {"id": "a", "type": "book", "title": "A"}\n]\n'],
];

test('an entry is written as its file is, and read back as what the document says of itself', () => {
  for (const [path, before] of files) {
    const edit = newEntry(source, 'nets & co.html', { path, text: before });
    assert.ok(edit, path);
    const after = before.slice(0, edit.span.start) + edit.text + before.slice(edit.span.end);
    const { entries, problems } = readBibliography(path, after);
    assert.deepEqual(problems, [], after);
    assert.deepEqual(
      entries.map(({ key }) => key),
      before.includes('a') ? ['a', source.key] : [source.key],
      after,
    );
    const entry = entries.at(-1);
    assert.equal(entry?.year, year);
    assert.equal(entry?.doi, doi);
    assert.deepEqual(
      entry?.authors.map(({ given, family }) => `${given} ${family}`),
      authors,
    );
    assert.equal(entry?.title.replace(/[{}]/g, ''), title?.replace(/[{}]/g, ''));
    if (path.endsWith('.bib')) assert.deepEqual(entry?.files, ['nets & co.html']);
  }
});

test('an entry goes to the end of a list in YAML and of RIS', () => {
  const added = (path: string, before: string): string | null => {
    const edit = newEntry(source, 'nets.md', { path, text: before });
    return edit && before.slice(0, edit.span.start) + edit.text + before.slice(edit.span.end);
  };
  const item = (margin: string): RegExp =>
    new RegExp(`^${margin}- id: "\\S+"\n${margin}  type: "article-journal"\n${margin}  title: "Captioning`, 'm');
  assert.match(added('a.yaml', '') ?? '', /^references:\n- id: /);
  for (const margin of ['', '  ']) {
    const before = `---\nreferences:\n${margin}- id: a\n${margin}  type: book\n...\n`;
    const after = added('a.yml', before) ?? '';
    assert.match(after, item(margin));
    assert.match(after, /\n\.\.\.\n$/);
  }
  assert.equal(added('a.yaml', 'smith2020: none\n'), null);
  assert.match(
    added('a.ris', 'TY  - BOOK\nID  - a\nER  - \n') ?? '',
    /ER {2}- \n\nTY {2}- JOUR\nID {2}- \S+\nTI {2}- Captioning.*\nAU {2}- Smith, Jane\n[\s\S]*\nL1 {2}- nets\.md\nER {2}- \n$/,
  );
  assert.equal(added('a.txt', ''), null);
});
