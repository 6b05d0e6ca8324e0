import type { Quantity } from '../text/quantity.ts';
import { plainQuantity, readQuantities } from '../text/readQuantities.ts';
import { type DecimalMark, numberText } from './numberText.ts';
import type { Role } from './table.ts';

/** The numbers of a cell: its values and its deviations. */
export interface CellNumbers {
  readonly values: readonly Quantity[];
  /** The roles of the values that show at first sight, at their places. */
  readonly roles: readonly (Role | undefined)[];
  readonly spreads: readonly Quantity[];
}

// What may stand in a cell beside its numbers: the factor of a bracket, signs, slashes, ±, words that join numbers.
const AROUND =
  /10\s?\^\s?\{?-?\d{1,2}|[\s\u00a0*∗_†‡§¶#^()[\]{}/|±+\-−–—~∼≈≃<>≤≥=%‰,;:$\\↑↓↗↘▲▼△▽♠♣★☆✓]|(?<!\p{L})(?:n\.?\/?a\.?|x|×|pp|pts?|points?|times|to|pm|sim|approx)(?!\p{L})/giu;
const BRACKETS = /[([][^()[\]]*[)\]]/g;
/** Settings (`k = 100`), sizes (`224×224`), dates and serial numbers (`505-60-2`) are names. */
const COMPOUND = /^\s*[^\d\s([<>≤≥]{1,6}\s*=|\d\s?[a-z]?\s?[×x]\s?\d(?!0\s*[\^⁺⁻⁰-⁹¹²³])|\d-\d+-\d/;
/** Longer texts are sentences, whatever numbers they hold. */
const LONGEST = 240;
/** The numbers of a cell without any. */
export const NO_NUMBERS: CellNumbers = { values: [], roles: [], spreads: [] };

/** The numbers of a cell that holds nothing else; none where there are words. Offsets are into `text`. */
export function cellNumbers(text: string, mark: DecimalMark): CellNumbers {
  // Where a comma parts the decimals, a point parts thousands.
  const plain = mark === 'point' ? plainQuantity(text) : null;
  if (plain) return { values: [plain], roles: NO_NUMBERS.roles, spreads: NO_NUMBERS.spreads };
  if (text.length > LONGEST || !/\d/.test(text) || COMPOUND.test(text)) return NO_NUMBERS;
  const ready = numberText(text, mark);
  // `85.6/2.3` is two numbers: a slash must not glue them.
  const quantities = readQuantities(ready.replace(/[/|]/g, ' ')).filter((one) => !one.spelled);
  if (quantities.length === 0) return NO_NUMBERS;
  let rest = ready;
  for (const { span } of quantities)
    rest = rest.slice(0, span.start) + ' '.repeat(span.end - span.start) + rest.slice(span.end);
  const before = besideNumbers(rest.slice(0, quantities[0]?.span.start));
  if (/\p{L}/u.test(before) || besideNumbers(rest).length > 1) return NO_NUMBERS;
  const values: Quantity[] = [];
  const roles: (Role | undefined)[] = [];
  const spreads: Quantity[] = [];
  for (const quantity of quantities) {
    const before = ready.slice(0, quantity.span.start);
    const printed = asPrinted(quantity, text);
    if (SPREAD_SIGN.test(before) || quantity.text.startsWith('±')) spreads.push(printed);
    else {
      if (values.length > 0 && isChange(quantity, before)) roles[values.length] = 'change';
      values.push(printed);
    }
  }
  return { values, roles: hasInterval(values, text) ? INTERVAL : roles, spreads };
}

/** What is left of a cell without its numbers, signs and words in brackets. */
function besideNumbers(rest: string): string {
  return rest.replace(BRACKETS, (inner) => (/\p{L}/u.test(inner) ? '' : inner)).replace(AROUND, '');
}

const SPREAD_SIGN = /(?:±|\\pm|\+\/-|\+-)\s*$/;

/** A number in brackets with a sign or an arrow is a change against another value. */
function isChange(quantity: Quantity, before: string): boolean {
  return /[([]\s*(?:[↑↓↗↘▲▼△▽Δ∆]|\\(?:up|down)arrow)?\s*$/.test(before)
    ? quantity.sign !== null || !/[([]\s*$/.test(before)
    : /[↑↓↗↘▲▼]\s*$/.test(before);
}

/** The quantity with its text as the cell prints it. */
function asPrinted(quantity: Quantity, cell: string): Quantity {
  const text = cell.slice(quantity.span.start, quantity.span.end).replace(/[−–‐‑]/g, '-');
  return text === quantity.text ? quantity : { ...quantity, text };
}

/** `57.0 [55.1, 58.9]`: two numbers in brackets on both sides of the first are its interval. */
function hasInterval([value, low, high, ...more]: readonly Quantity[], text: string): boolean {
  if (!value || !low || !high || more.length > 0) return false;
  const between = text.slice(value.span.end, low.span.start);
  const isBounded = Math.min(low.value, high.value) <= value.value && value.value <= Math.max(low.value, high.value);
  const within = text.slice(low.span.end, high.span.start);
  const isBracketed = /[([]/.test(between) && /[)\]]/.test(text.slice(high.span.end));
  return isBounded && isBracketed && !/\p{L}/u.test(within.replace(/^\s*to\s*$/, ''));
}

const INTERVAL: CellNumbers['roles'] = [undefined, 'interval', 'interval'];
