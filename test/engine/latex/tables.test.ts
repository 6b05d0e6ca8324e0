import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellOf, gridsOf, readDocument, rowsOf } from './reading.ts';

const CELLS: readonly (readonly [string, string])[] = [
  ['\\textbf{43.8}', '43.8'],
  ['{\\bf 43.8}', '43.8'],
  ['\\cellcolor[HTML]{FF0000}\\underline{43.8}', '43.8'],
  ['\\cellcolor{red!25}43.8~$\\pm$~0.2', '43.8 ± 0.2'],
  ['43.8$_{\\pm 0.2}$', '43.8 ±0.2'],
  ['$43.8_{0.2}$', '43.8 0.2'],
  ['$\\mathbf{43.8}^{+1.2}$', '43.8 +1.2'],
  ['43.8$^{\\dagger}$', '43.8'],
  ['43.8\\tnote{a}', '43.8'],
  ['43.8\\footnotemark[2]', '43.8'],
  ['\\phantom{0}5.2', '5.2'],
  ['\\makecell[l]{43.8\\\\(0.2)}', '43.8/(0.2)'],
  ['\\shortstack{Two\\\\lines}', 'Two/lines'],
  ['\\begin{tabular}[c]{@{}c@{}}Two\\\\lines\\end{tabular}', 'Two/lines'],
  ['\\rotatebox[origin=c]{90}{Up}', 'Up'],
  ['\\parbox[t]{2mm}{\\centering Up}', 'Up'],
  ['\\num{1234.5}', '1234.5'],
  ['\\SI{3.5}{\\giga\\byte}', '3.5 GB'],
  ['\\ding{51}', '✓'],
  ['\\xmark', '✗'],
  ['$1.2\\times10^{-3}$', '1.2×10^-3'],
  ['\\cite{doe2020}', 'doe2020'],
  ['Net~\\cite{doe2020}', 'Net'],
  ['\\NetName{}', 'NetName'],
  ['\\diagbox{Model}{Data}', 'Model/Data'],
  ['43.8 % 99.9', '43.8'],
  ['$-$', '-'],
  ['7,200', '7,200'],
  ['$7{,}200$', '7,200'],
];

for (const [source, printed] of CELLS)
  test(`cell: ${source}`, () => {
    assert.equal(cellOf(`${source}\n`), printed);
  });

const TABLES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'spans',
    `\\begin{tabular}{llcc}\\toprule
     \\multirow{2}{*}{Model} & \\multirow{2}*{Size} & \\multicolumn{2}{c}{Acc}\\\\ \\cmidrule(lr){3-4}
      & & A & B \\\\ \\midrule
     \\multicolumn{4}{l}{\\emph{Ours}} \\\\
     \\multirow{2}{*}{N} & 7B & 1.5 & 2.5 \\\\
      & 13B & 3.5 & 4.5 \\\\ \\bottomrule\\end{tabular}`,
    [
      'Model | Size | Acc | Acc',
      'Model | Size | A | B',
      'Ours | Ours | Ours | Ours',
      'N | 7B | 1.5 | 2.5',
      'N | 13B | 3.5 | 4.5',
    ],
  ],
  [
    'citations below the headers',
    `\\begin{tabular}{lcc}\\toprule
      & Net & Mesh- \\\\
     Model & \\cite{doe2020} & Net \\cite{roe2021} \\\\ \\midrule
     \\cite{poe2022} & 1.5 & 2.5 \\\\ \\bottomrule\\end{tabular}`,
    [' | Net | Mesh-', 'Model |  | Net', 'poe2022 | 1.5 | 2.5'],
  ],
  [
    'a multirow that is told in its last row, and one that claims too much',
    'A & B & C \\\\ & 1 & \\multirow{9}{*}{x} \\\\ \\multirow{-2}{*}{N} & 2 & \\\\ M & 3 & y \\\\',
    ['A | B | C', 'N | 1 | x', 'N | 2 | x', 'M | 3 | y'],
  ],
  [
    'a rule under some headers',
    '& & Acc & \\\\ \\cline{2-4} M & A & B & C \\\\ \\hline n & 1 & 2 & 3 \\\\',
    [' | Acc | Acc | Acc', 'M | A | B | C', 'n | 1 | 2 | 3'],
  ],
  [
    'no \\\\ before the end, blank rows, space behind rows',
    'A & B \\\\[2pt]\n\n \\addlinespace[3pt] x & 1.5 \\\\* [0, 1] & 2.5',
    ['A | B', 'x | 1.5', '[0, 1] | 2.5'],
  ],
  [
    'a group that is not closed costs its cell',
    'A & B \\\\ {\\bf x & 1.5 \\\\ y & \\textbf{2.5 \\\\ z & 3.5 \\\\',
    ['A | B', 'x | 1.5', 'y | 2.5', 'z | 3.5'],
  ],
  ['rows without their end', 'A & B \\\\ \\hline x & 1.5 \\hline y & 2.5 \\hline', ['A | B', 'x | 1.5', 'y | 2.5']],
  ['a row end of which a converter took a part', 'A & B \\\\ x & 1.5 \\-2pt] y & 2.5', ['A | B', 'x | 1.5', 'y | 2.5']],
  [
    'other ends of rows',
    'A & B \\tabularnewline x & 1.5 \\cr y & 2.5 \\tabularnewline',
    ['A | B', 'x | 1.5', 'y | 2.5'],
  ],
  [
    'formulas on several lines in a cell',
    'A & B \\\\ $\\begin{aligned} a &= 1 \\\\ b &= 2 \\end{aligned}$ & 1.5 \\\\',
    ['A | B', 'a = 1/b = 2 | 1.5'],
  ],
];

for (const [name, source, rows] of TABLES)
  test(`table: ${name}`, () => {
    const whole = source.startsWith('\\begin') ? source : `\\begin{tabular}{lll}${source}\\end{tabular}`;
    assert.deepEqual(rowsOf(whole), rows);
  });

const HEADS: readonly (readonly [string, string])[] = [
  ['tabular', '[t]{ll}'],
  ['tabular*', '{\\textwidth}{@{\\extracolsep{\\fill}}ll}'],
  ['tabularx', '{\\linewidth}{lX}'],
  ['tabulary', '{1.0\\textwidth}{LC}'],
  ['longtable', '{ll}'],
  ['NiceTabular', '{ll}[hvlines]'],
  ['tabu', ' to \\linewidth {lX[2]}'],
  ['tblr', '{colspec={ll}, row{1}={font=\\bfseries}}'],
];

for (const [name, head] of HEADS)
  test(`environment: ${name}`, () => {
    assert.deepEqual(rowsOf(`\\begin{${name}}${head} A & B \\\\ x & 1.5 \\\\ \\end{${name}}`), ['A | B', 'x | 1.5']);
  });

const COLUMNS: readonly (readonly [string, string, string])[] = [
  ['lS[table-format=2.1]', '1.2(3)', '1.2 ± 0.3'],
  ['lS', '1.2 +- 0.3', '1.2 ± 0.3'],
  ['lr<{\\%}', '1.2', '1.2%'],
  ['>{\\bfseries}l>{$}c<{$}', 'x^2', 'x²'],
  ['*{2}{c}', '1.2', '1.2'],
  ['p{.15\\textwidth}|m{2cm}', '1.2', '1.2'],
];

for (const [columns, source, printed] of COLUMNS)
  test(`columns: ${columns}`, () => {
    assert.equal(cellOf(source, columns), printed);
  });

test('numbers that are set in two columns are one', () => {
  const rows = rowsOf(
    '\\begin{tabular}{lr@{.}lr@{$\\pm$}l} M & \\multicolumn{2}{c}{A} & \\multicolumn{2}{c}{B} \\\\ x & 43&8 & 1.5 & 0.2 \\\\ y & 7&25 & -- & \\\\ \\end{tabular}',
  );
  assert.deepEqual(rows, ['M | A | B', 'x | 43.8 | 1.5 ± 0.2', 'y | 7.25 | –']);
});

test('column types of the document', () => {
  const types = '\\newcolumntype{d}[1]{D{.}{.}{#1}}\\newcolumntype{P}{>{$}c<{$\\%}}';
  assert.equal(cellOf('1.5', 'ld{2}', types), '1.5');
  assert.equal(cellOf('2.5', 'lP', types), '2.5%');
});

const HEADERS: readonly (readonly [string, string, number])[] = [
  ['booktabs', '\\toprule A & B \\\\ \\midrule x & 1.5 \\\\ \\bottomrule', 1],
  ['two rows', '\\toprule A & B \\\\ \\cmidrule{2-2} & C \\\\ \\midrule x & 1.5 \\\\ \\bottomrule', 2],
  ['lines', '\\hline A & B \\\\ \\hline\\hline x & 1.5 \\\\ \\hline', 1],
  [
    'a rule under all columns',
    '\\cline{1-2} A & B \\\\ \\clineB{1-2}{2} x & 1k \\\\ \\hline y & 2k \\\\ \\cline{1-2}',
    1,
  ],
  ['no rules', 'A & B \\\\ x & 1.5 \\\\', 0],
  ['values above the first rule', 'x & 1.5 \\\\ \\hline y & 2.5 \\\\', 0],
];

for (const [name, source, count] of HEADERS)
  test(`header rows: ${name}`, () => {
    assert.equal(gridsOf(`\\begin{tabular}{ll}${source}\\end{tabular}`)[0]?.grid.declaredHeaders, count);
  });

test('marks and notes are kept beside the text', () => {
  const [block] = gridsOf(
    '\\begin{tabular}{ll} A & B \\\\ \\underline{\\textbf{1.5}}$^{\\dagger}$ & 2.5\\tnote{b} \\\\ \\end{tabular}',
  );
  const [first, second] = block?.grid.rows[1] ?? [];
  assert.deepEqual([first?.marks, first?.notes, second?.notes], [['underline', 'bold'], ['†'], ['b']]);
});

test('a table with numbers in the cell of another is a table of its own', () => {
  const inner = '\\begin{tabular}{ll} A & B \\\\ x & 1.5 \\\\ y & 2.5 \\end{tabular}';
  const tables = readDocument(`\\begin{tabular}{cc} ${inner} & ${inner} \\\\ left & right \\end{tabular}`).tables;
  assert.deepEqual(
    tables.map(({ rows }) => rows.length),
    [2, 2],
  );
});

test('the heads that later pages repeat are not rows', () => {
  const source = `\\begin{longtable}{ll}\\caption{Long.}\\\\ \\hline A & B \\\\ \\hline \\endfirsthead
    \\hline A & B \\\\ \\hline \\endhead \\hline \\multicolumn{2}{r}{Continued} \\\\ \\endfoot \\hline \\endlastfoot
    x & 1.5 \\\\ y & 2.5 \\\\ \\end{longtable}`;
  assert.deepEqual(rowsOf(source), ['A | B', 'x | 1.5', 'y | 2.5']);
  assert.equal(gridsOf(source)[0]?.caption, 'Table 1: Long.');
});

test('a table that is not closed ends with its float', () => {
  const source =
    '\\begin{table}\\caption{One.}\\begin{tabular}{ll} A & B \\\\ x & 1.5 \\\\ \\end{table}\n\\section{Next} Text.';
  assert.deepEqual(rowsOf(source), ['A | B', 'x | 1.5']);
  assert.deepEqual(readDocument(source).passages.at(-1)?.section, ['Next']);
});

test('every cell leads back to its number', () => {
  const source = `\\newcommand{\\best}[1]{\\textbf{#1}}\\newcommand{\\acc}{2.5}
\\begin{tabular}{lS} \\hline A & {B} \\\\ \\hline
  x & \\best{1.5} \\\\ % 9.9
  y & \\acc{} \\\\
  \\multicolumn{1}{c}{z} & \\cellcolor{gray}$3.5$\\cite{a} \\\\
\\end{tabular}`;
  const cells = readDocument(source).tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  assert.deepEqual(
    cells.map(({ text, span }) => [text, source.slice(span.start, span.end)]),
    [
      ['1.5', '1.5'],
      ['2.5', '\\acc'],
      ['3.5', '3.5'],
    ],
  );
});
