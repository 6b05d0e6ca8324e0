import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBibliography } from '../../shared/engine/bibliography/readBibliography.ts';
import type { DocumentMetadata, SourceDocument } from '../../shared/engine/documents/document.ts';
import {
  createLibrary,
  type Library,
  type NamedBibliography,
  type NamedDocument,
} from '../../shared/engine/library.ts';
import { documentId } from '../../shared/engine/verdicts/verdict.ts';

function named(path: string, metadata: Partial<DocumentMetadata> = {}): NamedDocument {
  const document: SourceDocument = {
    metadata: { title: null, authors: [], year: null, doi: null, arxiv: null, ...metadata },
    tables: [],
    passages: [],
    abbreviations: new Map(),
    problems: [],
    origin: { kind: 'file' },
  };
  return { id: documentId(path), document };
}

function bibliography(path: string, text: string): NamedBibliography {
  return { id: documentId(path), ...readBibliography(path, text) };
}

/** `key → document`, in the library's order. */
function shape({ sources }: Library): string[] {
  return [...sources.values()].map(({ key, id }) => `${key} → ${id ?? '–'}`);
}

/** The entry's fields, the document's path and what it says of itself, and whether they belong together. */
const ties: readonly (readonly [string, NamedDocument, boolean])[] = [
  ['file = {papers/x.pdf}', named('/lib/papers/x.pdf'), true],
  ['file = {../other/x.html}', named('/other/x.html'), true],
  ['file = {:x.pdf:PDF}', named('/elsewhere/x.pdf'), true],
  ['file = {/abs/x.pdf}', named('/abs/x.pdf'), true],
  ['file = {C\\:\\\\a\\\\x.pdf}', named('C:\\a\\x.pdf'), true],
  ['file = {x.pdf}', named('/lib/x.md'), true],
  ['file = {y.pdf}', named('/lib/x.pdf'), false],
  ['doi = {10.1234/AbC}', named('/lib/x.md', { doi: '10.1234/aBc' }), true],
  ['doi = {10.1234/AbC}', named('/lib/x.md', { doi: '10.1234/d' }), false],
  ['eprint = {2301.12345}, archivePrefix = {arXiv}', named('/lib/x.md', { arxiv: '2301.12345v3' }), true],
  ['title = {A {Deep} Model: for X}', named('/lib/x.md', { title: 'A deep model – for X.' }), true],
  ['title = {A Deep Model for X}', named('/lib/x.md', { title: 'A deep model for Y' }), false],
  ['title = {Introduction}', named('/lib/x.md', { title: 'Introduction' }), false],
  ['title = {Z}', named('/lib/Key.md'), true],
];

test('documents are tied to entries', () => {
  for (const [fields, document, isTied] of ties) {
    const library = createLibrary([document], [bibliography('/lib/references.bib', `@misc{key, ${fields}}`)]);
    assert.equal(
      library.sources.get('key' as never)?.id ?? null,
      isTied ? document.id : null,
      `${fields} and ${document.id}`,
    );
    assert.equal(library.sources.size, isTied ? 1 : 2);
  }
});

test('the stronger tie wins whatever the order', () => {
  const bib = bibliography(
    '/lib/r.bib',
    '@misc{a, title = {The same title}}\n@misc{b, title = {The same title}, file = {x.md}}\n@misc{c, doi = {10.1234/y}}',
  );
  const documents = [
    named('/lib/y.md', { title: 'The same title', doi: '10.1234/y' }),
    named('/lib/x.md', { title: 'The same title' }),
  ];
  const expected = ['a → –', 'b → /lib/x.md', 'c → /lib/y.md'];
  assert.deepEqual(shape(createLibrary(documents, [bib])), expected);
  assert.deepEqual(shape(createLibrary(documents.toReversed(), [bib])), expected);
});

test('documents without an entry get a key', () => {
  const documents = [
    named('/lib/1.md', { title: 'The Deep Learning of X', authors: ['Jane Müller'], year: '2020' }),
    named('/lib/2.md', { title: 'A deep look', authors: ['Müller, Jörg', 'Doe, John'], year: '2020' }),
    named('/lib/3.md', { title: 'Deep again', authors: ['J. Muller'], year: '2020' }),
    named('/lib/4 Some File (v2).md'),
    named('/lib/5.md', { title: 'VideoCap-R1: On captions', authors: ['Desen Meng1*'], year: '2025' }),
    named('/lib/6.md', { title: '3D vision', authors: ['Ole Øre'] }),
    named('/lib/…', {}),
  ];
  assert.deepEqual(shape(createLibrary(documents, [])), [
    'muller2020deep → /lib/1.md',
    'muller2020deepa → /lib/2.md',
    'muller2020deepb → /lib/3.md',
    '4-some-file-v2 → /lib/4 Some File (v2).md',
    'meng2025videocap → /lib/5.md',
    'ore3d → /lib/6.md',
    'source → /lib/…',
  ]);
});

test('a generated key never takes an entry’s', () => {
  const bib = bibliography('/lib/r.bib', '@misc{doe2020deep, title = {Another work}}');
  const document = named('/lib/x.md', { title: 'Deep work', authors: ['Doe'], year: '2020' });
  assert.deepEqual(shape(createLibrary([document], [bib])), ['doe2020deep → –', 'doe2020deepa → /lib/x.md']);
});

test('another form of a document is no source of its own', () => {
  const bib = bibliography('/lib/r.bib', '@misc{key, file = {x.html}}');
  const library = createLibrary([named('/lib/x.html'), named('/lib/x.pdf'), named('/lib/y.pdf')], [bib]);
  assert.deepEqual(shape(library), ['key → /lib/x.html', 'y → /lib/y.pdf']);
  assert.equal(library.documents.size, 3);
});

/** A sentence of a document without an entry, and whether the document is a source. */
const citing: readonly (readonly [string, boolean])[] = [
  ['It reaches 81.9 [@doe2020; @roe2021].', false],
  ['@doe2020 [p. 3] reaches 81.9.', false],
  ['Both @{doe2020} and [@other2019; -@roe2021] reach it.', false],
  ['It reaches 81.9 [@other2019] and 70.2 [@third2018; @doe2020].', true],
  ['Write to doe@roe2021.org or @someone.', true],
  ['It reaches 81.9.', true],
];

test('a draft beside the sources is none of them', () => {
  const bib = bibliography(
    '/lib/r.bib',
    '@misc{doe2020, title = {One}}\n@misc{roe2021, title = {Two}, file = {roe.md}}',
  );
  for (const [text, isSource] of citing)
    for (const path of ['/lib/notes.md', '/lib/roe.md']) {
      const { id, document } = named(path);
      const passage = {
        text,
        span: { start: 0, end: text.length },
        section: [],
        kind: 'sentence',
        standing: null,
      } as const;
      const library = createLibrary([{ id, document: { ...document, passages: [passage] } }], [bib]);
      const expected = isSource || path === '/lib/roe.md';
      assert.equal(
        [...library.sources.values()].some((source) => source.id === id),
        expected,
        `${path}: ${text}`,
      );
    }
});

test('keys that stand in two files', () => {
  const one = bibliography('/lib/a.bib', '@misc{k, title = {One}}\n@misc{l, title = {L}}');
  const two = bibliography('/lib/b.bib', '@misc{k, title = {Two}}');
  const library = createLibrary([], [two, one]);
  assert.deepEqual(
    [...library.sources.values()].map(({ entry, bibliography: file }) => `${entry?.title} ${file}`),
    ['One /lib/a.bib', 'L /lib/a.bib'],
  );
  assert.deepEqual(
    library.problems.map(({ id, problem }) => [id, problem.code]),
    [['/lib/b.bib', 'bib-key-duplicate']],
  );
  assert.match(library.problems[0]?.problem.message ?? '', /`k`.*\/lib\/a\.bib/);
});
