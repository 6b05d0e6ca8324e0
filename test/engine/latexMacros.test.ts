import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkDraft, createDraftReader, readDraft } from '../../shared/engine/index.ts';
import { libraryOf } from '../support/checked.ts';
import { readMarks, writeMarks } from '../support/fixture.ts';

const library = libraryOf(`=== heron2021.md
# Heron

Table 1: Accuracy (%) of the systems.

| Model | ParseBench | TreeBank |
|---|---|---|
| Falcon-7B | 43.8 | 52.1 |
| Osprey-2 | 40.2 | 49.9 |
| Bittern | 36.5 | 47.3 |

Table 2: Seconds of training.

| Model | Hopper |
|---|---|
| Falcon-7B | 12,426 |
| Osprey-2 | 15,393 |
=== x.bib
@misc{heron2021, title={Heron}, file={heron2021.md}}
`);

const files: Readonly<Record<string, string>> = {
  'macros.tex': '\\newcommand{\\sys}{Falcon-7B}\n\\input{numbers}\n',
  'numbers.tex': '\\newcommand{\\acc}{43.8}\\newcommand{\\wrong}{44.9}',
  'names.sty': '\\newcommand{\\sys}{Falcon-7B}',
};
const include = (name: string): { path: string; text: string } | null => {
  const path = [name, `${name}.tex`].find((one) => Object.hasOwn(files, one));
  return path === undefined ? null : { path, text: files[path] ?? '' };
};

interface Case {
  readonly about: string;
  readonly preamble?: string;
  /** The verdict of every number that is a claim stands behind it. */
  readonly body: string;
  /** A document that includes the draft. */
  readonly main?: string;
}

const CASES: readonly Case[] = [
  {
    about: 'a name',
    preamble: '\\newcommand{\\sys}{Falcon-7B}',
    body: '\\sys{} reaches «43.8»(supported) on ParseBench \\cite{heron2021}.\n\\sys reaches «44.9»(contradicted) on ParseBench \\cite{heron2021}.',
  },
  {
    about: 'a name by \\def and one through another',
    preamble: '\\def\\ours{\\textsc{\\base}-7B}\n\\def\\base{Falcon}',
    body: 'The accuracy of \\ours\\ on ParseBench is «44.9»(contradicted) \\cite{heron2021}.',
  },
  {
    about: 'a number',
    preamble: '\\newcommand{\\acc}{43.8}\\newcommand\\wrong{44.9\\%}\\newcommand{\\pct}{\\%}',
    body: 'Falcon-7B reaches «\\acc\\%»(supported), «\\acc\\pct»(supported) and $«\\acc»(supported)$ on ParseBench \\cite{heron2021}. Falcon-7B reaches «\\wrong»(contradicted) on ParseBench \\cite{heron2021}.',
  },
  {
    about: 'dress around a number stays outside of it',
    preamble: '\\newcommand{\\best}[1]{\\textbf{#1}}\\newcommand{\\second}[2][red]{\\textcolor{#1}{\\underline{#2}}}',
    body: 'Falcon-7B reaches \\best{«43.8»(supported)} on ParseBench \\cite{heron2021}. Falcon-7B reaches \\second[blue]{«44.9»(contradicted)} on ParseBench \\cite{heron2021}.',
  },
  {
    about: 'words between arguments in their order, and out of it',
    preamble: '\\newcommand{\\on}[2]{#1\\% on #2}\\newcommand{\\of}[2]{#2\\% on #1}',
    body: 'Falcon-7B reaches \\on{«44.9}{»(contradicted)ParseBench} and «\\of{TreeBank}{52.1}»(supported) \\cite{heron2021}.',
  },
  {
    about: 'cells of a table',
    preamble: '\\newcommand{\\best}[1]{\\textbf{#1}}\\def\\sys{Falcon-7B}\\def\\pb{ParseBench}\\def\\acc{52.1}',
    body: '\\begin{tabular}{lcc}\n\\toprule\nModel & \\pb & TreeBank \\\\\n\\midrule\n\\sys~\\cite{heron2021} & \\best{«44.9»(contradicted)} & «\\acc»(supported) \\\\\n\\bottomrule\n\\end{tabular}',
  },
  {
    about: 'a macro that cites',
    preamble: '\\def\\heron{Falcon-7B~\\cite{heron2021}}',
    body: 'On ParseBench, \\heron{} reaches «44.9»(contradicted).',
  },
  {
    about: 'what a preamble includes',
    preamble: '\\input{macros}',
    body: '\\sys{} reaches «\\acc»(supported) on ParseBench \\cite{heron2021}. \\sys{} reaches «\\wrong»(contradicted) on ParseBench \\cite{heron2021}.',
  },
  {
    about: 'a style file beside the draft',
    preamble: '\\usepackage{names}',
    body: '\\sys{} reaches «44.9»(contradicted) on ParseBench \\cite{heron2021}.',
  },
  {
    about: 'a chapter has what its main file defines',
    main: '\\documentclass{article}\\input{macros}\\begin{document}\\input{draft}\\end{document}',
    body: '\\sys{} reaches «\\wrong»(contradicted) on ParseBench \\cite{heron2021}.',
  },
  {
    about: 'definitions in the text say nothing by themselves',
    body: '\\newcommand{\\acc}{44.9}\\def\\sys{Falcon-7B}\n\\newcommand{\\acc}{44.9}\n\n\\sys{} reaches «\\acc»(contradicted) on ParseBench \\cite{heron2021}.',
  },
  {
    about: 'separators of thousands',
    body: 'Falcon-7B takes «12{,}426»(supported) seconds on Hopper, Osprey-2 $«15\\,393»(supported)$ \\cite{heron2021}. On Hopper, Falcon-7B takes «15{,}939»(unsupported) seconds \\cite{heron2021}. The accuracy of Falcon-7B on ParseBench is «43.8»(supported)\\,\\% \\cite{heron2021}.',
  },
  {
    about: 'a macro that grows without end',
    preamble: '\\def\\x{\\x\\x}\\def\\y{a\\y}',
    body: '\\x \\y Falcon-7B reaches «44.9»(contradicted) on ParseBench \\cite{heron2021}.',
  },
];

for (const { about, preamble, body, main = '' } of CASES)
  test(about, () => {
    const marked =
      preamble === undefined
        ? `${body}\n`
        : `\\documentclass{article}\n${preamble}\n\\begin{document}\n${body}\n\\end{document}\n`;
    const { text } = readMarks('draft.tex', marked);
    const { claims } = checkDraft(readDraft(text, 'latex', { main, include }), library);
    const numbers = claims.filter(({ claim }) => claim.kind === 'number');
    assert.equal(
      writeMarks(
        text,
        numbers.map(({ claim, verdict }) => ({ ...claim.span, code: verdict.kind })),
      ),
      marked,
    );
  });

test('macros without end stay under a bound', () => {
  for (const sign of ['\\def\\a{\\a\\a}\\a ', '\\newcommand{\\a}[1]{#1}\\a{', '\\newcommand{\\a}']) {
    const start = performance.now();
    readDraft(sign.repeat(1000), 'latex');
    assert.ok(performance.now() - start < 2000, sign);
  }
});

const signs = [
  '\\newcommand{\\a}{5.1}',
  '\\newcommand{\\b}[1]{x #1 \\a}',
  '\\def\\c#1#2{#2. \\a. #1}',
  '\\begin{document}',
  '\\begin{tabular}{l}',
  '\\end{tabular}',
  '\\a',
  '\\b{',
  '\\c{7}{8}',
  '\\c',
  '}',
  '&',
  '\\\\',
  '$',
  '\\cite{k}',
  '% ',
  '\\footnote{',
  ' Word 6.',
  '1{,}234',
  '\r\n',
  '\n\n',
];

test('a draft with macros is read alike again, and every place is in it', () => {
  const texts = fc.array(fc.constantFrom(...signs), { maxLength: 40 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(texts, texts, (before, text) => {
      const read = createDraftReader('latex');
      read(before);
      read(before + text);
      const draft = readDraft(text, 'latex');
      assert.deepEqual(read(text), draft);
      for (const block of draft.blocks) {
        const shown = block.kind === 'table' ? block.rows.flat() : block.kind === 'prose' ? [block] : [];
        for (const { masked, span, printed } of shown) {
          assert.equal(masked.length, span.end - span.start);
          for (const one of printed) assert.ok(span.start <= one.span.start && one.span.end <= span.end);
        }
        if (block.kind !== 'prose') continue;
        for (const [index, { start, end }] of block.sentences.entries())
          assert.ok(
            block.span.start <= start && end <= block.span.end && start >= (block.sentences[index - 1]?.end ?? 0),
          );
      }
    }),
    { numRuns: 500 },
  );
});
