import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDraft } from '../../shared/engine/claims/readDraft.ts';
import { checkDraft } from '../../shared/engine/verdicts/checkDraft.ts';
import { checked, expectVerdicts, libraryOf } from '../support/checked.ts';

const LIBRARY = libraryOf(`=== references.bib
@article{heron2021, title = {Heron: Parsing by Water}, year = 2021, file = {heron.md}}
=== heron.md
# Heron: Parsing by Water

Table 1: Results.

| System     | ParseBench |      | TreeBank |      |
|------------|------------|------|----------|------|
|            | Acc        | F1   | Acc      | F1   |
| Osprey     | 60.2       | 31.1 | 64.9     | 47.3 |
| Kestrel-7B | 73.6       | 38.4 | 77.5     | 52.1 |
| Ours       | 79.5       | 44.2 | 81.3     | 57.4 |
`);

/** A source with so much prose that a number it does not state is said to be unsupported. */
const PROSE = libraryOf(`=== references.bib
@article{heron2021, title = {Heron: Parsing by Water}, year = 2021, file = {heron.md}}
=== heron.md
# Heron: Parsing by Water

${'The birds of the pond are quiet in the morning and loud at night. '.repeat(14)}
`);

/** Sentences beside a citation in which no number is a claim. */
const NO_CLAIMS: readonly (readonly [what: string, ...sentences: string[]])[] = [
  ['dates', 'It appeared on 14 June 2026', 'It appeared on June 14, 2026', 'It appeared on 2026-06-14', 'in May 2021'],
  ['years', 'Since 2024 much has changed', 'Between 1998 and 2004 it was new', 'Doe (2019) disagrees'],
  ['times', 'It begins at 10:30'],
  [
    'parts of documents',
    'See Section 2 and Sec. 4.1',
    'See Table 3, Tables 3 and 4, and Tab. 5',
    'See Figure 7, Figs. 2 and 3, and Fig. 9a',
    'See Eq. (3), Equation 12 and Algorithm 1',
    'See chapter 4, page 12 and pp. 12-14',
    'See footnote 3, Appendix 2 and § 5',
    'See line 40 and step 2',
    'By Assumption 3.2, Proposition 4, Corollary 2.1 and Remark 3',
    'In settings 4 and 5',
  ],
  ['items', '(1) first, (2) second'],
  ['items with one mark', 'namely 1) the first and 2) the second'],
  ['versions', 'It runs on Python 3.11, CUDA 12.1 and version 1.2', 'v2.5 and v1.5.2'],
  [
    'digits inside names',
    'GPT-4, MSR-VTT, Qwen2VL-7B, T5 and VILA-v1.5-13B',
    'BLEU-4, F1, R@1 and Top-5',
    'H100s, UCF101 and DREAM1K',
    'Kestrel-7B',
  ],
  ['code', 'Set `seed = 17.5` first', '`k=60.2`'],
  ['math', 'With $k = 17.5$ and $\\alpha=0.05$'],
  [
    'addresses',
    'At https://example.org/60.2/7 and <http://x.org/5>',
    '[here](http://x.org/12.5)',
    'doi:10.1234/5678.9',
  ],
  ['p-values', 'It is significant (p < 0.05)', 'with p = .012'],
  ['spreads', 'Osprey varies by ± 0.31'],
];

for (const [what, ...sentences] of NO_CLAIMS)
  test(`no claims: ${what}`, () => {
    for (const sentence of sentences) expectVerdicts(`${sentence} [@heron2021].`, PROSE);
  });

test('beside such digits a number is a claim', () => {
  expectVerdicts('In May 2021, version 1.2 of GPT-4 had «17.5»(unsupported) of them in Table 3 [@heron2021].', PROSE);
  expectVerdicts('The pond has «2,400»(unsupported) birds and «12.5%»(unsupported) of them sing [@heron2021].', PROSE);
});

test('no claims: locators, notes, front matter and comments', () => {
  expectVerdicts('Osprey was there first [@heron2021, p. 4; see also @heron2021, chap. 60.2].', PROSE);
  expectVerdicts('Osprey was there first [@heron2021] [^60].\n\n[^60]: As we know.', PROSE);
  expectVerdicts('---\ntitle: Osprey at 60.2\nseed: 17.5\n---\n\nText [@heron2021].', PROSE);
  expectVerdicts('Text <!-- Osprey 60.2 --> here [@heron2021].\n\n<!--\n70.4\n-->', PROSE);
  expectVerdicts('1. Osprey is one [@heron2021].\n2. Kestrel-7B is another [@heron2021].', PROSE);
  expectVerdicts('```\nOsprey 60.2\n```\n\n    Osprey 60.2\n\n$$\nx = 60.2\n$$\n\nText [@heron2021].', PROSE);
});

test('no claims: the draft’s own work, where nothing is cited', () => {
  expectVerdicts('We rated 40 clips by hand and agreed on 31.5% of them.', LIBRARY);
  expectVerdicts('We find that Kestrel-7B has an accuracy of 71.1 on ParseBench.', LIBRARY);
  expectVerdicts('In our hands, Osprey has an accuracy of 64.9 on ParseBench.', LIBRARY);
  expectVerdicts('Osprey has an accuracy of «71.1»(contradicted) on ParseBench.', LIBRARY);
});

test('where a source is cited, “our” is that source’s own system', () => {
  expectVerdicts('Our parser reaches an accuracy of «79.5»(supported) on ParseBench [@heron2021].', LIBRARY);
});

test('no claims: number words that count the draft’s own things', () => {
  expectVerdicts('This brief reads five sources in three sections.', PROSE);
  expectVerdicts('This review compares five parsers [@heron2021].', PROSE);
});

const QUALIFIED = libraryOf(`=== references.bib
@article{bird2022, title = {Bird}, file = {bird.md}}
=== bird.md
# Bird

The checkpoint that saw 129M pairs has an accuracy of 71.3, the one that saw 4M pairs has an accuracy of 65.7. It was trained on eight GPUs.
`);

test('claims: numbers that qualify, and number words that a source states', () => {
  expectVerdicts('The «129M»(supported)-pair checkpoint has an accuracy of «71.3»(supported) [@bird2022].', QUALIFIED);
  expectVerdicts('It was trained on «eight»(supported) GPUs [@bird2022].', QUALIFIED);
});

const TABLES: readonly (readonly [what: string, draft: string])[] = [
  [
    'a caption that cites',
    `Table: Accuracy on ParseBench [@heron2021].

| System | Acc | F1 |
|---|---|---|
| Osprey | «60.2»(supported) | «31.1»(supported) |
| Kestrel-7B | «73.6»(supported) | «44.2»(contradicted) |`,
  ],
  [
    'rows that cite',
    `| System | ParseBench Acc | TreeBank Acc |
|---|---|---|
| Osprey [@heron2021] | «60.2»(supported) | «64.9»(supported) |
| Kestrel-7B [@heron2021] | «77.5»(contradicted) | «73.6»(contradicted) |`,
  ],
  [
    'nothing cited',
    `| System | ParseBench Acc | TreeBank Acc |
|---|---|---|
| Osprey | «60.2»(uncited) | «64.9»(uncited) |
| Wren | 17.5 | 12.25 |`,
  ],
  [
    'a column of words and one of own numbers',
    `| System | Kind | Weeks |
|---|---|---|
| Pilot | open | 2 |
| Main | closed | 11 |`,
  ],
];

for (const [what, draft] of TABLES)
  test(`tables in the draft: ${what}`, () => {
    expectVerdicts(draft, LIBRARY);
  });

const WRONG = 'Osprey has an accuracy of 73.6 on ParseBench [@heron2021].';
const RIGHT = 'Osprey has an accuracy of 60.2 on ParseBench [@heron2021].';
const ELSEWHERE = 'Osprey has an accuracy of 61.7 on WoodBench [@heron2021].';

/** Drafts with the verdicts that are left. */
const SILENCED: readonly (readonly [draft: string, ...verdicts: string[]])[] = [
  [WRONG, 'contradicted'],
  [`<!-- grounded-ignore-next-line -->\n${WRONG}`],
  [`<!-- grounded-ignore-next-line contradicted -->\n${WRONG}`],
  [`<!-- grounded-ignore-next-line unsupported -->\n${WRONG}`, 'contradicted'],
  [`<!-- grounded-ignore-next-line contradicted -- we asked them -->\n${WRONG}`],
  [`${WRONG} <!-- grounded-ignore-line -->`],
  [`<!-- grounded-ignore -->\n${WRONG}\n\n${WRONG}`, 'contradicted'],
  [`${WRONG}\n\n<!-- grounded-ignore-file -->\n\n${WRONG}`],
  [`<!-- grounded-ignore-start -->\n\n${WRONG}\n\n<!-- grounded-ignore-end -->\n\n${ELSEWHERE}`, 'unsupported'],
  [`<!-- grounded-ignore-start contradicted -->\n\n${WRONG}\n\n${ELSEWHERE}`, 'unsupported'],
  // What is supported stays: there is nothing to silence.
  [`<!-- grounded-ignore-file -->\n\n${RIGHT}`, 'supported'],
];

test('comments silence findings', () => {
  assert.deepEqual(
    SILENCED.map(([draft]) => [draft, ...checked(draft, LIBRARY).claims.map(({ verdict }) => verdict.kind)]),
    SILENCED,
  );
});

test('spans are those of the file, with CRLF and in every kind of block', () => {
  const draft = `# Head\n\nOsprey has «60.2»(supported) on ParseBench [@heron2021].\n\n> - *Osprey* has **«60.2»(supported)** on\n>   ParseBench [@heron2021].\n`;
  expectVerdicts(draft, LIBRARY);
  expectVerdicts(draft.replaceAll('\n', '\r\n'), LIBRARY);
});

test('a claim knows its sentence and what vouches for it', () => {
  const { text, claims } = checked(
    `Before. ${RIGHT} After.\n\nSee @heron2021. Osprey has 60.2 on ParseBench.`,
    LIBRARY,
  );
  assert.deepEqual(
    claims.map(({ claim }) => [
      text.slice(claim.sentence.start, claim.sentence.end),
      claim.citations.map(({ key }) => key),
      claim.cited,
    ]),
    [
      [RIGHT, ['heron2021'], 'sentence'],
      ['Osprey has 60.2 on ParseBench.', ['heron2021'], 'paragraph'],
    ],
  );
});

test('unknown keys are named with the nearest known one', () => {
  const { citations } = checked('See [@heron201], [@heron2021] and @somebody1888.', LIBRARY);
  assert.deepEqual(
    citations.map(({ citation, problem }) => [citation.key, problem?.near ?? null]),
    [
      ['heron201', ['heron2021']],
      ['heron2021', null],
      ['somebody1888', []],
    ],
  );
});

test('a cancelled check stops', () => {
  const { claims } = checkDraft(readDraft(`${RIGHT}\n\n${WRONG}`), LIBRARY, { isCancellationRequested: true });
  assert.deepEqual(claims, []);
});

test('an empty library, and an empty draft', () => {
  const empty = libraryOf('=== references.bib\n% nothing\n');
  assert.deepEqual(checked(RIGHT, empty).claims, []);
  assert.deepEqual(checked('', LIBRARY).claims, []);
});

const HOSTILE: readonly (readonly [what: string, draft: string])[] = [
  ['many numbers in a sentence', `Osprey has ${'60.2, '.repeat(300)}on ParseBench [@heron2021].`],
  ['many names in a sentence', `${'Osprey and Kestrel-7B '.repeat(200)} have 60.2 [@heron2021].`],
  ['a sentence without spaces', `${'a'.repeat(5_000)} 60.2 [@heron2021].`],
  ['open brackets', `${'['.repeat(3_000)}60.2${'(@'.repeat(3_000)}`],
  ['marks of emphasis', `${'*a '.repeat(3_000)}60.2`],
  ['quotes in quotes', `${'> '.repeat(500)}60.2`],
  ['lone surrogates and controls', `\ud800 60.2 \udfff \u0000 [@heron2021] \u2028 70.4`],
  ['an unclosed comment', `60.2 <!-- ${'- '.repeat(5_000)}`],
];

for (const [what, draft] of HOSTILE)
  test(`hostile drafts: ${what}`, () => {
    const started = performance.now();
    const { text, claims } = { text: draft, ...checkDraft(readDraft(draft), LIBRARY) };
    for (const { claim } of claims) assert.equal(text.slice(claim.span.start, claim.span.end), claim.text);
    assert.ok(performance.now() - started < 2000, `${performance.now() - started} ms`);
  });
