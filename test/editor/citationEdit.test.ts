import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationChoicesAt } from '../../shared/editor/citationChoices.ts';
import { citationEditAt } from '../../shared/editor/citationEdit.ts';
import { citeKey, type DraftSyntax, readDraft } from '../../shared/engine/index.ts';
import { readMarks } from '../support/fixture.ts';
import { library } from './handmade.ts';

const edits: readonly { syntax?: DraftSyntax; draft: string; keys?: readonly string[]; becomes: string | null }[] = [
  { draft: 'Nets are good‸.', becomes: 'Nets are good [@orr1999].' },
  { draft: 'Nets are good ‸.', becomes: 'Nets are good [@orr1999].' },
  { draft: 'Nets are good (‸)', becomes: 'Nets are good ([@orr1999])' },
  { draft: 'Good‸.', keys: ['orr1999', 'lee2021sound'], becomes: 'Good [@orr1999; @lee2021sound].' },
  { draft: 'Good [@smith2020‸nets].', becomes: 'Good [@smith2020nets; @orr1999].' },
  { draft: 'Good [@smith2020nets, p. 3]‸.', becomes: 'Good [@smith2020nets, p. 3; @orr1999].' },
  {
    draft: 'Good [@smith2020nets‸].',
    keys: ['orr1999', 'lee2021sound'],
    becomes: 'Good [@smith2020nets; @orr1999; @lee2021sound].',
  },
  { draft: 'Good [@orr1999‸].', becomes: null },
  // A key that is not whole yet makes room.
  { draft: 'Good [@orr‸].', becomes: 'Good [@orr1999].' },
  { draft: 'Good [@orr‸].', keys: ['orr1999', 'lee2021sound'], becomes: 'Good [@orr1999; @lee2021sound].' },
  { draft: 'As @orr‸ says', keys: ['orr1999', 'lee2021sound'], becomes: 'As @orr1999, @lee2021sound says' },
  { draft: '`code ‸`', becomes: null },
  {
    syntax: 'latex',
    draft: 'Good‸.',
    keys: ['orr1999', 'lee2021sound'],
    becomes: 'Good \\cite{orr1999,lee2021sound}.',
  },
  {
    syntax: 'latex',
    draft: 'Good \\citep{‸}.',
    keys: ['orr1999', 'lee2021sound'],
    becomes: 'Good \\citep{orr1999,lee2021sound}.',
  },
  { syntax: 'typst', draft: 'Good‸.', becomes: 'Good @orr1999.' },
  { syntax: 'org', draft: 'Good‸.', becomes: 'Good [cite:@orr1999].' },
  { syntax: 'myst', draft: 'Good‸.', becomes: 'Good {cite:p}`orr1999`.' },
];

for (const { syntax = 'markdown', draft, keys = ['orr1999'], becomes } of edits) {
  test(`citing in ${syntax}: ${draft} ${keys.join(', ')}`, () => {
    const { text, cursor } = readMarks('draft', draft);
    const edit = citationEditAt({ ...readDraft(text), syntax }, library, cursor ?? 0, keys.map(citeKey));
    assert.equal(edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end), becomes);
  });
}

test('choices: all sources, the one that states the number first, none that the group cites', () => {
  const { text, cursor } = readMarks('draft', 'Net-B answers 52.5 [@lee2021sound‸].');
  const found = citationChoicesAt(readDraft(text), library, cursor ?? 0);
  assert.equal(found?.query, '');
  assert.deepEqual(
    found?.choices.map(({ key, states, tables }) => [key, states, tables]),
    [
      ['smith2020nets', 'Table 2', 2],
      ['orr1999', null, 0],
    ],
  );
  assert.equal(
    found?.choices[0]?.reference,
    'Smith, Jane, Al Doe, and Eva Müller. 2020. “Captioning with Nets.” In Proceedings of Clips.',
  );
});

test('choices: what was typed of a key is where the list begins', () => {
  const { text, cursor } = readMarks('draft', 'Good [@smi‸].');
  const found = citationChoicesAt(readDraft(text), library, cursor ?? 0);
  assert.equal(found?.query, 'smi');
  assert.equal(found?.choices.length, 3);
});

test('choices: none in code', () => {
  const { text, cursor } = readMarks('draft', '```\nGood ‸\n```\n');
  assert.equal(citationChoicesAt(readDraft(text), library, cursor ?? 0), null);
});
