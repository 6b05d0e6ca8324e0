import type { Quantity } from '../text/quantity.ts';
import type { PlacedValue } from './placedValues.ts';

/**
 * The number of a cell as a claim tells it: where the claim has a scale of its own (`86M parameters`) and a header gives
 * one as the unit of its numbers (`#Params (M)`), scaled by that; else as it is printed.
 */
export function quantityFor(claim: Quantity, { table, row, value }: PlacedValue): Quantity {
  const { quantity } = value;
  if (claim.scale === 1 || quantity.scale !== 1) return quantity;
  const ofColumn = table.columns[value.column]?.unit;
  const unit = ofColumn ?? table.rows[row]?.header.find((label) => label.unit !== undefined)?.unit ?? '';
  const scale = SCALES[unit] ?? SCALES[unit.toLowerCase().replace(/s$/, '')];
  return scale === undefined
    ? quantity
    : { ...quantity, value: quantity.value * scale, step: quantity.step * scale, scale };
}

/** An `m` is a metre, and the G of FLOPs and bytes belongs to their unit. */
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  M: 1e6,
  B: 1e9,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
};
