import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citeCompletionsAt } from '../../shared/editor/citeCompletions.ts';
import { createLibrary, documentId, readBibliography } from '../../shared/engine/index.ts';
import { readMarks } from '../support/fixture.ts';
import { library } from './handmade.ts';

/** What stands before the draft's `‸`, and the keys that are offered, the best first; null for no offer. */
const cases: readonly { draft: string; offers: readonly string[] | null; becomes?: string }[] = [
  { draft: 'See @smi‸', offers: ['smith2020nets'], becomes: 'See @smith2020nets' },
  { draft: 'See [@smi‸]', offers: ['smith2020nets'], becomes: 'See [@smith2020nets]' },
  { draft: 'See [@lee2021sound; @smi‸]', offers: ['smith2020nets'], becomes: 'See [@lee2021sound; @smith2020nets]' },
  { draft: 'See [@lee2021sound; ‸]', offers: ['orr1999', 'smith2020nets'] },
  { draft: 'See [@lee2021sound; smi‸]', offers: ['smith2020nets'], becomes: 'See [@lee2021sound; @smith2020nets]' },
  { draft: 'See [-@{smi‸}]', offers: ['smith2020nets'], becomes: 'See [-@smith2020nets]' },
  { draft: 'See @smith20‸20other', offers: ['smith2020nets'], becomes: 'See @smith2020nets' },
  // By author, with and without the accent; by a word of the title; by year.
  { draft: '@muller‸', offers: ['smith2020nets'] },
  { draft: '@Müller‸', offers: ['smith2020nets'] },
  { draft: '@before‸', offers: ['orr1999'] },
  { draft: '@1999‸', offers: ['orr1999'] },
  // The sentence decides the order: the number stands in the table of one source, the words in that of another.
  { draft: 'Net-A reaches 71.9 CIDEr [@‸', offers: ['smith2020nets', 'lee2021sound', 'orr1999'] },
  {
    draft: 'Net-A is good. Ear-1 has a word error rate of 12.4 [@‸',
    offers: ['lee2021sound', 'orr1999', 'smith2020nets'],
  },
  // No citations: addresses, code, escapes, front matter, words.
  { draft: 'mail me@smi‸', offers: null },
  { draft: '`@smi‸', offers: null },
  { draft: '```\n@smi‸\n```', offers: null },
  { draft: '\\@smi‸', offers: null },
  { draft: '---\nauthor: "@smi‸"\n---\n', offers: null },
  { draft: 'smi‸', offers: null },
];

for (const { draft, offers, becomes } of cases) {
  test(`completion: ${JSON.stringify(draft)}`, () => {
    const { text, cursor } = readMarks('draft.md', draft);
    const found = citeCompletionsAt(text, library, cursor ?? 0);
    const keys = found?.items.map(({ key }) => key as string) ?? null;
    assert.deepEqual(keys, offers);
    if (becomes !== undefined && found !== null) {
      const { start, end } = found.replace;
      assert.equal(text.slice(0, start) + found.items[0]?.newText + text.slice(end), becomes);
    }
  });
}

test('completion: a large bibliography is answered in at most 100 items, the match by key first', () => {
  const entries = Array.from(
    { length: 3000 },
    (_, n) => `@article{author${n}title, title={A title ${n}}, author={Author, B}, year={${1900 + (n % 120)}}}`,
  );
  const bibliography = { id: documentId('/large.bib'), ...readBibliography('large.bib', entries.join('\n')) };
  const found = citeCompletionsAt('See @author2999', createLibrary([], [bibliography]), 15);
  assert.equal(found?.items[0]?.key, 'author2999title');
  const all = citeCompletionsAt('See @author', createLibrary([], [bibliography]), 11);
  assert.equal(all?.items.length, 100);
  assert.ok(JSON.stringify(all).length < 50_000, `${JSON.stringify(all).length} characters`);
});
