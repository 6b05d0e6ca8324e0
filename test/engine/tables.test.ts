import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource } from '../../shared/engine/documents/reader.ts';
import type { Label, Table } from '../../shared/engine/tables/table.ts';

const path = (labels: readonly Label[]): string => labels.map(({ text }) => text).join(' › ');

/** `row › path | column › path = number as printed`, in reading order. */
function valuesOf(table: Table): string[] {
  return table.rows.flatMap((row) =>
    row.cells.flatMap(({ values }) =>
      values.map(
        ({ quantity, column }) =>
          `${path(row.header)} | ${path(table.columns[column]?.header ?? [])} = ${quantity.text}`,
      ),
    ),
  );
}

interface Case {
  readonly what: string;
  readonly source: string;
  /** A file name, for the kind of markup; Markdown unless told. */
  readonly file?: string;
  readonly values: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: 'units glued to numbers',
    source:
      '| Scene | Error | Contacts |\n| --- | --- | --- |\n| Hall | 0.03m, 1.4° | 14/day |\n| Yard | 20.9m, 1 ° | 2 /day |',
    values: [
      'Hall | Error = 0.03',
      'Hall | Error = 1.4',
      'Hall | Contacts = 14',
      'Yard | Error = 20.9',
      'Yard | Error = 1',
      'Yard | Contacts = 2',
    ],
  },
  {
    what: 'a plain table',
    source: '| Model | Acc | F1 |\n|---|---|---|\n| A | 1.5 | 2.5 |\n| B | 3.5 | 4.5 |',
    values: ['A | Acc = 1.5', 'A | F1 = 2.5', 'B | Acc = 3.5', 'B | F1 = 4.5'],
  },
  {
    what: 'two header rows, where a blank belongs to the header at its left',
    source:
      '| Model | MSVD | | VATEX | |\n|---|---|---|---|---|\n| | C. | M. | C. | M. |\n| A | 1.1 | 1.2 | 1.3 | 1.4 |',
    values: ['A | MSVD › C. = 1.1', 'A | MSVD › M. = 1.2', 'A | VATEX › C. = 1.3', 'A | VATEX › M. = 1.4'],
  },
  {
    what: 'a column beside the spans has one header',
    source: '| Model | MSVD | | Code | Pairs |\n|---|---|---|---|---|\n| | C. | M. | | |\n| A | 1.1 | 1.2 | Yes | 6K |',
    values: ['A | MSVD › C. = 1.1', 'A | MSVD › M. = 1.2', 'A | Pairs = 6K'],
  },
  {
    what: 'group rows, with and without markup',
    source:
      '| Category | QA |\n|---|---|\n| <i>Modules</i> | |\n| All | 18.1 |\n| One | 23.9 |\n| **Size** | |\n| All | 16.5 |',
    values: ['Modules › All | QA = 18.1', 'Modules › One | QA = 23.9', 'Size › All | QA = 16.5'],
  },
  {
    what: 'a blank stub before further stubs repeats the name above it',
    source: '| Model | Size | Acc |\n|---|---|---|\n| A | 7B | 1.5 |\n| | 13B | 2.5 |\n| B | 7B | 3.5 |',
    values: ['A › 7B | Acc = 1.5', 'A › 13B | Acc = 2.5', 'B › 7B | Acc = 3.5'],
  },
  {
    what: 'row numbers before the names',
    source: '| # | Model | Acc |\n|---|---|---|\n| 1 | A | 1.5 |\n| 2 | B | 2.5 |',
    values: ['1 › A | Acc = 1.5', '2 › B | Acc = 2.5'],
  },
  {
    what: 'marks of an ablation name their rows',
    source: '| Extra | Filter | Acc |\n|---|---|---|\n| ✗ | ✗ | 1.5 |\n| ✓ | ✗ | 2.5 |\n| ✓ | ✓ | 3.5 |',
    values: ['✗ › ✗ | Acc = 1.5', '✓ › ✗ | Acc = 2.5', '✓ › ✓ | Acc = 3.5'],
  },
  {
    what: 'spreads and bracketed spreads are no values',
    source: '| Model | Acc | F1 |\n|---|---|---|\n| A | 1.5 ± 0.2 | 2.5 (±0.1) |\n| B | 3.5±0.1 | $4.5 \\pm 0.3$ |',
    values: ['A | Acc = 1.5', 'A | F1 = 2.5', 'B | Acc = 3.5', 'B | F1 = 4.5'],
  },
  {
    what: 'bold, underlined, starred and bracketed numbers',
    source:
      '| Model | P | Q | R | S |\n|---|---|---|---|---|\n| A | **1.5** | _2.5_ | 3.5* | (4.5) |\n| B | <u>1.1</u> | 1.2† | $\\mathbf{1.3}$ | 1.4 |',
    values: [
      'A | P = 1.5',
      'A | Q = 2.5',
      'A | R = 3.5',
      'A | S = 4.5',
      'B | P = 1.1',
      'B | Q = 1.2',
      'B | R = 1.3',
      'B | S = 1.4',
    ],
  },
  {
    what: 'missing values',
    source: '| Model | P | Q | R |\n|---|---|---|---|\n| A | - | 2.5 | n/a |\n| B | 1.5 | – | 0.0 |',
    values: ['A | Q = 2.5', 'B | P = 1.5', 'B | R = 0.0'],
  },
  {
    what: 'scales, percents and signs',
    source: '| Model | Pairs | Gain | Share |\n|---|---|---|---|\n| A | 2.5M | +4.4 | 38.5% |\n| B | 6K | −0.4 | 12% |',
    values: [
      'A | Pairs = 2.5M',
      'A | Gain = +4.4',
      'A | Share = 38.5%',
      'B | Pairs = 6K',
      'B | Gain = -0.4',
      'B | Share = 12%',
    ],
  },
  {
    what: 'two numbers in a cell under a header that names both',
    source:
      '| Model | Camera (Acc / Score) | Short (Acc / Score) |\n|---|---|---|\n| A | 29.26/1.54 | 32.60/1.70 |\n| B | 37.64 / 1.96 | - |',
    values: [
      'A | Camera › Acc = 29.26',
      'A | Camera › Score = 1.54',
      'A | Short › Acc = 32.60',
      'A | Short › Score = 1.70',
      'B | Camera › Acc = 37.64',
      'B | Camera › Score = 1.96',
    ],
  },
  {
    what: 'citations and footnote marks in headers and stubs',
    source: '| Model | MSVD (Chen and Dolan, 2011) |\n|---|---|\n| A† (Li et al., 2023b) | 1.5 |\n| B [12] | 2.5 |',
    values: ['A | MSVD = 1.5', 'B | MSVD = 2.5'],
  },
  {
    what: 'years over columns are headers',
    source: '| Country | 2019 | 2020 |\n|---|---|---|\n| A | 1.5 | 2.5 |\n| B | 3.5 | 4.5 |',
    values: ['A | 2019 = 1.5', 'A | 2020 = 2.5', 'B | 2019 = 3.5', 'B | 2020 = 4.5'],
  },
  {
    what: 'escaped pipes stay in their cell',
    source: '| Model | Acc |\n|---|---|\n| A \\| B | 1.5 |\n| C | 2.5 |',
    values: ['A | B | Acc = 1.5', 'C | Acc = 2.5'],
  },
  {
    what: 'a dump whose header lost its spans',
    file: 'x.txt',
    source:
      'Methods | Size | Performance | ||\n---|---|---|---|---|\nCorr. | Det. | Cont. | ||\nA | 7B | 2.23 | 2.50 | 2.53 |\nB | 13B | 1.96 | 2.18 | 2.16 |',
    values: [
      'A › 7B | Performance › Corr. = 2.23',
      'A › 7B | Performance › Det. = 2.50',
      'A › 7B | Performance › Cont. = 2.53',
      'B › 13B | Performance › Corr. = 1.96',
      'B › 13B | Performance › Det. = 2.18',
      'B › 13B | Performance › Cont. = 2.16',
    ],
  },
  {
    what: 'a table by tabs',
    file: 'x.txt',
    source: 'Claim\tVerified\tConfidence\nIt is fast.\t✓\t0.18\nIt is slow.\t×\t0.10',
    values: ['It is fast. › ✓ | Confidence = 0.18', 'It is slow. › × | Confidence = 0.10'],
  },
  {
    what: 'HTML with spans in both directions',
    file: 'x.html',
    source: `<table><thead><tr><th rowspan="2">Model</th><th colspan="2">MSVD</th></tr><tr><th>C</th><th>M</th></tr></thead>
      <tbody><tr><td rowspan="2">A</td><td>1.1</td><td>1.2</td></tr><tr><td>1.3</td><td>1.4</td></tr></tbody></table>`,
    values: ['A | MSVD › C = 1.1', 'A | MSVD › M = 1.2', 'A | MSVD › C = 1.3', 'A | MSVD › M = 1.4'],
  },
  {
    what: 'an HTML group row over the whole width',
    file: 'x.html',
    source: `<table><tr><th>Model</th><th>C</th><th>M</th></tr><tr><td colspan="3">Open</td></tr><tr><td>A</td><td>1.1</td><td>1.2</td></tr>
      <tr><td colspan="3">Closed</td></tr><tr><td>B</td><td>2.1</td><td>2.2</td></tr></table>`,
    values: ['Open › A | C = 1.1', 'Open › A | M = 1.2', 'Closed › B | C = 2.1', 'Closed › B | M = 2.2'],
  },
  {
    what: 'headers set as tables within the header, in Markdown',
    source: `<table><thead><tr><th>Model</th><th><table><tr><td>Camera</td></tr><tr><td>(Acc / Score)</td></tr></table></th></tr></thead>
<tbody><tr><th>A&nbsp;<cite>[<a href="#b5">5</a>]</cite></th><td>29.26/1.54</td></tr><tr><th>B</th><td>37.64/1.96</td></tr></tbody></table>`,
    values: [
      'A | Camera › Acc = 29.26',
      'A | Camera › Score = 1.54',
      'B | Camera › Acc = 37.64',
      'B | Camera › Score = 1.96',
    ],
  },
  {
    what: 'superscripts are notes',
    file: 'x.html',
    source:
      '<table><tr><th>Model</th><th>C</th></tr><tr><td>A<sup>2</sup></td><td>1.1<sup>3</sup></td></tr><tr><td>B</td><td>2.1</td></tr></table>',
    values: ['A | C = 1.1', 'B | C = 2.1'],
  },
  {
    what: 'group rows whose name is printed in every cell they span',
    source:
      '| Model | P | R |\n|---|---|---|\n| Plain | Plain | Plain |\n| A | 1.5 | 2.5 |\n| Masked | Masked | |\n| A | 3.5 | 4.5 |',
    values: ['Plain › A | P = 1.5', 'Plain › A | R = 2.5', 'Masked › A | P = 3.5', 'Masked › A | R = 4.5'],
  },
  {
    what: 'a group that the markup puts into the header',
    file: 'x.html',
    source: `<table><thead><tr><th>Model</th><th>P</th><th>R</th></tr><tr><th colspan="3">Small</th></tr></thead>
      <tr><td>A</td><td>1.5</td><td>2.5</td></tr><tr><td colspan="3">Large</td></tr><tr><td>B</td><td>3.5</td><td>4.5</td></tr></table>`,
    values: ['Small › A | P = 1.5', 'Small › A | R = 2.5', 'Large › B | P = 3.5', 'Large › B | R = 4.5'],
  },
  {
    what: 'titles over the whole width are groups where the table has several',
    file: 'x.html',
    source: `<table><tr><th colspan="3">(a) Frames</th></tr><tr><th>Model</th><th>P</th><th>R</th></tr>
      <tr><td>A</td><td>1.5</td><td>2.5</td></tr><tr><td colspan="3">(b) Objects</td></tr><tr><td>A</td><td>3.5</td><td>4.5</td></tr></table>`,
    values: [
      '(a) Frames › A | P = 1.5',
      '(a) Frames › A | R = 2.5',
      '(b) Objects › A | P = 3.5',
      '(b) Objects › A | R = 4.5',
    ],
  },
  {
    what: 'a title over the header is a header of every column',
    file: 'x.html',
    source: `<table><tr><td colspan="3">Results on MSVD</td></tr><tr><td>Model</td><td>P</td><td>R</td></tr>
      <tr><td>A</td><td>1.5</td><td>2.5</td></tr><tr><td>B</td><td>3.5</td><td>4.5</td></tr></table>`,
    values: [
      'A | Results on MSVD › P = 1.5',
      'A | Results on MSVD › R = 2.5',
      'B | Results on MSVD › P = 3.5',
      'B | Results on MSVD › R = 4.5',
    ],
  },
  {
    what: 'a title over the header, in the first cell',
    source: '| Results on MSVD | | |\n|---|---|---|\n| Model | P | R |\n| A | 1.5 | 2.5 |\n| B | 3.5 | 4.5 |',
    values: [
      'A | Results on MSVD › P = 1.5',
      'A | Results on MSVD › R = 2.5',
      'B | Results on MSVD › P = 3.5',
      'B | Results on MSVD › R = 4.5',
    ],
  },
  {
    what: 'a title over the header, above groups',
    file: 'x.html',
    source: `<table><tr><td colspan="3">Results on MSVD</td></tr><tr><td>Model</td><td>P</td><td>R</td></tr>
      <tr><td colspan="3">Open</td></tr><tr><td>A</td><td>1.5</td><td>2.5</td></tr>
      <tr><td colspan="3">Closed</td></tr><tr><td>B</td><td>3.5</td><td>4.5</td></tr></table>`,
    values: [
      'Open › A | Results on MSVD › P = 1.5',
      'Open › A | Results on MSVD › R = 2.5',
      'Closed › B | Results on MSVD › P = 3.5',
      'Closed › B | Results on MSVD › R = 4.5',
    ],
  },
  {
    what: 'the first group may stand above the header, as the others stand above theirs',
    file: 'x.html',
    source: `<table><tr><td>Open</td><td></td><td></td></tr><tr><td>Model</td><td>P</td><td>R</td></tr>
      <tr><td>A</td><td>1.5</td><td>2.5</td></tr><tr><td>Closed</td><td></td><td></td></tr>
      <tr><td>Model</td><td>P</td><td>R</td></tr><tr><td>B</td><td>3.5</td><td>4.5</td></tr></table>`,
    values: ['Open › A | P = 1.5', 'Open › A | R = 2.5', 'Closed › B | P = 3.5', 'Closed › B | R = 4.5'],
  },
  {
    what: 'a group within a group',
    source:
      '| Model | P |\n|---|---|\n| **Open** | |\n| small | |\n| A | 1.5 |\n| large | |\n| B | 2.5 |\n| **Closed** | |\n| C | 3.5 |',
    values: ['Open › small › A | P = 1.5', 'Open › large › B | P = 2.5', 'Closed › C | P = 3.5'],
  },
  {
    what: 'a header that is repeated in the body names nothing new',
    source: '| Model | P | R |\n|---|---|---|\n| A | 1.5 | 2.5 |\n| Model | P | R |\n| B | 3.5 | 4.5 |',
    values: ['A | P = 1.5', 'A | R = 2.5', 'B | P = 3.5', 'B | R = 4.5'],
  },
  {
    what: 'a second header in the body begins new columns',
    source: '| | Walk | Sit |\n|---|---|---|\n| A | 1.5 | 2.5 |\n| | Stand | Run |\n| A | 3.5 | 4.5 |',
    values: ['A | Walk = 1.5', 'A | Sit = 2.5', 'A | Stand = 3.5', 'A | Run = 4.5'],
  },
  {
    what: 'a repeated header with a stub of its own names a group',
    source: '| Set one | P | R |\n|---|---|---|\n| A | 1.5 | 2.5 |\n| Set two | P | R |\n| A | 3.5 | 4.5 |',
    values: ['A | P = 1.5', 'A | R = 2.5', 'Set two › A | P = 3.5', 'Set two › A | R = 4.5'],
  },
  {
    what: 'shares in order over the values are a header where none is declared',
    file: 'x.html',
    source:
      '<table><tr><td>Labels</td><td>1%</td><td>10%</td></tr><tr><td>A</td><td>55.4</td><td>77.9</td></tr><tr><td>B</td><td>48.1</td><td>70.2</td></tr></table>',
    values: ['A | 1% = 55.4', 'A | 10% = 77.9', 'B | 1% = 48.1', 'B | 10% = 70.2'],
  },
  {
    what: 'numbers that tell apart the columns of a header that spans them',
    file: 'x.html',
    source: `<table><tr><th></th><th colspan="2">Error</th><th>Size</th></tr><tr><td></td><td>224</td><td>320</td><td>Size</td></tr>
      <tr><td>A</td><td>22.2</td><td>21.1</td><td>25.0M</td></tr><tr><td>B</td><td>21.4</td><td>20.4</td><td>27.7M</td></tr></table>`,
    values: [
      'A | Error › 224 = 22.2',
      'A | Error › 320 = 21.1',
      'A | Size = 25.0M',
      'B | Error › 224 = 21.4',
      'B | Error › 320 = 20.4',
      'B | Size = 27.7M',
    ],
  },
  {
    what: 'whole numbers without which rows could not be told apart name them, and are values',
    source: '| Model | Setting | P |\n|---|---|---|\n| A | 56 | 1.5 |\n| A | 110 | 2.5 |\n| | 164 | 3.5 |',
    values: [
      'A › 56 | Setting = 56',
      'A › 56 | P = 1.5',
      'A › 110 | Setting = 110',
      'A › 110 | P = 2.5',
      'A › 164 | Setting = 164',
      'A › 164 | P = 3.5',
    ],
  },
  {
    what: 'counts beside names that differ are values',
    source: '| Model | # of pairs | P |\n|---|---|---|\n| A | 173 | 1.5 |\n| B | 2221 | 2.5 |',
    values: ['A | # of pairs = 173', 'A | P = 1.5', 'B | # of pairs = 2221', 'B | P = 2.5'],
  },
  {
    what: 'names go on below blanks, level by level',
    source:
      '| Data | Task | Part | P |\n|---|---|---|---|\n| X | T | a | 1.5 |\n| | | b | 2.5 |\n| | U | a | 3.5 |\n| Y | T | | 4.5 |',
    values: ['X › T › a | P = 1.5', 'X › T › b | P = 2.5', 'X › U › a | P = 3.5', 'Y › T | P = 4.5'],
  },
  {
    what: 'names in the middle of their rows',
    source:
      '| Data | Size | P |\n|---|---|---|\n| | 10 | 1.5 |\n| X | 20 | 2.5 |\n| | 30 | 3.5 |\n| | 10 | 4.5 |\n| Y | 20 | 5.5 |\n| | 30 | 6.5 |',
    values: [
      'X › 10 | P = 1.5',
      'X › 20 | P = 2.5',
      'X › 30 | P = 3.5',
      'Y › 10 | P = 4.5',
      'Y › 20 | P = 5.5',
      'Y › 30 | P = 6.5',
    ],
  },
  {
    what: 'a blank among marks is no name that goes on',
    source: '| Extra | Filter | P |\n|---|---|---|\n| ✓ | | 1.5 |\n| | ✓ | 2.5 |',
    values: ['✓ | P = 1.5', '✓ | P = 2.5'],
  },
  {
    what: 'a name beside the numbers of a row without a stub',
    source: '| Spot | P | R |\n|---|---|---|\n| A | 1.5 | 2.5 |\n| B | 3.5 | 4.5 |\n| | Mean: | 3.5 |',
    values: ['A | P = 1.5', 'A | R = 2.5', 'B | P = 3.5', 'B | R = 4.5', 'Mean | R = 3.5'],
  },
  {
    what: 'a row of errors in brackets goes on with the row above it',
    source:
      '| Term | Men | Women |\n|---|---|---|\n| Age | 0.52 | 0.61 |\n| | (0.03) | (0.04) |\n| Height | 0.11 | 0.12 |',
    values: ['Age | Men = 0.52', 'Age | Women = 0.61', 'Height | Men = 0.11', 'Height | Women = 0.12'],
  },
  {
    what: 'two tables side by side',
    source:
      '| Date | North | Date | South |\n|---|---|---|---|\n| 1 May | 28 | 9 May | 7 |\n| 2 May | 29 | 10 May | 19 |',
    values: ['1 May | North = 28', '9 May | South = 7', '2 May | North = 29', '10 May | South = 19'],
  },
  {
    what: 'headers of the markup beside the rows',
    file: 'x.html',
    source:
      '<table><tr><th>Year</th><th>N</th><th>P</th></tr><tr><th>2019</th><th scope="row">12</th><td>1.5</td></tr><tr><th>2020</th><th scope="row">14</th><td>2.5</td></tr></table>',
    values: ['2019 › 12 | P = 1.5', '2020 › 14 | P = 2.5'],
  },
  {
    what: 'the header of a number in brackets',
    source:
      '| Model | Dev (Test) | Score (rank) |\n|---|---|---|\n| A | 81.2 (80.1) | 7.5 (2) |\n| B | 79.4 (78.8) | 8.5 (1) |',
    values: [
      'A | Dev = 81.2',
      'A | Test = 80.1',
      'A | Score = 7.5',
      'A | Score › rank = 2',
      'B | Dev = 79.4',
      'B | Test = 78.8',
      'B | Score = 8.5',
      'B | Score › rank = 1',
    ],
  },
  {
    what: 'what names the numbers of a cell, above the columns',
    file: 'x.html',
    source: `<table><tr><th></th><th colspan="2">Train / Infer</th></tr><tr><th>Model</th><th>Day</th><th>Night</th></tr>
      <tr><td>A</td><td>34.02s / 0.91s</td><td>32.96 s/0.89 s</td></tr></table>`,
    values: [
      'A | Day › Train = 34.02',
      'A | Day › Infer = 0.91',
      'A | Night › Train = 32.96',
      'A | Night › Infer = 0.89',
    ],
  },
  {
    what: 'what names the numbers of a cell, below the names of the columns',
    source:
      '| Model | Day | Night |\n|---|---|---|\n| | Best / Mean | Best / Mean |\n| A | 34.02 / 33.1 | 32.96 / 31.8 |\n| B | 35.50 / 34.7 | 33.18 / 33.0 |',
    values: [
      'A | Day › Best = 34.02',
      'A | Day › Mean = 33.1',
      'A | Night › Best = 32.96',
      'A | Night › Mean = 31.8',
      'B | Day › Best = 35.50',
      'B | Day › Mean = 34.7',
      'B | Night › Best = 33.18',
      'B | Night › Mean = 33.0',
    ],
  },
  {
    what: 'a list of numbers of which some are missing',
    source:
      '| Model | PSNR / SSIM / Time |\n|---|---|\n| A | 34.02 / 0.91 / 1.01 |\n| B | 32.05 / n/a / 1.22 |\n| C | - / 0.88 / 2.02 |\n| D | 33.0 / 0.90 / 3.03 |\n| E | 31.9 / 0.87 / 1.55 |',
    values: [
      'A | PSNR = 34.02',
      'A | SSIM = 0.91',
      'A | Time = 1.01',
      'B | PSNR = 32.05',
      'B | Time = 1.22',
      'C | SSIM = 0.88',
      'C | Time = 2.02',
      'D | PSNR = 33.0',
      'D | SSIM = 0.90',
      'D | Time = 3.03',
      'E | PSNR = 31.9',
      'E | SSIM = 0.87',
      'E | Time = 1.55',
    ],
  },
  {
    what: 'a blank header that the markup spans belongs to no other',
    file: 'x.html',
    source: `<table><tr><th rowspan="2">Model</th><th rowspan="2">MAP</th><th></th><th colspan="2"></th></tr>
      <tr><th>P</th><th>Q</th><th>R</th></tr><tr><td>A</td><td>1.5</td><td>2.5</td><td>3.5</td><td>4.5</td></tr></table>`,
    values: ['A | MAP = 1.5', 'A | P = 2.5', 'A | Q = 3.5', 'A | R = 4.5'],
  },
  {
    what: 'shares in a second header row with names',
    file: 'x.html',
    source: `<table><tr><td></td><td>Base</td><td colspan="2">Random</td></tr><tr><td>Data</td><td>SGD</td><td>100%</td><td>75%</td></tr>
      <tr><td>A</td><td>0.67</td><td>7.87</td><td>8.34</td></tr><tr><td>B</td><td>22.7</td><td>71.18</td><td>75.87</td></tr></table>`,
    values: [
      'A | Base › SGD = 0.67',
      'A | Random › 100% = 7.87',
      'A | Random › 75% = 8.34',
      'B | Base › SGD = 22.7',
      'B | Random › 100% = 71.18',
      'B | Random › 75% = 75.87',
    ],
  },
  {
    what: 'a slash within one word of a header',
    source: '| Model | MNLI m/mm | F1 / EM |\n|---|---|---|\n| A | 90.2 / 90.1 | 94.6/88.9 |',
    values: ['A | MNLI m = 90.2', 'A | MNLI mm = 90.1', 'A | F1 = 94.6', 'A | EM = 88.9'],
  },
  {
    what: 'a sum is not split by a slash of the header',
    source: '| Metabolite | L/H |\n|---|---|\n| A | 15.4 + 2.5 |\n| B | 23.5 + 17.8 |',
    values: ['A | L/H = 15.4', 'A | L/H = + 2.5', 'B | L/H = 23.5', 'B | L/H = + 17.8'],
  },
  {
    what: 'units, names and citations beside the number',
    source:
      '| Model | Time | Memory | P | Q |\n|---|---|---|---|---|\n| A | 0.12s | 321MB | 91.3 (GAT) | 93.5 [@doe2020] |\n| B | 0.24 s | 40 GB | 78.1 | 87.2a |',
    values: [
      'A | Time = 0.12',
      'A | Memory = 321',
      'A | P = 91.3',
      'A | Q = 93.5',
      'B | Time = 0.24',
      'B | Memory = 40',
      'B | P = 78.1',
      'B | Q = 87.2',
    ],
  },
  {
    what: 'decimal commas and points between thousands',
    source: '| Model | P | N |\n|---|---|---|\n| A | 81,2 | 1.234 |\n| B | 79,45 | 12.500 |\n| C | 7,5 | 900 |',
    values: ['A | P = 81,2', 'A | N = 1.234', 'B | P = 79,45', 'B | N = 12.500', 'C | P = 7,5', 'C | N = 900'],
  },
  {
    what: 'thousands parted by spaces, powers of ten',
    source:
      '| Model | N | Work |\n|---|---|---|\n| A | 43 980 000 | 3.5×10^9 |\n| B | 4 398 kg | $1.2 \\times 10^{10}$ |',
    values: ['A | N = 43 980 000', 'A | Work = 3.5×10^9', 'B | N = 4 398', 'B | Work = 1.2 ×10^10'],
  },
  {
    what: 'a number in scientific notation is one value',
    source:
      '| Model | Rate | Error | Steps |\n|---|---|---|---|\n| A | 1.15e+01 | 3.2E-4 ± 1e-5 | $10^5$ |\n| B | 9.80e-01 / 2.0e+00 | $1.2\\times10^{-3}$ | 10^{-6} |\n| C | -3e-2 (1e-3) | 4.1 × 10⁻³ | 2*10^6 |\n| D | 1.5 | $(1.5 \\pm 0.2) \\times 10^{-3}$ | 5 |',
    values: [
      'A | Rate = 1.15e+01',
      'A | Error = 3.2E-4',
      'A | Steps = 10^5',
      'B | Rate = 9.80e-01',
      'B | Rate = 2.0e+00',
      'B | Error = 1.2×10^-3',
      'B | Steps = 10^-6',
      'C | Rate = -3e-2',
      'C | Rate = 1e-3',
      'C | Error = 4.1 × 10⁻³',
      'C | Steps = 2*10^6',
      'D | Rate = 1.5',
      'D | Error = 1.5',
      'D | Steps = 5',
    ],
  },
  {
    what: 'a duration or a ratio is one value',
    source:
      '| Model | Training | Inference | Time | Lap | Ratio |\n|---|---|---|---|---|---|\n| A | 3:45 | 1:02:33 | 2h 15m | 1:07.25 | 1:4 |\n| B | 12:00 ± 0:30 | 0:59:08 | 1 hr 5 mins | 59.80 | 3:1 / 2:1 |\n| C | 4:10 (3:55) | - | 45 min | 1:10.02 | 16:9 |',
    values: [
      'A | Training = 3:45',
      'A | Inference = 1:02:33',
      'A | Time = 2h 15m',
      'A | Lap = 1:07.25',
      'A | Ratio = 1:4',
      'B | Training = 12:00',
      'B | Inference = 0:59:08',
      'B | Time = 1 hr 5 mins',
      'B | Lap = 59.80',
      'B | Ratio = 3:1',
      'B | Ratio = 2:1',
      'C | Training = 4:10',
      'C | Training = 3:55',
      'C | Time = 45',
      'C | Lap = 1:10.02',
      'C | Ratio = 16:9',
    ],
  },
  {
    what: 'times of the day over other numbers are a header',
    file: 'x.html',
    source:
      '<table><tr><td>Spot</td><td>8:00</td><td>12:00</td></tr><tr><td>A</td><td>12</td><td>97</td></tr><tr><td>B</td><td>15</td><td>105</td></tr></table>',
    values: ['A | 8:00 = 12', 'A | 12:00 = 97', 'B | 8:00 = 15', 'B | 12:00 = 105'],
  },
  {
    what: 'times of the day name rows',
    source: '| Time | P | R |\n|---|---|---|\n| 8:00 | 1.5 | 12 |\n| 12:00 | 2.5 | 15 |',
    values: ['8:00 | P = 1.5', '8:00 | R = 12', '12:00 | P = 2.5', '12:00 | R = 15'],
  },
  {
    what: 'powers of ten over the values are a header',
    file: 'x.html',
    source:
      '<table><tr><td>Size</td><td>10<sup>3</sup></td><td>10<sup>4</sup></td></tr><tr><td>A</td><td>12</td><td>97</td></tr><tr><td>B</td><td>15</td><td>105</td></tr></table>',
    values: ['A | 10^3 = 12', 'A | 10^4 = 97', 'B | 10^3 = 15', 'B | 10^4 = 105'],
  },
  {
    what: 'settings, sizes and serial numbers are names',
    source:
      '| Model | Crop | Serial | k | P |\n|---|---|---|---|---|\n| A | 224×224 | 505-60-2 | k = 10 | 1.5 |\n| B | 320x320 | 306-08-5 | k = 20 | 2.5 |',
    values: ['A › 224×224 › 505-60-2 › k = 10 | P = 1.5', 'B › 320x320 › 306-08-5 › k = 20 | P = 2.5'],
  },
  {
    what: 'a line of a header that is tied to the one above',
    file: 'x.html',
    source:
      '<table><tr><th>Model</th><th>Deficit<br>(billions)</th><th>Low/<br>High</th></tr><tr><td>A</td><td>1.5</td><td>2.5</td></tr></table>',
    values: ['A | Deficit (billions) = 1.5', 'A | Low/ High = 2.5'],
  },
  {
    what: 'a table of LaTeXML inside a line',
    file: 'x.html',
    source: `<p><span class="ltx_tabular"><span class="ltx_thead"><span class="ltx_tr"><span class="ltx_td ltx_th">Model</span><span class="ltx_td ltx_th ltx_colspan ltx_colspan_2">MSVD</span></span></span>
      <span class="ltx_tr"><span class="ltx_td">A<span class="ltx_note"><sup>1</sup><span>See 9.9.</span></span></span><span class="ltx_td"><math alttext="1.1\\pm 0.2"><mn>1.1</mn></math></span><span class="ltx_td">1.2</span></span></span></p>`,
    values: ['A | MSVD = 1.1', 'A | MSVD = 1.2'],
  },
  {
    what: 'a grid table',
    source:
      '+-------+------+------+\n| Model | P    | R    |\n+=======+======+======+\n| A     | 1.5  | 2.5  |\n+-------+------+------+\n| B     | 3.5  | 4.5  |\n+-------+------+------+',
    values: ['A | P = 1.5', 'A | R = 2.5', 'B | P = 3.5', 'B | R = 4.5'],
  },
  {
    what: 'a grid table with a header over two columns',
    source:
      '+-------+-------------+\n| Model | MSVD        |\n|       +------+------+\n|       | C    | M    |\n+=======+======+======+\n| A     | 1.5  | 2.5  |\n+-------+------+------+',
    values: ['A | MSVD › C = 1.5', 'A | MSVD › M = 2.5'],
  },
  {
    what: 'a grid table whose rules say how its columns are set',
    source:
      '+-------+------+------+\n| Model | P    | R    |\n+:======+=====:+:====:+\n| A     | 1.5  | 2.5  |\n+-------+------+------+\n| B     | 3.5  | 4.5  |\n+-------+------+------+',
    values: ['A | P = 1.5', 'A | R = 2.5', 'B | P = 3.5', 'B | R = 4.5'],
  },
  {
    what: 'a table that goes on under two other header rows, of which the second is as before',
    source:
      '|  | Pond | Pond | Lake | Lake |\n|---|---|---|---|---|\n|  | P | R | P | R |\n| A | 1.5 | 2.5 | 3.5 | 4.5 |\n| B | 1.6 | 2.6 | 3.6 | 4.6 |\n|  | Fjord | Fjord | Marsh | Marsh |\n|  | P | R | P | R |\n| A | 5.5 | 6.5 | 7.5 | 8.5 |',
    values: [
      'A | Pond › P = 1.5',
      'A | Pond › R = 2.5',
      'A | Lake › P = 3.5',
      'A | Lake › R = 4.5',
      'B | Pond › P = 1.6',
      'B | Pond › R = 2.6',
      'B | Lake › P = 3.6',
      'B | Lake › R = 4.6',
      'A | Fjord › P = 5.5',
      'A | Fjord › R = 6.5',
      'A | Marsh › P = 7.5',
      'A | Marsh › R = 8.5',
    ],
  },
  {
    what: 'counts below the header that spans them',
    file: 'x.html',
    source:
      '<table><tr><td></td><td colspan="3">Steps</td></tr><tr><td></td><td>2</td><td>3</td><td>4</td></tr><tr><td>A</td><td>1.5</td><td>2.5</td><td>3.5</td></tr><tr><td>B</td><td>69</td><td>72</td><td>74</td></tr></table>',
    values: [
      'A | Steps › 2 = 1.5',
      'A | Steps › 3 = 2.5',
      'A | Steps › 4 = 3.5',
      'B | Steps › 2 = 69',
      'B | Steps › 3 = 72',
      'B | Steps › 4 = 74',
    ],
  },
  {
    what: 'a simple table',
    source: '  Model      P     R\n------- ------ -----\nA          1.5   2.5\nB          3.5   4.5\n\nText.',
    values: ['A | P = 1.5', 'A | R = 2.5', 'B | P = 3.5', 'B | R = 4.5'],
  },
  {
    what: 'a multiline table',
    source:
      '-------------------------\n Model          P       R\n name\n---------- ------ -------\n A          1.5     2.5\n large\n\n B          3.5     4.5\n-------------------------\n',
    values: ['A large | P = 1.5', 'A large | R = 2.5', 'B | P = 3.5', 'B | R = 4.5'],
  },
  {
    what: 'a table between rules',
    source:
      '===== ===== =====\nModel   P     R\n===== ===== =====\nA      1.5   2.5\nB      3.5   4.5\n===== ===== =====\n',
    values: ['A | P = 1.5', 'A | R = 2.5', 'B | P = 3.5', 'B | R = 4.5'],
  },
  {
    what: 'a table that Pandoc wrote into a div, with the spans of its header lost',
    source: `::: {#tab:x}
  --------- ------------------- --------- ------------------------------
   System   Examples
                   none            16                   32
      A     [1.5]{.underline}    **2.5**  [[3.5]{.ul}]{style="color: red"}
      B             4.5            5.5                 6.5
  --------- ------------------- --------- ------------------------------

  : All of them.
:::`,
    values: [
      'A | Examples › none = 1.5',
      'A | Examples › 16 = 2.5',
      'A | Examples › 32 = 3.5',
      'B | Examples › none = 4.5',
      'B | Examples › 16 = 5.5',
      'B | Examples › 32 = 6.5',
    ],
  },
  {
    what: 'a table of Emacs',
    source: '| Model | P | R |\n|-------+-----+-----|\n| A | 1.5 | 2.5 |',
    values: ['A | P = 1.5', 'A | R = 2.5'],
  },
];

for (const { what, source, file = 'x.md', values } of CASES)
  test(what, () => {
    const { tables } = readSource(file, source);
    assert.equal(tables.length, 1);
    assert.deepEqual(valuesOf(tables[0] as Table), values);
  });

const NO_DATA: readonly (readonly [what: string, file: string, source: string])[] = [
  [
    'a layout table',
    'x.html',
    '<table><tr><td>Menu</td><td>Home</td></tr><tr><td>About</td><td>Contact</td></tr></table>',
  ],
  ['a table of one row', 'x.md', '| Model | Acc |\n|---|---|'],
  ['a table of one column', 'x.md', '| Acc |\n|---|\n| 1.5 |\n| 2.5 |'],
  ['a table of words', 'x.md', '| Model | Kind |\n|---|---|\n| A | open |\n| B | closed |'],
  ['an unclosed table', 'x.html', '<table><tr><td>'],
  ['a sentence with pipes', 'x.md', 'Either a | b or 5 | 6.'],
  ['a rule between paragraphs', 'x.md', 'Text 5.1.\n\n------\n\nText 5.2.\n\n--- ---\n\nText.'],
  [
    'a listing with line numbers',
    'x.html',
    '<table class="lntable"><tr><td>1</td><td>x = 1.5</td></tr><tr><td>2</td><td>5.5</td></tr></table>',
  ],
  [
    'an equation with its number',
    'x.html',
    '<table class="ltx_equation ltx_eqn_table"><tr><td>1.5</td><td>(1)</td></tr><tr><td>2.5</td><td>(2)</td></tr></table>',
  ],
  [
    'a frame around a page',
    'x.html',
    '<table role="presentation"><tr><td>Menu</td><td>1.5</td></tr><tr><td>Foot</td><td>2.5</td></tr></table>',
  ],
];

for (const [what, file, source] of NO_DATA)
  test(`${what} gives no table`, () => assert.deepEqual(readSource(file, source).tables, []));
