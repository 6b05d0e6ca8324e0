import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edit } from '../../shared/editor/edit.ts';
import { moveCitationAt } from '../../shared/editor/moveCitation.ts';
import { checkDraft, readDraft } from '../../shared/engine/index.ts';
import { libraryOf } from '../support/checked.ts';
import { readMarks } from '../support/fixture.ts';

const library = libraryOf(`=== nets.md
# Captioning with Nets

Table 1: Results on the Clips test set.

| Model | CIDEr | METEOR |
| --- | --- | --- |
| Egret | 71.9 | 30.1 |
| Heron | 64.2 | 28.0 |
=== refs.bib
@misc{nets, title = {Captioning with Nets}, file = {nets.md}}
@misc{orr, title = {Another}}
`);

/** What is offered at the cursor, and what it makes of the draft. */
const cases: readonly (readonly [draft: string, offers: readonly (readonly [title: string, becomes: string])[]])[] = [
  [
    'Egret reaches 71‸.9 CIDEr on Clips. That is good news. [@nets, Table 1]',
    [
      [
        'Cite @nets next to 71.9, too',
        'Egret reaches 71.9 CIDEr on Clips [@nets, Table 1]. That is good news. [@nets, Table 1]',
      ],
      [
        'Move the citation of @nets next to 71.9',
        'Egret reaches 71.9 CIDEr on Clips [@nets, Table 1]. That is good news.',
      ],
    ],
  ],
  [
    'Egret reaches 71‸.9 CIDEr on Clips. That is good news [see @nets, Table 1; @orr].',
    [
      [
        'Cite @nets next to 71.9, too',
        'Egret reaches 71.9 CIDEr on Clips [@nets, Table 1]. That is good news [see @nets, Table 1; @orr].',
      ],
      [
        'Move the citation of @nets next to 71.9',
        'Egret reaches 71.9 CIDEr on Clips [@nets, Table 1]. That is good news [@orr].',
      ],
    ],
  ],
  [
    'Egret reaches 71.9 CIDEr on Clips. That is good [@orr; @ne‸ts].',
    [
      ['Cite @nets next to 71.9, too', 'Egret reaches 71.9 CIDEr on Clips [@nets]. That is good [@orr; @nets].'],
      ['Move the citation of @nets next to 71.9', 'Egret reaches 71.9 CIDEr on Clips [@nets]. That is good [@orr].'],
    ],
  ],
  [
    'Egret reaches 71‸.9 CIDEr on Clips. Heron reaches 64.2 CIDEr on Clips [@nets].',
    [
      [
        'Cite @nets next to 71.9, too',
        'Egret reaches 71.9 CIDEr on Clips [@nets]. Heron reaches 64.2 CIDEr on Clips [@nets].',
      ],
    ],
  ],
  [
    'Egret reaches 71‸.9 CIDEr on Clips. As @nets say, it is so.',
    [['Cite @nets next to 71.9, too', 'Egret reaches 71.9 CIDEr on Clips [@nets]. As @nets say, it is so.']],
  ],
  ['Egret reaches 71‸.9 CIDEr on Clips.\n[@nets]', []],
  ['Egret reaches 71‸.9 CIDEr on Clips [@nets].', []],
  ['Egret reaches 59‸.9 CIDEr on Clips. That is good news. [@nets]', []],
  ['Nothing‸ is here [@nets].', []],
];

for (const [marked, offers] of cases) {
  test(`a citation is moved next to its number: ${marked}`, () => {
    const { text, cursor } = readMarks('draft.md', marked);
    const draft = readDraft(text);
    const found = moveCitationAt(draft, checkDraft(draft, library), cursor ?? 0);
    assert.deepEqual(
      found.map(({ title, edits }) => [title, apply(text, edits)]),
      offers,
    );
  });
}

function apply(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((result, { span, text: with_ }) => result.slice(0, span.start) + with_ + result.slice(span.end), text);
}
