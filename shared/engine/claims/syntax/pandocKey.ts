import type { Span } from '../../text/span.ts';

/** A key as Pandoc reads it, with its mark. */
export interface PandocKey {
  readonly text: string;
  /** With `@` and braces, without `-`. */
  readonly span: Span;
  /** The key alone. */
  readonly keySpan: Span;
  /** Where `-@key` or `@key` begins. */
  readonly start: number;
  readonly isSuppressed: boolean;
}

/** Reads `@key`, `@{key}` or `-@key` at an offset; null where no key stands there or it belongs to a word before it. */
export function readPandocKey(prose: string, start: number): PandocKey | null {
  const isSuppressed = prose.charCodeAt(start) === 45;
  if (isSuppressed && isDash(prose, start)) return null;
  const at = isSuppressed ? start + 1 : start;
  if (prose.charCodeAt(at) !== 64 || isInWord(prose, start)) return null;
  if (prose.charAt(at + 1) === '{') return readBraced(prose, start, at, isSuppressed);
  bare.lastIndex = at + 1;
  const match = bare.exec(prose);
  if (match === null) return null;
  const keySpan = { start: at + 1, end: bare.lastIndex };
  return { text: match[0], span: { start: at, end: keySpan.end }, keySpan, start, isSuppressed };
}

/** True where the minus ends a dash: two of them make one, and so do three. */
function isDash(prose: string, at: number): boolean {
  let first = at;
  while (prose.charCodeAt(first - 1) === 45) first--;
  return (at - first) % 3 !== 0;
}

/** A letter, digit or `_`, then more of them with single marks in between; two marks in a row end a key, but `://`. */
const bare = /[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}\p{M}_])|[:/](?=\/))*/uy;

/** The text with every `@{key}` as `written` has it, where `filled` still has its mark: all signs in braces belong to the key. */
export function withBracedKeys(filled: string, written: string): string {
  if (!written.includes('@{')) return filled;
  let result = filled;
  for (let at = written.indexOf('@{'); at >= 0; at = written.indexOf('@{', at + 2)) {
    if (!filled.startsWith('@{', at)) continue;
    const end = readBraced(written, at, at, false)?.span.end;
    // A space in the braces may stand in what is filled.
    const key = end === undefined ? '¤' : written.slice(at, end);
    result = result.slice(0, at) + key + result.slice(at + key.length);
  }
  return result;
}

/** Braces that are never closed would be looked for from each of them. */
const longestBraced = 1000;

function readBraced(prose: string, start: number, at: number, isSuppressed: boolean): PandocKey | null {
  let depth = 0;
  const end = Math.min(prose.length, at + longestBraced);
  for (let index = at + 1; index < end; index++) {
    const character = prose.charAt(index);
    if (character === '{') depth++;
    else if (character === '}' && --depth === 0) {
      const keySpan = { start: at + 2, end: index };
      if (index === keySpan.start) return null;
      return {
        text: prose.slice(keySpan.start, index),
        span: { start: at, end: index + 1 },
        keySpan,
        start,
        isSuppressed,
      };
    } else if (/\s/.test(character)) return null;
  }
  return null;
}

/**
 * True where a word ends right before the offset: the `@` belongs to an e-mail address then. A full stop counts with
 * the word, an ellipsis does not.
 *
 * Unlike Pandoc, what stands behind a slash is the handle of an address (`github.com/@name`) and no key.
 */
function isInWord(prose: string, at: number): boolean {
  const before = prose.charAt(at - 1);
  if (before === '' || before === ' ') return false;
  if (before === '.') return prose.slice(at - 3, at) !== '...';
  if (before === '/') return true;
  return /[\p{L}\p{N}\p{M}]/u.test(isLowSurrogate(before) ? prose.slice(at - 2, at) : before);
}

function isLowSurrogate(character: string): boolean {
  return character >= '\udc00' && character <= '\udfff';
}
