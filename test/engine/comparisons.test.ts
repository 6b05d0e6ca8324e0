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
  layers: [
    table('Table 1: Networks of different depth.', [
      'Layers | Loss | Accuracy | Seed',
      '2 | 0.91 | 61.5 | 7',
      '4 | 0.60 | 70.2 | 7',
      '8 | 0.42 | 74.8 | 7',
      '16 | 0.35 | 74.1 | 7',
    ]),
  ],
  sites: [
    table('Table 1: Field sites and what was caught there.', [
      'Site name | Region | Depth | Catch',
      'Reed | East | 3.0m | -0.2',
      'Mill | East | 1.5m | 0.4',
      'Weir | West | 0.9m | 1.1',
    ]),
  ],
  folded: [
    table('Table 1: Yield.', ['Year | Yield | Year | Yield', '2010 | 6.7 | 2012 | 1.2', '2011 | 1.9 | 2013 | 9.5']),
  ],
  turnedUnits: [
    table('Table 1: Speed.', [
      'Batch size | Throughput Even | Throughput Skewed',
      '1 | 46.7 | 7.6',
      '10 | 125.2 | 22.7',
    ]),
  ],
  names: [
    table('Table 1: Accuracy of transfer.', [
      'Model | Beer | Wine',
      'Ours | 79.5 | 77.9',
      'Osprey | 80.3 | 78.1',
      'CBX/300 | 60.2 | 61.0',
      'No-reg | 70.1 | 69.8',
      'ACER | 76.4 | 76.1',
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
      : example === 'different'
        ? 'A has a different B.'
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
  ['Heron (not pretrained) is outperformed by Tern', 'main', '+'],
  ['Stork performs as well as Crane in latency', 'main', '+'],
  ['The best value of the threshold is 0.4 for Heron on accuracy', 'main', ''],
  ['Heron as well as Tern has a high accuracy', 'main', ''],
  ['The gain of Heron is smaller on accuracy than that of Tern', 'main', ''],
  ['Tern outperforms Heron', 'turned', '+'],
  ['Heron outperforms Tern in recall', 'turned', '-'],
  ['F1 drops when removing attention', 'ablation', '+'],
  ['F1 increases without attention', 'ablation', '-'],
  ['Performance degrades without pretraining', 'ablation', '-'],
  ['North and West have the same Boys value', 'counts', '+'],
  ['North and South have the same Boys value', 'counts', '-'],
  ['South is higher for Girls', 'counts', '+'],
  ['South and West have different Girls values', 'counts', '+'],
  ['North and West have a different Boys value', 'counts', '-'],
  // Extremes.
  ['4.1 is the lowest WER', 'main', '+'],
  ['5.3 is the lowest WER', 'main', '-'],
  ['The highest Catch is 1.1', 'sites', '+'],
  ['The highest Catch is 94.3', 'sites', '-'],
  ['The highest Seed is 7', 'layers', ''],
  ['The highest value in the table is 41', 'counts', '+'],
  ['The highest value in the table is 30', 'counts', '-'],
  // Names.
  ['OSPREY outperforms No-reg', 'names', '+'],
  ['No-reg outperforms OSPREY', 'names', '-'],
  ['ACER has worse performance than Osprey', 'names', '+'],
  ['No-reg outperforms CBX', 'names', '+'],
  ['CBX outperforms No-reg', 'names', '-'],
  ['All other models outperform CBX', 'names', '+'],
  ['All other models outperform Osprey', 'names', '-'],
  ['The throughput Even is the highest for all batch sizes', 'turnedUnits', '+'],
  ['The throughput Skewed is the highest for all batch sizes', 'turnedUnits', '-'],
  // Counts.
  ['The table lists four models', 'main', '+'],
  ['The table lists five models', 'main', '-'],
  ['There are at least three models in the table', 'main', '+'],
  ['There are more than four models in the table', 'main', '-'],
  ['There are 3 sites', 'sites', '+'],
  ['There are 7 sites', 'sites', '-'],
  ['Three sites are listed', 'sites', '+'],
  ['There are two different regions in the table', 'sites', '+'],
  ['There are three different regions in the table', 'sites', '-'],
  ['There are seven sites where eels were seen', 'sites', ''],
  ['There are seven sites in Norway', 'sites', ''],
  ['There are seven muddy sites', 'sites', ''],
  ['There are seven reasons for this', 'sites', ''],
  // Bounds.
  ['All losses are below 1', 'layers', '+'],
  ['All losses are below 0.5', 'layers', '-'],
  ['The Accuracy never falls below 60', 'layers', '+'],
  ['The Accuracy never falls below 70', 'layers', '-'],
  ['Some Catch values are negative', 'sites', '+'],
  ['All Catch values are positive', 'sites', '-'],
  ['All Depth values are above 0.5m', 'sites', '+'],
  ['At least one Loss exceeds 0.9', 'layers', '+'],
  ['All losses of the smaller networks are below 0.5', 'layers', ''],
  // Ranges.
  ['The Loss ranges from 0.35 to 0.91', 'layers', '+'],
  ['The Loss ranges from 0.42 to 0.91', 'layers', '-'],
  ['The years range from 2010 to 2013', 'folded', '+'],
  ['The years range from 2010 to 2019', 'folded', '-'],
  ['The Loss varies between 0.42 and 0.91 on the held-out speakers', 'layers', ''],
  // Alike and different.
  ['Every Loss is different', 'layers', '+'],
  ['All networks have the same Seed', 'layers', '+'],
  ['All networks have the same Loss', 'layers', '-'],
  ['There are repeated regions in the table', 'sites', '+'],
  ['There are no repeated regions in the table', 'sites', '-'],
  // Trends.
  ['The Loss decreases with the number of layers', 'layers', '+'],
  ['The Loss increases with the number of layers', 'layers', '-'],
  ['The Accuracy increases with the number of layers', 'layers', ''],
  ['The Accuracy increases monotonically with the number of layers', 'layers', '-'],
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
