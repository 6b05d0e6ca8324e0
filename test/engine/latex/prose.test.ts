import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocument, sentencesOf } from './reading.ts';

const PRINTED: readonly (readonly [string, string])[] = [
  ['It is \\textbf{43.8\\%} and \\emph{more}.', 'It is 43.8% and more.'],
  ['It is $43.8\\%$ of $F_1$.', 'It is 43.8% of F1.'],
  ['We get $71.2 \\pm 0.3$ here.', 'We get 71.2 ± 0.3 here.'],
  ['A speed-up of 3.2$\\times$ in all.', 'A speed-up of 3.2× in all.'],
  ['Better is more ($\\uparrow$).', 'Better is more (↑).'],
  ['From 5--7 to 9 --- that is all.', 'From 5–7 to 9 — that is all.'],
  ['See \\cite{a,b}. Next, we go\\citep[p.~3]{c}on.', 'See. Next, we go on.'],
  ['As~\\citet{a} say, 5.1 is best~\\cite{b}, or not.', 'As say, 5.1 is best, or not.'],
  [
    'Erd\\H{o}s, Poincar\\\'e, Gr\\"{o}bner, \\c{C}a and \\v Sim, na\\"\\i ve.',
    'Erdős, Poincaré, Gröbner, Ça and Šim, naïve.',
  ],
  ['At 10\\,000 steps \\& \\$5 for \\#1\\_a.', 'At 10 000 steps & $5 for #1_a.'],
  [
    'A rate of $10^{-3}$ and $3\\cdot10^5$ for $x_i$ and $\\mathcal{L}_{CE}$.',
    'A rate of 10^-3 and 3·10^5 for x_i and L_CE.',
  ],
  ['BERT\\textsubscript{Base}, T5$_\\text{3B}$ and m$^2$.', 'BERT Base, T5 3B and m².'],
  ['The 5\\textsuperscript{th} \\textcolor{red}{one} is \\colorbox[rgb]{1,0,0}{best}.', 'The 5th one is best.'],
  [
    'Of \\SI{5.2}{\\kilo\\metre\\per\\second} and \\qty{12}{\\percent}, or \\num{1.2(3)}.',
    'Of 5.2 km/s and 12%, or 1.2 ± 0.3.',
  ],
  ["``Quoted'' with \\verb|x_1 % y| and \\url{http://x.org/a%20b_9}.", '“Quoted” with x_1 % y and .'],
  ['Words % a comment 99.9\n  go on.', 'Words go on.'],
  ['A ratio $\\frac{a}{b}$ and \\(c\\).', 'A ratio a/b and c.'],
  [
    'An equation \\begin{equation} x = 99 \\end{equation} and \\[ y = 98 \\] and $$ z = 97 $$ go.',
    'An equation and and go.',
  ],
  [
    'Size \\vspace{-2mm}\\hspace*{3pt}\\setlength{\\tabcolsep}{4pt}\\vskip 5pt plus 1fil is \\fontsize{7}{8}\\selectfont kept.',
    'Size is kept.',
  ],
];

for (const [source, printed] of PRINTED)
  test(`prose: ${source.slice(0, 60)}`, () => {
    assert.equal(sentencesOf(source).join(' '), printed);
  });

test('every sentence leads back to where it is written', () => {
  const source = '\\section{One}\nA \\emph{first} one is $5.1\\%$~\\cite{a}. The second\n% no\nis here: \\"a.\n\nLast.';
  const { passages } = readDocument(source);
  assert.deepEqual(
    passages.map(({ span }) => source.slice(span.start, span.end)),
    ['One', 'A \\emph{first} one is $5.1\\%$~\\cite{a}.', 'The second\n% no\nis here: \\"a.', 'Last.'],
  );
});

test('footnotes are read apart from the sentence they stand in', () => {
  assert.deepEqual(sentencesOf('It has 5\\footnote{Of 9 in all.} parts. More.'), [
    'It has 5 parts.',
    'More.',
    'Of 9 in all.',
  ]);
});

test('sections, items and paragraphs', () => {
  const source = `\\documentclass{article}\\begin{document}
\\begin{abstract}Short.\\end{abstract}
\\section{Results}\\subsection*{On \\textsc{Pets}}
\\begin{itemize}\\item First.\\item[b)] Second.\\end{itemize}
\\paragraph{Cost.} Low.
\\section{End} Done.
\\begin{thebibliography}{9}\\bibitem{a} Doe 2020, 55 pages.\\end{thebibliography}
\\end{document} Nothing 9.`;
  assert.deepEqual(
    readDocument(source).passages.map(({ section, text }) => `${section.join(' > ')}: ${text}`),
    [
      'Abstract: Abstract',
      'Abstract: Short.',
      'Results: Results',
      'Results > On Pets: On Pets',
      'Results > On Pets: First.',
      'Results > On Pets: b) Second.',
      'Results > On Pets > Cost.: Cost.',
      'Results > On Pets > Cost.: Low.',
      'End: End',
      'End: Done.',
    ],
  );
});

test('a float does not end the paragraph in which it stands', () => {
  assert.deepEqual(sentencesOf('It is\n\\begin{figure}\\caption{A sight.}\\end{figure}\n5 of 9.'), [
    'Figure 1: A sight.',
    'It is 5 of 9.',
  ]);
});

const TITLES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    '\\title{On \\\\ Nets\\thanks{Paid.}}\\author{Ann Lee$^1$ \\and Bo von Rau \\\\ Some University}',
    'On Nets',
    ['Ann Lee', 'Bo von Rau'],
  ],
  ['\\icmltitle{On Nets}\\icmlauthor{Ann Lee}{x}\\icmlauthor{Bo Rau}{y}', 'On Nets', ['Ann Lee', 'Bo Rau']],
  ['\\twocolumn[\\icmltitle{On Nets}]\\author{Ann Lee, Bo Rau \\& Cy Dee}', 'On Nets', ['Ann Lee', 'Bo Rau', 'Cy Dee']],
];

for (const [source, title, authors] of TITLES)
  test(`title page: ${source.slice(0, 30)}`, () => {
    const { metadata } = readDocument(
      `\\documentclass{article}${source}\\date{May 2021}\\begin{document}Text.\\end{document}`,
    );
    assert.deepEqual([metadata.title, metadata.authors, metadata.year], [title, authors, '2021']);
  });
