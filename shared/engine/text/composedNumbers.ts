/** A number told in parts, how long it is, and one unit in its last place. */
export interface ComposedNumber {
  readonly value: number;
  readonly step: number;
  readonly decimals: number;
  readonly length: number;
}

/** True for a time or ratio as it is printed, `3:45`. */
export const hasColon = (printed: string): boolean => printed.includes(':');

/** What few numbers go on with. */
const BEGINS = /^\d[\d,]*(?::\d|\s?[dhm])/;
const CLOCK = /^(\d{1,3})(?::(\d{2}))?:(\d{2}(?:\.\d{1,3})?)(?![\d:]|\.\d|,\d{3}(?!\d))/;
const RATIO = /^(\d{1,3}(?:,\d{3}){1,3}|\d{1,6}):(\d{1,3}(?:,\d{3}){1,3}|\d{1,6}(?:\.\d{1,3})?)(?![\d:]|\.\d)/;
const UNIT = '(?:d(?:ays?)?|h(?:(?:ou)?rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)';
const JOINED = '(?:\\s|,\\s|,?\\sand\\s)?';

/** A duration in words: `2h 15m`, `1 minute and 30 seconds`. */
export const DURATION = `\\d{1,4}\\s?${UNIT}(?:${JOINED}\\d{1,2}(?:\\.\\d{1,3})?\\s?${UNIT}){1,3}(?![\\p{L}\\p{N}])`;
const DURATION_HERE = new RegExp(`^${DURATION}`, 'u');
const DURATION_PART = /(\d+(?:\.\d+)?)\s?([dhms])/g;
const IN_NEXT: Readonly<Record<string, number>> = { h: 24, m: 60, s: 60 };

/**
 * The number at the start of a text that is told in parts: a duration or time (`3:45`, `1:02:33`, `2h 15m`), which counts
 * in the unit of its last part whatever that is, or a ratio (`1:4`).
 */
export function composedNumber(text: string): ComposedNumber | null {
  if (!BEGINS.test(text)) return null;
  return clock(text) ?? ratio(text) ?? duration(text);
}

function clock(text: string): ComposedNumber | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [whole, first = '', middle, last = ''] = match;
  if (Number(last) >= 60 || Number(middle ?? 0) >= 60) return null;
  const before = middle === undefined ? Number(first) : Number(first) * 60 + Number(middle);
  return { value: before * 60 + Number(last), ...precisionOf(last), length: whole.length };
}

function ratio(text: string): ComposedNumber | null {
  const [whole = '', first = '', second = ''] = RATIO.exec(text) ?? [];
  const value = plain(first) / plain(second);
  return Number.isFinite(value) ? { value, step: RATIO_STEP, decimals: 0, length: whole.length } : null;
}

const plain = (digits: string): number => Number(digits.replaceAll(',', ''));

/** Ratios are exact: none is a rounded other. */
const RATIO_STEP = 1e-9;

function duration(text: string): ComposedNumber | null {
  const whole = DURATION_HERE.exec(text)?.[0] ?? '';
  const parts = [...whole.matchAll(DURATION_PART)];
  const units = parts.map(([, , unit = '']) => unit);
  // Each part in the unit below the one before.
  if (units.length < 2 || !'dhms'.includes(units.join(''))) return null;
  const value = parts.reduce((sum, [, digits, unit = '']) => sum * (IN_NEXT[unit] ?? 1) + Number(digits), 0);
  return { value, ...precisionOf(parts.at(-1)?.[1] ?? ''), length: whole.length };
}

function precisionOf(digits: string): Pick<ComposedNumber, 'step' | 'decimals'> {
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  return { step: 10 ** -decimals, decimals };
}
