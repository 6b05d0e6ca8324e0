/** How the characters of a font are to be read that does not say so itself. */
export type Encoding = 'told' | 'text' | 'mathItalic' | 'symbols';

const LIGATURES: Readonly<Record<string, string>> = {
  '\x0b': 'ff',
  '\x0c': 'fi',
  '\x0d': 'fl',
  '\x0e': 'ffi',
  '\x0f': 'ffl',
};
const POINTS: Readonly<Record<string, string>> = { ':': '.', ';': ',' };
const SYMBOLS: Readonly<Record<string, string>> = {
  '\x00': '−',
  '\x01': '·',
  '\x02': '×',
  '\x03': '∗',
  '\x06': '±',
  '\x14': '≤',
  '\x15': '≥',
  '\x18': '∼',
  '\x19': '≈',
};
/** Those that only a font of symbols has: in one of italic letters the others are Greek. */
const OPERATORS = ['\x00', '\x01', '\x02', '\x03', '\x06'];
/** An alphabet is a text's, a few letters are variables. */
const LEAST_LETTERS = 8;

/**
 * Which of TeX's own encodings a font of pictures has, told by the characters that a page shows in it. Such fonts name
 * neither themselves nor their letters, and what they show comes as bare codes.
 */
export function guessEncoding(shown: ReadonlySet<string>): Encoding {
  const letters = [...shown].filter((one) => /[a-z]/.test(one)).length;
  if (letters >= LEAST_LETTERS) return 'text';
  if ([...shown].some((one) => /\d/.test(one))) return 'told';
  return letters === 0 && OPERATORS.some((one) => shown.has(one)) ? 'symbols' : 'mathItalic';
}

/** What a run in a font of this encoding says; `isPoint` where it stands between digits. */
export function decodeRun(text: string, encoding: Encoding, isPoint: boolean): string {
  switch (encoding) {
    case 'told':
      return text;
    case 'text':
      return replaced(text, LIGATURES);
    case 'mathItalic':
      return isPoint ? replaced(text, POINTS) : text;
    case 'symbols':
      return replaced(text, SYMBOLS);
    default:
      return encoding satisfies never;
  }
}

const replaced = (text: string, by: Readonly<Record<string, string>>): string =>
  [...text].map((code) => by[code] ?? code).join('');
