import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checked, expectVerdicts, libraryOf } from '../support/checked.ts';

const LIBRARY = libraryOf(`=== references.bib
@article{heron2021, title = {Heron: Nets by Water}, file = {heron.md}}
=== heron.md
# Heron: Nets by Water

Table 1: Networks on PondSet.

| Network | #Params (M) | Top-1 (%) |
|---------|-------------|-----------|
| Osprey  | 86.1        | 82.9      |
| Kestrel | 88.9        | 82.7      |
| Bittern | 469         | 83.9      |

Table 2: Reward with 256 and 1000 examples.

| Task   | No Refine | Random  | Proposed |
|--------|-----------|---------|----------|
| Hopper | 3559.44   | 3638.75 | 3663.91  |
| Walker | 3768.64   | 3771.31 | 3982.79  |

Table 3: Birds.

| Bird      | Learning rate | Ponds |
|-----------|---------------|-------|
| Crane     | 3.2e-4        | 27    |
| (b) Stilt | 4.1e-4        | 64    |
| Spoonbill | 1.5e-3        | 31    |
`);

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'the scale of a header': [
    'Osprey has «86M»(supported) parameters [@heron2021].',
    'Osprey has «86.1 million»(supported) parameters [@heron2021].',
    'Bittern has «469M»(supported) parameters [@heron2021].',
    'Osprey has «88.9M»(contradicted) parameters [@heron2021].',
  ],
  'the beginning of a change, which no word names': [
    'The proposed method raises the reward on Hopper from «3559.44»(supported) to «3663.91»(supported) [@heron2021].',
    'The proposed method raises the reward on Hopper from «3559.44»(supported) to «3982.79»(contradicted) [@heron2021].',
  ],
};

for (const [about, drafts] of Object.entries(GROUPS))
  for (const draft of drafts) test(`${about}: ${draft}`, () => void expectVerdicts(draft, LIBRARY));

/** A wrong number, and the one that is offered in its place. */
const OFFERS: readonly (readonly [draft: string, offer: string])[] = [
  ['Osprey has 88.9M parameters [@heron2021].', '86.1M'],
  ['Osprey has 88.9 million parameters [@heron2021].', '86.1 million'],
  ['Osprey has 88900K parameters [@heron2021].', '86100K'],
  ['The learning rate of Crane is 1.5e-3 [@heron2021].', '3.2e-4'],
];

for (const [draft, offer] of OFFERS)
  test(`what is offered: ${draft}`, () => {
    const [judged] = checked(draft, LIBRARY).claims;
    assert.equal(judged?.verdict.kind === 'contradicted' && judged.verdict.suggestion, offer);
  });

test('a letter that marks a part of a table is no scale', () => {
  expectVerdicts('Stilt has «64»(supported) ponds [@heron2021].', LIBRARY);
  expectVerdicts('Stilt has 64B ponds [@heron2021].', LIBRARY);
});
