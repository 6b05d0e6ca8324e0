import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createDraftReader, type DraftSyntax, readDraft } from '../../shared/engine/index.ts';
import { citationsOf, proseOf } from '../support/citations.ts';

type Case = readonly [text: string, prose: readonly string[], citations?: readonly string[]];

const latex: readonly Case[] = [
  ['\\documentclass[5pt]{x}\n\\begin{document}\nText 6.\n\\end{document}\nAfter 7', ['paragraph Text 6.']],
  ['\\section*{Head \\textbf{5}\\label{s:6}}\nText 7', ['# Head 5', 'paragraph Text 7']],
  ['One~5\\% of \\$6--7, % 8\nand 9.', ['paragraph One 5\\% of $6 –7, and 9.']],
  ['So $43.8\\%$ and $12.3 \\pm 0.2$ but $n = 5$ and \\(7\\).', ['paragraph So 43.8\\% and 12.3 ± 0.2 but and 7 .']],
  ['A $1.2 \\times 10^{-3}$ or $10^5$ but $2^{10}$.', ['paragraph A 1.2 × 10^{-3} or 10^5 but .']],
  ['A \\num{5.1}, \\SI{6.2}{\\percent}, \\si{7}.', ['paragraph A 5.1 , 6.2 , .']],
  ['See Table~\\ref{t:5}, \\cref{f:6}, \\vspace{7mm}, \\url{x.org/8} end 9', ['paragraph See Table , , , end 9']],
  ['A \\verb|5| and \\texttt{6}\\textsuperscript{7}', ['paragraph A and 6']],
  ['A\\footnote{Note 5.} end 6.', ['paragraph A end 6.', 'footnote Note 5.']],
  [
    '\\begin{itemize}\n\\item One 5\n\n\\item Two 6\n\\end{itemize}\nAfter 7',
    ['item One 5', 'item Two 6', 'paragraph After 7'],
  ],
  ['A\n\\begin{align}\nx &= 5\n\n\\end{align}\nB 6', ['paragraph A B 6']],
  ['\\begin{verbatim}\n5\n\n6\n\\end{verbatim}\nB 7', ['paragraph B 7']],
  ['\\input{other}\n\\newcommand{\\x}[1]{5 #1}\nA 6', ['paragraph A 6']],
  [
    '\\begin{table}\n\\caption{Scores 5 \\cite{c}.}\n\\begin{tabular}{l|cc}\n\\toprule\n& \\multicolumn{2}{c}{Set}\\\\\nName & A & B\\\\\n\\midrule\nX \\cite{a} & \\textbf{6.1} & $7.2_{\\pm 0.3}$\\\\[2pt]\n\nY & 8 & 9\\%\\\\\n\\bottomrule\n\\end{tabular}\n\\end{table}',
    ['paragraph Scores 5 .', 'Name | Set A | Set B / X | 6.1 | 7.2 ± 0.3 / Y | 8 | 9\\% / caption Scores 5 .'],
    ['latex parenthetical c \\cite{c}', 'latex parenthetical a \\cite{a}'],
  ],
  [
    'A \\citep[Table~2]{a,\n% no\nb}.',
    ['paragraph A .'],
    [
      'latex parenthetical a \\citep[Table~2]{a,\n% no\nb} | table 2',
      'latex parenthetical b \\citep[Table~2]{a,\n% no\nb} | table 2',
    ],
  ],
  ['% \\cite{no}\nA \\nocite{*} 5', ['paragraph A 5'], []],
];

const typst: readonly Case[] = [
  ['= Head _5_ <s6>\nText 7', ['# Head 5', 'paragraph Text 7']],
  ['#set page(margin: 5cm)\n#let x = [6]\nText 7', ['paragraph Text 7']],
  ['So $43.8%$ and $12.3 plus.minus 0.2$ but $n = 5$.', ['paragraph So 43.8% and 12.3 ± 0.2 but .']],
  ['A $1.2 times 10^(-3)$.', ['paragraph A 1.2 × 10^(-3) .']],
  ['A `5` // 6\nand /* 7\n\n8 */ 9 https://x.org/10', ['paragraph A and 9']],
  ['```py\n5\n\n@a\n```\nB 6', ['paragraph B 6'], []],
  ['- One 5 #strong[6]\n+ Two _7_\n/ Term: 8', ['item One 5 6', 'item Two 7', 'item Term: 8']],
  ['A#footnote[Note 5.] end 6.', ['paragraph A end 6.', 'footnote Note 5.']],
  [
    '#figure(\n  table(\n    columns: (auto, 1fr),\n    table.header([Name], [A]),\n\n    [X @a], [*6.1*],\n    [Y], "7.2",\n  ),\n  caption: [Scores 5 @c.],\n) <t>',
    ['Name | A / X | 6.1 / Y | 7.2 / caption Scores 5 .', 'paragraph Scores 5 .'],
    ['typst parenthetical a @a', 'typst parenthetical c @c'],
  ],
  ['#table(columns: 2, [N], [A], table.cell(colspan: 2)[G], [X], $5.1$)', ['N | A / G | G / X | 5.1']],
  [
    'A @a[Table 2], @b @c. mail a@b.org \\@d @fig:e @s\n\n== S <s>',
    ['paragraph A , . mail a@b.org @d', '## S'],
    ['typst parenthetical a @a[Table 2] | table 2', 'typst parenthetical b @b @c', 'typst parenthetical c @b @c'],
  ],
  [
    '#cite(<a>, supplement: [p. 5], form: "prose") #cite(label("x/y"))',
    ['paragraph '],
    [
      'typst narrative a #cite(<a>, supplement: [p. 5], form: "prose") #cite(label("x/y")) | page 5',
      'typst parenthetical x/y #cite(<a>, supplement: [p. 5], form: "prose") #cite(label("x/y"))',
    ],
  ],
];

const org: readonly Case[] = [
  ['* TODO Head *5* :tag6:\nText 7', ['# Head 5', 'paragraph Text 7']],
  [':PROPERTIES:\n:X: 5\n:END:\n#+begin_src py\n6\n\n7\n#+end_src\nB 8\n# 9', ['paragraph B 8']],
  [
    'So $43.8\\%$ but $n=5$, =6= and ~7~, [[u][8]] [[file:9.png]] <2024-01-05 Fri>',
    ['paragraph So 43.8\\% but , and , 8'],
  ],
  ['- One 5\n- [X] Two /6/\n1) Three 7', ['item One 5', 'item Two 6', 'item Three 7']],
  ['#+begin_quote\nQuoted 5.\n#+end_quote', ['paragraph Quoted 5.']],
  ['A [fn:1] b [fn:: Note 5] end\n\n[fn:1] Foot 6', ['paragraph A b end', 'footnote Note 5', 'footnote Foot 6']],
  [
    '#+caption: Scores 5 [cite:@c].\n| Name | A |\n|------+---|\n| X [cite:@a] | *6.1* |\n| Y | 7.2 |\n#+tblfm: $2=8',
    ['paragraph Scores 5 .', 'Name | A / X | 6.1 / Y | 7.2 / caption Scores 5 .'],
    ['org parenthetical c [cite:@c]', 'org parenthetical a [cite:@a]'],
  ],
  [
    'A [cite/t:see @a p. 3;@b] and [cite/na:@c].',
    ['paragraph A and .'],
    [
      'org narrative a [cite/t:see @a p. 3;@b] | page 3',
      'org narrative b [cite/t:see @a p. 3;@b]',
      'org year-only c [cite/na:@c]',
    ],
  ],
  [
    'A cite:a,b, [[cite:&c Table 2;&d][x]] citet:e. ref:f \\cite{g} [cite/n:@h]',
    ['paragraph A , .'],
    [
      'org parenthetical a cite:a,b',
      'org parenthetical b cite:a,b',
      'org parenthetical c [[cite:&c Table 2;&d][x]] | table 2',
      'org parenthetical d [[cite:&c Table 2;&d][x]]',
      'org narrative e citet:e',
      'latex parenthetical g \\cite{g}',
    ],
  ],
];

const cases: Readonly<Partial<Record<DraftSyntax, readonly Case[]>>> = { latex, typst, org };

for (const [syntax, texts] of Object.entries(cases) as [DraftSyntax, readonly Case[]][])
  test(`a draft in ${syntax}`, async (t) => {
    for (const [text, prose, citations] of texts)
      await t.test(JSON.stringify(text), () => {
        assert.deepEqual(proseOf(text, syntax), prose);
        if (citations !== undefined) assert.deepEqual(citationsOf(text, syntax), citations);
      });
  });

test('the bibliographies that a draft names', () => {
  const named: readonly (readonly [DraftSyntax, string, readonly string[]])[] = [
    [
      'latex',
      '\\addbibresource[a=b]{x.bib}\n% \\bibliography{no}\n\\bibliography{y, z.bib}',
      ['x.bib', 'y.bib', 'z.bib'],
    ],
    ['typst', '#bibliography("x.bib", style: "apa")\n#bibliography(("y.yml", "z.bib"))', ['x.bib', 'y.yml', 'z.bib']],
    [
      'org',
      '#+bibliography: x y.bib\n#+BIBLIOGRAPHY: "z.bib"\nbibliography:a.bib,b.bib',
      ['x y.bib', 'z.bib', 'a.bib', 'b.bib'],
    ],
  ];
  for (const [syntax, text, expected] of named) {
    const { bibliographies } = readDraft(text, syntax);
    assert.deepEqual(
      bibliographies.map(({ path }) => path),
      expected,
    );
    for (const { path, span } of bibliographies) assert.ok(path.startsWith(text.slice(span.start, span.end)));
  }
});

test('comments of every syntax silence findings', () => {
  const comments: readonly (readonly [DraftSyntax, string])[] = [
    ['latex', '% grounded-ignore-next-line unsupported -- own'],
    ['typst', '// grounded-ignore-next-line unsupported'],
    ['typst', '/* grounded-ignore-next-line unsupported */'],
    ['org', '# grounded-ignore-next-line unsupported'],
  ];
  for (const [syntax, comment] of comments) {
    const text = `${comment}\nA line 5.\n`;
    const start = text.indexOf('A line');
    assert.deepEqual(readDraft(text, syntax).suppressions, [
      { span: { start, end: start + 9 }, codes: ['unsupported'] },
    ]);
  }
});

const signs = [
  'a ',
  '5.1 ',
  '\n',
  '\n\n',
  '\\',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '$',
  '%',
  '@k',
  '#',
  '<k>',
  '`',
  '=',
  '* ',
  '- ',
  '|',
  '&',
  '\\\\',
  '\\cite{a}',
  '\\begin{tabular}{c}',
  '\\end{tabular}',
  '\\item ',
  '\\footnote{',
  '\\caption{',
  '#table(',
  '#figure(',
  '#cite(<a>)',
  '"',
  ',',
  '[cite:@a]',
  '[[cite:&a]]',
  '#+begin_src',
  '#+end_src',
  '[fn::',
  ':x:',
  '//',
  '/*',
  '~',
  '_',
  '.',
  '\r\n',
];

test('any text is read, at its places, and alike when it is read again', () => {
  const texts = fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((pieces) => pieces.join(''));
  for (const syntax of ['latex', 'typst', 'org'] as const)
    fc.assert(
      fc.property(texts, texts, (before, text) => {
        const read = createDraftReader(syntax);
        read(before);
        read(before + text);
        const draft = readDraft(text, syntax);
        assert.deepEqual(read(text), draft);
        proseOf(text, syntax);
        citationsOf(text, syntax);
        for (const block of draft.blocks) {
          const cells = block.kind === 'table' ? block.rows.flat() : block.kind === 'prose' ? [block] : [];
          for (const { masked, span } of cells) assert.equal(masked.length, span.end - span.start);
          if (block.kind !== 'prose') continue;
          for (const sentence of block.sentences)
            assert.ok(block.span.start <= sentence.start && sentence.end <= block.span.end);
        }
      }),
      { numRuns: 300 },
    );
});

test('hostile text of every syntax stays under a bound', () => {
  for (const syntax of ['latex', 'typst', 'org'] as const)
    for (const sign of signs) {
      const text = sign.repeat(1000);
      const start = performance.now();
      readDraft(text, syntax);
      const took = performance.now() - start;
      assert.ok(took < 1500, `${syntax}: ${JSON.stringify(sign)} took ${took.toFixed(0)} ms`);
    }
});
