import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAbbreviations } from '../../shared/engine/documents/abbreviations.ts';
import { readSource } from '../../shared/engine/documents/reader.ts';

const TEXTS: readonly (readonly [text: string, ...pairs: string[]])[] = [
  // In brackets behind the long form
  ['We train a reward model (RM) on it.', 'RM = reward model'],
  ['by supervised fine-tuning (SFT) of it', 'SFT = supervised fine-tuning'],
  [
    'large multimodal models for video, or multimodal large language model (MLLM)',
    'MLLM = multimodal large language model',
  ],
  ['Self-critical sequence training (SCST) is used.', 'SCST = Self-critical sequence training'],
  [
    'on Non-Autoregressive Coarse-to-Fine Video Captioning (NACF).',
    'NACF = Non-Autoregressive Coarse-to-Fine Video Captioning',
  ],
  ['which is reinforcement learning from AI feedback (RLAIF).', 'RLAIF = reinforcement learning from AI feedback'],
  ['Video large multimodal models (VLMMs) join them.', 'VLMM = Video large multimodal models'],
  ['Video Large Multimodal model with SFT, or VLM-SFT for short.', 'VLM-SFT = Video Large Multimodal model with SFT'],
  // Legends
  [
    'The abbreviations C., M., R., B4., and P. stand for CIDEr, METEOR, ROUGE-L, BLEU-4, and PAC-S (Sarto et al., 2023), respectively.',
    'C. = CIDEr',
    'M. = METEOR',
    'R. = ROUGE-L',
    'B4. = BLEU-4',
    'P. = PAC-S',
  ],
  [
    'Above the columns, C., M. and R. are short for CIDEr, METEOR and ROUGE-L.',
    'C. = CIDEr',
    'M. = METEOR',
    'R. = ROUGE-L',
  ],
  ['Here, C., M. and R. are short for CIDEr, METEOR and ROUGE-L.', 'C. = CIDEr', 'M. = METEOR', 'R. = ROUGE-L'],
  ['Here, C. stands for CIDEr.', 'C. = CIDEr'],
  ['Here B4 denotes BLEU-4.', 'B4 = BLEU-4'],
  ['“Acc” stands for accuracy.', 'Acc = accuracy'],
  ['(A = Accuracy, P: Precision)', 'A = Accuracy', 'P = Precision'],
  ['B@4: BLEU-4, M: METEOR, and R-L: ROUGE-L.', 'B@4 = BLEU-4', 'M = METEOR', 'R-L = ROUGE-L'],
  ['R-L denotes ROUGE-L.', 'R-L = ROUGE-L'],
  ['compared with Centroid Proximity Weighting (CPW)', 'CPW = Centroid Proximity Weighting'],
  // Nothing is defined
  ['We denote the computational cost by it.'],
  ['Bold denotes the best value. NA means that it was not measured.'],
  ['We only look at the first objective (O1).'],
  ['It beats the others (Li and Doe).'],
  ['We use many (GPUs) of them.'],
  ['C. and M. stand for CIDEr.'],
  ['The gain (Table 2) is small (RM).'],
  [''],
];

test('short names that a text defines', () => {
  assert.deepEqual(
    TEXTS.map(([text]) => [text, ...[...readAbbreviations(text)].map(([short, long]) => `${short} = ${long}`)]),
    TEXTS,
  );
});

test('hostile text costs linear time', () => {
  const started = performance.now();
  for (const text of [
    'a'.repeat(100_000),
    'A '.repeat(50_000),
    'Ab (ABC) '.repeat(5_000),
    ' stands for '.repeat(10_000),
    `${'C., '.repeat(20_000)} stand for ${'CIDEr, '.repeat(20_000)}`,
    'A = '.repeat(20_000),
    '('.repeat(50_000),
    ', '.repeat(50_000),
    `${'word '.repeat(40_000)}(WWWWWWWWWWWW)`,
    ' or ABC'.repeat(10_000),
  ])
    readAbbreviations(text);
  assert.ok(performance.now() - started < 1500, `${performance.now() - started} ms`);
});

const table = (name: string, rows: string): string =>
  `Table 1: ${name}.\n\n| Model | Acc |\n|---|---|\n| Base | 1.5 |\n${rows}`;

const OWN: readonly (readonly [what: string, source: string, name: string | undefined])[] = [
  ['a row says so', table('First', '| LBCS (ours) | 2.5 |'), 'LBCS'],
  ['the caption says so', table('Our method, KernelNet, is the best', '| Ours | 2.5 |'), 'KernelNet'],
  ['prose says so', `${table('First', '| Ours | 2.5 |')}\n\nOur model KN-2 is small.`, 'KN-2'],
  ['two rows say so', table('First', '| KN-A (ours) | 2.5 |\n| KN-B (ours) | 3.5 |'), undefined],
  ['nothing says so', table('First', '| Ours | 2.5 |'), undefined],
];

for (const [what, source, name] of OWN)
  test(`the own system's name: ${what}`, () =>
    assert.equal(readSource('x.md', source).abbreviations.get('Ours'), name));

test('captions and notes of the markup define names', () => {
  const source =
    '<table><caption>Table 1: R-L denotes ROUGE-L.</caption><tr><th>Model</th><th>R-L</th></tr><tr><td>A</td><td>1.5</td></tr></table>';
  assert.equal(readSource('x.html', source).abbreviations.get('R-L'), 'ROUGE-L');
});
