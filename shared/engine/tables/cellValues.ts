import type { Quantity } from '../text/quantity.ts';
import { readQuantities } from '../text/readQuantities.ts';

// What may stand in a cell beside its numbers: signs, units, brackets, slashes, ±, footnote letters, a rank.
const AROUND =
  /[\s\u00a0*_†‡§¶()[\]{}/|±+\-−–—~≈<>≤≥=%,;:$\\↑↓↗↘▲▼△▽♠♣]|ms|s|h|min|GB?|MB?|KB?|hrs?|sec|x|×|pp|pts?|points?|th|st|nd|rd|mathbf|bf|textbf|pm|times|to/g;

/** The numbers of a cell that holds nothing but numbers, or an empty list. Offsets are into `text`. */
export function cellQuantities(text: string): Quantity[] {
  const plain = text
    .replace(/\\mathbf|\\textbf|\\bf\b|[{}$*_]/g, (mark) => ' '.repeat(mark.length))
    .replace(/[−–](?=\d)/g, '-');
  if (!/\d/.test(plain)) return [];
  // `85.6/2.3` is two numbers: a slash must not glue them, and "(12.3)" must keep its number.
  const quantities = readQuantities(plain.replace(/[/|]/g, ' '));
  let rest = plain;
  for (const { span } of quantities)
    rest = rest.slice(0, span.start) + ' '.repeat(span.end - span.start) + rest.slice(span.end);
  if (quantities.length === 0 || rest.replace(AROUND, '').trim().length > 1) return [];
  return quantities.filter((quantity) => !isSpread(plain, quantity));
}

/** True for the number behind ±: a spread, not a value. */
function isSpread(text: string, quantity: Quantity): boolean {
  return /(?:±|\\pm|\+\/-|\+-)\s*$/.test(text.slice(0, quantity.span.start)) || /^±/.test(quantity.text);
}
