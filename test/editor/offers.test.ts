// What is offered while a sentence is written, beside keys: locators and the numbers of the library.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askingOf } from '../../shared/editor/askingPhrases.ts';
import { locatorCompletionsAt } from '../../shared/editor/locatorCompletions.ts';
import { valueCompletionsAt } from '../../shared/editor/valueCompletions.ts';
import { type DraftSyntax, readDraft } from '../../shared/engine/index.ts';
import { readMarks } from '../support/fixture.ts';
import { library } from './handmade.ts';

const locators: readonly { syntax?: DraftSyntax; draft: string; offers: readonly string[] | null }[] = [
  { draft: 'Net-A is good [@smith2020nets, ‸]', offers: ['Table 1', 'Table 2'] },
  { draft: 'Net-B answers 52.5 [@smith2020nets, ‸]', offers: ['Table 2', 'Table 1'] },
  { draft: 'Net-B is good [see @lee2021sound; @smith2020nets, Ta‸]', offers: ['Table 1', 'Table 2'] },
  { draft: 'As @smith2020nets [‸ says', offers: ['Table 1', 'Table 2'] },
  { draft: 'Net-A is good [@smith2020nets, chap‸]', offers: null },
  { draft: 'Net-A is good [@orr1999, ‸]', offers: null },
  { draft: 'Net-A is good [@nobody, ‸]', offers: null },
  { draft: 'In @smith2020nets, ‸', offers: null },
  { draft: '`[@smith2020nets, ‸`', offers: null },
  { syntax: 'latex', draft: 'Net-A is good \\cite[‸]{smith2020nets}', offers: ['Table 1', 'Table 2'] },
  { syntax: 'latex', draft: 'Net-A is good \\cite[‸', offers: null },
  { syntax: 'typst', draft: 'Net-A is good @smith2020nets[‸]', offers: ['Table 1', 'Table 2'] },
  { syntax: 'typst', draft: '#cite(<smith2020nets>, supplement: [Table 2‸])', offers: ['Table 2'] },
  { syntax: 'org', draft: 'Net-A is good [cite:@smith2020nets ‸]', offers: ['Table 1', 'Table 2'] },
];

for (const { syntax = 'markdown', draft, offers } of locators) {
  test(`locators in ${syntax}: ${draft}`, () => {
    const { text, cursor } = readMarks('draft', draft);
    const found = locatorCompletionsAt({ ...readDraft(text), syntax }, library, cursor ?? 0);
    assert.deepEqual(found?.items.map((item) => item.text) ?? null, offers);
  });
}

test('locators: the table that states the number says so', () => {
  const text = 'Net-B answers 52.5 [@smith2020nets, ';
  const [first] = locatorCompletionsAt(readDraft(text), library, text.length)?.items ?? [];
  assert.deepEqual(first, { text: 'Table 2', caption: 'Answers of the nets.', isEvidence: true });
});

const values: readonly { syntax?: DraftSyntax; draft: string; asked?: boolean; becomes: readonly string[] | null }[] = [
  {
    draft: 'Net-A reaches ‸',
    becomes: ['71.9', '30.1', '44.2', '51.0'].map((value) => `Net-A reaches ${value} [@smith2020nets]`),
  },
  { draft: 'Net-A has a METEOR of ‸ [@smith2020nets].', becomes: ['Net-A has a METEOR of 30.1 [@smith2020nets].'] },
  { draft: 'Net-A has a METEOR of‸', becomes: ['Net-A has a METEOR of 30.1 [@smith2020nets]'] },
  { draft: 'The METEOR of Net-A is 3‸', becomes: ['The METEOR of Net-A is 30.1 [@smith2020nets]'] },
  { draft: 'Net-A has ‸ METEOR.', becomes: ['Net-A has 30.1 [@smith2020nets] METEOR.'] },
  // Where anything may follow, nothing is offered unasked.
  { draft: 'Net-A is ‸', becomes: null },
  { draft: 'Net-A and ‸', becomes: null },
  { draft: 'Net-A ‸', becomes: null },
  { draft: 'The METEOR of Net-A, ‸', becomes: null },
  { draft: 'The METEOR of Net-A (‸)', becomes: ['The METEOR of Net-A (30.1 [@smith2020nets])'] },
  { draft: 'The METEOR for Net-A ‸', asked: true, becomes: ['The METEOR for Net-A 30.1 [@smith2020nets]'] },
  { draft: 'The METEOR for Net-A‸', asked: true, becomes: null },
  { draft: 'The method reaches ‸', becomes: null },
  { syntax: 'latex', draft: 'Net-A has a METEOR of ‸', becomes: ['Net-A has a METEOR of 30.1 \\cite{smith2020nets}'] },
];

for (const { syntax = 'markdown', draft, asked = false, becomes } of values) {
  test(`values in ${syntax}: ${draft}${asked ? ', asked for' : ''}`, () => {
    const { text, cursor } = readMarks('draft', draft);
    const found = valueCompletionsAt({ ...readDraft(text), syntax }, library, cursor ?? 0, asked);
    const results = found?.items.map(
      ({ newText }) => text.slice(0, found.replace.start) + newText + text.slice(found.replace.end),
    );
    assert.deepEqual(results ?? null, becomes);
  });
}

test('values: an item tells its row, column, source and table', () => {
  const text = 'Net-A has a METEOR of ';
  const [item] = valueCompletionsAt(readDraft(text), library, text.length, false)?.items ?? [];
  assert.deepEqual(
    [item?.text, item?.name, item?.path, item?.standing],
    ['30.1', 'METEOR', 'Net-A › METEOR', 'Smith et al. 2020, Table 1'],
  );
});

const asking: readonly (readonly [string, 'surely' | 'perhaps' | 'no'])[] = [
  ['Cockatiel-13B reaches ', 'surely'],
  ['Cockatiel-13B achieves only ', 'surely'],
  ['It has an accuracy of about', 'surely'],
  ['an average of ', 'surely'],
  ['Its BLEU-4 is ', 'surely'],
  ['The model is ', 'perhaps'],
  ['On MSVD (', 'perhaps'],
  ['Cockatiel-13B ', 'no'],
  ['Cockatiel-13B over', 'no'],
  ['overreaches', 'no'],
  ['', 'no'],
];

for (const [before, expected] of asking) {
  test(`asking: ${JSON.stringify(before)} ${expected}`, () => assert.equal(askingOf(before), expected));
}
