import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDraft } from '../../shared/engine/index.ts';
import { citationsOf, proseOf } from '../support/citations.ts';

const citations: readonly (readonly [string, readonly string[]])[] = [
  ['\\cite{a}', ['latex parenthetical a \\cite{a}']],
  ['\\cite*{a, b_c}', ['latex parenthetical a \\cite*{a, b_c}', 'latex parenthetical b_c \\cite*{a, b_c}']],
  ['\\citep[see][p. 3]{a}', ['latex parenthetical a \\citep[see][p. 3]{a} | page 3']],
  ['\\citep[Table 2]{a}', ['latex parenthetical a \\citep[Table 2]{a} | table 2']],
  ['\\citet{a} and \\Textcite{b}', ['latex narrative a \\citet{a}', 'latex narrative b \\Textcite{b}']],
  ['\\citeauthor{a} \\citeyear{a}', ['latex narrative a \\citeauthor{a}', 'latex year-only a \\citeyear{a}']],
  ['\\autocite[33]{DBLP:conf/x}', ['latex parenthetical DBLP:conf/x \\autocite[33]{DBLP:conf/x} | page 33']],
  [
    '\\parencites(see)()[3]{a}[4]{b}',
    [
      'latex parenthetical a \\parencites(see)()[3]{a}[4]{b} | page 3',
      'latex parenthetical b \\parencites(see)()[3]{a}[4]{b} | page 4',
    ],
  ],
  ['\\volcite{2}[p. 5]{a}', ['latex parenthetical a \\volcite{2}[p. 5]{a} | page 5']],
  ['\\cref{a} \\ref{b} \\nocite{c} \\nocite{*} \\citetext{d} `\\cite{e}` \\cite', []],
  ['\\cite{a} @b', ['latex parenthetical a \\cite{a}', 'pandoc narrative b @b']],
  ['{cite:p}`a`', ['myst parenthetical a {cite:p}`a`']],
  ['{cite}`a,b`', ['myst parenthetical a {cite}`a,b`', 'myst parenthetical b {cite}`a,b`']],
  ['{cite:t}`{see}a{p. 3}`', ['myst narrative a {cite:t}`{see}a{p. 3}` | page 3']],
  ['{cite:ps}`a; b`', ['myst parenthetical a {cite:ps}`a; b`', 'myst parenthetical b {cite:ps}`a; b`']],
  ['{cite:year}`a`', ['myst year-only a {cite:year}`a`']],
  ['{doi}`10.1000/x`', ['myst parenthetical 10.1000/x {doi}`10.1000/x`']],
  ['[@10.1000/abc.d]', ['pandoc parenthetical 10.1000/abc.d [@10.1000/abc.d]']],
  ['{ref}`a` {numref}`fig` ``{cite}`a` ``', []],
];

test('citations in Markdown that are not written as Pandoc has them', async (t) => {
  for (const [text, expected] of citations)
    await t.test(text, () => assert.deepEqual(citationsOf(`So ${text} here.`), expected));
});

const prose: readonly (readonly [string, readonly string[]])[] = [
  ['A \\citep[p. 3]{a} 5 {cite:p}`b{p. 6}` end {numref}`fig 7`.', ['paragraph A 5 end .']],
  [
    '```{note}\n:name: n-5\nInside 6.\n\n````python\n7\n````\n```\n\nAfter 8.',
    ['paragraph Inside 6.', 'paragraph After 8.'],
  ],
  ['```{code-cell}\n5\n```\n\nA 6', ['paragraph A 6']],
  ['```{r, fig.cap="5"}\n6\n```\n\nA `r 7` 8', ['paragraph A 8']],
  [':::{figure} a.png\n:width: 300px\nCaption 5\n:::', ['paragraph Caption 5']],
  ['A {{< include 5.qmd >}} 6', ['paragraph A 6']],
  ['A {ref}`x`.\n% of 5 {cite}`no`\nB 6', ['paragraph A .', 'paragraph B 6']],
  ['- A {ref}`x` 6\n  % at 5\n\n> % at 5', ['item A 6']],
  ['A 50 % of 5\n% of 6', ['paragraph A 50 % of 5 % of 6']],
  [':::{table} Caption 4\n---\nwidth: 5\n\nalign: 5\n---\nA 6\n:::', ['paragraph A 6']],
  [':::{figure} a.png\n:alt: it is 5\n  or 5\nCaption 6\n:::', ['paragraph Caption 6']],
  ['- A {ref}`x`\n\n  :::{figure} a.png\n  :width: 5\n  Caption 6\n  :::', ['item A', 'item Caption 6']],
  ['A 6\n+++ {"part": 5}\nB 7', ['paragraph A 6', 'paragraph B 7']],
];

test('what MyST, Quarto and R Markdown write beside prose', async (t) => {
  for (const [text, expected] of prose)
    await t.test(JSON.stringify(text), () => assert.deepEqual(proseOf(text), expected));
});

test('a Markdown draft that cites by roles is written in MyST', () => {
  assert.equal(readDraft('A {cite}`a`.').syntax, 'myst');
  assert.equal(readDraft('A [@a] \\cite{b}.').syntax, 'markdown');
});
