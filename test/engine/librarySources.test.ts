import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noLookup, readCitationTags, readTagTable } from '../../shared/engine/bibliography/citationTags.ts';
import { citeKey } from '../../shared/engine/bibliography/entry.ts';
import { readBibliography } from '../../shared/engine/bibliography/readBibliography.ts';
import { readWorkIdentifier } from '../../shared/engine/bibliography/workIdentifiers.ts';
import type { DraftSyntax } from '../../shared/engine/claims/draft.ts';
import { readDraft } from '../../shared/engine/claims/readDraft.ts';
import { createDraftLibrary } from '../../shared/engine/draftLibrary.ts';
import { createLibrary, type Library } from '../../shared/engine/library.ts';
import { withoutMentions } from '../../shared/engine/mentions.ts';
import { checkDraft } from '../../shared/engine/verdicts/checkDraft.ts';
import { documentId } from '../../shared/engine/verdicts/verdict.ts';

const identifiers: readonly (readonly [string, string | null])[] = [
  ['doi:10.1234/AbC', 'doi 10.1234/abc'],
  ['10.1234/abc', 'doi 10.1234/abc'],
  ['https://doi.org/10.1234/abc', 'doi 10.1234/abc'],
  ['shortdoi:10/b6vnmd', 'doi 10/b6vnmd'],
  ['pmid:26158728', 'pmid 26158728'],
  ['pmcid:PMC4497619', 'pmcid pmc4497619'],
  ['pmc:PMC4497619', 'pmcid pmc4497619'],
  ['arxiv:1407.3561v1', 'arxiv 1407.3561'],
  ['isbn:978-1-339-91988-1', 'isbn 9781339919881'],
  ['wikidata:Q50051684', 'wikidata q50051684'],
  ['url:https://www.x.org/a/', 'url x.org/a'],
  ['https://x.org/a', 'url x.org/a'],
  ['url:https', 'url '],
  ['doi:10.1234', null],
  ['doi:smith2020', null],
  ['pmid:x', null],
  ['isbn:123', null],
  ['url:x.org', null],
  ['tag:x', null],
  ['raw:x', null],
  ['smith:2020', null],
  ['doe2020', null],
];

test('citation keys that name a work everywhere', () => {
  for (const [key, expected] of identifiers) {
    const found = readWorkIdentifier(key);
    assert.equal(found && `${found.kind} ${found.value}`, expected, key);
  }
});

test('tags of a text and of a table', () => {
  const text = [
    '[@tag:one]: doi:10.1234/x',
    '[tag:two]: <url:https://x.org/a>',
    '   [three]: @pmid:12 "title"',
    '[link]: https://x.org',
    '[^note]: doi:10.1234/y',
    '    [code]: doi:10.1234/z',
  ].join('\n');
  assert.deepEqual(
    [...readCitationTags(text)].filter(([name]) => name.startsWith('tag:')),
    [
      ['tag:one', 'doi:10.1234/x'],
      ['tag:two', 'url:https://x.org/a'],
      ['tag:three', 'pmid:12'],
    ],
  );
  assert.deepEqual(Object.fromEntries(readTagTable('tag\tcitation\r\nx\tdoi:10.1234/x\r\n\ttoo\r\ny\r\n')), {
    x: 'doi:10.1234/x',
    'tag:x': 'doi:10.1234/x',
  });
});

function libraryOf(bib: string, tags: Record<string, string> = {}, identifiers = true): Library {
  const file = { id: documentId('/lib/r.bib'), ...readBibliography('r.bib', bib) };
  return createLibrary([], [file], { ...noLookup, tags: new Map(Object.entries(tags)), identifiers });
}

const bib = `@article{own, ids = {old, other}, title = {T}, doi = {10.1234/X}, pmid = {77}, isbn = {978-1-339-91988-1}}
@article{other, title = {O}, eprint = {2301.12345}, eprinttype = {arxiv}, url = {https://x.org/o/}}`;

/** What is cited, and the key of the source that is found; `–` for a work that only a build would look up. */
const cited: readonly (readonly [string, string | null])[] = [
  ['own', 'own'],
  ['old', 'own'],
  ['other', 'other'],
  ['doi:10.1234/x', 'own'],
  ['10.1234/x', 'own'],
  ['pmid:77', 'own'],
  ['isbn:9781339919881', 'own'],
  ['arxiv:2301.12345', 'other'],
  ['url:http://www.x.org/o', 'other'],
  ['tag:a', 'own'],
  ['tag:b', 'other'],
  ['tag:c', '–'],
  ['doi:10.9999/unknown', '–'],
  ['tag:none', null],
  ['ow', null],
];

test('a source is found by every key it goes by', () => {
  const { sources } = libraryOf(bib, { 'tag:a': 'doi:10.1234/x', 'tag:b': 'other', 'tag:c': 'pmid:5' });
  for (const [key, expected] of cited) {
    const source = sources.get(citeKey(key));
    assert.equal(source && (source.entry?.key ?? '–'), expected ?? undefined, key);
    assert.equal(sources.has(citeKey(key)), expected !== null, key);
  }
  assert.deepEqual([...sources.keys()], ['own', 'other']);
  const alone = libraryOf(bib, { 'tag:a': 'doi:10.1234/x' }, false).sources;
  for (const key of ['doi:10.1234/x', '10.1234/x', 'pmid:77', 'doi:10.9999/unknown'])
    assert.ok(!alone.has(citeKey(key)), key);
  for (const key of ['old', 'tag:a']) assert.equal(alone.get(citeKey(key))?.key, 'own');
  assert.equal(sources.size, 2);
  assert.equal(sources.get(citeKey('doi:10.9999/unknown')), sources.get(citeKey('doi:10.9999/unknown')));
});

test('capitals make no other key for BibTeX, and do for Biber and in other syntaxes', () => {
  const library = libraryOf(bib, {}, false);
  const cases: readonly (readonly [text: string, syntax: DraftSyntax, isKnown: boolean])[] = [
    ['\\cite{OWN} and \\cite{Old}\\bibliography{r}', 'latex', true],
    ['\\cite{OWN} and \\cite{Old}', 'latex', true],
    ['\\addbibresource{r.bib}\\cite{OWN} and \\cite{Old}', 'latex', false],
    ['See @OWN and @Old.', 'markdown', false],
  ];
  for (const [text, syntax, isKnown] of cases) {
    const read = readDraft(text, syntax);
    const { sources } = createDraftLibrary()(library, read, null);
    assert.deepEqual(
      read.citations.map(({ key }) => sources.get(key)?.key),
      isKnown ? ['own', 'own'] : [undefined, undefined],
      text,
    );
  }
});

const draft = `---
title: T
references:
- id: inline
  type: book
  title: Inline
- id: own
  title: Mine
bibliography:
  main: r.bib
  more: [a.bib, "b.json"]
---

Said @inline, @own, @tag:d and @missing.

[@tag:d]: doi:10.1234/x
`;

test('a draft sees its own references and tags, and the library stays as it is', () => {
  const library = libraryOf(bib);
  const read = readDraft(draft);
  assert.deepEqual(
    read.bibliographies.map(({ path, span }) => [path, draft.slice(span.start, span.end)]),
    [
      ['r.bib', 'r.bib'],
      ['a.bib', 'a.bib'],
      ['b.json', '"b.json"'],
    ],
  );
  assert.deepEqual(
    read.references.map(({ key, keySpan, title }) => [key, draft.slice(keySpan.start, keySpan.end), title]),
    [
      ['inline', 'inline', 'Inline'],
      ['own', 'own', 'Mine'],
    ],
  );
  const see = createDraftLibrary();
  const seen = see(library, read, documentId('/d/draft.md'));
  const undefinedKeys = checkDraft(read, seen).citations.filter(({ problem }) => problem !== null);
  assert.deepEqual(
    undefinedKeys.map(({ citation }) => citation.key),
    ['missing'],
  );
  assert.equal(seen.sources.get(citeKey('own'))?.entry?.title, 'Mine');
  assert.equal(seen.sources.get(citeKey('own'))?.bibliography, '/d/draft.md');
  assert.deepEqual([...seen.sources.keys()], ['inline', 'own', 'other']);
  assert.deepEqual(seen.problems, []);
  assert.equal(library.sources.get(citeKey('inline')), undefined);
  assert.equal(see(library, { ...read }, null), seen);
  const plain = readDraft('Said @own.');
  assert.equal(see(library, plain, null), library);
});

const matters: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['a flow list', 'references: [{id: a, title: T}, {id: b}]\nbibliography: x.bib', ['a', 'b'], ['x.bib']],
  ['an indented list', 'references:\n  - id: a\n    title: T\n  - id: b\nbibliography: x.bib', ['a', 'b'], ['x.bib']],
  ['a broken item', 'references:\n- id: a\n- id: [\n- id: c\nbibliography: x.bib', ['a', 'c'], ['x.bib']],
  [
    'quoted text that goes on in the first column',
    'abstract: "\n\nText.\n"\nbibliography: x.bib\ntitle: T',
    [],
    ['x.bib'],
  ],
  ['nothing', 'references:\nbibliography: []', [], []],
  ['a word', 'references: none\nbibliography: x.bib', [], ['x.bib']],
];

test('front matter', () => {
  for (const [name, yaml, keys, paths] of matters) {
    for (const text of [`---\n${yaml}\n---\n\nText\n`, `---\n${yaml}\n---\n\nText\n`.replace(/\n/g, '\r\n')]) {
      const { references, bibliographies } = readDraft(text);
      assert.deepEqual(
        references.map(({ key }) => key),
        keys,
        name,
      );
      assert.deepEqual(
        bibliographies.map(({ path }) => path),
        paths,
        name,
      );
      for (const { key, keySpan } of references) assert.equal(text.slice(keySpan.start, keySpan.end), key);
    }
  }
});

const mentions: readonly (readonly [string, boolean])[] = [
  ['Thanks to @smith and @jones.', true],
  ['Thanks to @smith, who cites @own.', false],
  ['Thanks to @smith [p. 3].', false],
  ['As said [@smith].', false],
  ['---\nbibliography: x.bib\n---\n\nThanks to @smith.', false],
  ['Nothing.', false],
];

test('names of people in a text that cites nothing', () => {
  const library = libraryOf(bib);
  for (const [text, expected] of mentions) {
    const read = readDraft(text);
    const shown = withoutMentions(read, library);
    assert.equal(shown !== read, expected, text);
    assert.equal(withoutMentions(read, library), shown);
    if (expected) assert.deepEqual(shown.citations, []);
  }
});
