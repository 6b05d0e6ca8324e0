import { type CiteKey, type Draft, type Span, writeCitation } from '../engine/index.ts';
import { type CitePlace, citePlaces } from './citePlaces.ts';
import { isVerbatim } from './verbatim.ts';

/** A place at which a citation key is being written. */
export interface CiteContext {
  /** What the chosen keys replace: the key around the caret, mostly without its mark. */
  readonly replace: Span;
  /** What was typed of the key before the caret: a part of it, or words of author, title, year, venue. */
  readonly query: string;
  /** The text of the paragraph or cell around the caret, without the key: what the citation is to vouch for. */
  readonly sentence: string;
  /** The keys that the group cites already. */
  readonly cited: readonly string[];
  /** What is to be written for one or more keys. */
  write(keys: readonly CiteKey[]): string;
}

const MOST_BEFORE = 600;

/** The context of `offset`, or null where no key is being written: in code, front matter, words and addresses. */
export function citeContextAt(draft: Draft, offset: number): CiteContext | null {
  const { text } = draft;
  const before = paragraphBefore(text, offset);
  for (const place of citePlaces(draft.syntax)) {
    const match = place.before.exec(before);
    if (match === null) continue;
    if (isVerbatim(draft, offset - match[0].length)) return null;
    const { query = '', group = '', mark = '' } = match.groups ?? {};
    const rest = query.includes(' ') ? '' : (place.rest.exec(text.slice(offset, offset + 200))?.[0] ?? '');
    const replace = { start: offset - query.length - mark.length, end: offset + rest.length };
    return {
      replace,
      query: query.trimEnd(),
      sentence: sentenceAround(text, replace),
      cited: keysOf(group),
      write: (keys) => place.open + keys.map((key) => keyAt(place, key)).join(place.between) + place.close,
    };
  }
  return null;
}

/** Outside of braces Pandoc needs them around some keys. */
function keyAt({ style, close }: CitePlace, key: CiteKey): string {
  return style === 'pandoc' && close === '' ? writeCitation(style, [key], null).slice('[@'.length, -1) : key;
}

function paragraphBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - MOST_BEFORE), offset);
  return before.split(/\r?\n[ \t]*\r?\n/).at(-1) ?? '';
}

function keysOf(group: string): string[] {
  if (group.includes('@')) return [...group.matchAll(/@\{?([^\s;,{}\]]+)/g)].map((match) => match[1] ?? '');
  const listed = group.slice(Math.max(group.lastIndexOf('{'), group.lastIndexOf('`')) + 1);
  return listed
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '');
}

/**
 * The sentence around a place of a text, without its citations. What stands before the place weighs most, so what follows
 * it stops at the end of the line.
 */
export function sentenceAround(text: string, { start, end }: Span): string {
  const paragraph = paragraphBefore(text, start);
  const sentence = paragraph.split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}])/u).at(-1) ?? '';
  const line = text.slice(end, end + 300).split(/\r?\n/)[0] ?? '';
  const rest = line.split(/(?<=[.!?])\s/)[0] ?? '';
  return `${sentence} ${rest}`
    .replace(/\\[a-z]*cite[a-z]*\*?(?:\[[^\]]*\])*\{[^}]*\}?|\{cite[^}]*\}`[^`]*`?/gi, ' ')
    .replace(/@[\p{L}\p{N}_:.-]*/gu, ' ');
}
