import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addToGroup,
  type Citation,
  type CitationStyle,
  citeKey,
  draftSyntaxOf,
  writeCitation,
} from '../../shared/engine/index.ts';

const written: readonly (readonly [CitationStyle, readonly string[], string | null, string])[] = [
  ['pandoc', ['a'], null, '[@a]'],
  ['pandoc', ['a', 'b'], 'Table 2', '[@a; @b, Table 2]'],
  ['pandoc', ['DBLP:conf/nips/X17'], null, '[@DBLP:conf/nips/X17]'],
  ['pandoc', ['a--b', 'c.'], null, '[@{a--b}; @{c.}]'],
  ['myst', ['a', 'b'], null, '{cite:p}`a,b`'],
  ['myst', ['a'], 'p. 6', '{cite:p}`a{p. 6}`'],
  ['latex', ['a', 'b'], null, '\\cite{a,b}'],
  ['latex', ['a'], 'Table 2', '\\cite[Table 2]{a}'],
  ['typst', ['a', 'b'], null, '@a @b'],
  ['typst', ['a', 'b'], 'Table 2', '@a #cite(<b>, supplement: [Table 2])'],
  ['typst', ['DBLP:conf/nips/X17'], null, '#cite(label("DBLP:conf/nips/X17"))'],
  ['org', ['a', 'b'], 'p. 6', '[cite:@a;@b p. 6]'],
];

test('a citation is written in the style of its draft', async (t) => {
  for (const [style, keys, locator, expected] of written)
    await t.test(expected, () => assert.equal(writeCitation(style, keys.map(citeKey), locator), expected));
});

const extended: readonly (readonly [CitationStyle, string, string])[] = [
  ['pandoc', '[@a]', '[@a; @new]'],
  ['pandoc', '[see @a, p. 3; @b, Table 2]', '[see @a, p. 3; @b, Table 2; @new]'],
  ['pandoc', '@a [p. 3]', '@a [p. 3; @new]'],
  ['pandoc', '@a', '@a [@new]'],
  ['myst', '{cite:p}`a,b`', '{cite:p}`a,b,new`'],
  ['latex', '\\citep[see][p. 3]{a, b}', '\\citep[see][p. 3]{a, b,new}'],
  ['latex', '\\parencites(see)()[3]{a}[4]{b}', '\\parencites(see)()[3]{a}[4]{b}{new}'],
  ['typst', '@a[p. 3]', '@a[p. 3] @new'],
  ['typst', '#cite(<a>)', '#cite(<a>) @new'],
  ['org', '[cite/t:see @a p. 3;@b]', '[cite/t:see @a p. 3;@b;@new]'],
  ['org', 'cite:a,b', 'cite:a,b,new'],
  ['org', '[[cite:&a p. 3]]', '[[cite:&a p. 3;&new]]'],
  ['org', '[[cite:a][words]]', '[[cite:a,new][words]]'],
];

test('a key is added to the group it belongs to', async (t) => {
  for (const [style, group, expected] of extended)
    await t.test(expected, () => {
      const text = `Before ${group} behind.`;
      const span = { start: 7, end: 7 + group.length };
      const citation: Citation = {
        style,
        key: citeKey('a'),
        span,
        keySpan: span,
        group: span,
        mode: 'parenthetical',
        locator: null,
      };
      const edit = addToGroup(text, citation, citeKey('new'));
      assert.equal(
        text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end),
        `Before ${expected} behind.`,
      );
    });
});

test('the syntax of a draft is told by its path or language', () => {
  const cases = {
    'a/b.md': 'markdown',
    'x.Rmd': 'markdown',
    'x.qmd': 'markdown',
    quarto: 'markdown',
    'x.myst': 'myst',
    'x.tex': 'latex',
    latex: 'latex',
    'x.typ': 'typst',
    org: 'org',
    'x.org': 'org',
    'x.py': null,
    plaintext: null,
  };
  for (const [name, expected] of Object.entries(cases)) assert.equal(draftSyntaxOf(name), expected, name);
});
