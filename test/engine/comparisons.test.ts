import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PHRASES } from '../../shared/engine/claims/comparisonPhrases.ts';
import { findComparisons } from '../../shared/engine/claims/findComparisons.ts';
import { createLibrary, documentId, readBibliography, readDraft, readSource } from '../../shared/engine/index.ts';
import { createComparisonChecker } from '../../shared/engine/verdicts/comparisonChecker.ts';

const table = (caption: string, rows: readonly string[]): string => {
  const cells = (tag: string, row: string): string =>
    `<tr>${row
      .split('|')
      .map((cell) => `<${tag}>${cell.trim()}</${tag}>`)
      .join('')}</tr>`;
  const [head = '', ...body] = rows;
  return `<table><caption>${caption}</caption><thead>${cells('th', head)}</thead><tbody>${body.map((row) => cells('td', row)).join('')}</tbody></table>`;
};

const SOURCES: Readonly<Record<string, readonly string[]>> = {
  main: [
    table('Table 1: Results on two sets.', [
      'Model | Accuracy | F1 | WER | Latency (ms)',
      'Tern | 91.2 | 88.1 | 4.1 | 40',
      'Heron | 89.4 | 86.0 | 5.3 | 20',
      'Stork | 85.0 | 87.2 | 6.0 | 10',
      'Crane | 80.3 | 79.9 | 9.5 | 10',
    ]),
  ],
  turned: [
    table('Table 1: Accuracy.', [
      'Measure | Tern | Heron | Stork',
      'Precision | 70.1 | 68.2 | 60.3',
      'Recall | 66.4 | 61.0 | 59.9',
    ]),
  ],
  ablation: [
    table('Table 1: Ablation.', [
      'Variant | F1 | Error',
      'Full model | 88.1 | 3.0',
      'w/o attention | 84.0 | 4.2',
      'w/o pretraining | 89.0 | 2.8',
    ]),
  ],
  counts: [table('Table 1: Catches.', ['Site | Boys | Girls', 'North | 12 | 15', 'South | 30 | 41', 'West | 12 | 9'])],
};

const bibliography = readBibliography(
  'r.bib',
  Object.keys(SOURCES)
    .map((key) => `@misc{${key}, title={T ${key}}, year={2020}, file={${key}.html}}`)
    .join('\n'),
);
const library = createLibrary(
  Object.entries(SOURCES).map(([key, tables]) => ({
    id: documentId(`/lib/${key}.html`),
    document: readSource(
      `${key}.html`,
      `<html><head><title>T ${key}</title></head><body><h1>T ${key}</h1>${tables.join('\n')}</body></html>`,
    ),
  })),
  [{ id: documentId('/lib/r.bib'), ...bibliography }],
);

const verdictsOf = (sentence: string): string[] =>
  createComparisonChecker()(readDraft(`${sentence}\n`), library).map(
    ({ claim, verdict }) => `${claim.text}: ${verdict.kind}`,
  );

test('every phrase of the table is found in a sentence', () => {
  for (const { example } of PHRASES) {
    const sentence = /best|worst|est$|most|least|poorest|minimum|maximum|weakest|top-/i.test(example)
      ? `A has the ${example} error.`
      : `A ${example} B without C.`;
    assert.equal(findComparisons(sentence)[0]?.text, example, sentence);
  }
});

const NOT_ASSERTED: readonly string[] = [
  'The best baseline reaches 40 %.',
  'This may outperform the others.',
  'More than 40 runs were made.',
  'We use the same data.',
  'Data augmentation is used to improve over the baseline.',
  'At least three models were trained.',
  'They improve the best score from 40 to 42.',
];

for (const sentence of NOT_ASSERTED)
  test(`says nothing: ${sentence}`, () => assert.deepEqual(verdictsOf(`${sentence.replace(/\.$/, '')} [@main].`), []));

/** Sentence, source, what is said of each phrase: + supported, - contradicted, nothing for no verdict. */
const CASES: readonly (readonly [string, string, string])[] = [
  ['Tern outperforms Heron on accuracy', 'main', '+'],
  ['Heron outperforms Tern on accuracy', 'main', '-'],
  ['Tern does not outperform Heron', 'main', '-'],
  ['Heron does not outperform Tern', 'main', '+'],
  ['Heron fails to outperform Tern', 'main', '+'],
  ['Heron is outperformed by Tern', 'main', '+'],
  ['Tern is outperformed by Heron', 'main', '-'],
  ['Tern has a lower WER than Heron', 'main', '+'],
  ['Tern has a higher WER than Heron', 'main', '-'],
  ['Compared to Heron, Tern has a lower WER', 'main', '+'],
  ['Stork is faster than Tern', 'main', '+'],
  ['Tern is faster than Stork', 'main', '-'],
  ['Crane is inferior to Tern', 'main', '+'],
  ['Tern consistently outperforms all baselines', 'main', '+'],
  ['Stork consistently outperforms Heron', 'main', '-'],
  ['Tern achieves the best accuracy', 'main', '+'],
  ['Heron achieves the best accuracy', 'main', '-'],
  ['Tern has the lowest WER', 'main', '+'],
  ['Crane has the lowest WER', 'main', '-'],
  ['The highest F1 is reached by Tern', 'main', '+'],
  ['Stork has the second best F1', 'main', '+'],
  ['Heron has the second best F1', 'main', '-'],
  ['Tern does not have the best accuracy', 'main', '-'],
  ['The lowest WER is 4.1', 'main', '+'],
  ['The lowest WER is 5.3', 'main', '-'],
  ['Tern doubles the latency of Heron', 'main', '+'],
  ['Tern triples the latency of Heron', 'main', '-'],
  ['Tern outperforms Heron, but Crane has the best accuracy', 'main', '+-'],
  ['Tern has better calibration than Heron', 'main', ''],
  ['Tern outperforms Osprey', 'main', ''],
  ['Tern outperforms Heron', 'turned', '+'],
  ['Heron outperforms Tern in recall', 'turned', '-'],
  ['F1 drops when removing attention', 'ablation', '+'],
  ['F1 increases without attention', 'ablation', '-'],
  ['Performance degrades without pretraining', 'ablation', '-'],
  ['North and West have the same Boys value', 'counts', '+'],
  ['North and South have the same Boys value', 'counts', '-'],
  ['South is higher for Girls', 'counts', '+'],
];

for (const [sentence, key, expected] of CASES)
  test(`${expected || 'no verdict'}: ${sentence} (${key})`, () => {
    const kinds = verdictsOf(`${sentence} [@${key}].`).map((said) => (said.endsWith('supported') ? '+' : '-'));
    assert.equal(kinds.join(''), expected);
  });

test('a sentence that cites nothing, or speaks of its own work, gets no verdict', () => {
  assert.deepEqual(verdictsOf('Tern outperforms Heron.'), []);
  assert.deepEqual(verdictsOf('Our Tern outperforms Heron.'), []);
});

test('a claim stands at its phrase and shows the cells that decide it', () => {
  const text = 'First words. Heron outperforms Tern on accuracy [@main].\n';
  const [judged] = createComparisonChecker()(readDraft(text), library);
  assert.ok(judged);
  assert.equal(text.slice(judged.claim.span.start, judged.claim.span.end), 'outperforms');
  assert.deepEqual(
    judged.verdict.evidence.map((one) => one.text),
    ['89.4', '91.2'],
  );
  assert.match(judged.message, /89\.4 for Heron.* 91\.2 for Tern/);
});

test('the checker gives the same answer for a sentence wherever it stands', () => {
  const check = createComparisonChecker();
  const once = check(readDraft('Tern outperforms Heron [@main].\n'), library);
  const moved = check(readDraft('A new line.\n\nTern outperforms Heron [@main].\n'), library);
  assert.deepEqual(
    moved,
    createComparisonChecker()(readDraft('A new line.\n\nTern outperforms Heron [@main].\n'), library),
  );
  assert.equal(once[0]?.message, moved[0]?.message);
});
