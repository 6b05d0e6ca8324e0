import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSource } from '../../shared/engine/documents/reader.ts';
import type { JudgedClaim } from '../../shared/engine/verdicts/verdict.ts';
import { checked, libraryOf } from '../support/checked.ts';
import { readFixture } from '../support/fixture.ts';

const FIXTURE = `=== references.bib
@article{heron2021, title = {Heron: Parsing by Water}, file = {heron.md}}
@article{falcon2023, title = {Falcon: Summaries from the Air}, file = {falcon.md}}
@misc{survey2024, title = {Birds of Prey: A Synthesis}, file = {survey.md}}
=== survey.md
# Birds of Prey: A Synthesis

| Claim | Verified |
|-------|----------|
| The Merlin parser reaches an accuracy of 68.3 on ParseBench. | no |
=== heron.md
# Heron: Parsing by Water

It was trained on eight GPUs for 310 hours.

Table 1: Results.

| System     | ParseBench |      | TreeBank |      | Trees |
|------------|------------|------|----------|------|-------|
|            | Acc        | F1   | Acc      | F1   |       |
| Osprey     | 60.2       | 31.1 | 64.9     | 47.3 | 2.5M  |
| Kestrel-7B | 73.6       | 38.4 | 77.5     | 52.1 | 1.18M |
| Ours       | 79.5       | 44.2 | 81.3     | 57.4 | 6K    |
=== falcon.md
# Falcon: Summaries from the Air

Table 3: Summaries.

| System  | NewsSet R-1 | NewsSet R-2 |
|---------|-------------|-------------|
| Falcon  | 47.6        | 24.3        |
| Sparrow | 44.1        | 22.6        |

Table 4: Once more, with another seed.

| System  | NewsSet R-1 |
|---------|-------------|
| Sparrow | 44.9        |
| Eagle   | 40.2        |
`;
const LIBRARY = libraryOf(FIXTURE);

function only(sentence: string): JudgedClaim {
  const [judged, ...others] = checked(sentence, LIBRARY).claims.filter(({ claim }) => claim.kind === 'number');
  assert.ok(judged && others.length === 0, `${sentence} has ${others.length + (judged ? 1 : 0)} claims.`);
  return judged;
}

const MESSAGES: readonly (readonly [sentence: string, message: string])[] = [
  [
    'The Merlin parser reaches an accuracy of 68.3 on ParseBench [@survey2024].',
    '68.3 stands in @survey2024: “The Merlin parser reaches an accuracy of 68.3 on ParseBench.”, which it marks as not verified.',
  ],
  [
    'Osprey has an accuracy of 60.2 on ParseBench [@heron2021].',
    '60.2 stands in @heron2021: Osprey, ParseBench › Acc (Table 1).',
  ],
  [
    'Sparrow has an R-1 of 44.1 on NewsSet [@falcon2023].',
    '44.1 stands in @falcon2023: Sparrow, NewsSet R-1 (Table 3); Table 4 has 44.9 under the same names.',
  ],
  [
    'Sparrow has an R-1 of 43.8 on NewsSet [@falcon2023].',
    '43.8 was not found in @falcon2023: the nearest is 44.1 for Sparrow, NewsSet R-1 (Table 3); Table 4 has 44.9 under the same names.',
  ],
  [
    'It was trained for 310 hours on GPUs [@heron2021].',
    '310 stands in @heron2021: “It was trained on eight GPUs for 310 hours.”.',
  ],
  [
    'Osprey has an accuracy of 60.2 on ParseBench.',
    '60.2 is not cited; @heron2021 has it: Osprey, ParseBench › Acc (Table 1).',
  ],
  [
    'Sparrow has an R-1 of 44.1 on NewsSet [@heron2021].',
    '44.1 is not in @heron2021; @falcon2023 has it: Sparrow, NewsSet R-1 (Table 3).',
  ],
  [
    'Osprey has an accuracy of 73.6 on ParseBench [@heron2021].',
    '@heron2021 says 60.2 for Osprey, ParseBench › Acc (Table 1), not 73.6; 73.6 is the value of Kestrel-7B, ParseBench › Acc (Table 1).',
  ],
  [
    'Osprey has an accuracy of 61.9 on ParseBench [@heron2021].',
    '@heron2021 says 60.2 for Osprey, ParseBench › Acc (Table 1), not 61.9.',
  ],
];

test('messages say what the source has, and where', () => {
  assert.deepEqual(
    MESSAGES.map(([sentence]) => [sentence, only(sentence).message]),
    MESSAGES,
  );
});

test('what was not found is said so', () => {
  const { message } = only('Osprey has an F1 of 61.7 on WoodBench [@heron2021].');
  assert.match(
    message,
    /^61\.7 was not found in @heron2021: the nearest is 31\.1 for Osprey, ParseBench › F1 \(Table 1\)\.$/,
  );
});

/** The suggestion has the source's digits and the draft's unit marks. */
const SUGGESTIONS: readonly (readonly [sentence: string, suggestion: string])[] = [
  ['Osprey has an accuracy of 73.6 on ParseBench [@heron2021].', '60.2'],
  ['Osprey has an accuracy of 73.6% on ParseBench [@heron2021].', '60.2%'],
  ['Osprey has an accuracy of 73.6 % on ParseBench [@heron2021].', '60.2 %'],
  ['Kestrel-7B learned from 2.5M trees [@heron2021].', '1.18M'],
  ['Osprey learned from 1.18M trees [@heron2021].', '2.5M'],
  ['On ParseBench, the accuracy of Kestrel-7B exceeds that of Osprey by 14.3 points [@heron2021].', '13.4'],
];

test('a contradicted number is put right by the source’s own value', () => {
  assert.deepEqual(
    SUGGESTIONS.map(([sentence]) => {
      const { verdict } = only(sentence);
      return [sentence, verdict.kind === 'contradicted' ? verdict.suggestion : verdict.kind];
    }),
    SUGGESTIONS,
  );
});

test('evidence names its cell and stands at its place in the file', () => {
  const { verdict } = only('Kestrel-7B has an F1 of 52.1 on TreeBank [@heron2021].');
  const [evidence] = verdict.evidence;
  assert.ok(evidence?.kind === 'cell');
  const { source, document, table, row, column, text, tableIndex, rowIndex, columnIndex, derivation } = evidence;
  assert.deepEqual(
    [source, document, table, row, column, text],
    ['heron2021', 'heron.md', 'Table 1', ['Kestrel-7B'], ['TreeBank', 'F1'], '52.1'],
  );
  assert.equal(derivation, null);
  const heron = readFixture(FIXTURE).file('heron.md').text;
  assert.equal(heron.slice(evidence.span.start, evidence.span.end), '52.1');
  const found = readSource('heron.md', heron).tables[tableIndex];
  assert.equal(found?.columns[columnIndex]?.header.at(-1)?.text, 'F1');
  assert.equal(found?.rows[rowIndex]?.header[0]?.text, 'Kestrel-7B');
});

test('a passage as evidence is quoted and stands at its place', () => {
  const [evidence] = only('It was trained for 310 hours on GPUs [@heron2021].').verdict.evidence;
  assert.ok(evidence?.kind === 'passage');
  const heron = readFixture(FIXTURE).file('heron.md').text;
  assert.equal(evidence.quote, 'It was trained on eight GPUs for 310 hours.');
  assert.equal(heron.slice(evidence.span.start, evidence.span.end), evidence.quote);
});

test('a derivation shows its operands', () => {
  const { verdict, message } = only(
    'On ParseBench, the accuracy of Kestrel-7B exceeds that of Osprey by 13.4 points [@heron2021].',
  );
  assert.deepEqual(verdict.evidence.map(({ text }) => text).sort(), ['60.2', '73.6']);
  for (const { derivation } of verdict.evidence) assert.match(derivation ?? '', /^[\d.]+ − [\d.]+ = \D?13\.4$/);
  assert.match(message, /^13\.4 follows from @heron2021: /);
});

test('a derivation is written the way that gives the claim', () => {
  const { verdict } = only(
    'On ParseBench, the accuracy of Kestrel-7B exceeds that of Osprey by 13.4 points [@heron2021].',
  );
  assert.deepEqual(
    verdict.evidence.map((one) => [one.text, one.derivation]),
    [
      ['73.6', '73.6 − 60.2 = 13.4'],
      ['60.2', '73.6 − 60.2 = 13.4'],
    ],
  );
});

test('every verdict comes with a probability and its reasons', () => {
  for (const [sentence] of MESSAGES) {
    const { confidence, trace } = only(sentence);
    assert.ok(confidence > 0.5 && confidence <= 1, `${confidence}`);
    assert.ok(trace.length > 0 && trace.every((line) => line.trim() !== ''));
  }
});
