import type { Quantity } from '../text/quantity.ts';
import type { PlacedValue } from './placedValues.ts';

/**
 * The number of a cell as a claim tells it: where the claim has a scale of its own (`86M parameters`) and the header
 * gives the scale of its numbers (`#Params (M)`), scaled by that; else as it is printed.
 */
export function quantityFor(claim: Quantity, { table, row, value }: PlacedValue): Quantity {
  const { quantity } = value;
  if (claim.scale === 1 || quantity.scale !== 1) return quantity;
  const labels = [...(table.columns[value.column]?.header ?? []), ...(table.rows[row]?.header ?? [])];
  const scale = labels.map(({ text }) => scaleOf(text)).find((one) => one !== 1) ?? 1;
  if (scale === 1) return quantity;
  return { ...quantity, value: quantity.value * scale, step: quantity.step * scale, scale };
}

/** The scale that a header gives its numbers, 1 for none. The G of FLOPs and bytes belongs to their unit. */
function scaleOf(header: string): number {
  const [, bracketed, told = ''] = SCALE.exec(header) ?? [];
  return SCALES[(bracketed ?? told).toLowerCase()] ?? 1;
}

const SCALE = /[([]\s*(?:in\s+)?(k|m|b|thousands?|millions?|billions?)\s*[)\]]|\bin\s+(thousands|millions|billions)\b/i;
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  thousands: 1e3,
  m: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  billion: 1e9,
  billions: 1e9,
};
