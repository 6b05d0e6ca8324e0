import { test } from 'node:test';
import { expectVerdicts, libraryOf } from '../support/checked.ts';

const LIBRARY = libraryOf(`=== references.bib
@article{heron2021, title = {Heron: Parsing by Water}, file = {heron.md}}
=== heron.md
# Heron: Parsing by Water

Table 1: Accuracy (mean ± standard deviation of five runs).

| System  | ParseBench | TreeBank   |
|---------|------------|------------|
| Osprey  | 60.2 ± 0.4 | 64.9 ± 1.2 |
| Kestrel | 73.6 ± 0.7 | 77.5 ± 0.9 |

Table 2: F1, standard deviation in parentheses.

| System  | ParseBench | TreeBank   |
|---------|------------|------------|
| Osprey  | 31.1 (0.3) | 47.3 (2.1) |
| Kestrel | 38.4 (0.6) | 52.1 (1.5) |
`);

const DRAFTS = [
  'Kestrel has an accuracy of «73.6»(supported) («0.7»(supported)) on ParseBench [@heron2021].',
  'On TreeBank, Kestrel has an F1 of «52.1»(supported) (SD «1.5»(supported)) [@heron2021].',
  'The standard deviation of the accuracy of Osprey on TreeBank is «1.2»(supported) points [@heron2021].',
  'The standard deviation of the accuracy of Osprey on TreeBank is «1.3»(unsupported) points [@heron2021].',
];

for (const draft of DRAFTS) test(`a spread: ${draft}`, () => void expectVerdicts(draft, LIBRARY));
