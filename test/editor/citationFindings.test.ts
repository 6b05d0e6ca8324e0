import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf } from '../../shared/editor/findings.ts';
import { checkDraft, createLibrary, documentId, readBibliography, readDraft } from '../../shared/engine/index.ts';
import { createFieldReader, type RequiredFields, requiredFields } from '../../shared/findings/index.ts';
import { writeMarks } from '../support/fixture.ts';

/** What is said of the citations of a draft by the side of these bibliography files. */
function found(files: Readonly<Record<string, string>>, text: string, required: RequiredFields = requiredFields) {
  const bibliographies = Object.entries(files).map(([path, bib]) => ({
    id: documentId(path),
    ...readBibliography(path, bib),
  }));
  const library = createLibrary([], bibliographies);
  const draft = readDraft(text);
  const entries = { fieldsOf: createFieldReader((id) => files[id] ?? null), required };
  return findingsOf(draft, checkDraft(draft, library), library, 0, entries);
}

const marked = (files: Readonly<Record<string, string>>, text: string, required?: RequiredFields): string =>
  writeMarks(
    text,
    found(files, text, required).map(({ span, code }) => ({ ...span, code })),
  );

const doe = (key: string, more: string): string =>
  `@article{${key}, author = {Doe, Al}, journal = {Nature}, year = {2020}, ${more}}\n`;
const title = 'title = {A long enough title of a paper}';

const sameWork: readonly (readonly [name: string, bib: string, code: string])[] = [
  [
    'one DOI in two spellings',
    doe('a', `${title}, doi = {10.1000/ABC}`) +
      doe('b', `title = {A long enough title}, doi = {https://doi.org/10.1000/abc}`),
    'citation-duplicate-work',
  ],
  [
    'one title, author and year',
    doe('a', title) + doe('b', 'title = {A {Long} Enough Title of a Paper}'),
    'citation-duplicate-work',
  ],
  [
    'a preprint and what was published of it',
    `@misc{a, ${title}, author = {Doe, Al}, year = 2019, eprint = {1901.00001}, archiveprefix = {arXiv}}\n` +
      doe('b', `${title}, doi = {10.1000/abc}`),
    'citation-duplicate-version',
  ],
  [
    'a preprint with a DOI of its server',
    `@article{a, ${title}, author = {Doe, Al}, year = 2019, journal = {bioRxiv}, doi = {10.1101/2019.01.02.123456}}\n` +
      doe('b', `${title}, doi = {10.1000/abc}`),
    'citation-duplicate-version',
  ],
  ['two parts of a series', doe('a', `${title}, doi = {10.1000/1}`) + doe('b', `${title}, doi = {10.1000/2}`), ''],
  ['a yearly report', doe('a', title) + doe('b', title).replace('2020', '2021'), ''],
  ['the title of another author', doe('a', title) + doe('b', title).replace('Doe', 'Roe'), ''],
  ['a title of few words', doe('a', 'title = {Introduction}') + doe('b', 'title = {Introduction}'), ''],
  [
    'chapters with the DOI of their book',
    doe('a', 'title = {On the origin of nets}, doi = {10.1000/book}') +
      doe('b', 'title = {Some thoughts about sound}, doi = {10.1000/book}'),
    '',
  ],
];

for (const [name, bib, code] of sameWork) {
  test(`one work under two keys: ${name}`, () => {
    const expected = code === '' ? 'See [@a; @b] and @b.' : `See [@a; «@b»(${code})] and @b.`;
    assert.equal(marked({ 'x.bib': bib }, 'See [@a; @b] and @b.'), expected);
    assert.equal(marked({ 'x.bib': bib }, 'See @b.'), 'See @b.');
  });
}

const retracted: readonly (readonly [fields: string, isRetracted: boolean])[] = [
  ['title = {RETRACTED: A result}', true],
  ['title = {[Retracted] A result}', true],
  ['title = {{RETRACTED ARTICLE}: A result}', true],
  ['title = {A result}, note = {Retracted in 2021}', true],
  ['title = {A result}, note = {This article has been retracted.}', true],
  ['title = {A result}, keywords = {nets, Retracted, sound}', true],
  ['title = {A result}, keywords = {Retracted Publication}', true],
  ['title = {Retracted papers and who cites them}', false],
  ['title = {Retraction of papers: a study}', false],
  ['title = {A result}, note = {We study retracted papers}', false],
  ['title = {A result}, keywords = {retracted papers}', false],
  ['title = {WHY PAPERS ARE RETRACTED}', false],
];

const retractedIn: Readonly<Record<string, string>> = {
  'x.json': '[{"id": "a", "type": "webpage", "title": "A result", "URL": "https://x.org", "status": "retracted"}]',
  'x.yaml': 'references:\n- id: a\n  title: A result\n  note: Retracted in 2021\n- id: b\n',
  'x.yml': 'a:\n  type: web\n  title: A result\n  url: https://x.org\n  note: "Retracted in 2021"\n',
  'x.ris': 'TY  - GEN\nID  - a\nTI  - A result\nKW  - nets\nKW  - Retracted\nER  - \n',
};

test('a work is retracted only where the library says so', () => {
  for (const [fields, isRetracted] of retracted) {
    const expected = isRetracted ? 'See «@a»(source-retracted) and @a.' : 'See @a and @a.';
    assert.equal(marked({ 'x.bib': doe('a', fields) }, 'See @a and @a.'), expected, fields);
  }
  for (const [path, text] of Object.entries(retractedIn))
    assert.match(marked({ [path]: text }, 'See @a.'), /«@a»\(source-retracted\)/, path);
});

const lacking: readonly (readonly [bib: string, lacks: string])[] = [
  ['@article{a, author = {Doe}, title = {T}, year = 2020}', 'no journal or eprint'],
  ['@article{a, author = {Doe}, title = {T}, date = {2020-01}, journaltitle = {J}}', ''],
  ['@article{a, title = {T}, journal = {}, year = 2020}', 'no author, no journal or eprint'],
  ['@inproceedings{a, author = {Doe}, title = {T}, crossref = {p}}\n@proceedings{p, title = {P}, year = 2020}', ''],
  ['@inproceedings{a, author = {Doe}, title = {T}, year = 2020}', 'no booktitle'],
  ['@phdthesis{a, author = {Doe}, title = {T}, school = {S}, year = 2020}', ''],
  ['@misc{a, title = {T}}', ''],
  ['@software{a, title = {T}}', ''],
  ['@string{jml = {J}}\n@article{a, author = {Doe}, title = {T}, journal = jml, year = 2020}', ''],
];

test('a cited entry names the fields that its type asks for and that it lacks', () => {
  for (const [bib, lacks] of lacking) {
    const findings = found({ 'x.bib': bib }, 'See @a, and @a.');
    assert.deepEqual(
      findings.map(({ code }) => code),
      lacks === '' ? [] : ['bib-field-missing'],
      bib,
    );
    if (lacks !== '') assert.ok(findings[0]?.message.includes(`has ${lacks}:`), findings[0]?.message);
  }
  const misc = { 'x.bib': '@misc{a, title = {T}}' };
  assert.equal(marked(misc, 'See @a.', { misc: ['url/doi'] }), 'See «@a»(bib-field-missing).');
  assert.equal(marked({ 'x.bib': '@article{a}' }, 'Nothing.'), 'Nothing.');
});

/** The same article in every format, whole; then without its journal. */
const formats: readonly (readonly [path: string, text: string, journal: string])[] = [
  ['x.bib', '@article{a, author = {Doe}, title = {T}, year = 2020, journal = {J}}', 'journal = {J}'],
  [
    'x.json',
    '[{"id": "a", "type": "article-journal", "author": [{"family": "Doe"}], "title": "T", "issued": {"raw": "2020"}, "container-title": "J"}]',
    ', "container-title": "J"',
  ],
  [
    'x.yaml',
    '- id: a\n  type: article-journal\n  author: [{family: Doe}]\n  title: T\n  issued: 2020\n  container-title: J\n',
    '  container-title: J\n',
  ],
  ['x.ris', 'TY  - JOUR\nID  - a\nAU  - Doe\nTI  - T\nPY  - 2020\nJO  - J\nER  - \n', 'JO  - J\n'],
  [
    'x.yml',
    'a:\n  type: article\n  author: Doe\n  title: T\n  parent: {title: J, date: 2020}\n  date: 2020\n',
    '  parent: {title: J, date: 2020}\n',
  ],
];

for (const [path, text, journal] of formats) {
  test(`what an article lacks: ${path}`, () => {
    assert.equal(marked({ [path]: text }, 'See @a.'), 'See @a.');
    const [finding] = found({ [path]: text.replace(journal, '') }, 'See @a.');
    assert.match(finding?.message ?? '', /The article entry of @a has no journal or eprint/);
  });
}

test('the publisher stands for the journal in an item of CSL', () => {
  const item = { id: 'a', type: 'article-journal', author: [{ family: 'Doe' }], title: 'T', issued: 2020 };
  assert.equal(marked({ 'x.json': JSON.stringify([{ ...item, publisher: 'P' }]) }, 'See @a.'), 'See @a.');
});

const meant: readonly (readonly [cited: string, instead: readonly string[]])[] = [
  ['[@smith2020net]', ['smith2020nets']],
  ['[@smith2020]', ['smith2020nets']],
  ['[@Smith2020Nets]', ['smith2020nets']],
  ['[@leee2021; see @smith2020nets]', ['lee2021']],
  ['[@orr1999]', []],
  ['[@doi:10.1000/nets]', ['smith2020nets']],
  ['[@{https://doi.org/10.1000/NETS}]', ['smith2020nets']],
  ['[@arXiv:2101.00002v3]', ['lee2021']],
  ['[@arxiv:2101.99999]', []],
];

test('an unknown key is told with those that may be meant: near ones, or that of its DOI or arXiv identifier', () => {
  const bib = `${doe('smith2020nets', `${title}, doi = {10.1000/Nets}`)}${doe('lee2021', 'title = {Sound}, eprint = {2101.00002}')}`;
  for (const [cited, instead] of meant) {
    const findings = found({ 'x.bib': bib }, `See ${cited}.`).filter(({ code }) => code === 'citation-undefined');
    assert.equal(findings.length, 1, cited);
    assert.deepEqual(findings[0]?.instead, instead, cited);
  }
});

test('the document of a source is missed only where a number could be checked against it', () => {
  const bib = { 'x.bib': '@misc{a, title = {T}}' };
  const cases: readonly (readonly [text: string, isMissed: boolean])[] = [
    ['Nets reach 43.8 points @a.', true],
    ['| Net | Score |\n| --- | --- |\n| Heron @a | 43.8 |\n', true],
    ['In 2018 they were made @a.', false],
    ['Namely 1) a first and 2) a second step @a, with BERT4 and step_5.', false],
    ['Nets reach two points @a.', false],
  ];
  for (const [text, isMissed] of cases)
    assert.equal(marked(bib, text), isMissed ? text.replace('@a', '«@a»(source-missing)') : text);
});

/** Each is a trap that some tool has fallen into; nothing is to be said of any. */
const quiet: readonly string[] = [
  'As shown by @smith2023.',
  'See @fig-x, @tbl-x, @sec-x, @eq-x and [@fig:x].',
  'Made with knitr [@R-knitr] and `@decorator`.',
  'Mail a@smith2023x.org, or a/@nobody and \\@escaped.',
  '<!-- [@nobody] -->',
  'See [@doe:2020a] and @{Foo_Bar}: it says so.',
  'A path/@handle.',
];

test('no false finding', () => {
  const keys = ['smith2023', 'R-knitr', 'doe:2020a', 'Foo_Bar'];
  const bib = keys.map((key, index) => doe(key, `title = {Title ${index}}`)).join('');
  for (const text of quiet) assert.equal(marked({ 'x.bib': bib }, text), text);
});

test('a key that two files define is one key, and comments silence what is said of citations anywhere', () => {
  const files = { 'a.bib': doe('a', 'title = {T}'), 'b.bib': '@article{a, title = {T}}' };
  assert.equal(marked(files, 'See @a.'), 'See @a.');
  const ignore = (code: string): string => `<!-- grounded-ignore-line ${code} -->`;
  const places: readonly ((comment: string) => string)[] = [
    (comment) => `See [@nobody]. ${comment}`,
    (comment) => `- One.\n- See [@nobody]. ${comment}\n- Three.`,
    (comment) => `1. One\n\n   See [@nobody]. ${comment}`,
    (comment) => `> See [@nobody]. ${comment}`,
    (comment) => `Text.[^1]\n\n[^1]: See [@nobody]. ${comment}`,
    (comment) => `| Model | Source |\n| --- | --- |\n| Net | [@nobody] ${comment} |\n`,
    (comment) => `# See [@nobody] ${comment}`,
  ];
  for (const place of places) {
    assert.match(marked(files, place('')), /«@nobody»\(citation-undefined\)/);
    for (const code of ['', 'citation-undefined']) {
      const text = place(ignore(code));
      assert.equal(marked(files, text), text);
    }
    assert.match(marked(files, place(ignore('uncited'))), /«@nobody»/);
  }
});
