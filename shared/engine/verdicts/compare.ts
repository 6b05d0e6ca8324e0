import { hasColon } from '../text/composedNumbers.ts';
import type { Quantity } from '../text/quantity.ts';

/** How a hedge word cuts the values that a claim allows. */
export type Hedge = 'about' | 'over' | 'under' | null;

/** How a claimed number agrees with a source's: the first kinds are the stronger. */
export type Agreement = 'exact' | 'rounded' | 'truncated' | 'rescaled' | 'approximate';

const ABOUT = 0.03;
const BEYOND = 0.1;
const ABOUT_STEPS = 2;
const BEYOND_STEPS = 5;

/**
 * Whether a claimed quantity can be what a source prints. A printed number stands for half a unit of its last place to
 * both sides: 43.8 agrees with 43.80 and 43.76, but 43.80 does not agree with 43.76. Truncation counts as agreement.
 */
export function agreement(claim: Quantity, fact: Quantity, hedge: Hedge = null): Agreement | null {
  const direct = sameScale(claim, fact.value, fact.step, hedge);
  if (direct) return direct;
  // A change may be told by its size: "falls by 2.1" of −2.1.
  if ((fact.sign === null) !== (claim.sign === null)) {
    const sizes = sameScale({ ...claim, value: Math.abs(claim.value) }, Math.abs(fact.value), fact.step, hedge);
    if (sizes) return sizes;
  }
  // "6.21 million" of a column in millions, which its header may not say.
  if (claim.scale > 1 && fact.scale === 1 && claim.decimals > 0) {
    const mantissa = { ...claim, value: claim.value / claim.scale, step: claim.step / claim.scale };
    if (sameScale(mantissa, fact.value, fact.step, hedge)) return 'rescaled';
  }
  // "80 GB" of "80G of memory".
  const isPlain = claim.scale === 1 && claim.unit === null;
  if (isPlain && /\dG$/.test(fact.text) && sameScale(claim, fact.value / fact.scale, 1, hedge)) return 'rescaled';
  // Fractions told in percent, and the other way round.
  const asPercent =
    (claim.unit === 'percent' || claim.decimals < fact.decimals) &&
    fact.decimals >= 2 &&
    Math.abs(fact.value) <= 1 &&
    Math.abs(claim.value) > 1;
  if (asPercent && sameScale(claim, fact.value * 100, fact.step * 100, hedge)) return 'rescaled';
  const asFraction =
    fact.decimals < claim.decimals &&
    Math.abs(claim.value) <= 1 &&
    Math.abs(fact.value) > 1 &&
    fact.scale === 1 &&
    !fact.spelled &&
    claim.unit === null;
  if (asFraction && sameScale(claim, fact.value / 100, fact.step / 100, hedge)) return 'rescaled';
  return null;
}

function sameScale(claim: Quantity, value: number, step: number, hedge: Hedge): Agreement | null {
  const slack = 1e-9 * Math.max(claim.step, Math.abs(value));
  const apart = Math.abs(claim.value - value);
  if (apart <= slack) return 'exact';
  if (claim.step > step * 1.0001) {
    if (apart <= claim.step / 2 + slack) return 'rounded';
    if (value > claim.value && value - claim.value < claim.step - slack && value >= 0) return 'truncated';
  }
  return hedge && withinHedge(claim, value, hedge) ? 'approximate' : null;
}

/**
 * True where a value lies where "about", "over" or "under" a claimed number allows: a share of a whole number, a few
 * units of the last place of one with decimals.
 */
export function withinHedge(claimed: Quantity, value: number, hedge: Exclude<Hedge, null>): boolean {
  const share = hedge === 'about' ? ABOUT : BEYOND;
  const size = Math.abs(claimed.value);
  const reach = claimed.decimals === 0 ? size * share : claimed.step * (hedge === 'about' ? ABOUT_STEPS : BEYOND_STEPS);
  const over = value - claimed.value;
  if (hedge === 'over') return over >= 0 && over <= reach;
  if (hedge === 'under') return over <= 0 && -over <= reach;
  return Math.abs(over) <= reach + 1e-9;
}

/** True where two numbers look alike enough to be meant for one another: notation, precision, scale and size. */
export function comparable(claim: Quantity, fact: Quantity): boolean {
  if (hasColon(claim.text) !== hasColon(fact.text)) return false;
  if ((claim.scale === 1) !== (fact.scale === 1)) return false;
  if (claim.decimals === 0 && fact.decimals > 1 && claim.unit !== 'percent') return false;
  if (claim.decimals > 0 && fact.decimals === 0 && claim.scale === 1) return false;
  if (claim.unit === 'percent' && Math.abs(claim.value) > 1 && fact.decimals >= 2 && Math.abs(fact.value) <= 1)
    return false;
  const a = Math.abs(claim.value);
  const b = Math.abs(fact.value);
  // Scaled counts span more than scores do, and a slip of the point is a factor of ten.
  const reach = claim.scale === 1 ? 8 : 12;
  return a === 0 || b === 0 || (a / b < reach && b / a < reach);
}

/** Digits that tell something: `43.80` has four, `0.07` one, `6K` one. */
export function significantDigits(quantity: Quantity): number {
  return quantity.text
    .replace(/[^\d.]/g, '')
    .replace(/^[0.]+/, '')
    .replace('.', '').length;
}
