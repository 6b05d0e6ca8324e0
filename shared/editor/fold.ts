/** Text as it is compared: lower case, without accents and ligatures. */
export function fold(text: string): string {
  // Most texts have nothing to fold, and this is asked for thousands of entries at once.
  if (isAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđßæœ]/g, (letter) => special[letter] ?? letter);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant.
const isAscii = /^[\u0000-\u007f]*$/;

const term = /[\p{L}\p{N}]+(?:[.+-][\p{L}\p{N}]+)*/gu;
const asciiTerm = /[a-z0-9]+(?:[.+-][a-z0-9]+)*/g;

const special: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

/** The folded words and numbers of a text: `2.8b`, `gpt-4` and `63.3` stay whole. */
export function termsOf(text: string): string[] {
  const folded = fold(text);
  return folded.match(isAscii.test(folded) ? asciiTerm : term) ?? [];
}
