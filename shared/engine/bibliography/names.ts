import { decodeTex } from './decodeTex.ts';
import { others, type Person } from './entry.ts';

/** Splits a BibTeX name list into persons; `and others` becomes `others`. Takes the field as written, TeX included. */
export function readNames(tex: string): Person[] {
  const persons: Person[] = [];
  for (const name of splitOutside(tex, /\s+and\s+/giy)) {
    const trimmed = name.trim();
    if (trimmed !== '') persons.push(/^(?:others|et al\.?)$/i.test(trimmed) ? others : readName(trimmed));
  }
  return persons;
}

function readName(name: string): Person {
  // A name in braces is an institution and is not taken apart.
  if (/^\{[^{}]*\}$/.test(name)) return { family: decodeTex(name), given: '' };
  const extended = readExtended(name);
  if (extended !== null) return extended;
  const parts = splitOutside(name, /\s*,\s*/y).map((part) => part.trim());
  const [first = '', second = '', third] = parts;
  if (third !== undefined) return { family: decodeTex(first), given: decodeTex(`${third} ${second}`) };
  if (parts.length === 2) return { family: decodeTex(first), given: decodeTex(second) };
  const words = splitOutside(name, /[\s~]+/y).filter((word) => word !== '');
  const last = words.length - 1;
  if (last <= 0) return { family: decodeTex(name), given: '' };
  // The family begins at the first word in lower case (`van`, `de la`), else it is the last word.
  const particle = words.findIndex((word, index) => index > 0 && index < last && /^\p{Ll}/u.test(decodeTex(word)));
  let start = particle > 0 ? particle : /^\p{Ll}/u.test(decodeTex(words[0] as string)) ? 0 : last;
  let suffix = '';
  if (start === last && last > 1 && /^(?:[JS]r\.?|I{2,3}|IV)$/.test(words[last] as string)) {
    suffix = ` ${words[last]}`;
    start = last - 1;
  }
  const family = words.slice(start, suffix === '' ? undefined : last).join(' ');
  return { family: decodeTex(family), given: decodeTex(words.slice(0, start).join(' ') + suffix) };
}

/** BibLaTeX's `family=Smith, given=Jane, prefix=van`. */
function readExtended(name: string): Person | null {
  if (!/\bfamily\s*=/.test(name)) return null;
  const values = new Map<string, string>();
  for (const part of splitOutside(name, /\s*,\s*/y)) {
    const match = /^\s*([\w-]+)\s*=\s*(.*)$/s.exec(part);
    if (match !== null) values.set((match[1] as string).toLowerCase(), decodeTex(match[2] as string));
  }
  const family = [values.get('prefix'), values.get('family')].filter((part) => part).join(' ');
  return { family, given: values.get('given') ?? '' };
}

/** Splits at a sticky pattern where no brace is open. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '{') depth++;
    else if (character === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (character === ',' || character === '~' || /\s/.test(character))) {
      separator.lastIndex = at;
      const match = separator.exec(text);
      if (match === null) continue;
      parts.push(text.slice(start, at));
      start = at + match[0].length;
      at = start - 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
