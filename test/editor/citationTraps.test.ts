import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf } from '../../shared/editor/findings.ts';
import {
  checkDraft,
  createDraftLibrary,
  createLibrary,
  type DraftSyntax,
  documentId,
  type Library,
  readBibliography,
  readDraft,
} from '../../shared/engine/index.ts';

/** What citing tools have fallen into, in each syntax in which it can be written, and the keys that are cited there. */
interface Trap {
  readonly name: string;
  readonly keys: readonly string[];
  /** MyST has what Markdown has, too. */
  readonly texts: Partial<Readonly<Record<DraftSyntax, string>>>;
}

const inAll = (key: string): Trap['texts'] => ({
  markdown: `As is known [@${key}], and @${key} says so.`,
  myst: `As is known {cite:p}\`${key}\`, and {cite:t}\`${key}\` says so.`,
  latex: `As is known~\\citep{${key}}, and \\citet[see][p.~3]{${key}} says so.`,
  typst: `As is known @${key}[p. 3], and #cite(<${key}>, form: "prose") says so.`,
  org: `As is known [cite:@${key} p. 3], and [[cite:&${key}]] says so.`,
});

const keysWithMarks = [
  'doe:2020a',
  'DBLP:conf/nips/X17',
  'van-der-berg2020',
  'müller2020',
  'R-knitr',
  'a&b?c',
  'duquette_share',
].map((key): Trap => ({ name: `the key ${key}`, keys: [key, key], texts: inTypst(key, inAll(key)) }));

/** Typst has labels of fewer marks. */
function inTypst(key: string, texts: Trap['texts']): Trap['texts'] {
  const { typst, ...others } = texts;
  const quoted = `As #cite(label("${key}")), and #cite(label("${key}"), form: "prose") says so.`;
  return typst === undefined ? others : { ...others, typst: /[/&?]/.test(key) ? quoted : typst };
}

const traps: readonly Trap[] = [
  ...keysWithMarks,
  {
    name: 'a full stop behind a key',
    keys: ['smith2023', 'smith2023'],
    texts: {
      markdown: 'As shown by @smith2023. And [see @smith2023.].',
      typst: 'As shown by @smith2023. And @smith2023.',
      org: 'As shown by cite:smith2023. And [cite:see @smith2023.].',
    },
  },
  {
    name: 'other marks behind a key',
    keys: ['smith2023', 'smith2023', 'smith2023', 'smith2023'],
    texts: {
      markdown: "@smith2023: yes; @smith2023's; (@smith2023), “@smith2023”.",
      typst: "@smith2023: yes; @smith2023's; (@smith2023), “@smith2023”.",
    },
  },
  {
    name: 'a dash behind a key',
    keys: ['jones2000'],
    texts: { markdown: 'So says @jones2000---and others.', org: 'So says [cite:@jones2000]---and others.' },
  },
  {
    name: 'a key with two hyphens',
    keys: ['duquette_share--income_2019'],
    texts: {
      markdown: 'Whole only in braces: [@{duquette_share--income_2019}].',
      latex: 'Whole: \\cite{duquette_share--income_2019}.',
      typst: 'Whole: @duquette_share--income_2019.',
      org: 'Whole: [cite:@duquette_share--income_2019].',
      myst: 'Whole: {cite}`duquette_share--income_2019`.',
    },
  },
  {
    name: 'a key that ends at two hyphens',
    keys: ['duquette_share'],
    texts: { markdown: '@duquette_share--income_2019' },
  },
  { name: 'a key that begins with a digit', keys: ['2015.9a'], texts: { markdown: 'In @2015.9a-.d it stands.' } },
  { name: 'a key in braces', keys: ['Foo_Bar'], texts: { markdown: '@{Foo_Bar}: it says so.' } },
  {
    name: 'an author that is left out',
    keys: ['k'],
    texts: {
      markdown: 'Smith says so [-@k].',
      latex: 'Smith says so \\citeyearpar{k}.',
      typst: 'Smith says so #cite(<k>, form: "year").',
      org: 'Smith says so [cite/na:@k].',
      myst: 'Smith says so {cite:year}`k`.',
    },
  },
  {
    name: 'a locator',
    keys: ['knuth'],
    texts: {
      markdown: '@knuth [p. 33] says so.',
      latex: '\\textcite[33]{knuth} says so.',
      typst: '@knuth[p. 33] says so.',
      org: '[cite/t:@knuth p. 33] says so.',
      myst: '{cite:t}`knuth{p. 33}` says so.',
    },
  },
  {
    name: 'several with words around them',
    keys: ['k', 'knuth'],
    texts: {
      markdown: 'So it is [see @k, p. 3; also @knuth, chap. 1].',
      latex: 'So it is \\parencites[see][3]{k}[also][chap.~1]{knuth}, but \\citep{}.',
      typst: 'So it is @k[p. 3] @knuth[chap. 1].',
      org: 'So it is [cite:see @k p. 3;also @knuth chap. 1].',
      myst: 'So it is {cite:p}`{see}k{p. 3},{also}knuth{chap. 1}`.',
    },
  },
  {
    name: 'cross-references',
    keys: [],
    texts: {
      markdown: 'See @fig-x, @tbl-x, @sec-x, @eq-x, @fig:x, [@tbl-x; @fig-x], [-@sec-x] and @Fig-x.',
      myst: 'See {numref}`fig-x`, {ref}`sec-x`, {eq}`eq-x` and @fig-x.\n\n```{figure} x.png\n:name: fig-x\nNets\n```\n',
      latex: 'See \\ref{fig-x}, \\cref{tbl-x,sec-x}, \\autoref{fig:x} and \\eqref{eq-x}.\\label{fig-x}',
      typst: 'See @fig-x, @tbl:x, @eq-x and @nets.\n\n= Nets <nets>\n\n$ x $ <eq-x>\n',
      org: 'See [[fig-x]], ref:tbl-x and eqref:eq-x.',
    },
  },
  {
    name: 'mail',
    keys: [],
    texts: {
      markdown: 'Write to jane@nobody.org, <al@nobody.org> or [us](mailto:us@nobody.org).',
      latex: 'Write to jane@nobody.org or \\email{al@nobody.org}.',
      typst: 'Write to jane@nobody.org or #link("mailto:al@nobody.org").',
      org: 'Write to jane@nobody.org or [[mailto:al@nobody.org]].',
    },
  },
  {
    name: 'code',
    keys: [],
    texts: {
      markdown: 'With `@decorator`:\n\n```python\n@nobody\ndef f(): ...\n```\n\n~~~\n[@nobody]\n~~~\n\n    @nobody\n',
      latex:
        'With \\verb|\\cite{nobody}|:\n\\begin{verbatim}\n\\cite{nobody}\n\\end{verbatim}\n\\begin{lstlisting}\n\\cite{nobody}\n\\end{lstlisting}\n',
      typst: 'With `@decorator`:\n\n```python\n@nobody\n```\n',
      org: 'With =cite:nobody= and ~[cite:@nobody]~:\n\n#+begin_src python\n@nobody # cite:nobody\n#+end_src\n\n: cite:nobody\n',
    },
  },
  {
    name: 'what is escaped',
    keys: [],
    texts: { markdown: 'Not \\@nobody.', typst: 'Not \\@nobody.', latex: 'Not \\textbackslash cite\\{nobody\\}.' },
  },
  {
    name: 'handles in addresses',
    keys: [],
    texts: {
      markdown: 'At https://x.org/@nobody, x.org/@nobody and [here](https://x.org/@nobody).',
      latex: 'At \\url{https://x.org/@nobody}.',
      typst: 'At https://x.org/@nobody.',
      org: 'At https://x.org/@nobody and [[https://x.org/@nobody][here]].',
    },
  },
  {
    name: 'comments',
    keys: [],
    texts: {
      markdown: '<!-- [@nobody] --> Text <!-- @nobody\nand @nobody --> here.\n\n<!--\n[@nobody]\n-->\n',
      myst: '% {cite}`nobody`\n\nText.',
      latex:
        'Text. % \\cite{nobody}\n% \\cite{nobody}\n\\begin{comment}\n\\cite{nobody}\n\\end{comment}\n\\iffalse \\cite{nobody} \\fi\n\n\\iffalse\n\\cite{nobody}\n\n\\ifx\\a\\b c\\fi % \\fi\n\\cite{nobody}\n\\fi',
      typst: 'Text. // @nobody\n/* @nobody */',
      org: 'Text.\n# cite:nobody\n#+begin_comment\n[cite:@nobody]\n#+end_comment\n',
    },
  },
  {
    name: 'all works without a citation',
    keys: [],
    texts: {
      markdown: '---\nnocite: |\n  @*\n---\n\nText.',
      latex: 'Text.\\nocite{*}',
      typst: 'Text.\n#bibliography("refs.bib", full: true)',
      org: 'Text.\n\n[cite/n:@*]\nnocite:k',
    },
  },
  {
    name: 'a reference list that the draft has itself',
    keys: [],
    texts: {
      latex:
        'As said \\cite{own,other,third}.\n\\begin{thebibliography}{9}\n\\bibitem{own} A. Author. {Of Nets}. 2020.\n\\bibitem[{Doe} et al.(2021)Doe, Roe, and Poe]{other} Doe.\n\\bibitem[\\protect\\citeauthoryear{Doe}{2021}]%\n  {third} Doe.\n\\end{thebibliography}\n',
    },
  },
  {
    name: 'raw TeX in Markdown',
    keys: ['k', 'knuth'],
    texts: { markdown: 'As said \\cite{k} and \\citep[see][p. 3]{knuth}; \\begin{equation}@nobody\\end{equation}' },
  },
];

/** Two files that share a key, as several drafts of one group have them. */
const files = (keys: readonly string[]): Library => {
  const entries = [...new Set(keys)].map((key, index) => `@misc{${key}, title = {Title ${index}}}\n`);
  const [first = ''] = entries;
  return createLibrary(
    [],
    [entries.join(''), first].map((bib, index) => ({
      id: documentId(`/${index}.bib`),
      ...readBibliography('x.bib', bib),
    })),
  );
};

const all = files(traps.flatMap(({ keys }) => keys));
const nothing = files([]);

/** Each draft names a bibliography, so that a name such as `@smith` is no mention of a person. */
const headers: Readonly<Record<DraftSyntax, readonly [before: string, behind: string]>> = {
  markdown: ['---\nbibliography: refs.bib\n---\n\n', '\n'],
  myst: ['---\nbibliography: refs.bib\n---\n\n', '\n'],
  latex: ['\\documentclass{article}\n\\begin{document}\n', '\n\\bibliography{refs}\n\\end{document}\n'],
  typst: ['', '\n#bibliography("refs.bib")\n'],
  org: ['#+bibliography: refs.bib\n\n', '\n'],
};

function written(syntax: DraftSyntax, text: string): string {
  const [before, behind] = headers[syntax];
  return text.startsWith('---\n') ? text.replace('---\n', '---\nbibliography: refs.bib\n') : before + text + behind;
}

/** The keys that are undefined, as they stand at the places of the findings; anything else by its code. */
function said(text: string, syntax: DraftSyntax, library: Library): string[] {
  const draft = readDraft(text, syntax);
  const seen = createDraftLibrary()(library, draft, null);
  return findingsOf(draft, checkDraft(draft, seen), seen, 0).map(({ code, span, message }) => {
    const place = text.slice(span.start, span.end);
    return code === 'citation-undefined'
      ? place.replace(/^[@&]|^#?cite\(|^<|^label\("/, '').replace(/^\{/, '')
      : message;
  });
}

const variants: readonly (readonly [name: string, change: (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['with carriage returns', (text) => text.replace(/\n/g, '\r\n')],
  ['behind characters of two units', (text) => text.replace(/As |So |See /, (word) => `🦜🦜 ${word}`)],
];

for (const { name, keys, texts } of traps) {
  const both = { ...texts, ...(texts.markdown === undefined || texts.myst ? {} : { myst: texts.markdown }) };
  for (const [syntax, text] of Object.entries(both) as [DraftSyntax, string][]) {
    test(`traps: ${name}, ${syntax}`, () => {
      for (const [variant, change] of variants) {
        const draft = change(written(syntax, text));
        assert.deepEqual(said(draft, syntax, all), [], variant);
        const undefinedKeys = said(draft, syntax, nothing);
        assert.equal(undefinedKeys.length, keys.length, `${variant}: ${undefinedKeys.join(' ')}`);
        for (const [index, key] of keys.entries())
          assert.ok(undefinedKeys[index]?.startsWith(key), undefinedKeys[index]);
      }
    });
  }
}
