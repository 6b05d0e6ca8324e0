import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAbbreviations } from '../../shared/engine/documents/abbreviations.ts';

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
  // Nothing is defined
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
