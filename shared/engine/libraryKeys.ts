import type { NamedDocument } from './library.ts';

/**
 * A key for a document that no entry names: `smith2020deep`, from the first author's family name, the year and the
 * first telling word of the title; where these are not known, from the file's name. Not unique by itself.
 */
export function keyFor({ id, document }: NamedDocument): string {
  const { authors, year, title } = document.metadata;
  const family = ascii(familyOf(authors[0] ?? ''));
  const word = firstWord(title ?? '');
  if (family !== '' && (year !== null || word !== '')) return family + (year ?? '') + word;
  if (word !== '' && year !== null) return word + year;
  const name = id
    .replace(/\\/g, '/')
    .replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '');
  return slug(name) || 'source';
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

/** `Smith` of `Jane van Smith` and of `Smith, Jane`. */
function familyOf(name: string): string {
  const comma = name.indexOf(',');
  if (comma > 0) return name.slice(0, comma);
  return (
    name
      .replace(/[\d*†‡§]+/g, ' ')
      .trim()
      .split(/\s+/)
      .at(-1) ?? ''
  );
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

function slug(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
