import { test } from 'node:test';
import { expectVerdicts, libraryOf } from '../support/checked.ts';

/** Names that qualify each other, that are little words, that end in a point, and that are row and column at once. */
const LIBRARY = libraryOf(`=== references.bib
@article{tern2022, title = {Water}, year = 2022, file = {tern.md}}
=== tern.md
# Water

Table 1: Accuracy and recall of parsers on three sets.

| System     | Size  | Pond | Lake | Fjord |
|------------|-------|------|------|-------|
| HERON      |       | 41.2 | 55.1 | 61.4  |
| HERON      | small | 43.8 | 57.3 | 63.7  |
| HERON      | large | 46.5 | 59.9 | 66.2  |
| AT         | small | 38.1 | 51.6 | 58.3  |
| Tern (net.) | small | 36.4 | 50.2 | 57.5 |

Table 2: Parsers trained on one set and tested on others.

| Trained on | Marsh: A | Creek: A | Delta: A |
|------------|----------|----------|----------|
| Marsh      | 71.3     | 44.8     | 52.6     |
| Brook      | 47.2     | 69.5     | 54.9     |
| Our Gorge  | 49.7     | 46.3     | 73.8     |
| Our Fen    | 45.1     | 42.4     | 70.7     |

Table 3: Recall of taggers trained on one set and tested on others.

| Trained on | Moor 1.0 | Dune |
|------------|----------|------|
| Moor       | 35.8     | 14.2 |
| Dune       | 59.1     | 76.3 |
`);

const CASES: readonly (readonly [about: string, ...sentences: string[]])[] = [
  [
    'a name that another qualifies is not that of the row called so alone',
    'HERON (large) and HERON reach «46.5»(supported) and «41.2»(supported) on Pond, respectively [@tern2022].',
    'HERON (large) has «66.2»(supported) on Fjord and HERON (small) «63.7»(supported) [@tern2022].',
    'HERON (large) has «63.7»(contradicted) on Fjord [@tern2022].',
  ],
  [
    'a mean over qualified names',
    'Averaged over HERON (small) and HERON (large), the accuracy on Pond is «45.15»(supported) [@tern2022].',
    'Averaged over HERON (small) and AT (small), the accuracy on Lake is «54.45»(supported) [@tern2022].',
    'Averaged over HERON using large and AT with small, the accuracy on Lake is «55.75»(supported) [@tern2022].',
  ],
  [
    'capitals make a name of a little word',
    'AT has «38.1»(supported) on Pond and HERON (small) «43.8»(supported) [@tern2022].',
    'AT has «43.8»(contradicted) on Pond [@tern2022].',
  ],
  [
    'a point within a bracket ends no sentence',
    'Accuracy on Pond: Tern (net.) «36.4»(supported), AT «38.1»(supported) [@tern2022].',
    'Accuracy on Pond: Tern (net.) «38.1»(contradicted), AT «38.1»(supported) [@tern2022].',
    'The gain of AT over Tern (net.) is «1.7»(supported) on Pond [@tern2022].',
    'The gain of AT over Tern (net.) is «2.6»(contradicted) on Pond [@tern2022].',
  ],
  [
    'a name before its number is of that number alone',
    'HERON (small) has «57.3»(supported) accuracy on Lake and «43.8»(supported) on Pond, AT «51.6»(supported) and «38.1»(supported) [@tern2022].',
    'HERON (small) has «57.3»(supported) accuracy on Lake and «43.8»(supported) on Pond, AT «57.5»(contradicted) and «38.1»(supported) [@tern2022].',
  ],
  [
    'what is row and column is the column behind "on" and the row as a label',
    'On Creek and Marsh, Brook obtains «69.5»(supported) and «47.2»(supported) A, respectively [@tern2022].',
    'Marsh: «44.8»(supported) A on Creek [@tern2022].',
    'In contrast, the Dune tagger has a recall of «59.1»(supported) on the Moor set [@tern2022].',
    'On Marsh, Brook has an A of «71.3»(contradicted) [@tern2022].',
  ],
  [
    'of several systems that are ours the one that is spelled out',
    'Our Gorge has an A of «46.3»(supported) on Creek [@tern2022].',
    'Our Fen has an A of «46.3»(contradicted) on Creek [@tern2022].',
  ],
  [
    'a difference that the named cells give is right however it is told',
    'The accuracy of HERON (large) is «8.4»(supported) points higher than that of AT (small) on Pond [@tern2022].',
    'Relative to AT (small), the accuracy of HERON (large) on Pond is larger by «22.0%»(supported) [@tern2022].',
  ],
];

for (const [about, ...sentences] of CASES)
  for (const sentence of sentences) test(`${about}: ${sentence}`, () => void expectVerdicts(sentence, LIBRARY));
