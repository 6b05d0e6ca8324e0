import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBlocks, readDocument } from './reading.ts';

const MARKS = [
  '{',
  '}',
  '[',
  '$',
  '$$',
  '\\[',
  '\\(',
  '&',
  '\\\\',
  '^',
  '_{',
  '#',
  '%',
  '\\',
  '\\verb|',
  '\\url{',
  '\\foo{',
  '\\foo[',
  '\\textbf{',
  '\\footnote{',
  '\\caption{',
  '\\section{',
  '\\multicolumn{',
  '\\multirow{2}{*}{',
  '\\frac{',
  '\\cite{',
  '\\ref{a}',
  '\\label{a}',
  '\\input{',
  '\\def\\a{',
  '\\newcommand{\\a}[2]{',
  '\\newcommand{\\a}[1]{#1}\\a{',
  '\\iffalse ',
  '\\fi ',
  '\\else ',
  '\\begin{x}',
  '\\end{x}',
  '\\begin{table}',
  '\\end{table}',
  '\\begin{tabular}{l}',
  '\\end{tabular}',
  '\\begin{equation}',
  '\\begin{comment}',
  '\\begin{minipage}{5cm}',
  '\\makecell{',
  '\\subfloat[a]{',
  '\\item[',
  '\\title{',
  '\\author{',
  '\\num{',
  '\\"',
  '\\hline',
  '\\cmidrule(',
  '\\begin{document}',
  '\\appendix',
];

for (const mark of MARKS)
  test(`without end: ${mark}`, () => {
    const count = 10_000;
    const started = performance.now();
    for (const text of [
      mark.repeat(count),
      `\\begin{tabular}{ll} A & B \\\\ x & ${mark.repeat(count)} 1.5 \\\\ \\end{tabular}`,
    ])
      assert.ok(readBlocks(text));
    const time = performance.now() - started;
    assert.ok(time < 2000, `${time} ms`);
  });

const TABLE =
  '\\begin{table}\\caption{One.}\\begin{tabular}{ll} A & B \\\\ \\hline x & 1.5 \\\\ y & 2.5 \\\\ \\end{tabular}\\end{table}';

/** What is broken before a table, and in it, costs neither the table nor the text behind it. */
for (const broken of [
  '{',
  '}',
  '\\textbf{',
  '$',
  '\\caption{',
  '\\begin{center}',
  '\\end{itemize}',
  '\\iffalse',
  '\\fi',
  '\\foo[',
  '\\multicolumn{',
  '\\begin{equation}',
  '$$',
  '\\[',
])
  test(`costs no more than itself: ${broken}`, () => {
    const { tables, passages } = readDocument(`Before ${broken} it.\n\n${TABLE}\n\n\\section{Next} After.`);
    assert.deepEqual(
      tables.map(({ label, rows }) => [label, rows.length]),
      [['Table 1', 2]],
    );
    assert.equal(passages.at(-1)?.text, 'After.');
  });
