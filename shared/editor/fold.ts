/** Text as it is compared: lower case, without accents and ligatures. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđßæœ]/g, (letter) => special[letter] ?? letter);
}

const special: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

/** The folded words and numbers of a text: `2.8b`, `gpt-4` and `63.3` stay whole. */
export function termsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+(?:[.+-][\p{L}\p{N}]+)*/gu) ?? [];
}
