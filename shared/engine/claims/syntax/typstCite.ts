import { citeKey } from '../../bibliography/entry.ts';
import type { Citation } from '../draft.ts';
import { readLocator } from './locator.ts';
import { endOfBrackets, partArguments, type TypstCode } from './typstCode.ts';

/** Reads `@key` or `@key[p. 3]` at an offset; null where a word ends there, as in an address. */
export function readTypstReference(
  source: string,
  start: number,
): { readonly citation: Citation; readonly end: number } | null {
  if (/[\p{L}\p{N}]/u.test(source.charAt(start - 1))) return null;
  reference.lastIndex = start + 1;
  const key = reference.exec(source)?.[0];
  if (key === undefined) return null;
  const keySpan = { start: start + 1, end: start + 1 + key.length };
  const bracket = source.charAt(keySpan.end) === '[' ? endOfBrackets(source, keySpan.end) : null;
  const end = bracket ?? keySpan.end;
  const rest = source.slice(keySpan.end + 1, end - 1);
  const citation: Citation = {
    style: 'typst',
    key: citeKey(key),
    span: { start, end: keySpan.end },
    keySpan,
    group: { start, end },
    mode: 'parenthetical',
    locator: bracket === null ? null : readLocator(rest, keySpan.end + 1),
  };
  return { citation, end };
}

/** Marks that end a sentence do not end a label. */
const reference = /[\p{L}\p{N}_](?:[\p{L}\p{N}_-]|[.:](?=[\p{L}\p{N}_.:-]*[\p{L}\p{N}_-]))*/uy;

/** Reads `#cite(<key>, supplement: [p. 3], form: "prose")`, or `label("key")` in its place. */
export function readTypstCitation(source: string, start: number, code: TypstCode): Citation | null {
  if (code.arguments === null) return null;
  const [first, ...named] = partArguments(source, code.arguments);
  if (first === undefined) return null;
  const match = /^(\s*(?:<|label\(\s*"))([^<>"\s]+)(?:>|"\s*\))\s*$/.exec(source.slice(first.start, first.end));
  if (match === null) return null;
  const [whole, before = '', key = ''] = match;
  const keyStart = first.start + before.length;
  const lead = whole.length - whole.trimStart().length;
  const argument = (name: string): string | undefined =>
    named.map((arg) => source.slice(arg.start, arg.end).trim()).find((text) => text.startsWith(`${name}:`));
  const form = /"(\w+)"/.exec(argument('form') ?? '')?.[1];
  const supplement = named.find((arg) => /^\s*supplement:/.test(source.slice(arg.start, arg.end)));
  return {
    style: 'typst',
    key: citeKey(key),
    span: { start: first.start + lead, end: first.start + whole.trimEnd().length },
    keySpan: { start: keyStart, end: keyStart + key.length },
    group: { start, end: code.end },
    mode: form === 'prose' || form === 'author' ? 'narrative' : form === 'year' ? 'year-only' : 'parenthetical',
    locator: supplement === undefined ? null : locatorIn(source, supplement.start, supplement.end),
  };
}

function locatorIn(source: string, start: number, end: number): Citation['locator'] {
  const from = start + source.slice(start, end).indexOf(':') + 1;
  return readLocator(source.slice(from, end).replace(/[[\]"~]/g, ' '), from);
}
