import { test } from 'node:test';
import { expectVerdicts, libraryOf } from '../support/checked.ts';

/** A source whose numbers are powers of ten, durations and ratios. */
const LIBRARY = libraryOf(`=== references.bib
@article{heron2021, title = {Heron: Parsing by Water}, year = 2021, file = {heron.md}}
=== heron.md
# Heron: Parsing by Water

Table 1: Cost of the systems on ParseBench.

| System     | Learning rate      | Error    | Runtime       | Latency | Compression |
|------------|--------------------|----------|---------------|---------|-------------|
| Osprey     | $2 \\times 10^{-4}$ | 3.15e-02 | 3:45          | 45 min  | 1:4         |
| Kestrel-7B | $5 \\times 10^{-5}$ | 1.07e-02 | 12:20         | 2h 15m  | 1:16        |
`);

const GROUPS: readonly (readonly [about: string, ...sentences: readonly string[]])[] = [
  [
    'a power of ten in any notation',
    'Osprey is trained with a learning rate of «2e-4»(supported) [@heron2021].',
    'Osprey is trained with a learning rate of «2 × 10^-4»(supported) [@heron2021].',
    'Osprey is trained with a learning rate of «0.0002»(supported) [@heron2021].',
    'On ParseBench, Osprey has an error of «3.15e-02»(supported) and Kestrel-7B of «0.0107»(supported) [@heron2021].',
    'On ParseBench, Osprey has an error of «1.07e-02»(contradicted) [@heron2021].',
  ],
  [
    'a duration in any notation',
    'Osprey has a runtime of «3:45»(supported) [@heron2021].',
    'Osprey has a runtime of «12:20»(contradicted) [@heron2021].',
    'Kestrel-7B has a latency of «2h 15m»(supported), Osprey one of «45»(supported) min [@heron2021].',
    'Kestrel-7B has a latency of «2 hours and 15 minutes»(supported) [@heron2021].',
    'Kestrel-7B has a latency of «135»(supported) min [@heron2021].',
  ],
  ['a ratio', 'Osprey has a compression of «1:4»(supported), Kestrel-7B of «1:16»(supported) [@heron2021].'],
  [
    'a time or ratio that no source prints',
    'Osprey was started at 3:45 with a split of 80:20, as Ezra 3:16 has it [@heron2021].',
  ],
];

for (const [about, ...sentences] of GROUPS)
  test(about, () => {
    for (const sentence of sentences) expectVerdicts(sentence, LIBRARY);
  });
