import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Quantity } from '../../shared/engine/text/quantity.ts';
import { readQuantities } from '../../shared/engine/text/readQuantities.ts';
import {
  type Agreement,
  agreement,
  comparable,
  type Hedge,
  significantDigits,
} from '../../shared/engine/verdicts/compare.ts';

function read(text: string): Quantity {
  const [quantity] = readQuantities(text);
  assert.ok(quantity, `${text} is no number.`);
  return quantity;
}

type Case = readonly [claim: string, fact: string, expected: Agreement | null, hedge?: Hedge];

const CASES: readonly Case[] = [
  // The same number, however it is dressed
  ['43.80', '43.80', 'exact'],
  ['43.8', '43.80', 'exact'],
  ['43.80', '43.8', 'exact'],
  ['6,000', '6K', 'exact'],
  ['six thousand', '6K', 'exact'],
  ['0.0', '0.00', 'exact'],
  ['1,180,000', '1.18M', 'exact'],
  // Half a unit in the last place, in the direction of rounding
  ['43.8', '43.76', 'rounded'],
  ['43.8', '43.75', 'rounded'],
  ['43.8', '43.84', 'rounded'],
  ['44', '43.80', 'rounded'],
  ['1.2M', '1.18M', 'rounded'],
  ['43.80', '43.76', null],
  ['43.76', '43.8', null],
  ['43.80', '43.81', null],
  ['43.8', '43.7', null],
  ['43.8', '43.70', null],
  // Cut off instead of rounded
  ['43.7', '43.78', 'truncated'],
  ['43', '43.80', 'truncated'],
  ['43.8', '43.90', null],
  ['42', '43.80', null],
  // Percent and fraction
  ['43.8%', '0.438', 'rescaled'],
  ['43.8 %', '0.4380', 'rescaled'],
  ['44%', '0.438', 'rescaled'],
  ['0.764', '76.4', 'rescaled'],
  ['0.05', 'five', null],
  ['43.9%', '0.438', null],
  ['4.38%', '0.438', null],
  ['76.4%', '76.4', 'exact'],
  ['0.5%', '0.5', 'exact'],
  // Gigabytes
  ['80', '80G', 'rescaled'],
  ['40', '80G', null],
  // However small
  ['2e-11', '3e-11', null],
  ['2e-11', '2.0e-11', 'exact'],
  // The sign of a change
  ['2.1', '-2.1', 'exact'],
  ['9.2', '+9.2%', 'exact'],
  ['+9.2', '9.2', 'exact'],
  // Hedges
  ['44', '43.2', null],
  ['44', '43.2', 'approximate', 'about'],
  ['44', '45.0', 'approximate', 'about'],
  ['44', '60.0', null, 'about'],
  ['49', '49.1', 'rounded', 'over'],
  ['40', '43.8', 'approximate', 'over'],
  ['40', '39.2', null, 'over'],
  ['40', '60.0', null, 'over'],
  ['44', '43.2', 'approximate', 'under'],
  ['44', '44.6', 'truncated', 'under'],
  ['44', '45.2', null, 'under'],
];

for (const [claim, fact, expected, hedge = null] of CASES)
  test(`${hedge ?? ''} ${claim} for ${fact}: ${expected ?? 'another number'}`.trim(), () =>
    assert.equal(agreement(read(claim), read(fact), hedge), expected),
  );

test('a change up is no change down', () => assert.equal(agreement(read('+2.1'), read('-2.1')), null));

test('a number agrees with itself, and with none that is a unit in its last place away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 3 }), (digits, decimals) => {
      const value = read((digits / 10 ** decimals).toFixed(decimals));
      const next = read(((digits + 1) / 10 ** decimals).toFixed(decimals));
      assert.equal(agreement(value, value), 'exact');
      assert.equal(agreement(value, next), null);
      assert.equal(agreement(next, value), null);
    }),
  );
});

const LIKENESS: readonly (readonly [claim: string, fact: string, boolean])[] = [
  ['43.8', '42.1', true],
  ['6K', '2.5M', false],
  ['6K', '60', false],
  ['14M', '41M', true],
  ['43.8', '43', false],
  ['44', '43.80', false],
  ['44%', '43.80', true],
  ['43.8%', '0.438', false],
  ['43.8', '4.2', false],
];

test('numbers that may be meant for one another', () => {
  assert.deepEqual(
    LIKENESS.map(([claim, fact]) => [claim, fact, comparable(read(claim), read(fact))]),
    LIKENESS,
  );
});

const DIGITS: readonly (readonly [string, number])[] = [
  ['43.80', 4],
  ['0.07', 1],
  ['6K', 1],
  ['1,234', 4],
  ['100', 3],
  ['0.438', 3],
  ['-2.1', 2],
];

test('digits that tell something', () => {
  assert.deepEqual(
    DIGITS.map(([text]) => [text, significantDigits(read(text))]),
    DIGITS,
  );
});
