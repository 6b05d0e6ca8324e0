import type { CiteKey, Draft, Span } from '../engine/index.ts';
import { citePlaces } from './citePlaces.ts';
import { type CitationStyle, syntaxOf } from './citeStyle.ts';
import { isVerbatim } from './verbatim.ts';

/** A place at which a citation key is being written. */
export interface CiteContext {
  readonly style: CitationStyle;
  /** What the chosen key replaces: the key around the caret, with its braces and, in a group, without its `@`. */
  readonly replace: Span;
  /** What was typed of the key before the caret: a part of it, or words of author, title, year, venue. */
  readonly query: string;
  /** The text of the paragraph or cell around the caret, without the key: what the citation is to vouch for. */
  readonly sentence: string;
  /** The keys that the group cites already. */
  readonly cited: readonly string[];
  /** What is to be written for a key. */
  write(key: CiteKey): string;
}

const MOST_BEFORE = 600;

/** The context of `offset`, or null where no key is being written: in code, front matter, words and addresses. */
export function citeContextAt(draft: Draft, offset: number): CiteContext | null {
  const { text } = draft;
  const before = paragraphBefore(text, offset);
  for (const place of citePlaces(syntaxOf(draft))) {
    const match = place.before.exec(before);
    if (match === null) continue;
    if (isVerbatim(draft, offset - match[0].length)) return null;
    const { query = '', group = '', mark = '' } = match.groups ?? {};
    const rest = query.includes(' ') ? '' : (place.rest.exec(text.slice(offset, offset + 200))?.[0] ?? '');
    const inBraces = place.open === '{' ? 1 : 0;
    const replace = { start: offset - query.length - mark.length - inBraces, end: offset + rest.length };
    return {
      style: place.style,
      replace,
      query: query.trimEnd(),
      sentence: sentenceAround(text, replace),
      cited: keysOf(group === '' ? openGroup(before) : group),
      write: (key) => (place.style === 'pandoc' ? pandocKey(key, place.open) : place.open + key + place.close),
    };
  }
  return null;
}

/** Keys that Pandoc reads without braces. */
const simpleKey = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*$/u;

function pandocKey(key: CiteKey, open: string): string {
  return `${open === '@' ? '@' : ''}${simpleKey.test(key) ? key : `{${key}}`}`;
}

function paragraphBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - MOST_BEFORE), offset);
  return before.split(/\r?\n[ \t]*\r?\n/).at(-1) ?? '';
}

/** The bracketed group that is still open before the caret, up to its last semicolon. */
function openGroup(before: string): string {
  const group = /\[[^[\]]*$/.exec(before)?.[0] ?? '';
  return group.slice(0, group.lastIndexOf(';') + 1);
}

function keysOf(group: string): string[] {
  if (group.includes('@')) return [...group.matchAll(/@\{?([^\s;,{}\]]+)/g)].map((match) => match[1] ?? '');
  const listed = group.slice(Math.max(group.lastIndexOf('{'), group.lastIndexOf('`')) + 1);
  return listed
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '');
}

/** The sentence before the caret weighs most, so what follows the caret stops at the end of the line. */
function sentenceAround(text: string, { start, end }: Span): string {
  const paragraph = paragraphBefore(text, start);
  const sentence = paragraph.split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}])/u).at(-1) ?? '';
  const line = text.slice(end, end + 300).split(/\r?\n/)[0] ?? '';
  const rest = line.split(/(?<=[.!?])\s/)[0] ?? '';
  return `${sentence} ${rest}`
    .replace(/\\[a-z]*cite[a-z]*\*?(?:\[[^\]]*\])*\{[^}]*\}?|\{cite[^}]*\}`[^`]*`?/gi, ' ')
    .replace(/@[\p{L}\p{N}_:.-]*/gu, ' ');
}
