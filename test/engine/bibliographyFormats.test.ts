import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BibEntry } from '../../shared/engine/bibliography/entry.ts';
import { formatOf } from '../../shared/engine/bibliography/formats.ts';
import { readBibliography } from '../../shared/engine/bibliography/readBibliography.ts';
import { atWork } from '../support/atWork.ts';

/** `key (type) Family, Given; …. Title. Venue. Year`, with what else the entry says behind it. */
function line({ key, type, authors, title, venue, year, doi, arxiv, url }: BibEntry): string {
  const names = authors.map(({ family, given }) => (given === '' ? family : `${family}, ${given}`)).join('; ');
  const ids = [doi && `doi:${doi}`, arxiv && `arXiv:${arxiv}`, doi === null && url].filter((one) => one);
  return [`${key} (${type}) ${names}`, title, venue, year, ...ids].filter((part) => part !== '').join('. ');
}

interface Case {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly lines: readonly string[];
  /** Details of the first entry. */
  readonly details?: Partial<BibEntry['details']>;
  readonly problems?: readonly RegExp[];
}

const cases: readonly Case[] = [
  {
    name: 'BibLaTeX: strings, concatenation, date spans, aliases, online and data set',
    file: 'r.bib',
    text: `@string{jml = {J. of } # "Machine" # { Learning}}
@article{a, title = {T}, subtitle = {S}, author = {Müller, J{\\"o}rg}, journaltitle = jml, date = {2019-05/2020-01},
  ids = {old, older}, volume = 3, number = {2}, pages = {12--15}, eprint = {1234567}, eprinttype = {pubmed}} @online{b, title={On {W}eb}, url={https://x.org/a_b}, date={2021-02-03}}
@dataset{c, author={{Team X}}, title={Data}, publisher={Zenodo}, year={2022}, doi={10.5281/zenodo.1}, version={2}}
@article{d, title={Pre}, eprint={2301.12345v2}, eprinttype={arXiv}, year={2023}}`,
    lines: [
      'a (article) Müller, Jörg. T: S. J. of Machine Learning. 2019',
      'b (online) . On Web. 2021. https://x.org/a_b',
      'c (dataset) Team X. Data. Zenodo. 2022. doi:10.5281/zenodo.1',
      'd (article) . Pre. 2023. arXiv:2301.12345',
    ],
    details: {
      container: 'J. of Machine Learning',
      volume: '3',
      issue: '2',
      pages: '12–15',
      date: '2019-05/2020-01',
      pmid: '1234567',
    },
  },
  {
    name: 'BibLaTeX: what is taken over by xdata and crossref',
    file: 'r.biblatex',
    text: `@inproceedings{a, xdata={acm, more}, crossref={proc}, title={Part}, author={Lee, A}}
@xdata{acm, publisher={ACM}, location={New York}}
@xdata{more, xdata={acm}, pages={1-2}}
@proceedings{proc, title={Proc. of X}, editor={Ed, Itor}, year=2018, crossref={series}}
@proceedings{series, title={All}, series={LNCS}, crossref={proc}}`,
    lines: [
      'a (inproceedings) Lee, A. Part. Proc. of X. 2018',
      'proc (proceedings) Ed, Itor. Proc. of X. All. 2018',
      'series (proceedings) Ed, Itor. All. Proc. of X. 2018',
    ],
    details: {
      container: 'Proc. of X',
      publisher: 'ACM',
      place: 'New York',
      pages: '1–2',
      series: 'LNCS',
      editors: [{ family: 'Ed', given: 'Itor' }],
    },
  },
  {
    name: 'BibTeX: a word that is defined later means nothing yet',
    file: 'r.bib',
    text: '@misc{a, note = {N}, publisher = pub}\n@string{pub = {Pub}}\n@misc{b, publisher = pub # { 2}}',
    lines: ['a (misc) . pub', 'b (misc) . Pub 2'],
    details: { publisher: 'pub', note: 'N' },
  },
  {
    name: 'CSL JSON: an object with items',
    file: 'r.json',
    text: `{"config": {"items": 3}, "items": [
 {"id": "a", "citation-key": "lee2020", "type": "paper-conference", "title": "A <i>b</i>", "author": [{"family": "Berg", "non-dropping-particle": "van", "given": "J"}],
  "editor": [{"literal": "Ed"}], "issued": {"date-parts": [[2020, 5, 6], ["2021"]]}, "container-title": "Proc", "page": "1-9", "PMID": "77", "abstract": "<jats:p>Text</jats:p>"},
 {"id": 7, "type": "webpage", "title": "Esc \\"q\\"", "issued": {"raw": "May 2019"}, "URL": "https://x.org"}]}`,
    lines: ['a (inproceedings) van Berg, J. A b. Proc. 2020', '7 (online) . Esc "q". 2019. https://x.org'],
    details: {
      date: '2020-05-06/2021',
      pages: '1–9',
      pmid: '77',
      editors: [{ family: 'Ed', given: '' }],
      abstract: 'Text',
    },
  },
  {
    name: 'Zotero’s own JSON, as Better BibTeX exports it',
    file: 'library.json',
    text: `{"items": [{"itemType": "journalArticle", "title": "T", "creators": [{"firstName": "Ann", "lastName": "Lee", "creatorType": "author"}],
 "date": "2020-05", "publicationTitle": "J", "DOI": "10.1234/x", "citationKey": "lee2020t", "extra": "PMCID: PMC12", "tags": [{"tag": "id"}]}]}`,
    lines: ['lee2020t (article) Lee, Ann. T. J. 2020. doi:10.1234/x'],
    details: { pmcid: 'PMC12', date: '2020-05' },
  },
  {
    name: 'CSL YAML: below references',
    file: 'r.yaml',
    text: `---
# From a reference manager
references:
- id: a
  type: article-journal
  title: "Colons: in titles"
  author:
    - family: Lee
      given: Ann
  issued:
    - year: 2010
      month: 3
  container-title: J
- id: 'b c'
  title: [broken
- title: no key
- id: d
  type: book
  issued: 2011-02
  abstract: |
    First.

    - second
...
`,
    lines: ['a (article) Lee, Ann. Colons: in titles. J. 2010', 'd (book) . 2011'],
    details: { date: '2010-03' },
    problems: [/no valid YAML/, /no `id`/],
  },
  {
    name: 'CSL YAML: a list, indented, with an alias',
    file: 'r.yml',
    text: '  - &one\n    id: a\n    type: book\n    title: T\n  - <<: *one\n    id: b\n',
    lines: ['a (book) . T', 'b (book) . T'],
  },
  {
    name: 'RIS',
    file: 'r.ris',
    text: [
      'TY  - JOUR',
      'ID  - lee2020',
      'T1  - A long title that',
      '      goes on',
      'A1  - Lee, Ann, Jr.',
      'AU  - Berg, Jo',
      'JO  - J. of X',
      'VL  - 12',
      'IS  - 3',
      'SP  - 45',
      'EP  - 50',
      'PY  - 2020/05/06/',
      'DO  - 10.1234/x',
      'N2  - Abs.',
      'ER  - ',
      '',
      'TY  - CHAP',
      'TI  - The deep part',
      'BT  - Whole',
      'AU  - Müller, Zoë',
      'A2  - Ed, E',
      'Y1  - 2019',
      'SN  - 978-3-16-148410-0',
      'TY  - WEB',
      'ER  -',
    ].join('\r\n'),
    lines: [
      'lee2020 (article) Berg, Jo; Lee, Ann Jr.. A long title that goes on. J. of X. 2020. doi:10.1234/x',
      'muller2019deep (incollection) Müller, Zoë. The deep part. Whole. 2019',
      'source (online) ',
    ],
    details: { pages: '45–50', issue: '3', abstract: 'Abs.', date: '2020-05-06' },
    problems: [/not closed/],
  },
  {
    name: 'Hayagriva',
    file: 'works.yml',
    text: `# Works
harry:
    type: Book
    title: Harry
    author: ["Rowling, J. K.", {name: Dyke, given-name: Jane, prefix: van}]
    date: 2003-06-21
    publisher: { name: Bloom, location: London }
    serial-number: { isbn: 0-7475-5100-6 }

"deep: one":
    type: Article
    title: { value: "Deep", verbatim: true }
    author: Lee, Ann
    date: 2019
    page-range: 812-847
    serial-number: 10.1234/y
    parent:
        type: Proceedings
        title: Proc. of Y
        volume: 3
        parent: { type: Anthology, title: LNCS }
bad:
    title: "never closed
good:
    type: Web
    title: G
    url: { value: https://x.org, date: 2020-01-01 }
`,
    lines: [
      'harry (book) Rowling, J. K.; van Dyke, Jane. Harry. Bloom. 2003',
      'deep: one (inproceedings) Lee, Ann. Deep. Proc. of Y. 2019. doi:10.1234/y',
      'good (online) . G. https://x.org',
    ],
    details: { place: 'London', isbn: '0-7475-5100-6', date: '2003-06-21' },
    problems: [/no valid YAML/],
  },
  {
    name: 'what BibTeX writes: natbib with initials behind, with years behind the authors, without authors',
    file: 'main.bbl',
    text: `\\begin{thebibliography}{4}
\\providecommand{\\natexlab}[1]{#1}

\\bibitem[Lee et~al.(2020{\\natexlab{a}})Lee, M{\\"u}ller, and van Berg]{lee2020}
Lee, A.~B., M{\\"u}ller, J., and van Berg, K.
\\newblock Deep things: {A} study.
\\newblock In \\emph{Proc. of Things}, pp.\\  1990--1999, 2020{\\natexlab{a}}.

\\bibitem[{Doe and others(2019)}]{doe2019}
Jane Doe, Al~Roe, et~al. 2019.
\\newblock \\href {https://doi.org/10.1234/x} {What is known}.
\\newblock \\emph{J. of X}, 12:3--9.

\\bibitem[web()]{web}
The page.
\\newblock \\url{https://x.org/2017}.

\\bibitem[Bard(2013)]{bard}
Bard, J.~F.
\\newblock \\emph{Practical optimization: a book}, volume~30.
\\newblock Springer, 2013.
\\newblock arXiv:1301.12345.

\\end{thebibliography}
`,
    lines: [
      'lee2020 (misc) Lee, A. B.; Müller, J.; van Berg, K.. Deep things: A study. Proc. of Things. 2020',
      'doe2019 (misc) Doe, Jane; Roe, Al; et al.. What is known. J. of X. 2019. doi:10.1234/x',
      'web (misc) . The page. https://x.org/2017',
      'bard (misc) Bard, J. F.. Practical optimization: a book. 2013. arXiv:1301.12345',
    ],
  },
  {
    name: 'what BibTeX writes: IEEE, Elsevier, ACM and plain',
    file: 'main.bbl',
    text: `\\begin{thebibliography}{4}
\\bibitem{cover}
T.~Cover and P.~Hart, \`\`Nearest neighbor patterns,'' \\emph{IEEE Trans. X}, vol.~13, pp. 21--27, 1967.

\\bibitem{nielsen}
M.~A. Nielsen, I.~L. Chuang, Quantum computation, Cambridge Press, 2010.

\\bibitem[Ray(2021)]%
        {ray}
\\bibfield{author}{\\bibinfo{person}{Ann Ray} {and} \\bibinfo{person}{Bo Lim}.} \\bibinfo{year}{2021}\\natexlab{}.
\\newblock \\showarticletitle{On rays}. \\newblock \\bibinfo{journal}{\\emph{Rays}} \\bibinfo{volume}{3} (\\bibinfo{year}{2021}).

\\bibitem{knuth}
Donald~E. Knuth.
\\newblock The art, 1968.
`,
    lines: [
      'cover (misc) Cover, T.; Hart, P.. Nearest neighbor patterns. IEEE Trans. X. 1967',
      'nielsen (misc) Nielsen, M. A.; Chuang, I. L.. Quantum computation. 2010',
      'ray (misc) Ray, Ann; Lim, Bo. On rays. Rays. 2021',
      'knuth (misc) Knuth, Donald E.. The art. 1968',
    ],
  },
  {
    name: 'what biber writes',
    file: 'main.bbl',
    text: `% $ biblatex auxiliary file $
\\refsection{0}
  \\datalist[entry]{nty/global//global/global}
    \\entry{lee2020}{inproceedings}{}
      \\name{author}{2}{}{%
        {{un=0,uniquepart=base,hash=ab}{%
           family={Lee},
           familyi={L\\bibinitperiod},
           given={Ann},
           giveni={A\\bibinitperiod}}}%
        {{un=0,hash=cd}{%
           family={Berg},
           given={J\\"{o}},
           prefix={van}}}%
      }
      \\list{publisher}{1}{%
        {ACM}%
      }
      \\field{booktitle}{Proc. of Things}
      \\field{title}{Deep things}
      \\field{year}{2020}
      \\verb{doi}
      \\verb 10.1234/x_y
      \\endverb
    \\endentry
    \\entry{web}{online}{}
      \\field{title}{The page}
      \\verb{url}
      \\verb https://arxiv.org/abs/2301.12345
      \\endverb
    \\endentry
`,
    lines: [
      'lee2020 (inproceedings) Lee, Ann; van Berg, Jö. Deep things. Proc. of Things. 2020. doi:10.1234/x_y',
      'web (online) . The page. arXiv:2301.12345. https://arxiv.org/abs/2301.12345',
    ],
  },
];

for (const { name, file, text, lines, details = {}, problems = [] } of cases) {
  for (const [ending, variant] of [
    ['', text],
    [', CRLF', text.replace(/\r?\n/g, '\r\n')],
  ] as const) {
    test(`bibliography: ${name}${ending}`, () => {
      const read = readBibliography(file, variant);
      assert.deepEqual(read.entries.map(line), lines);
      for (const { key, span, keySpan } of read.entries) {
        assert.ok(span.start <= keySpan.start && keySpan.end <= span.end && span.end <= variant.length);
        if (!/^(?:source|muller2019deep)$/.test(key)) assert.equal(variant.slice(keySpan.start, keySpan.end), key);
      }
      const first = read.entries[0]?.details as unknown as Record<string, unknown>;
      for (const [field, value] of Object.entries(details)) assert.deepEqual(first[field], value, field);
      assert.equal(read.problems.length, problems.length, read.problems.map(({ message }) => message).join(' '));
      for (const [index, says] of problems.entries()) assert.match(read.problems[index]?.message ?? '', says);
    });
  }
}

test('the format of a file is told by its extension and its first words', () => {
  const told: readonly (readonly [string, string, string])[] = [
    ['a.bib', 'TY', 'bibtex'],
    ['a.BIB', '', 'bibtex'],
    ['a.yml', 'references:\n- id: a', 'csl-yaml'],
    ['a.yaml', '# x\n---\n- id: a', 'csl-yaml'],
    ['a.yaml', 'a:\n  type: Book', 'hayagriva'],
    ['a.json', '[]', 'csl-json'],
    ['a.txt', 'TY  - JOUR', 'ris'],
    ['a.txt', '@book{a,', 'bibtex'],
    ['a', '[{"id": 1}]', 'csl-json'],
  ];
  for (const [path, text, name] of told) assert.equal(formatOf(path, text).name, name, `${path} ${text}`);
});

test('an edited bibliography reads the same as a fresh one', () => {
  const entry = (index: number, title: string): string =>
    `@article{k${index}, title = {${title}}, journal = pub, author = {Lee, A}, crossref = {${index % 5 === 0 ? 'k1' : ''}}}\n`;
  const base = ['@string{pub = {P}}\n', ...Array.from({ length: 12 }, (_, index) => entry(index, `T ${index}`))];
  const edits: readonly ((parts: string[]) => void)[] = [
    (parts) => parts.splice(3, 1, entry(2, 'Another')),
    (parts) => parts.splice(3, 1),
    (parts) => parts.unshift('% a comment\n'),
    (parts) => parts.splice(0, 1, '@string{pub = {Q}}\n'),
    (parts) => parts.splice(2, 1, entry(1, 'Parent')),
    (parts) => parts.splice(5, 0, '@article{broken, title = {x\n'),
    (parts) => parts.reverse(),
  ];
  for (const edit of edits) {
    const before = base.join('');
    const parts = [...base];
    edit(parts);
    const after = parts.join('');
    const earlier = { text: before, entries: readBibliography('r.bib', before).entries };
    const [again, fresh] = [readBibliography('r.bib', after, earlier), readBibliography('r.bib', after)];
    assert.deepEqual(again, fresh);
    assert.deepEqual(
      again.entries.map(({ details }) => details),
      fresh.entries.map(({ details }) => details),
    );
  }
});

const pieces: Readonly<Record<string, readonly string[]>> = {
  'x.json': ['{', '}', '[', ']', '"id"', ':', '"a"', ',', '1', '"items"', '\\', '"', 'null', '\n'],
  'x.yaml': [
    'references:',
    '\n',
    '- ',
    'id: a',
    '  ',
    'type: b',
    '"',
    '[',
    ']',
    '{',
    '}',
    '&a',
    '*a',
    '|',
    '---',
    '#',
    ': ',
  ],
  'x.yml': ['a:', '\n', '  ', 'type: Book', 'parent:', '- ', '"', '[', '&a ', '*a', 'title: T', '---', '...', ': '],
  'x.ris': ['TY  - ', 'JOUR', '\n', '\r', 'ER  - ', 'AU  - ', 'Lee, A', 'ID  - ', ' ', 'x'],
};

for (const [file, parts] of Object.entries(pieces)) {
  test(`any text is read as ${file} without an error`, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (chosen) => {
        const text = chosen.join('');
        for (const entry of readBibliography(file, text).entries) {
          const { span, keySpan } = entry;
          assert.ok(entry.details !== null);
          assert.ok(span.start <= keySpan.start && keySpan.end <= span.end && span.end <= text.length, text);
        }
      }),
      { numRuns: 300 },
    );
  });
}

test('hostile files of every format stay under a bound', () => {
  for (const [file, text] of [
    ['x.json', `[{"id": "${'a'.repeat(2_000_000)}"}]`],
    ['x.json', `[${'{"id":'.repeat(20_000)}`],
    ['x.json', `[{"id": "a", "x": ${'['.repeat(50_000)}`],
    ['x.yaml', `references:\n${'- id: a\n'.repeat(1000)}`],
    ['x.yaml', `${'['.repeat(2000)}`],
    ['x.yml', `${'a: {b: '.repeat(500)}`],
    ['x.yml', `a: &a [x]\n${Array.from({ length: 20 }, (_, i) => `b${i}: &b${i} {type: [*a, *a]}\n`).join('')}`],
    ['x.ris', 'TY  - '.repeat(50_000)],
    ['x.ris', `TY  - JOUR\n${'AU  - a\n'.repeat(50_000)}`],
    ['x.bib', `@a{b, title = {$${'\\frac{'.repeat(20_000)}$}}`],
    ['x.bib', `@a{b, title = {${'$x^{'.repeat(20_000)}}}`],
    ['x.bib', `@a{b, ids = {${'a,'.repeat(50_000)}}, xdata = {${'b,'.repeat(20_000)}}}`],
  ] as const) {
    const cost = atWork(() => {
      for (const { details } of readBibliography(file, text).entries.slice(0, 3)) assert.ok(details);
    });
    assert.ok(cost < 2000, `${file} ${text.slice(0, 30)} ${cost}`);
  }
});
