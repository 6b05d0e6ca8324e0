import type { Span } from '../../text/span.ts';

/** A call or statement behind `#`. */
export interface TypstCode {
  readonly end: number;
  /** `table`, `figure`, `text`; a keyword such as `let`; empty for a bare bracket. */
  readonly name: string;
  /** The inside of its round brackets, or null. */
  readonly arguments: Span | null;
  /** The insides of the content brackets behind it. */
  readonly contents: readonly Span[];
}

/** Reads the code that begins with `#` at an offset; null where nothing that can be read follows. */
export function readTypstCode(text: string, start: number): TypstCode | null {
  path.lastIndex = start + 1;
  const name = path.exec(text)?.[0] ?? '';
  if (keywords.test(name)) {
    return { end: endOfStatement(text, start + 1 + name.length), name, arguments: null, contents: [] };
  }
  return readCall(text, start + 1, name);
}

/** Reads `name(…)[…]` of which the name begins at an offset. */
export function readCall(text: string, start: number, name: string): TypstCode | null {
  let at = start + name.length;
  let args: Span | null = null;
  const contents: Span[] = [];
  if (text.charAt(at) === '(') {
    const end = endOfBrackets(text, at);
    if (end === null) return null;
    args = { start: at + 1, end: end - 1 };
    at = end;
  }
  while (text.charAt(at) === '[') {
    const end = endOfBrackets(text, at);
    if (end === null) break;
    contents.push({ start: at + 1, end: end - 1 });
    at = end;
  }
  if (name === '' && args === null && contents.length === 0) {
    const end = text.charAt(at) === '{' ? endOfBrackets(text, at) : null;
    return end === null ? null : { end, name, arguments: null, contents };
  }
  return { end: at, name, arguments: args, contents };
}

/** The arguments of a call, parted at their commas. */
export function partArguments(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  let at = start;
  while (at < end) {
    const character = text.charAt(at);
    if (character === ',') {
      parts.push({ start: from, end: at });
      from = at + 1;
    }
    at = '([{"`'.includes(character) ? (endOfBrackets(text, at) ?? at + 1) : at + 1;
  }
  parts.push({ start: from, end });
  return parts.filter((part) => text.slice(part.start, part.end).trim() !== '');
}

const path = /[\p{L}_][\p{L}\p{N}_-]*(?:\.[\p{L}_][\p{L}\p{N}_-]*)*/uy;
const keywords = /^(?:let|set|show|import|include|if|for|while|return|context|break|continue)$/;
const longest = 200_000;

/** A statement ends at a line end or a semicolon that stands in no bracket. */
function endOfStatement(text: string, from: number): number {
  for (let at = from; at < text.length; ) {
    const character = text.charAt(at);
    if (character === '\n' || character === ';') return at;
    at = '([{"`'.includes(character) ? (endOfBrackets(text, at) ?? at + 1) : at + 1;
  }
  return text.length;
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The end of the bracket, string or raw text that opens at an offset. In square brackets only those count. */
export function endOfBrackets(text: string, start: number): number | null {
  const open: string[] = [];
  const limit = Math.min(text.length, start + longest);
  for (let at = start; at < limit; at++) {
    const character = text.charAt(at);
    const isContent = open.at(-1) === ']';
    if (character === '\\') at++;
    else if (character === '`') at = endOfRaw(text, at) - 1;
    else if (character === '"' && !isContent) {
      const close = endOfString(text, at);
      if (close === null) return null;
      at = close - 1;
    } else if (character === '[' || (!isContent && closers[character] !== undefined))
      open.push(closers[character] as string);
    else if (character === open.at(-1)) open.pop();
    if (open.length === 0) return at + 1;
  }
  return null;
}

function endOfString(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '"') return at + 1;
  }
  return null;
}

/** The end of raw text; of the mark alone where it is not closed. */
export function endOfRaw(text: string, start: number): number {
  let marks = start;
  while (text.charAt(marks) === '`') marks++;
  const length = marks - start;
  if (length === 2) return marks;
  const close = text.indexOf('`'.repeat(length), marks);
  return close < 0 ? marks : close + length;
}
