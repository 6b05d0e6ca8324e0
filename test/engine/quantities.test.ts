import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Quantity } from '../../shared/engine/text/quantity.ts';
import { readQuantities } from '../../shared/engine/text/readQuantities.ts';

/** `43.80 % = 43.8 by 0.01 percent`: a number as written, its value, one unit in its last place, its unit. */
function show({ text, value, step, unit }: Quantity): string {
  return `${text} = ${value} by ${Number(step.toPrecision(6))}${unit === null ? '' : ` ${unit}`}`;
}

type Case = readonly [text: string, ...quantities: string[]];

function read(text: string): Case {
  return [text, ...readQuantities(text).map(show)];
}

const NUMBERS: readonly Case[] = [
  ['It reaches 43.80 on average.', '43.80 = 43.8 by 0.01'],
  ['79.5 CIDEr', '79.5 = 79.5 by 0.1'],
  ['(43.8)', '43.8 = 43.8 by 0.1'],
  ['on 6,000 pairs', '6,000 = 6000 by 1'],
  ['1,234,567.5 in all', '1,234,567.5 = 1234567.5 by 0.1'],
  ['1\u2009234\u2009567.5 in all', '1\u2009234\u2009567.5 = 1234567.5 by 0.1'],
  ['15\u202f393 s and 2\u00a0240 s', '15\u202f393 = 15393 by 1', '2\u00a0240 = 2240 by 1'],
  ['12 345, 5\u00a01000', '12 = 12 by 1', '345 = 345 by 1', '5 = 5 by 1', '1000 = 1000 by 1'],
  ['it is .438 here', '.438 = 0.438 by 0.001'],
  ['the value 0.0', '0.0 = 0 by 0.1'],
  ['3, 4 and 5', '3 = 3 by 1', '4 = 4 by 1', '5 = 5 by 1'],
  ['It ends with 7.', '7 = 7 by 1'],
  ['76.4/4.0', '76.4 = 76.4 by 0.1', '4.0 = 4 by 0.1'],
  ['from 34.2 to 45.6', '34.2 = 34.2 by 0.1', '45.6 = 45.6 by 0.1'],
  ['34.2–45.6', '34.2 = 34.2 by 0.1', '45.6 = 45.6 by 0.1'],
];

const SCALES: readonly Case[] = [
  ['6K', '6K = 6000 by 1000'],
  ['6k pairs', '6k = 6000 by 1000'],
  ['2.5M', '2.5M = 2500000 by 100000'],
  ['1.18M', '1.18M = 1180000 by 10000'],
  ['12.9B pairs', '12.9B = 12900000000 by 100000000'],
  ['10.7 million pairs', '10.7 million = 10700000 by 100000'],
  ['2.5 to 144 million', '2.5 = 2.5 by 0.1', '144 million = 144000000 by 1000000'],
  ['100 thousand', '100 thousand = 100000 by 1000'],
  ['1e-5', '1e-5 = 0.00001 by 0.00001'],
  ['3 kittens', '3 = 3 by 1'],
  ['4 models', '4 = 4 by 1'],
  ['5 Bs', '5 = 5 by 1'],
  ['80G of memory', '80G = 80000000000 by 1000000000'],
  ['5M+12M', '5M = 5000000 by 1000000', '12M = 12000000 by 1000000'],
];

const POWERS: readonly Case[] = [
  ['1.15e+01 at most', '1.15e+01 = 11.5 by 0.1'],
  ['2.0e+00', '2.0e+00 = 2 by 0.1'],
  ['3.2E-4', '3.2E-4 = 0.00032 by 0.00001'],
  ['1.2e−3', '1.2e−3 = 0.0012 by 0.0001'],
  ['1.2 × 10^-3', '1.2 × 10^-3 = 0.0012 by 0.0001'],
  ['1.2 × 10^{-3}', '1.2 × 10^{-3} = 0.0012 by 0.0001'],
  ['1.2 × 10⁻³ of it', '1.2 × 10⁻³ = 0.0012 by 0.0001'],
  ['1.2\\times10^{-3}', '1.2\\times10^{-3} = 0.0012 by 0.0001'],
  ['-4 · 10^5%', '-4 · 10^5% = -400000 by 100000 percent'],
  ['10^5 steps', '10^5 = 100000 by 10000'],
  ['10^{-5} to 10^(-3)', '10^{-5} = 0.00001 by 0.000001', '10^(-3) = 0.001 by 0.0001'],
  ['(1.5 ± 0.2) × 10^-3', '1.5 = 0.0015 by 0.0001', '0.2 = 0.0002 by 0.0001'],
  ['5e-5, 10⁶', '5e-5 = 0.00005 by 0.00001', '10⁶ = 1000000 by 100000'],
  ['2.5 × 10', '2.5 × = 2.5 by 0.1 times', '10 = 10 by 1'],
];

const COMPOSED: readonly Case[] = [
  ['in 3:45 on average', '3:45 = 225 by 1'],
  ['1:02:33', '1:02:33 = 3753 by 1'],
  ['1:07.25', '1:07.25 = 67.25 by 0.01'],
  ['2h 15m', '2h 15m = 135 by 1'],
  ['2h15m', '2h15m = 135 by 1'],
  ['2 hours and 15 minutes', '2 hours and 15 minutes = 135 by 1'],
  ['1 day, 4 hours and 30 min', '1 day, 4 hours and 30 min = 1710 by 1'],
  ['3 min 20.5 s', '3 min 20.5 s = 200.5 by 0.1'],
  ['45 min', '45 = 45 by 1'],
  ['5 s 10 min', '5 = 5 by 1', '10 = 10 by 1'],
  ['a ratio of 1:4', '1:4 = 0.25 by 1e-9'],
  ['3:1, 16:9', '3:1 = 3 by 1e-9', `16:9 = ${16 / 9} by 1e-9`],
  ['a map of 1:10,000, 1:4, 2', '1:10,000 = 0.0001 by 1e-9', '1:4 = 0.25 by 1e-9', '2 = 2 by 1'],
  ['3:45/4:10', '3:45 = 225 by 1', '4:10 = 250 by 1'],
  ['F1:77.6 and R@1:34.2, EM:67.7', '77.6 = 77.6 by 0.1', '34.2 = 34.2 by 0.1', '67.7 = 67.7 by 0.1'],
  ['won 3:0', ...[]],
  ['00:05:07:12 or 1:2:3', ...[]],
  ['mAP at 0.5:0.95', ...[]],
  ['Table 3: 45 rows', '3 = 3 by 1', '45 = 45 by 1'],
];

const UNITS: readonly Case[] = [
  ['76.4%', '76.4% = 76.4 by 0.1 percent'],
  ['76.4 %', '76.4 % = 76.4 by 0.1 percent'],
  ['76.4\\%', '76.4\\% = 76.4 by 0.1 percent'],
  ['about 30 percent', '30 percent = 30 by 1 percent'],
  ['9.2 points', '9.2 = 9.2 by 0.1 points'],
  ['9.2 percentage points', '9.2 = 9.2 by 0.1 points'],
  ['9.2 % points', '9.2 = 9.2 by 0.1 points'],
  ['+9.2 pp', '+9.2 = 9.2 by 0.1 points'],
  ['1.7×', '1.7× = 1.7 by 0.1 times'],
  ['1.7x faster', '1.7x = 1.7 by 0.1 times'],
  ['3.2 times', '3.2 times = 3.2 by 0.1 times'],
  ['a 2-fold gain', '2-fold = 2 by 1 times'],
  ['4 pointers', '4 = 4 by 1'],
];

const SIGNS: readonly (readonly [string, value: number, sign: Quantity['sign'], text: string])[] = [
  ['+4.4', 4.4, '+', '+4.4'],
  ['-0.04', -0.04, '-', '-0.04'],
  ['−0.04', -0.04, '-', '−0.04'],
  ['it falls to (-2.1)', -2.1, '-', '-2.1'],
  ['DREAM1K: +4.4 event F1', 4.4, '+', '+4.4'],
  ['4.4', 4.4, null, '4.4'],
];

const SPELLED: readonly Case[] = [
  ['eight GPUs', 'eight = 8 by 1'],
  ['Eight GPUs', 'Eight = 8 by 1'],
  ['three of the ten claims', 'three = 3 by 1', 'ten = 10 by 1'],
  ['forty thousand', 'forty thousand = 40000 by 1000'],
  ['two million', 'two million = 2000000 by 1000000'],
  ['two points', 'two = 2 by 1 points'],
  ['two times', 'two = 2 by 1 times'],
  ['someone often weighs tenfold', ...[]],
  ['twofold, onesided', ...[]],
];

/** Digits inside of names and codes are no numbers. */
const NAMES: readonly string[] = [
  'GPT-4',
  'GPT-4V',
  'Qwen2VL-7B',
  'VILA-v1.5-13B',
  'mPLUG-2',
  'Flan-T5-XL-3B',
  'BLEU-4',
  'F1',
  'R@1',
  'Top-1',
  'MSVD2',
  'v1.5',
  'V2.5',
  'H100s',
  'x86_64',
  '@zhang2025',
  'B4.',
  '3D',
  '2D-3D',
  '5th',
  '21st',
  '1.5.2',
  'DREAM1K',
  'LLaMA3.2',
  'InternVL-v2.5-8B',
  'ViT-L/14',
  'UCF101',
  'no numbers at all',
  '',
];

test('numbers are read with value and precision', () =>
  assert.deepEqual(
    NUMBERS.map(([text]) => read(text)),
    NUMBERS,
  ));

test('scales are applied to value and precision', () =>
  assert.deepEqual(
    SCALES.map(([text]) => read(text)),
    SCALES,
  ));

test('a power of ten belongs to its number', () =>
  assert.deepEqual(
    POWERS.map(([text]) => read(text)),
    POWERS,
  ));

test('a time, duration or ratio is one number', () =>
  assert.deepEqual(
    COMPOSED.map(([text]) => read(text)),
    COMPOSED,
  ));

test('units are told apart', () =>
  assert.deepEqual(
    UNITS.map(([text]) => read(text)),
    UNITS,
  ));

test('a sign is part of the number, a dash between numbers or words is none', () => {
  const signs = SIGNS.map(([text]) => {
    const [first] = readQuantities(text);
    return [text, first?.value, first?.sign, first?.text];
  });
  assert.deepEqual(signs, SIGNS);
});

test('a minus behind a word is a sign', () => {
  for (const text of ['a correlation of -0.04', 'changes by −0.04'])
    assert.deepEqual(
      readQuantities(text).map(({ value }) => value),
      [-0.04],
      text,
    );
});

test('a range with a hyphen has two ends', () => {
  for (const text of ['45.3-47.5', '5-12%']) assert.equal(readQuantities(text).length, 2, text);
});

test('spelled-out numbers are numbers, parts of words are not', () => {
  assert.deepEqual(
    SPELLED.map(([text]) => read(text)),
    SPELLED,
  );
  assert.ok(readQuantities('eight of 10').every(({ spelled, text }) => spelled === (text === 'eight')));
});

test('digits inside names are no numbers', () =>
  assert.deepEqual(
    NAMES.filter((name) => readQuantities(`the ${name} of`).length > 0),
    [],
  ));

test('a number keeps the scale and the decimals that were written', () => {
  const [scaled, plain] = readQuantities('2.50M and 43.80');
  assert.deepEqual([scaled?.scale, scaled?.decimals, plain?.scale, plain?.decimals], [1e6, 2, 1, 2]);
});

test('every span gives back the text of its number, in order and apart', () => {
  const piece = fc.constantFrom(
    '43.8',
    ' ',
    '%',
    ' points',
    '-',
    '–',
    '+',
    'K',
    'GPT-4',
    'eight',
    ',',
    '.',
    '(',
    '1,000',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      let end = 0;
      for (const quantity of readQuantities(text)) {
        assert.equal(text.slice(quantity.span.start, quantity.span.end), quantity.text);
        assert.ok(quantity.span.start >= end && quantity.span.end > quantity.span.start);
        assert.ok(Number.isFinite(quantity.value) && quantity.step > 0);
        end = quantity.span.end;
      }
    }),
    { numRuns: 300 },
  );
});

test('hostile input costs linear time', () => {
  const started = performance.now();
  for (const text of [
    '1'.repeat(50_000),
    '1,000'.repeat(10_000),
    '1.'.repeat(20_000),
    '- '.repeat(20_000),
    'one '.repeat(5_000),
    '1 × 10^{'.repeat(3_000),
    '1:02:'.repeat(3_000),
    '1h '.repeat(3_000),
    '(1)×10^3'.repeat(3_000),
  ])
    readQuantities(text);
  assert.ok(performance.now() - started < 1500, `${performance.now() - started} ms`);
});

test('a number alone is read as it is beside a word', () => {
  const digits = fc.stringMatching(/^\d{1,17}$/);
  const numbers = fc.tuple(fc.constantFrom('', '-', '+'), digits, fc.constantFrom('', '.'), digits);
  fc.assert(
    fc.property(numbers, ([sign, whole, point, decimals]) => {
      const number = `${sign}${whole}${point}${point === '' ? '' : decimals}`;
      assert.deepEqual(readQuantities(number), readQuantities(`${number} a`));
    }),
    { numRuns: 1000 },
  );
});
