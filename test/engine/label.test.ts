import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanLabel, isMark, isMissing, unitOf } from '../../shared/engine/tables/label.ts';

const LABELS: readonly (readonly [written: string, name: string])[] = [
  // Citations
  ['VideoChat Li et al. (2023b)', 'VideoChat'],
  ['VideoChat Li et al., 2023b', 'VideoChat'],
  ['MSR-VTT (Xu et al., 2016)', 'MSR-VTT'],
  ['MSVD (Chen and Dolan, 2011)', 'MSVD'],
  ['MSVD [Chen & Dolan, 2011]', 'MSVD'],
  ['MSVD (Chen & Dolan, 2011)', 'MSVD'],
  ['Video-ChatGPT Muhammad Maaz and Khan (2023)', 'Video-ChatGPT'],
  ['CoCa (Yu, 2022)', 'CoCa'],
  ['Vriptor [42]', 'Vriptor'],
  ['Vriptor [4, 12–14]', 'Vriptor'],
  ['Vriptor [@yang2024]', 'Vriptor'],
  ['Vriptor ( Yang et al., 2024 )', 'Vriptor'],
  ['Vriptor Yang et al. ( 2024 )', 'Vriptor'],
  ['Vriptor~\\cite{yang2024}', 'Vriptor'],
  ['Vriptor \\citep[Table 2]{yang2024, doe2020}', 'Vriptor'],
  ['Vriptor [-@yang2024, Table 2]', 'Vriptor'],
  // Footnote marks
  ['Video-LLaVA† Lin et al. (2023)', 'Video-LLaVA'],
  ['Video-LLaVA‡', 'Video-LLaVA'],
  ['Ours*', 'Ours'],
  ['Ours ($^*$)', 'Ours'],
  ['★ Ours', 'Ours'],
  ['* Ours', 'Ours'],
  // Markup and white space
  ['<i>Module Trainability</i>', 'Module Trainability'],
  ['Main\u00a0 Object', 'Main Object'],
  // What belongs to a name
  ['Cockatiel-8B (Distilled)', 'Cockatiel-8B (Distilled)'],
  ['LLaMA-VID (7B)', 'LLaMA-VID (7B)'],
  ['(RLAIF - SFT)', '(RLAIF - SFT)'],
  ['# msr v.-t. pairs', '# msr v.-t. pairs'],
  ['R@1', 'R@1'],
  ['Su and Yan (2017)', 'Su and Yan (2017)'],
  ['COCO (2017)', 'COCO (2017)'],
  ['[A]', '[A]'],
  ['Acc (%)', 'Acc (%)'],
  ['Train (R&D)', 'Train (R&D)'],
  ['', ''],
];

test('citations, footnote marks and markup are taken off a label, and nothing else', () => {
  assert.deepEqual(
    LABELS.map(([written]) => [written, cleanLabel(written).text]),
    LABELS,
  );
});

const ARROWS: readonly (readonly [string, string, 'up' | 'down' | null])[] = [
  ['CIDEr ↑', 'CIDEr', 'up'],
  ['FID↓', 'FID', 'down'],
  ['WER \\downarrow', 'WER', 'down'],
  ['CIDEr', 'CIDEr', null],
];

test('an arrow tells which way is better', () => {
  for (const [written, name, direction] of ARROWS) {
    const { text, direction: way } = cleanLabel(written);
    assert.deepEqual([text, way], [name, direction]);
  }
});

const KEPT: readonly (readonly [written: string, citations: readonly string[], notes: readonly string[]])[] = [
  ['Vriptor [42]', ['42'], []],
  ['VideoChat† (Li et al., 2023b)', ['Li et al., 2023b'], ['†']],
  ['A [@yang2024] *', ['@yang2024'], []],
  ['Ours*', [], ['*']],
  ['Ours ($^a$)', [], ['a']],
  ['CIDEr', [], []],
];

test('what is taken off a label is kept beside it', () => {
  assert.deepEqual(
    KEPT.map(([written]) => {
      const { citations, notes } = cleanLabel(written);
      return [written, citations, notes];
    }),
    KEPT,
  );
});

const UNITS: readonly (readonly [label: string, unit: string | null])[] = [
  ['Acc (%)', '%'],
  ['Acc. %', '%'],
  ['EM Drop %', '%'],
  ['Latency [ms]', 'ms'],
  ['Time in seconds', 'seconds'],
  ['Params (M)', 'M'],
  ['PAH (ng/g)', 'ng/g'],
  ['Score (rank)', null],
  ['Dev (Test)', null],
  ['LLaMA-VID (7B)', null],
  ['CIDEr', null],
  ['', null],
];

test('the unit that a label names', () => {
  assert.deepEqual(
    UNITS.map(([label]) => [label, unitOf(label)]),
    UNITS,
  );
});

const MISSING = [
  '',
  ' ',
  '-',
  '–',
  '—',
  '--',
  '---',
  '...',
  '…',
  'n/a',
  'N/A',
  'n.a.',
  'NA',
  'none',
  'NaN',
  '?',
  'N/ A*',
  '#',
  '()',
];
const PRESENT = ['0', '0.0', 'no', 'x', '-1', '- 2', 'a-b', '✗'];

test('cells without a value', () => {
  assert.deepEqual(
    [...MISSING, ...PRESENT].filter((text) => isMissing(text)),
    MISSING,
  );
});

const MARKS = [
  '✓',
  '✔',
  '✔\ufe0f',
  '✅',
  '❌',
  '✗',
  '✘',
  '×',
  '☑',
  '●',
  '○',
  '\\checkmark',
  '\\cmark',
  'Yes',
  'no',
  'Y',
  ' ✓ ',
];
const NO_MARKS = ['', '-', '1', 'None', 'yes but', 'NO2'];

test('marks of ablation tables', () => {
  assert.deepEqual(
    [...MARKS, ...NO_MARKS].filter((text) => isMark(text)),
    MARKS,
  );
});

test('hostile labels cost linear time', () => {
  const started = performance.now();
  for (const text of [
    '('.repeat(5_000),
    '[1,'.repeat(5_000),
    'Aa '.repeat(5_000),
    'A and B '.repeat(3_000),
    '†'.repeat(20_000),
  ])
    cleanLabel(text);
  assert.ok(performance.now() - started < 1500, `${performance.now() - started} ms`);
});
