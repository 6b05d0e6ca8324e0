import { decodeTex } from './decodeTex.ts';
import { others, type Person } from './entry.ts';
import { readNames } from './names.ts';

/**
 * The persons of a list as it is printed, TeX included: `Jane Smith, Al Doe, and Kim Lee`, or, where initials stand
 * behind the family names, `Smith, J., Doe, A. and Lee, K.`.
 */
export function readNameList(tex: string): Person[] {
  // Where commands dress each part of a name, braces hold nothing together.
  const list = tex.includes('\\bib')
    ? tex.replace(/\\(?:bib(?:info|field)\s?\{\w+\}|bib(?:f|nam)\w*font)|[{}]/g, '').replace(/\.\s*$/, '')
    : tex;
  const parts = list.split(/,\s*(?:and\s+|\\&\s+)?|\s+(?:and|\\&)\s+/).map((part) => part.trim());
  const persons: Person[] = [];
  for (const part of parts) {
    const last = persons.at(-1);
    if (part === '') continue;
    if (/^et[\s~]*al\b|^others$/i.test(part)) persons.push(others);
    else if (initials.test(decodeTex(part)) && last !== undefined && last.given === '')
      persons[persons.length - 1] = { family: last.family, given: decodeTex(part) };
    else if (/^[JS]r\.?$|^I{2,3}$/.test(part) && last !== undefined)
      persons[persons.length - 1] = { ...last, given: `${last.given} ${part}`.trim() };
    else persons.push(...(hasInitials(parts) ? [{ family: decodeTex(part), given: '' }] : readNames(part)));
  }
  return persons;
}

/** `J.`, `S. M.`, `H.-C. S.`, `Yu.` */
const initials = /^(?:\p{Lu}\p{Ll}?\.[\s-]?)+$/u;

function hasInitials(parts: readonly string[]): boolean {
  return parts.some((part) => initials.test(decodeTex(part)));
}
