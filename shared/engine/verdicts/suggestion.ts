import type { Quantity } from '../text/quantity.ts';

/** The source's value in the draft's own style: the unit mark of the draft, the decimals of the source. */
export function suggestionFor(claim: Quantity, fact: Quantity): string {
  // `86.1` under "#Params (M)" for `88.9M` and `88.9 million`: the scale stands in the header and not in the cell.
  if (fact.scale !== 1 && /^[\d.,]+$/.test(fact.text)) {
    const [letters = ''] = /\s?\p{L}+$/u.exec(claim.text) ?? [];
    return `${Number((fact.value / (letters === '' ? 1 : claim.scale)).toPrecision(12))}${letters}`;
  }
  const bare = fact.text.replace(/\s?\\?%|\s?[×x]$/g, '').replace(/^\+/, claim.sign === '+' ? '+' : '');
  const signed = claim.sign === '+' && !/^[+-]/.test(bare) ? `+${bare}` : bare;
  const space = /\s%$/.test(claim.text) ? ' ' : '';
  if (claim.unit === 'percent' && fact.scale === 1) return `${signed}${space}%`;
  if (claim.unit === 'times' && /[×x]$/.test(claim.text)) return `${signed}${claim.text.slice(-1)}`;
  return signed;
}
