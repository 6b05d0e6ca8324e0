import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDraft } from '../../shared/engine/index.ts';
import { byKey, type Cited, citedByPandoc, numbered, pandocVersion } from '../support/pandoc.ts';
import { pandocDocument } from '../support/pandocDocuments.ts';

const documents = 200;

test('the citations of 200 documents are those that Pandoc finds', (t) => {
  const version = pandocVersion();
  if (version === null) return t.skip('pandoc is not installed');
  t.diagnostic(`compared with pandoc ${version}`);
  const texts = Array.from({ length: documents }, (_, seed) => pandocDocument(seed));
  const expected = citedByPandoc(texts);
  assert.equal(expected.length, documents);
  const wrong = texts.flatMap((text, index) => {
    const found = citedByUs(text);
    return JSON.stringify(found) === JSON.stringify(expected[index])
      ? []
      : [{ text, found, expected: expected[index] }];
  });
  const [one] = wrong;
  if (one !== undefined) assert.deepEqual(one.found, one.expected, `${wrong.length} differ, such as:\n${one.text}`);
});

/** Keys with signs of their own. */
const signedKeys = [
  ...['url:https://x.org/a', 'https://x.org/a?b=c&d=e', 'https://x.org/~me', 'https://x.org/a--b', 'doi:10.1000/abc.d'],
  ...['10.1002/(SICI)1097-0258<1::AID-X>3.0.CO;2-X', 'a$b$c', 'a$b', 'a*b*c', 'a,b', 'a;b', 'a]b', 'a[b]c', 'a{b}c'],
  ...['a b', 'a', 'a.', '-a', 'a&amp;b', 'a::b', 'a:/b', 'a//b', 'a:', 'a|b', 'a"b', "a'b", 'ä.ö', '#a', '!'],
];
const inBraces = ['*a*', 'a@b', '`a`', '<b>', '{a}', 'a\\}b', 'a\\_b', '$a$', '\\foo{a}', '<!-- a -->', 'x<aid>y'];
const around: readonly ((key: string) => string)[] = [
  (key) => `So ${key} here, ${key}.`,
  (key) => `So [${key}] and [see ${key}, p. 3; -@z].`,
  (key) => `So [${key}; -${key}] and [--${key}], [---${key}].`,
  (key) => `- item ${key} [p. 3]\n- [${key}, {p. 3} more]`,
];

test('keys in braces, and addresses as keys, are those that Pandoc finds', (t) => {
  if (pandocVersion() === null) return t.skip('pandoc is not installed');
  const keys = [...signedKeys.map((key) => `@${key}`), ...[...signedKeys, ...inBraces].map((key) => `@{${key}}`)];
  const texts = keys.flatMap((key) => around.map((put) => put(key)));
  const expected = citedByPandoc(texts);
  for (const [index, text] of texts.entries()) assert.deepEqual(citedByUs(text), expected[index], text);
});

function citedByUs(text: string): Cited {
  const { citations, blocks } = readDraft(text);
  const notes = blocks.filter((block) => block.kind === 'prose' && block.place === 'footnote');
  const isNote = (start: number): boolean => notes.some(({ span }) => span.start <= start && start < span.end);
  const write = (kept: boolean): string[] =>
    citations
      .filter(({ span, style }) => style === 'pandoc' && isNote(span.start) === kept)
      .map(({ group, mode, key }) => `${group.start} ${mode} ${key}`);
  return { text: numbered(write(false)), notes: numbered(byKey(write(true))) };
}

/** What differs from Pandoc on purpose: the text, what Pandoc cites in it, and what is cited here. */
const deviations: readonly (readonly [
  reason: string,
  text: string,
  pandoc: readonly string[],
  ours: readonly string[],
])[] = [
  ['a reference to a part of the draft', 'See @fig-a and @tbl-b.', ['fig-a', 'tbl-b'], []],
  ['a reference to a part of the draft, beside a key', '[@sec-a; @b]', ['sec-a', 'b'], ['b']],
  ['the handle of an address', 'On github.com/@name and https://x.org/@name/b.', ['name', 'name/b'], []],
  ['a link named by the account that it leads to', '[@name](https://example.org/name) did.', ['name'], []],
  ['every entry, which is no key', 'All @* here.', ['*'], []],
];

test('what is read unlike Pandoc on purpose', (t) => {
  for (const [reason, text, , ours] of deviations)
    assert.deepEqual(
      readDraft(text).citations.map(({ key }) => key),
      ours,
      reason,
    );
  if (pandocVersion() === null) return t.skip('pandoc is not installed');
  const found = citedByPandoc(deviations.map(([, text]) => text));
  for (const [index, [reason, , pandoc]] of deviations.entries())
    assert.deepEqual(
      found[index]?.text.map((citation) => citation.slice(citation.lastIndexOf(' ') + 1)),
      pandoc,
      reason,
    );
});
