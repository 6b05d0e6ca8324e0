import { test } from 'node:test';
import { expectVerdicts, libraryOf } from '../support/checked.ts';

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
