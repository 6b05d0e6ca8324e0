import { raisedDigits } from '../../text/raisedDigits.ts';
/** What the typesetter's signs are in plain text: ligatures taken apart, look-alikes of operators made plain. */
export function plainCharacters(text: string): string {
  if (/^[!-~]+$/.test(text)) return text;
  return text
    .replace(/[\uFB00-\uFB06\u0132\u0133]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\u2217\u204E]/g, '*')
    .replace(/\u2223/g, '|')
    .replace(/[\p{Cc}\p{Co}\u200B-\u200F\u2060\uFEFF\uFFFD]/gu, '')
    .trim();
}

const COMBINING: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '´': '\u0301',
  ˆ: '\u0302',
  '˜': '\u0303',
  '¯': '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '¨': '\u0308',
  '˚': '\u030A',
  '˝': '\u030B',
  ˇ: '\u030C',
  '¸': '\u0327',
  '˛': '\u0328',
};

export function isAccent(text: string): boolean {
  return text.length === 1 && text in COMBINING;
}

/** `letters` with the accent on the first of them: old fonts print both one over the other. */
export function withAccent(accent: string, letters: string): string {
  const plain = letters.replace(/^ı/, 'i').replace(/^ȷ/, 'j');
  return `${plain.slice(0, 1)}${COMBINING[accent] ?? ''}`.normalize('NFC') + plain.slice(1);
}

/** A spread or a change set small beside a value: `43.8` with a raised or lowered `±0.2`. */
const SECOND_VALUE = /^(?:[±+−-]\s?\d|[(]?[↑↓▲▼±+−-]?\s?\d*\.\d)/;

/** A raised or lowered sign either belongs to the text it follows, or it is a note to it. */
export type Script = { readonly text: string } | { readonly note: string };

/** What a lowered sign adds to `before`: an index, or apart from a number a second value. */
export function lowered(before: string, script: string): Script {
  if (/[\d)%]$/.test(before) && /^[^\p{L}]/u.test(script)) return { text: ` ${script}` };
  const goesOn = /[\p{L}\p{N}]$/u.test(before) && (!/^\d/.test(script) || /\d$/.test(before));
  // `x_i` is a symbol, `BERT Base` and `T5 3B` are names.
  const by = !goesOn ? '' : /[\p{L}\p{N}]{2}$/u.test(before) ? ' ' : '_';
  return { text: by + script };
}

/** What a raised sign adds to `before`: an exponent, a unit's power, a second value, or a note. */
export function raised(before: string, script: string, isMath: boolean): Script {
  if (/\d[eE]$/.test(before) && /^[-−+]?\d+$/.test(script)) return { text: script };
  if (/(?:^|[^\d.,])10$/.test(before) || (isMath && /[\p{L})]$/u.test(before) && !/^\d+$/.test(script)))
    return { text: `^${script}` };
  if (/^\d+$/.test(script) && (isMath || /(?:^|[^\p{L}])(?:[kcm]?m|s)$/u.test(before)))
    return { text: raisedDigits(script) };
  if (SECOND_VALUE.test(script) && /[\d)%]$/.test(before)) return { text: ` ${script}` };
  if (/^(?:st|nd|rd|th|[°′'%])$/.test(script)) return { text: script };
  return script.replace(/[^\p{L}]/gu, '').length > 2 ? { text: ` ${script}` } : { note: script };
}
