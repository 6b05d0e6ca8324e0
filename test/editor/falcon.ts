import { libraryOf } from '../support/checked.ts';

/** A source of one table with two systems over two data sets. */
export const falconLibrary = libraryOf(`=== x.bib
@misc{heron2021, title = {Heron}, file = {heron.md}}
=== heron.md
# Heron

Table 1: Accuracy (%) of the systems.

| Model     | ParseBench | TreeBank |
|-----------|------------|----------|
| Falcon-7B | 43.8       | 52.1     |
| Osprey-2  | 40.2       | 49.9     |
`);
