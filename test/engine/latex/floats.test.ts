import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gridsOf, readDocument, sentencesOf } from './reading.ts';

const tabular = (value: string): string => `\\begin{tabular}{ll} A & B \\\\ x & ${value} \\\\ \\end{tabular}`;

const CAPTIONS: readonly (readonly [string, string, readonly string[]])[] = [
  ['above', `\\begin{table}\\caption{One.}${tabular('1')}\\end{table}`, ['Table 1: One.']],
  [
    'below, in a box',
    `\\begin{table*}[t]\\resizebox{\\linewidth}{!}{${tabular('1')}}\\caption[short]{One $\\times$.\\label{a}}\\end{table*}`,
    ['Table 1: One ×.'],
  ],
  [
    'in order',
    `\\begin{table}${tabular('1')}\\caption{One.}\\end{table}\\begin{wraptable}{r}{5cm}${tabular('2')}\\caption{Two.}\\end{wraptable}`,
    ['Table 1: One.', 'Table 2: Two.'],
  ],
  [
    'two tables and one caption',
    `\\begin{table}${tabular('1')}${tabular('2')}\\caption{Both.}\\end{table}`,
    ['Table 1: Both.', 'Table 1: Both.'],
  ],
  [
    'two captions below',
    `\\begin{table}${tabular('1')}\\caption{One.}${tabular('2')}\\caption{Two.}\\end{table}`,
    ['Table 1: One.', 'Table 2: Two.'],
  ],
  [
    'two captions above',
    `\\begin{table}\\caption{One.}${tabular('1')}\\caption{Two.}${tabular('2')}\\end{table}`,
    ['Table 1: One.', 'Table 2: Two.'],
  ],
  [
    'side by side',
    `\\begin{figure}\\begin{minipage}{.5\\linewidth}\\includegraphics{x}\\caption{Sight.}\\end{minipage}\\begin{minipage}[b]{.5\\linewidth}${tabular('1')}\\captionof{table}{One.}\\end{minipage}\\end{figure}`,
    ['Table 1: One.'],
  ],
  ['in a figure', `\\begin{figure}${tabular('1')}\\caption{Sight.}\\end{figure}`, ['Figure 1: Sight.']],
  [
    'parts',
    `\\begin{table}\\caption{All.}\\begin{subtable}{.5\\textwidth}${tabular('1')}\\caption{Left.}\\end{subtable}\\subfloat[Right.]{${tabular('2')}}\\end{table}`,
    ['Table 1: All. (a) Left.', 'Table 1: All. (b) Right.'],
  ],
  [
    'outside of floats',
    `\\begin{center}${tabular('1')}\\captionof{table}{One.}\\end{center}\n${tabular('2')}\\captionof{table}{Two.}`,
    ['Table 1: One.', 'Table 2: Two.'],
  ],
  ['no number', `\\begin{table}\\caption*{Plain.}${tabular('1')}\\end{table}`, ['Plain.']],
  [
    'of another kind',
    `\\begin{figure}\\captionsetup{type=table}${tabular('1')}\\caption{One.}\\end{figure}`,
    ['Table 1: One.'],
  ],
  ['none', tabular('1'), ['']],
  [
    'a brace too few',
    `\\begin{table}\\caption{One \\textbf{two}\\label{a}${tabular('1')}\\end{table}\\begin{table}\\caption{Three.}${tabular('2')}\\end{table}`,
    ['', 'Table 1: Three.'],
  ],
];

for (const [name, source, captions] of CAPTIONS)
  test(`captions: ${name}`, () => {
    assert.deepEqual(
      gridsOf(source).map(({ caption }) => caption),
      captions,
    );
  });

const NUMBERS: readonly (readonly [string, string])[] = [
  ['\\documentclass{IEEEtran}', 'Table III'],
  ['\\renewcommand{\\thetable}{S\\arabic{table}}', 'Table S3'],
  ['\\setcounter{table}{4}', 'Table 7'],
  ['\\numberwithin{table}{section}\\section{A}', 'Table 1.3'],
  ['\\appendix\\renewcommand{\\thetable}{\\thesection\\arabic{table}}\\section{A}', 'Table A3'],
];

for (const [before, label] of NUMBERS)
  test(`numbers: ${before}`, () => {
    const table = `\\begin{table}\\caption{It.}${tabular('1')}\\end{table}`;
    assert.equal(gridsOf(before + table.repeat(3)).at(-1)?.caption, `${label}: It.`);
  });

test('references print the numbers of what they name', () => {
  const source = `\\section{A}\\label{s}\\subsection{B}\\label{t}
In Table~\\ref{one}, \\cref{two,one} and \\autoref{fig} of Section~\\ref{t}, not~\\ref{none}.
\\begin{table}\\caption{Two.\\label{two}}${tabular('1')}\\end{table}
\\begin{figure}\\caption{Sight.}\\label{fig}\\end{figure}
\\begin{table}\\label{one}\\caption{One.}${tabular('1')}\\end{table}`;
  assert.equal(
    sentencesOf(source).find((sentence) => sentence.startsWith('In')),
    'In Table 2, Table 1, 2 and Figure 1 of Section 1.1, not .',
  );
});

test('tables carry their label, caption and section', () => {
  const { tables } = readDocument(
    `\\section{Results}\\begin{table}\\caption{Scores in \\%.}${tabular('1.5')}\\end{table}`,
  );
  assert.deepEqual(
    tables.map(({ label, caption, section }) => [label, caption, section]),
    [['Table 1', 'Table 1: Scores in %.', ['Results']]],
  );
});
