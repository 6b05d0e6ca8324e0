import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocument, rowsOf, sentencesOf } from './reading.ts';

const EXPANDED: readonly (readonly [string, string])[] = [
  ['\\newcommand{\\net}{Our Net\\xspace}\\net is \\net, or \\net{}s.', 'Our Net is Our Net, or Our Nets.'],
  [
    '\\newcommand{\\net}{Net\\xspace}\\net-50, \\net\\emph{x}, \\net/\\net (\\net) of \\net (1).',
    'Net-50, Net x, Net/Net (Net) of Net (1).',
  ],
  ['\\newcommand\\pair[2]{#1 and #2}\\pair{A}{B}, \\pair12.', 'A and B, 1 and 2.'],
  ['\\newcommand*{\\opt}[2][five]{#1 of #2}\\opt{nine}, \\opt[six]{ten}.', 'five of nine, six of ten.'],
  ['\\def\\x#1{(#1)}\\x{a} \\x b.', '(a) b.'.replace(') b', ') (b)')],
  ['\\def\\x{1}\\renewcommand{\\x}{2}\\providecommand{\\x}{3}\\x.', '2.'],
  ['\\let\\old\\emph \\let\\y=\\z \\def\\z{no}\\old{It} goes.', 'It goes.'],
  ['\\DeclareMathOperator*{\\top}{Top}$\\top_1$ it is.', 'Top1 it is.'],
  ['\\NewDocumentCommand{\\n}{s O{x} m}{#2-#3}\\n*{a}, \\n[b]{c}.', 'x-a, b-c.'],
  ['\\newenvironment{note}[1]{Note #1: }{ End.}\\begin{note}{7}Text.\\end{note}', 'Note 7: Text. End.'],
  ['\\newcommand{\\make}[1]{\\newcommand{\\made}[1]{#1 ##1}}\\make{a}\\made{b}.', 'a b.'],
  ['One \\iffalse two \\else three \\fi four \\iftrue five \\else six \\fi.', 'One three four five .'],
  ['\\newif\\iflong \\iflong long \\else short \\fi\\longtrue\\iflong long\\fi.', 'short long.'],
  [
    '\\def\\a{1}\\let\\b\\a One \\ifx\\a\\b \\ifnum1<2 two\\fi \\else three\\fi. Four \\ifx\\c\\undefined five\\fi.',
    'One two. Four five.',
  ],
  [
    '\\newboolean{z}\\setboolean{z}{true}\\ifthenelse{\\boolean{z}}{Yes}{No}, \\ifthenelse{\\equal{a}{b}}{yes}{no}.',
    'Yes, no.',
  ],
  ['\\begin{comment} no 9 \\end{comment}Yes \\begin{verbatim} {99 \\end{verbatim}', 'Yes'],
  ['\\makeatletter\\def\\@x{inner}\\def\\y{\\@x}\\makeatother\\y@z.', 'inner@z.'],
];

for (const [source, printed] of EXPANDED)
  test(`macro: ${source.slice(0, 60)}`, () => {
    assert.equal(sentencesOf(source).join(' '), printed);
  });

test('a definition does not replace what the reader knows better', () => {
  const source = '\\renewcommand{\\section}[1]{#1}\\def\\midrule{x}\\section{One} Text.';
  assert.deepEqual(readDocument(source).passages.at(-1)?.section, ['One']);
});

for (const source of [
  '\\def\\a{\\a}\\a',
  '\\def\\a{\\a\\a}\\a',
  '\\def\\a#1{\\a{#1#1}}\\a{x}',
  '\\newenvironment{e}{\\begin{e}}{\\end{e}}\\begin{e}',
  '\\newcolumntype{C}{CC}\\begin{tabular}{C}a & 1 \\\\ b & 2\\end{tabular}',
])
  test(`ends: ${source}`, () => {
    assert.ok(readDocument(`${source}\n\nText.`).passages.length <= 2);
  });

test('rows and tables that macros hold', () => {
  const source = `\\newcommand{\\row}[3]{#1 & #2 & #3 \\\\ \\hline}
\\newcommand{\\all}{\\begin{tabular}{lll} \\row{A}{B}{C} x & 1.5 & 2.5 \\\\ \\end{tabular}}
\\all`;
  assert.deepEqual(rowsOf(source), ['A | B | C', 'x | 1.5 | 2.5']);
  const [cell] = readDocument(source).tables[0]?.rows[0]?.cells ?? [];
  assert.equal(source.slice(cell?.span.start, cell?.span.end), '1.5');
});
