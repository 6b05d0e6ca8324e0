import { test } from 'node:test';
import { expectVerdicts, libraryOf } from '../support/checked.ts';

const LIBRARY = libraryOf(`=== references.bib
@article{tern2022, title = {Water}, year = 2022, file = {tern.md}}
=== tern.md
# Water

Table 1: Accuracy on two sets.

| System         | Pond | Lake |
|----------------|------|------|
| HERON-Large    | 41.2 | 55.1 |
| HERON-Base     | 43.8 | 57.3 |
| TERN-T5Coarse  | 40.6 | 58.4 |
| TERN Fine      | 39.5 | 53.2 |
| w/Sand         | 38.4 | 52.7 |
| w/o Sand       | 37.3 | 51.9 |
| w/Osier        | 36.2 | 50.8 |
`);

// Hyphens and spaces within a name are written as one likes, and converters lose them.
for (const draft of [
  'HERON Large has an accuracy of «43.8»(contradicted) on Pond [@tern2022].',
  'HERON-Large has an accuracy of «43.8»(contradicted) on Pond [@tern2022].',
  'HERONLarge has an accuracy of «43.8»(contradicted) on Pond [@tern2022].',
  'TERN-T5 Coarse reaches «40.6»(supported) and TERN-Fine «39.5»(supported) on Pond [@tern2022].',
  'TERN-T5 Coarse reaches «39.5»(contradicted) on Pond [@tern2022].',
  'w/ Sand reaches «38.4»(supported) on Pond, w/o Sand «37.3»(supported) [@tern2022].',
  'w/ Sand reaches «36.2»(contradicted) on Pond [@tern2022].',
  'w/ Osier reaches «36.2»(supported) on Pond and w/oSand «51.9»(supported) on Lake [@tern2022].',
  'TERN-Fine reaches «40.6»(contradicted) on Pond [@tern2022].',
])
  test(draft, () => void expectVerdicts(draft, LIBRARY));
