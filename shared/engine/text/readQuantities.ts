import { type ComposedNumber, composedNumber } from './composedNumbers.ts';
import { CARDINALS, SCALE_LETTERS, SCALE_WORDS } from './numberWords.ts';
import { powerOfTen } from './powersOfTen.ts';
import type { Quantity, Unit } from './quantity.ts';
import type { Span } from './span.ts';

// A number that is not part of a name: no letter, digit, dot or underscore before it. What follows is checked below.
const NUMBER =
  /(?<![\p{L}\p{N}_.@#\\]|\p{L}[\p{L}\p{N}.]*-|[\p{L}:./]\/)([+\-−–±]?)\s?(\d{1,3}(?:(?:,\d{3})+|(?:[\u00a0\u2009\u202f]\d{3})+(?!\d))(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)/gu;
const WORD = new RegExp(`(?<![\\p{L}\\p{N}-])(${Object.keys(CARDINALS).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
const SCALE_WORD = new RegExp(`^[\\s\\u00a0-]?(${Object.keys(SCALE_WORDS).join('|')})s?\\b`, 'i');
const UNIT_MARKS: readonly (readonly [RegExp, Unit])[] = [
  [/^\s?\\?%\s?(?:-|\s)?points?\b/i, 'points'],
  [/^[\s\u00a0-]?(?:percentage|percent|absolute|p\.?)[\s-]?(?:points?\b|p\.)/i, 'points'],
  [/^\s?(?:pp|pts?)\b\.?/, 'points'],
  [/^\s?\\?[%％]/, 'percent'],
  [/^[\s\u00a0-]percent\b/i, 'percent'],
  [/^[\s\u00a0-]points?\b/i, 'points'],
  [/^\s?(?:×|x(?![\p{L}\p{N}]))/u, 'times'],
  [/^[\s-]?(?:times\b|fold\b)/i, 'times'],
];

/**
 * Finds the numbers of a text in order: digits with sign, thousands separators, scale (`6K`, `2.5 million`, `1.2 × 10^-3`)
 * and unit mark, durations and ratios (`3:45`, `2h 15m`, `1:4`), and cardinal words. Digits inside names (`GPT-4`, `v1.5`, `F1`) are left out. Spans are offsets into `text`.
 */
export function readQuantities(text: string): Quantity[] {
  const plain = plainQuantity(text);
  if (plain) return [plain];
  const found: Quantity[] = [];
  let end = 0;
  for (const match of text.matchAll(NUMBER)) {
    // The exponent of the number before.
    if (match.index < end) continue;
    const quantity = digitsAt(text, match);
    if (!quantity) continue;
    end = quantity.span.end;
    const bracket = bracketBefore(text, quantity);
    if (bracket === null) found.push(quantity);
    else scaleFrom(found, bracket, quantity.value);
  }
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const scale = SCALE_WORD.exec(text.slice(match.index + word.length));
    const end = match.index + word.length + (scale?.[0].length ?? 0);
    const factor = scale ? (SCALE_WORDS[(scale[1] ?? '').toLowerCase()] ?? 1) : 1;
    const value = (CARDINALS[word.toLowerCase()] ?? 0) * factor;
    const unit = unitAt(text, end);
    if (found.some((other) => other.span.start < end && other.span.end > match.index)) continue;
    found.push({
      value,
      step: factor,
      decimals: 0,
      unit: unit.unit,
      scale: factor,
      sign: null,
      spelled: true,
      span: { start: match.index, end },
      text: text.slice(match.index, end),
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Where the bracket begins that a power of ten is the factor of, `(1.5 ± 0.2) × 10^-3`; null where it is a number itself. */
function bracketBefore(text: string, { span, scale }: Quantity): number | null {
  if (scale === 1 || !text.startsWith('10', span.start)) return null;
  const factor = /\([^()]*\)\s?(?:[×x·]|\\times|\\cdot)\s?$/.exec(text.slice(Math.max(0, span.start - 60), span.start));
  return factor && span.start - factor[0].length;
}

/** Scales the numbers found behind `start`. */
function scaleFrom(found: Quantity[], start: number, factor: number): void {
  for (let i = found.length - 1; i >= 0; i--) {
    const one = found[i] as Quantity;
    if (one.span.start < start) return;
    found[i] = { ...one, value: scaled(one.value, factor), step: scaled(one.step, factor), scale: one.scale * factor };
  }
}

/** Longer numbers are no results. */
const LONGEST_PLAIN = 24;
/** The spans of all of a plain number, by its length. */
const WHOLE: readonly Span[] = Array.from({ length: LONGEST_PLAIN + 1 }, (_, end) => ({ start: 0, end }));
/** One unit in the last place, by the digits behind the point. */
const STEPS: readonly number[] = WHOLE.map((_, decimals) => Number(`1e-${decimals}`));

/**
 * The quantity of a text that is a number typed without scale and unit, and nothing else; null for any other. Most cells
 * of most tables: what the patterns of this file would find, found at once.
 */
export function plainQuantity(text: string): Quantity | null {
  const { length } = text;
  const span = WHOLE[length];
  if (!span) return null;
  const sign = signOf(text.charCodeAt(0));
  const first = sign === null ? 0 : 1;
  let point = length;
  for (let at = first; at < length; at++) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) continue;
    if (digit !== POINT || point < length || at === first || at === length - 1) return null;
    point = at;
  }
  if (length === first) return null;
  const decimals = Math.max(0, length - point - 1);
  const size = Number(first === 0 ? text : text.slice(first));
  return {
    value: sign === '-' ? -size : size,
    step: STEPS[decimals] as number,
    decimals,
    unit: null,
    scale: 1,
    sign,
    spelled: false,
    span,
    text,
  };
}

const ZERO = 48;
const POINT = 46 - ZERO;
const PLUS = 43;
const HYPHEN = 45;

function signOf(code: number): Quantity['sign'] {
  return code === HYPHEN ? '-' : code === PLUS ? '+' : null;
}

/** A number and a colon; the 1 of `F1:77.6` and of `R@1:34.2` is none. */
const PART_BEFORE = /(?<![\p{L}\d.,:@-])\d[\d.,:]*:$/u;

function digitsAt(text: string, match: RegExpMatchArray): Quantity | null {
  const [whole, mark = '', digits = ''] = match;
  const at = match.index ?? 0;
  const digitsStart = at + whole.length - digits.length;
  // A part of what is told in parts, but not as any number is: `00:05:07:12`, `0.5:0.95`.
  if (PART_BEFORE.test(text.slice(Math.max(0, digitsStart - 16), digitsStart))) return null;
  const composed = composedNumber(text.slice(digitsStart, digitsStart + 48));
  if (composed) return composedQuantity(composed, text, digitsStart);
  let end = digitsStart + digits.length;
  const rest = text.slice(end, end + 40);
  // `3rd`, `5th`, `7B-chat`, `2D`, `1.5.2`, `10:30`, `3/4` of a date: a letter or digit glued on makes it a name.
  let scale = 1;
  const letter = /^\s?([kKMBGT]|[mb](?=illion|n\b))(?![\p{L}\p{N}])/u.exec(rest);
  const word = SCALE_WORD.exec(rest);
  const power = powerOfTen(digits, rest);
  if (power) {
    scale = power.scale;
    end += power.length;
  } else if (letter && !(letter[0].startsWith(' ') && letter[1] !== 'K' && letter[1] !== 'M' && letter[1] !== 'B')) {
    scale = SCALE_LETTERS[letter[1] ?? ''] ?? 1;
    end += letter[0].length;
  } else if (word) {
    scale = SCALE_WORDS[(word[1] ?? '').toLowerCase()] ?? 1;
    end += word[0].length;
  }
  const { unit, length } = unitAt(text, end);
  if (!power && scale === 1 && length === 0 && /^[\p{L}_]/u.test(rest)) return null;
  if (/^\.\d/.test(text.slice(end)) || /^[:]\d/.test(text.slice(end))) return null;
  const plain = digits.replace(/[^\d.]/g, '');
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  const signed = mark !== '' && mark !== '±' && !(mark === '–' && /[\d%]\s?$/.test(text.slice(0, at)));
  const minus = signed && mark !== '+' && !/[\d%\p{L})]$|[\d%]\s$/u.test(text.slice(Math.max(0, at - 2), at));
  const start = signed && (mark === '+' || minus) ? at : digitsStart;
  const marked = unit === 'percent' || unit === 'times';
  const value = scaled(Number(plain), scale);
  return {
    value: minus ? -value : value,
    step: scaled(Number(`1e-${decimals}`), scale),
    decimals,
    unit,
    scale,
    sign: start === digitsStart ? null : mark === '+' ? '+' : '-',
    spelled: false,
    span: { start, end: marked ? end + length : end },
    text: text.slice(start, marked ? end + length : end),
  };
}

function composedQuantity({ length, ...number }: ComposedNumber, text: string, start: number): Quantity {
  const span = { start, end: start + length };
  return { ...number, unit: null, scale: 1, sign: null, spelled: false, span, text: text.slice(span.start, span.end) };
}

function unitAt(text: string, end: number): { unit: Unit; length: number } {
  const rest = text.slice(end, end + 24);
  for (const [mark, unit] of UNIT_MARKS) {
    const match = mark.exec(rest);
    if (match) return { unit, length: match[0].length };
  }
  return { unit: null, length: 0 };
}

/** Without what binary fractions add: 0.1 × 3 is 0.30000000000000004. */
function scaled(value: number, scale: number): number {
  return scale === 1 ? value : Number((value * scale).toPrecision(12));
}
