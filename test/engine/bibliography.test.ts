import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeTex } from '../../shared/engine/bibliography/decodeTex.ts';
import type { BibEntry } from '../../shared/engine/bibliography/entry.ts';
import { readFileField } from '../../shared/engine/bibliography/fileField.ts';
import { readArxiv, readBareArxiv, readDoi } from '../../shared/engine/bibliography/identifiers.ts';
import { readNames } from '../../shared/engine/bibliography/names.ts';
import { readBibliography } from '../../shared/engine/bibliography/readBibliography.ts';

const tex: readonly (readonly [string, string])[] = [
  [String.raw`M{\"u}ller and M\"uller, {\"{U}}`, 'Müller and Müller, Ü'],
  [String.raw`Fran{\c c}ois {\c{C}}elik \v{S} \v s`, 'François Çelik Š š'],
  [String.raw`\'{\i} \'\i \^{\j} {\'\i}n`, 'í í ĵ ín'],
  [String.raw`{\ss} {\ae} \o re {\L}{\'o}d{\'z} {\aa} \AA`, 'ß æ øre Łódź å Å'],
  [String.raw`Erd{\H o}s \H{o} \u{g} \k{a} \r{u} \d{s}`, 'Erdős ő ğ ą ů ṣ'],
  [String.raw`Jos\'e Garc\'{\i}a-L\'opez, \~n`, 'José García-López, ñ'],
  [String.raw`50\% of \$5 \& \#3 a\_b \{x\}`, '50% of $5 & #3 a_b {x}'],
  ["pages 3--5 --- and ``quoted''", 'pages 3–5 — and “quoted”'],
  [
    String.raw`{BERT}: {P}re-training of \emph{deep} \textbf{{Bi}directional} models`,
    'BERT: Pre-training of deep Bidirectional models',
  ],
  [String.raw`$\alpha$-divergence and $O(n^2)$ in \LaTeX\ are`, 'α-divergence and O(n²) in LaTeX are'],
  [String.raw`H$_2$O at $10^{-3}$, $\frac{a}{b+1}$ and $\sqrt{2x}$`, 'H₂O at 10⁻³, a/(b+1) and √(2x)'],
  [String.raw`$\mathcal{O}(n \log n)$, $x_{ij}$ and $\ell_1 \leq \mathbb{R}^d$`, 'O(n log n), x_ij and ℓ₁ ≤ R^d'],
  ['a~b  c\n  d', 'a b c d'],
  [String.raw`\href{http://x.org}{text} \url{http://y.org}`, 'text http://y.org'],
  ['Plain “Größe” ünïcode', 'Plain “Größe” ünïcode'],
  [String.raw`broken \ { here`, 'broken here'],
];

test('TeX to plain text', () => {
  for (const [source, plain] of tex) assert.equal(decodeTex(source), plain);
});

const names: readonly (readonly [string, readonly string[]])[] = [
  ['Smith, Jane', ['Smith|Jane']],
  ['Jane Smith', ['Smith|Jane']],
  ['Jane van der Berg', ['van der Berg|Jane']],
  ['van der Berg, Jane', ['van der Berg|Jane']],
  ['Ludwig van Beethoven and Johann Sebastian Bach', ['van Beethoven|Ludwig', 'Bach|Johann Sebastian']],
  ['King, Jr., Martin Luther', ['King|Martin Luther Jr.']],
  ['Martin Luther King Jr.', ['King|Martin Luther Jr.']],
  ['{OpenAI Team} and others', ['OpenAI Team|', 'et al.|']],
  ['{Barnes and Noble} and Smith, J.', ['Barnes and Noble|', 'Smith|J.']],
  [String.raw`M{\"u}ller, J{\"o}rg AND {\'E}tienne {\c{C}}elik`, ['Müller|Jörg', 'Çelik|Étienne']],
  ['Plato', ['Plato|']],
  ['family=Berg, given=Jane, prefix=van der', ['van der Berg|Jane']],
  ['Smith,\n  Jane\n and\n Doe, John', ['Smith|Jane', 'Doe|John']],
  ['', []],
];

test('names', () => {
  for (const [field, expected] of names) {
    assert.deepEqual(
      readNames(field).map(({ family, given }) => `${family}|${given}`),
      expected,
      field,
    );
  }
});

const files: readonly (readonly [string, readonly string[]])[] = [
  ['papers/x.pdf', ['papers/x.pdf']],
  [':papers/x.pdf:PDF', ['papers/x.pdf']],
  ['x.pdf:PDF', ['x.pdf']],
  [
    'Full Text:files/12/x.pdf:application/pdf;Snapshot:files/13/x.html:text/html',
    ['files/12/x.pdf', 'files/13/x.html'],
  ],
  ['a.pdf;b.html', ['a.pdf', 'b.html']],
  [String.raw`C\:\\papers\\x.pdf`, ['C:\\papers\\x.pdf']],
  [String.raw`:C\:/papers/x\;y.pdf:PDF`, ['C:/papers/x;y.pdf']],
  ['C:/papers/x.pdf', ['C:/papers/x.pdf']],
  ['', []],
];

test('file fields', () => {
  for (const [field, expected] of files) assert.deepEqual(readFileField(field), expected, field);
});

test('identifiers', () => {
  assert.equal(readDoi('https://doi.org/10.1234/abc.5'), '10.1234/abc.5');
  assert.equal(readDoi('doi:10.1234/a\\_b.'), '10.1234/a_b');
  assert.equal(readDoi('none'), null);
  assert.equal(readArxiv('arXiv preprint arXiv:2301.12345v2'), '2301.12345');
  assert.equal(readArxiv('http://arxiv.org/abs/cs/0112017'), 'cs/0112017');
  assert.equal(readArxiv('https://arxiv.org/pdf/2301.12345'), '2301.12345');
  assert.equal(readArxiv('10.48550/arXiv.2301.12345'), '2301.12345');
  assert.equal(readArxiv('Journal 2301.12345'), null);
  assert.equal(readBareArxiv('2301.12345v1'), '2301.12345');
  assert.equal(readBareArxiv('PMC123'), null);
});

function entriesOf(bib: string): Map<string, BibEntry> {
  const { entries } = readBibliography('references.bib', bib);
  for (const { key, keySpan, span, type } of entries) {
    assert.equal(bib.slice(keySpan.start, keySpan.end), key);
    assert.ok(bib.slice(span.start, span.end).toLowerCase().startsWith(`@${type}`));
  }
  return new Map(entries.map((entry) => [entry.key, entry]));
}

const whole = String.raw`% a comment with @article{no, title={x}}
@string{acl = "Proceedings of {ACL}"}
@STRING(pre = {Annual })
@comment{@article{hidden, title={x}}}
@preamble{"\newcommand{\x}{y}"}
@Article{full,
  author    = {Smith, Jane and Doe, John},
  title     = "A {"}quoted{"} title",
  journal   = pre # acl # { 2020},
  year      = 2020,
  month     = jan,
  doi       = {10.1234/ABC},
  url       = {https://example.org/a\_b},
  abstract  = {We reach 43.8\%.},
  file      = {:papers/full.pdf:PDF}
}
@inproceedings(round, title = {Round}, crossref = {proc}, archivePrefix = {arXiv}, eprint = {1706.03762v5})
@proceedings{proc, title = {Proc. of X}, year = {2019}, editor = {Ed, Itor}}
@misc{web, title = {Web}, date = {2011-05-06}, howpublished = {arXiv:2301.12345},}
@book{spaced   ,   title={S}   ,  publisher = {P} , year = "1999"   }`;

test('a bibliography file', () => {
  const entries = entriesOf(whole);
  assert.deepEqual([...entries.keys()], ['full', 'round', 'proc', 'web', 'spaced']);
  const entry = entries.get('full') as BibEntry;
  const { span, keySpan, ...full } = entry;
  assert.ok(span.start < keySpan.start);
  assert.deepEqual(full, {
    key: 'full',
    aliases: [],
    type: 'article',
    title: 'A "quoted" title',
    authors: [
      { family: 'Smith', given: 'Jane' },
      { family: 'Doe', given: 'John' },
    ],
    year: '2020',
    venue: 'Annual Proceedings of ACL 2020',
    doi: '10.1234/ABC',
    arxiv: null,
    url: 'https://example.org/a_b',
    files: ['papers/full.pdf'],
    fieldNames: ['author', 'title', 'journal', 'year', 'month', 'doi', 'url', 'abstract', 'file'],
  });
  assert.equal(entry.abstract, 'We reach 43.8%.');
  assert.equal(entry.details.container, 'Annual Proceedings of ACL 2020');
  assert.equal(entry.details.date, '2020-01');
  const round = entries.get('round');
  assert.equal(round?.arxiv, '1706.03762');
  assert.equal(round?.venue, 'Proc. of X');
  assert.equal(round?.year, '2019');
  assert.equal(entries.get('web')?.year, '2011');
  assert.equal(entries.get('web')?.arxiv, '2301.12345');
  assert.equal(entries.get('spaced')?.venue, 'P');
  assert.deepEqual(readBibliography('references.bib', whole).problems, []);
  assert.deepEqual(readBibliography('references.bib', whole.replace(/\n/g, '\r\n')).problems, []);
});

/** A broken entry, what is said of it, and the title that is still read. */
const broken: readonly (readonly [string, RegExp, string | null])[] = [
  ['@article{bad title = {T}}', /`bad` in line 3 lacks the comma behind its key/, 'T'],
  ['@article{bad, title = {T} year = 2020}', /`bad` in line 3 lacks the comma behind its field `title`/, 'T'],
  ['@article{bad, title = {T}, year = {2020', /`bad` in line 3 is not closed: its field `year` lacks a `}`/, 'T'],
  ['@article{bad, title = {T, year = 2020}', /`bad` in line 3 is not closed/, 'T, year = 2020'],
  ['@article{bad, title = {T}, year = 2020\n', /`bad` in line 3 is not closed; put its `}` at the end\.$/, 'T'],
  ['@article{bad, title = "T, year = 2020}', /`bad` in line 3 is not closed: its field `title` lacks a `"`/, ''],
  ['@article{bad, title {T}, year = 2020}', /`bad` in line 3 lacks the `=` behind its field `title`/, ''],
  ['@article{bad, title = , year = 2020}', /`bad` in line 3 has no value for its field `title`/, ''],
  ['@article{, title = {T}}', /The article entry in line 3 has no key/, null],
  ['@article{title = {T}}', /The article entry in line 3 has no key/, null],
  ['@article{bad, = {T}}', /`bad` in line 3 has a stray `=`/, ''],
];

test('a broken entry costs only itself', () => {
  for (const [entry, message, title] of broken) {
    const bib = `@book{first, title = {First}}\n\n${entry}\n\n@book{last, title = {Last}}\n`;
    const { problems } = readBibliography('references.bib', bib);
    assert.equal(problems.length, 1, `${entry}: ${problems.map((problem) => problem.message).join(' ')}`);
    assert.equal(problems[0]?.code, 'bib-entry-broken');
    assert.match(problems[0]?.message ?? '', message);
    assert.ok(problems[0]?.span && problems[0].span.start >= bib.indexOf('@article'));
    const entries = entriesOf(bib);
    assert.equal(entries.get('first')?.title, 'First', entry);
    assert.equal(entries.get('last')?.title, 'Last', entry);
    assert.equal(entries.get('bad')?.title ?? null, title, entry);
  }
});

test('of two entries with one key the first counts', () => {
  const bib = '@book{a, title = {One}}\n@book{a, title = {Two}}\n';
  const { entries, problems } = readBibliography('references.bib', bib);
  assert.deepEqual(
    entries.map(({ title }) => title),
    ['One'],
  );
  assert.deepEqual(
    problems.map(({ code, span }) => [code, span?.start]),
    [['bib-key-duplicate', bib.lastIndexOf('{a') + 1]],
  );
});

test('CSL JSON', () => {
  const json = `[
  {"id": "smith2020", "type": "article-journal", "title": "A <i>title</i>", "author": [{"family": "Smith", "given": "Jane"}, {"literal": "Team"}],
   "issued": {"date-parts": [[2020, 5]]}, "container-title": "Journal", "DOI": "10.1234/x", "URL": "https://arxiv.org/abs/2301.12345"},
  {"title": "no key"},
  {"id": "broken", oops},
  {"id": 7, "title": "Seven"}
]`;
  const { entries, problems } = readBibliography('references.json', json);
  assert.deepEqual(
    entries.map(({ key, keySpan }) => [key, json.slice(keySpan.start, keySpan.end)]),
    [
      ['smith2020', 'smith2020'],
      ['7', '7'],
    ],
  );
  const [smith] = entries;
  assert.equal(smith?.title, 'A title');
  assert.deepEqual(smith?.authors, [
    { family: 'Smith', given: 'Jane' },
    { family: 'Team', given: '' },
  ]);
  assert.equal(smith?.year, '2020');
  assert.equal(smith?.arxiv, '2301.12345');
  assert.equal(problems.length, 2);
  assert.equal(readBibliography('x.json', '{"a": 1}').problems.length, 1);
});

test('any text is read without an error', () => {
  const pieces = [
    '@article{',
    '@string{a=',
    '@comment{',
    'key',
    ',',
    ' = ',
    '{',
    '}',
    '"',
    '#',
    '\n',
    '%',
    '(',
    ')',
    'title',
    '\\',
    '@',
    "\\'",
    '5',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const bib = parts.join('');
      for (const { key, keySpan, span } of readBibliography('x.bib', bib).entries) {
        assert.equal(bib.slice(keySpan.start, keySpan.end), key);
        assert.ok(span.start <= keySpan.start && keySpan.end <= span.end && span.end <= bib.length);
      }
    }),
    { numRuns: 500 },
  );
});

test('hostile files stay under a bound', () => {
  for (const bib of [
    '@article{a, title = {'.repeat(5000),
    '@article{a'.repeat(5000),
    '\n@a{b, c={'.repeat(3000),
    `@a{b, c = {${'{'.repeat(50000)}`,
    '@a{b, c="'.repeat(5000),
    'x{\\"'.repeat(20000),
  ]) {
    const start = performance.now();
    readBibliography('x.bib', bib);
    decodeTex(bib);
    readNames(bib);
    assert.ok(performance.now() - start < 1500, bib.slice(0, 20));
  }
});
