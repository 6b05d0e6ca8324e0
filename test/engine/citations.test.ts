import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDraft } from '../../shared/engine/claims/readDraft.ts';

/** The draft's citations as `key mode group | locator`. */
function citationsOf(markdown: string): string[] {
  const draft = readDraft(markdown);
  return draft.citations.map(({ key, span, keySpan, group, mode, locator }) => {
    assert.equal(markdown.slice(keySpan.start, keySpan.end), key);
    assert.match(markdown.slice(span.start, span.end), /^@\{?[^{}]+\}?$/u);
    const place = locator === null ? '' : ` | ${locator.label} ${locator.value}`;
    return `${key} ${mode} ${markdown.slice(group.start, group.end)}${place}`;
  });
}

const grammar: readonly (readonly [string, readonly string[]])[] = [
  ['A [@doe:2020a].', ['doe:2020a parenthetical [@doe:2020a]']],
  ['A [@DBLP:conf/nips/X17].', ['DBLP:conf/nips/X17 parenthetical [@DBLP:conf/nips/X17]']],
  ['A [@van-der-berg2020].', ['van-der-berg2020 parenthetical [@van-der-berg2020]']],
  ['A [@müller2020].', ['müller2020 parenthetical [@müller2020]']],
  ['A [@R-knitr].', ['R-knitr parenthetical [@R-knitr]']],
  ['A [@a&b?c].', ['a&b?c parenthetical [@a&b?c]']],
  ['As in @smith2023.', ['smith2023 narrative @smith2023']],
  ['As in @smith2023: yes', ['smith2023 narrative @smith2023']],
  ["See @smith2023's work", ['smith2023 narrative @smith2023']],
  ['(see @smith2023)', ['smith2023 narrative @smith2023']],
  ['@jones2000---and more', ['jones2000 narrative @jones2000']],
  ['@duquette_share--income_2019 x', ['duquette_share narrative @duquette_share']],
  ['@2015.9a-.d x', ['2015.9a narrative @2015.9a']],
  ['@{Foo_Bar}: yes', ['Foo_Bar narrative @{Foo_Bar}']],
  [
    '[@{https://example.com/bib?name=foo&date=2000}, p. 33]',
    [
      'https://example.com/bib?name=foo&date=2000 parenthetical [@{https://example.com/bib?name=foo&date=2000}, p. 33] | page 33',
    ],
  ],
  ['Smith says so [-@k].', ['k year-only [-@k]']],
  ['Smith -@k [p. 4] says', ['k narrative @k [p. 4] | page 4']],
  ['@knuth [p. 33] says', ['knuth narrative @knuth [p. 33] | page 33']],
  ['@knuth\n[p. 33] says', ['knuth narrative @knuth\n[p. 33] | page 33']],
  ['@knuth [see](http://x.org)', ['knuth narrative @knuth']],
  ['@a [@b]', ['a narrative @a [@b]', 'b parenthetical @a [@b]']],
  [
    '[see @a, p. 3; also @b, chap. 1]',
    [
      'a parenthetical [see @a, p. 3; also @b, chap. 1] | page 3',
      'b parenthetical [see @a, p. 3; also @b, chap. 1] | other 1',
    ],
  ],
  ['[@a; @b;@c]', ['a parenthetical [@a; @b;@c]', 'b parenthetical [@a; @b;@c]', 'c parenthetical [@a; @b;@c]']],
  ['[@a, @b]', ['a parenthetical [@a, @b]', 'b narrative [@a, @b]']],
  ['@a [p. 3; @b]', ['a narrative @a [p. 3; @b] | page 3', 'b parenthetical @a [p. 3; @b]']],
  ['[see "A; b" @a; @b]', ['a parenthetical [see "A; b" @a; @b]', 'b parenthetical [see "A; b" @a; @b]']],
  ['[@a; and more]', ['a narrative @a']],
  ['[@a][@b]', ['a narrative @a', 'b parenthetical [@b]']],
  ['[words of @a](http://x.org)', ['a narrative @a']],
  ['![see @a](x.png)', ['a narrative @a']],
  ['<div title="@b">@a</div>', ['a narrative @a']],
  ['<div>\n[@a]\n</div>', ['a parenthetical [@a]']],
  ['<td>@a</td>', ['a narrative @a']],
  ['@https://x.org/a and', ['https://x.org/a narrative @https://x.org/a']],
  ['[see [this] @a]', ['a parenthetical [see [this] @a]']],
  ['[an aside [@a] here]', ['a parenthetical [@a]']],
  ['[@a, *pp. 3-5*]', ['a parenthetical [@a, *pp. 3-5*] | page 3-5']],
  ['[@tag:x]\n\n[@tag:x]: doi:5', ['tag:x parenthetical [@tag:x]']],
  ['**[@a]**', ['a parenthetical [@a]']],
  ['[@a_b_c] and @d_e', ['a_b_c parenthetical [@a_b_c]', 'd_e narrative @d_e']],
  ['Text[@a]^2^', ['a parenthetical [@a]']],
  ['# Head [@a]', ['a parenthetical [@a]']],
  ['| x [@a] |\n|---|\n| 5 @b |', ['a parenthetical [@a]', 'b narrative @b']],
  ['[^1]: Foot [@a].', ['a parenthetical [@a]']],
  ['A note^[So says @a.] here', ['a narrative @a']],
  ['> > deep [@a,\n> > Table 3]', ['a parenthetical [@a,\n> > Table 3] | table 3']],
  ['A [@a\r\n; @b]', ['a parenthetical [@a\r\n; @b]', 'b parenthetical [@a\r\n; @b]']],
];

const locators: readonly (readonly [string, string | null])[] = [
  [', Table 3', 'table 3'],
  [', Tab. 3', 'table 3'],
  [', tables 3 and 4', 'table 3'],
  [', Table A.1', 'table A.1'],
  [', Table IV', 'table IV'],
  [', table S2', 'table S2'],
  [', p. 33', 'page 33'],
  [', pp. 33-35, 38', 'page 33-35, 38'],
  [', page 7', 'page 7'],
  [', 33', 'page 33'],
  [', 33-35', 'page 33-35'],
  [' {p. 5}', 'page 5'],
  [', sec. 2.1', 'section 2.1'],
  [', Section 4', 'section 4'],
  [', §3.2', 'section 3.2'],
  [', fig. 2b', 'figure 2b'],
  [', Figure 10', 'figure 10'],
  [', chap. 1', 'other 1'],
  [', see Table 2 there', 'table 2'],
  [', and more', null],
  [', 43.8 accuracy', null],
  ['', null],
];

const noCitations: readonly string[] = [
  'Write to jane@example.org.',
  'Use `@decorator` here.',
  '```python\n@decorator\n```',
  '    @indented',
  'An \\@escaped key.',
  'A \\[\\@escaped\\] one.',
  'On github.com/@handle it is.',
  'On https://medium.com/@user/post-2.',
  'In <https://medium.com/@user> too.',
  '[@user](https://github.com/user) did.',
  '<!-- [@a] -->',
  'Text <!-- [@a]\n\n@b --> more.',
  '$x @ y$ and $$@a$$',
  '\\foo{@a}',
  'See @fig-x, @tbl-x, @sec-x, @eq-x and @lst-x.',
  'See @fig:x, @tbl:x, @sec:intro, @eq:1 and [@fig:x; @tbl:y].',
  'Both [-@fig-x] and [Fig. -@fig-y].',
  'nocite: @*',
  'a@b @ c',
  '---\nnocite: "@a"\n---\n\nText.',
  '# Head {data-cite="@a"}',
  '<pre>\n@a\n</pre>',
  '<script>\n"[@a]"\n</script>',
  '(@ex) One.\n\n(@two) Two.\n\nAs (@ex) and @two show.',
  'C\\+\\+\\@x',
];

test('citation syntax', async (t) => {
  for (const [markdown, expected] of grammar) {
    await t.test(JSON.stringify(markdown), () => assert.deepEqual(citationsOf(markdown), expected));
  }
});

test('locators', () => {
  for (const [words, expected] of locators) {
    const markdown = `[@key${words}]`;
    const [citation] = readDraft(markdown).citations;
    const locator = citation?.locator ?? null;
    assert.equal(locator === null ? null : `${locator.label} ${locator.value}`, expected, markdown);
    if (locator !== null)
      assert.ok(markdown.slice(locator.span.start, locator.span.end).includes(locator.value), markdown);
  }
});

test('what looks like a citation and is none', () => {
  for (const markdown of noCitations) assert.deepEqual(citationsOf(markdown), [], markdown);
});

test('citations leave no trace in the prose', () => {
  for (const markdown of [
    'x [see @a2020, p. 33; @b]',
    'x @a2020 [p. 33]',
    'x [-@a2020]',
    'x @{a 2020}'.replace(' 2', '2'),
    'x @fig-2',
    'x [@tbl-7; @fig:3]',
  ]) {
    const [block] = readDraft(markdown).blocks;
    assert.ok(block?.kind === 'prose');
    assert.equal(block.masked.trim(), 'x', markdown);
  }
});
