import { composedNumber, DURATION } from '../text/composedNumbers.ts';

/** How a document writes its numbers: `1,234.5`, or `1.234,5` where a comma parts the decimals. */
export type DecimalMark = 'point' | 'comma';

const blank = (text: string): string => ' '.repeat(text.length);

const MARKUP =
  /<\/?[a-z]+>|\\(?:mathbf|textbf|boldsymbol|underline|mathrm|text|bf)\b|(?<!\^)\{|(?<!\^\{[-+−]?\d{1,2})\}|\*(?!\s?10\s?\^)|[$_]/g;
const MINUS = /[−–‐‑](?=\s?\.?\d)/g;
const BRACKETS = /[([][^()[\]]*[)\]]/g;
const CITED = /^\[-?@|\bet al\b|^.\s*\p{Lu}\p{Ll}+,?\s+(?:19|20)\d{2}[a-z]?\s*.$/iu;
const CITE = /\\cite[a-z]*\{[^{}]*\}/g;
const P_VALUE = /[([]?\bp\s?[<>=≤≥]\s?0?\.\d{1,6}\s?[)\]]?/gi;
const UNITS = [
  '[mµμn]?s|secs?|seconds?|mins?|minutes?|hrs?|hours?|h|days?|d|weeks?|months?|years?',
  '[kMG]?Hz|[kKMGT]i?B|[KMGTP]?FLOPs?|[kKMGT]?MACs?|[fF][pP][sS]|[MGT]FLOPS|bits?|bytes?|px|dB',
  '(?:[mµμnk]?g|[mµμnk]?[lL]|[mµμn]?mol|IU)(?:/(?:[mµμnk]?[lLg]|day|d|h|m[²³23]?))?',
  '[cmkµμn]?m[²³]?|°\\s?[CF]?|[mkM]?Wh?|[mkM]?J|[mk]?V|USD|EUR|€',
  '/(?:s|min|h|day|week|month|year)',
  '[tT]okens?|[fF]rames?|[iI]mages?|[eE]pochs?|[sS]teps?|[hH]ops?',
];
const UNIT = `(?<=\\d[kKMBGT]?)\\s?(?:${UNITS.join('|')})(?:/(?:s|min|h|day|week|month|year))?(?![\\p{L}\\p{N}]|/\\p{L})`;
const ONE_UNIT = new RegExp(UNIT, 'gu');
const UNIT_OR_DURATION = new RegExp(`${UNIT}|(?<![\\p{L}\\p{N}.])${DURATION}`, 'gu');
const NOTE_LETTER = /(?<=\d\s?)[a-c](?![\p{L}\p{N}])/gu;
const SPACED = /(?<![\d.,])\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?!\d)/g;
const NUMBER = /\d[\d.,]*\d/g;

/** A text with blanks in place of the units of its numbers, at their own length; durations in words stay. */
export const withoutUnits = (text: string): string =>
  text.replace(UNIT_OR_DURATION, (found) => {
    if (!/^\d/.test(found)) return blank(found);
    return composedNumber(found) ? found : found.replace(ONE_UNIT, blank);
  });

/** Brings the numbers of a cell into the form that all numbers are read in, at its own length; what is no number is blanked. */
export function numberText(cell: string, mark: DecimalMark): string {
  const plain = cell
    .replace(BRACKETS, (inner) => (CITED.test(inner) ? blank(inner) : inner))
    .replace(CITE, blank)
    .replace(MINUS, '-')
    .replace(MARKUP, blank)
    .replace(P_VALUE, blank);
  const joined = withoutSpaces(mark === 'comma' ? plain.replace(NUMBER, swapMarks) : plain);
  return withoutUnits(joined).replace(NOTE_LETTER, ' ');
}

/** `1.234,5` becomes `1,234.5`. */
function swapMarks(digits: string): string {
  return digits.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','));
}

/** `43 980 000` is one number where it stands alone in its cell, or where narrow spaces hold it together; `109 158` is two. */
function withoutSpaces(text: string): string {
  return text.replace(SPACED, (digits, start: number) => {
    const around = text.slice(0, start) + text.slice(start + digits.length).replace(/^\.\d+/, '');
    const isList = / /.test(digits) && (/^\d{3}/.test(digits) || /\d/.test(around));
    return isList ? digits : digits.replace(/[^\d]/g, ',');
  });
}

const DECIMAL_COMMA = /^[^\d]*\d{1,3}(?:\.\d{3})*,(?:\d{1,2}|\d{4,})\s*%?[^\d]*$/;
const DECIMAL_POINT = /\d\.(?:\d{1,2}|\d{4,})(?!\d)/;
const ENOUGH = 3;

/** `comma` where cells part their decimals so and none uses a point. */
export function decimalMarkOf(cells: Iterable<string>): DecimalMark {
  let commas = 0;
  for (const text of cells) {
    if (DECIMAL_POINT.test(text)) return 'point';
    if (DECIMAL_COMMA.test(text)) commas++;
  }
  return commas >= ENOUGH ? 'comma' : 'point';
}
