/**
 * A key for a work that has none: `smith2020deep`, from the first author's family name, the year and the first telling
 * word of the title, as far as they are known; an empty string where that is too little. Not unique by itself.
 */
export function workKey(family: string, year: string, title: string): string {
  const name = ascii(family);
  const word = firstWord(title);
  if (name !== '' && (year !== '' || word !== '')) return name + year + word;
  return word !== '' && year !== '' ? word + year : '';
}

/** The first of `base`, `basea`, `baseb`, … that `isTaken` does not know. */
export function uniqueKey(base: string, isTaken: (key: string) => boolean): string {
  if (!isTaken(base)) return base;
  for (let count = 0; ; count++) {
    const key = base + letters(count);
    if (!isTaken(key)) return key;
  }
}

/** a, b, …, z, aa, ab, … */
function letters(count: number): string {
  const last = String.fromCharCode(97 + (count % 26));
  return count < 26 ? last : letters(Math.floor(count / 26) - 1) + last;
}

const stopWords: ReadonlySet<string> = new Set(
  'a an and are as at by can do does for from how in into is it of on or the to towards toward via what when where which why with we'.split(
    ' ',
  ),
);

function firstWord(title: string): string {
  for (const match of title.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = ascii(match[0]);
    if (word.length > 1 && !stopWords.has(word) && !/^\d+$/.test(word)) return word;
  }
  return '';
}

const special: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

function ascii(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => special[letter] ?? '')
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');
}
