import { citeKey } from '../bibliography/entry.ts';
import { holds, type Span } from '../text/span.ts';
import { readLocator } from './citationSyntaxLocator.ts';
import type { Citation } from './draft.ts';

export interface FoundCitations {
  readonly citations: readonly Citation[];
  /** What is no prose: groups with their locators and cross-references such as `@fig-x`. */
  readonly blanks: readonly Span[];
}

/**
 * Finds Pandoc citations in a stretch of prose in which code, math and escaped characters are already filled.
 * Spans are offsets into it.
 */
export function findCitations(prose: string): FoundCitations {
  if (!prose.includes('@')) return nothing;
  const keys = findKeys(prose);
  if (keys.length === 0) return nothing;
  const brackets = findBrackets(prose);
  const citations: Citation[] = [];
  const blanks: Span[] = [];
  const used = new Set<Span>();
  for (const key of keys) {
    const bracket = innermost(brackets, key.span);
    const isGroup = bracket !== null && !'^!'.includes(prose.charAt(bracket.start - 1) || ' ');
    if (key.isReference) {
      blanks.push(isGroup ? bracket : key.span);
      continue;
    }
    if (isGroup) {
      blanks.push(bracket);
      const rest = { start: key.span.end, end: endOfPart(prose, key.span.end, bracket.end - 1, keys) };
      citations.push(toCitation(prose, key, bracket, key.isSuppressed ? 'year-only' : 'parenthetical', rest));
      continue;
    }
    const own = followingBracket(prose, key.span.end, brackets, keys);
    const start = key.isSuppressed ? key.span.start - 1 : key.span.start;
    const group = own === null || used.has(own) ? { start, end: key.span.end } : { start, end: own.end };
    const rest = own === null || used.has(own) ? null : { start: own.start + 1, end: own.end - 1 };
    if (own !== null) used.add(own);
    blanks.push(group);
    citations.push(toCitation(prose, key, group, key.isSuppressed ? 'year-only' : 'narrative', rest));
  }
  return { citations, blanks };
}

const nothing: FoundCitations = { citations: [], blanks: [] };

interface FoundKey {
  readonly text: string;
  /** With `@` and braces, without `-`. */
  readonly span: Span;
  readonly keySpan: Span;
  readonly isSuppressed: boolean;
  /** True for a reference to a figure, table, section, … of the draft itself. */
  readonly isReference: boolean;
}

/** A letter, digit or `_`, then more of them with single marks in between; two marks in a row end a key. */
const keyPattern = /@(?:\{([^{}\s]+)\}|([\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*))/gu;
/** An `@` behind one of these belongs to an e-mail address, a path or a handle. */
const bound = /[\p{L}\p{N}_/.@\\+¤]/u;
/** Quarto's and pandoc-crossref's prefixes. */
const reference =
  /^(?:(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau|apx|suppfig|supptbl)-|(?:fig|figure|tbl|tab|table|sec|section|eq|eqn|equation|lst|thm|alg|app|apx):)/i;

function findKeys(prose: string): FoundKey[] {
  const keys: FoundKey[] = [];
  for (const match of prose.matchAll(keyPattern)) {
    const start = match.index;
    const before = prose.charAt(start - 1);
    const isSuppressed = before === '-';
    if (bound.test(isSuppressed ? prose.charAt(start - 2) : before)) continue;
    const braced = match[1];
    const text = braced ?? (match[2] as string);
    const keyStart = start + (braced === undefined ? 1 : 2);
    keys.push({
      text,
      span: { start, end: start + match[0].length },
      keySpan: { start: keyStart, end: keyStart + text.length },
      isSuppressed,
      isReference: reference.test(text),
    });
  }
  return keys;
}

/** Every pair of square brackets, inner ones before those around them; a link's brackets are not prose. */
function findBrackets(prose: string): Span[] {
  const open: number[] = [];
  const pairs: Span[] = [];
  for (let index = 0; index < prose.length; index++) {
    const code = prose.charCodeAt(index);
    if (code === 91) open.push(index);
    else if (code === 93) {
      const start = open.pop();
      if (start !== undefined) pairs.push({ start, end: index + 1 });
    }
  }
  return pairs;
}

function innermost(brackets: readonly Span[], span: Span): Span | null {
  for (const bracket of brackets) if (bracket.start < span.start && span.end < bracket.end) return bracket;
  return null;
}

/** The bracket right behind a key in the text, `@knuth [p. 33]`, unless it holds keys itself. */
function followingBracket(
  prose: string,
  end: number,
  brackets: readonly Span[],
  keys: readonly FoundKey[],
): Span | null {
  const gap = /^(?:[ \t]|[ \t]*\r?\n[ \t]*)?(?=\[(?!\^))/.exec(prose.slice(end, end + 80));
  if (gap === null) return null;
  const start = end + gap[0].length;
  const bracket = brackets.find((candidate) => candidate.start === start);
  if (bracket === undefined || '[('.includes(prose.charAt(bracket.end) || ' ')) return null;
  return keys.some((key) => holds(bracket, key.span.start)) ? null : bracket;
}

/** Where the words that belong to a key in a group end: at `;`, at the next key or at the group's end. */
function endOfPart(prose: string, from: number, limit: number, keys: readonly FoundKey[]): number {
  const semicolon = prose.indexOf(';', from);
  const next = keys.find((key) => key.span.start >= from)?.span.start ?? limit;
  return Math.min(limit, next, semicolon < 0 ? limit : semicolon);
}

function toCitation(prose: string, key: FoundKey, group: Span, mode: Citation['mode'], rest: Span | null): Citation {
  return {
    style: 'pandoc',
    key: citeKey(key.text),
    span: key.span,
    keySpan: key.keySpan,
    group,
    mode,
    locator: rest === null ? null : readLocator(prose.slice(rest.start, rest.end), rest.start),
  };
}
