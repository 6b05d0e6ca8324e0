import assert from 'node:assert/strict';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { createLibraryStore } from '../../server/host/libraryStore.ts';
import { locateLibrary } from '../../server/host/locate.ts';
import { citeKey, draftSyntaxOf, readDraft } from '../../shared/engine/index.ts';
import { folderOf } from '../support/files.ts';

const bib = (key: string): string => `@misc{${key}, title = {T}}\n`;
const csl = (key: string): string => `[{"id": "${key}", "title": "T", "DOI": "10.1234/${key}"}]`;

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The draft; its text is among the files. */
  readonly draft: string;
  /** What it cites, and whether that is known. */
  readonly known: readonly string[];
  readonly unknown?: readonly string[];
  readonly problems?: readonly RegExp[];
  /** The documents that are sources. */
  readonly sources?: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'front matter with several files, one of them as a map',
    files: {
      'd/draft.md': '---\nbibliography:\n  main: a.bib\n  more: [../b.json, c.yaml]\n---\n',
      'd/a.bib': bib('a'),
      'b.json': csl('b'),
      'd/c.yaml': 'references:\n- id: c\n',
    },
    draft: 'd/draft.md',
    known: ['a', 'b', 'c'],
  },
  {
    name: 'LaTeX beside the bibliography: what names it is a draft, unless it is the work of an entry',
    files: {
      'a.bib': `${bib('a')}@misc{work, title={W}, file={work.tex}}\n`,
      'draft.md': '---\nbibliography: a.bib\n---\n',
      'supplement.tex': '\\documentclass{article}\\bibliography{a}\\begin{document}It has 5 pages.\\end{document}',
      'work.tex': '\\documentclass{article}\\bibliography{a}\\begin{document}It has 6 pages.\\end{document}',
      'paper.tex': '\\documentclass{article}\\bibliography{own}\\begin{document}It has 7 pages.\\end{document}',
    },
    draft: 'draft.md',
    known: ['a', 'work'],
    sources: ['paper.tex', 'work.tex'],
  },
  {
    name: 'Quarto: the project’s, the folder’s and the draft’s own',
    files: {
      '_quarto.yml': 'project:\n  type: book\nbibliography: [refs/all.bib, /root.bib]\nformat:\n  html: {}\n',
      'refs/all.bib': bib('all'),
      'refs/paper.md': '# A paper\n\nIt reaches 43.8 points.\n',
      'root.bib': bib('root'),
      'part/_metadata.yml': 'bibliography: part.bib\n',
      'part/part.bib': bib('part'),
      'part/draft.qmd': '---\nbibliography: own.ris\n---\n',
      'part/own.ris': 'TY  - JOUR\nID  - own\nER  - \n',
      'part/other.md': '# Another chapter\n\nIt has 5 pages.\n',
      'index.md': '# The book\n\nIt has 3 parts.\n',
      '_book/index.html': '<h1>The book</h1><p>It has 3 parts.</p>',
    },
    draft: 'part/draft.qmd',
    known: ['all', 'root', 'part', 'own'],
    sources: ['refs/paper.md'],
  },
  {
    name: 'Quarto: a file that is not there',
    files: { '_quarto.yml': 'bibliography: no.bib\n', 'draft.qmd': 'Text\n' },
    draft: 'draft.qmd',
    known: [],
    problems: [/no\.bib was not found at .*correct the path in _quarto\.yml/],
  },
  {
    name: 'bookdown: the first chapter has the settings',
    files: {
      '_bookdown.yml': 'book_filename: x\n',
      '_output.yml': 'bookdown::gitbook:\n  css: x.css\nbibliography: out.bib\n',
      'index.Rmd': '---\nbibliography: [book.bib]\n---\n',
      'book.bib': bib('book'),
      'out.bib': bib('R-knitr'),
      '01-intro.Rmd': '# Intro\n',
    },
    draft: '01-intro.Rmd',
    known: ['book', 'R-knitr'],
  },
  {
    name: 'LaTeX: a chapter that the main file includes',
    files: {
      'main.tex':
        '\\documentclass{book}\\begin{document}\n\\include{./parts/one}\n\\bibliography{refs}\n\\end{document}\n',
      'other.tex': '\\begin{document}% \\input{parts/one}\n\\bibliography{no}\n\\end{document}\n',
      'parts/one.tex': '\\chapter{One}\n\\input{floats/table.tex}\n',
      'floats/table.tex': 'A table\n',
      'refs.bib': bib('a'),
    },
    draft: 'floats/table.tex',
    known: ['a'],
  },
  {
    name: 'LaTeX: a chapter that names its main file',
    files: {
      'book/main.tex': '\\addbibresource{refs.bib}\\begin{document}\\end{document}\n',
      'book/refs.bib': bib('a'),
      'one.tex': '% !TeX root = book/main.tex\n\\chapter{One}\n',
    },
    draft: 'one.tex',
    known: ['a'],
  },
  {
    name: 'LaTeX: a part with the class of subfiles',
    files: {
      'main.tex': '\\begin{document}\\bibliography{refs}\\end{document}\n',
      'refs.bib': bib('a'),
      'parts/one.tex': '\\documentclass[../main]{subfiles}\n\\begin{document}\n\\end{document}\n',
    },
    draft: 'parts/one.tex',
    known: ['a'],
  },
  {
    name: 'MyST: named, and identifiers as keys',
    files: {
      'myst.yml': 'version: 1\nproject:\n  bibliography:\n    - refs/a.bib\n',
      'refs/a.bib': bib('a'),
      'b.bib': bib('b'),
      'doc/draft.md': 'Text\n',
    },
    draft: 'doc/draft.md',
    known: ['a', '10.1234/xyz', 'https://doi.org/10.1234/xyz'],
    unknown: ['b'],
  },
  {
    name: 'MyST: what stands beside the settings',
    files: { 'myst.yml': 'version: 1\n', 'b.bib': bib('b'), 'draft.md': 'Text\n' },
    draft: 'draft.md',
    known: ['b'],
  },
  {
    name: 'Jupyter Book',
    files: {
      '_config.yml': 'title: x\nbibtex_bibfiles:\n  - references.bib\n',
      'references.bib': bib('a'),
      'draft.md': 'Text\n',
    },
    draft: 'draft.md',
    known: ['a'],
  },
  {
    name: 'Manubot',
    files: {
      'content/metadata.yaml': 'title: x\n',
      'content/01.abstract.md': 'Text [@doi:10.1234/X] [@tag:one].\n',
      'content/02.main.md': 'Text\n\n[@tag:one]: doi:10.1234/manual\n[two]: pmid:5\n',
      'content/manual-references.json': csl('url:https://x.org/manual'),
      'content/manual-references-2.yaml': 'references:\n- id: raw:hand\n',
      'content/citation-tags.tsv': 'tag\tcitation\nthree\traw:hand\n',
      'output/references.json': csl('shortId'),
      'output/manuscript.html': '<h1>T</h1><p>It has 5 pages.</p>',
    },
    draft: 'content/01.abstract.md',
    known: [
      'doi:10.1234/shortid',
      'doi:10.9999/never-seen',
      'pmid:123',
      'pmcid:PMC123',
      'arxiv:2301.12345',
      'isbn:9781339919881',
      'url:https://x.org/manual',
      'url:https://anywhere.org',
      'wikidata:Q42',
      'tag:one',
      'tag:two',
      'tag:three',
      'raw:hand',
    ],
    unknown: ['tag:none', 'raw:none', 'doi:nothing'],
    sources: [],
  },
  {
    name: 'a library by grounded.json, and the draft’s own bibliography elsewhere',
    files: {
      'grounded.json': '{ "library": ["papers"] }',
      'papers/a.bib': bib('a'),
      'papers/p.md': '# P\n\nIt has 5 rows.\n',
      'd/draft.md': '---\nbibliography: own.bib\n---\n',
      'd/own.bib': bib('own'),
    },
    draft: 'd/draft.md',
    known: ['a', 'own'],
    sources: ['papers/p.md'],
  },
  {
    name: 'LaTeX: the written list of references in place of a missing bibliography',
    files: {
      'main.tex': '\\begin{document}\\bibliography{refs,more}\\end{document}\n',
      'main.bbl': '\\begin{thebibliography}{1}\\bibitem{listed} A.\\end{thebibliography}',
      'more.bib': bib('more'),
    },
    draft: 'main.tex',
    known: ['listed', 'more'],
  },
  {
    name: 'LaTeX: the written list of references of a chapter',
    files: {
      'main.tex': '\\begin{document}\\bibliography{refs}\\input{one}\\end{document}\n',
      'main.bbl': '\\entry{listed}{book}{}\n\\endentry\n',
      'one.tex': 'Text\n',
    },
    draft: 'one.tex',
    known: ['listed'],
  },
  {
    name: 'LaTeX: no written list of references where the bibliography is there',
    files: {
      'main.tex': '\\begin{document}\\bibliography{refs}\\end{document}\n',
      'main.bbl': '\\bibitem{listed} A.',
      'refs.bib': bib('refs'),
    },
    draft: 'main.tex',
    known: ['refs'],
    unknown: ['listed'],
  },
  {
    name: 'LaTeX: a written list of references that is included',
    files: {
      'main.tex': '\\begin{document}\\input{paper.bbl}\\end{document}\n',
      'paper.bbl': '\\bibitem{listed} A.',
    },
    draft: 'main.tex',
    known: ['listed'],
  },
  {
    name: 'nothing',
    files: { 'draft.md': 'Text\n' },
    draft: 'draft.md',
    known: [],
    problems: [/No library is known/],
  },
];

for (const { name, files, draft, known, unknown = ['missing'], problems = [], sources } of cases) {
  test(`bibliographies of a draft: ${name}`, async (t) => {
    const root = await folderOf(t, files);
    const { bibliographies } = readDraft(files[draft] ?? '', draftSyntaxOf(draft) ?? 'markdown');
    const location = await locateLibrary({
      draft: join(root, draft),
      bibliographies: bibliographies.map(({ path }) => path),
      workspaceRoot: root,
      library: [],
    });
    const library = await createLibraryStore({ exclude: [join(root, draft)] }).load(location);
    for (const key of known) assert.ok(library.sources.has(citeKey(key)), `${key} is known`);
    for (const key of unknown) assert.ok(!library.sources.has(citeKey(key)), `${key} is not known`);
    assert.equal(location.problems.length, problems.length);
    for (const [index, says] of problems.entries()) assert.match(location.problems[index]?.problem.message ?? '', says);
    if (sources !== undefined)
      assert.deepEqual(
        [...library.documents.keys()].map((id) => relative(root, id)),
        sources,
      );
  });
}
