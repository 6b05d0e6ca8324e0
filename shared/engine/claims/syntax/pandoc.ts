import { citeKey } from '../../bibliography/entry.ts';
import type { Span } from '../../text/span.ts';
import type { Citation } from '../draft.ts';
import { isCrossReference } from './crossReference.ts';
import { type FoundCitations, noCitations } from './found.ts';
import { readLocator } from './locator.ts';
import { type PandocKey, readPandocKey } from './pandocKey.ts';

/** A stretch that is read as one, such as emphasis or a link: what it holds cannot end a group around it. */
export interface Unit {
  readonly span: Span;
  readonly inner: Span;
}

/**
 * Finds Pandoc citations in a stretch of prose in which code, math, tags, escapes and the marks of links are already
 * filled. `units` are in order, outer ones before those inside; `parts` are the labels of parts of the
 * draft itself.
 */
export function findPandocCitations(prose: string, units: readonly Unit[], parts: ReadonlySet<string>): FoundCitations {
  if (!prose.includes('@')) return noCitations;
  const scan = createScan(prose, units);
  const citations: Citation[] = [];
  const blanks: Span[] = [];
  for (const { key, group, mode, rest } of scan({ start: 0, end: prose.length })) {
    const isReference = isCrossReference(key.text) || (mode === 'narrative' && parts.has(key.text));
    blanks.push(group);
    if (isReference) continue;
    citations.push({
      style: 'pandoc',
      key: citeKey(key.text),
      span: key.span,
      keySpan: key.keySpan,
      group,
      mode,
      locator: rest === null ? null : readLocator(prose.slice(rest.start, rest.end), rest.start),
    });
  }
  return { citations, blanks };
}

interface Found {
  readonly key: PandocKey;
  readonly group: Span;
  readonly mode: Citation['mode'];
  /** The words behind the key that belong to it. */
  readonly rest: Span | null;
}

interface Read {
  readonly end: number;
  readonly found: readonly Found[];
}

/** The reader of Pandoc's grammar over one text. What stands at an offset is read once, whatever tries it. */
function createScan(prose: string, units: readonly Unit[]): (span: Span) => Found[] {
  const closing = closingBrackets(prose);
  const unitAt = new Map<number, Unit>();
  for (const unit of units) if (!unitAt.has(unit.span.start)) unitAt.set(unit.span.start, unit);
  const unitEnds = new Set(units.map(({ span }) => span.end));
  const groups = new Map<number, Group | null>();
  const inlines = new Map<number, Read>();

  function keyAt(at: number): PandocKey | null {
    return unitEnds.has(at) ? null : readPandocKey(prose, at);
  }

  /** Everything in a stretch, read as prose. A key may reach beyond its end. */
  function scan({ start, end }: Span): Found[] {
    const found: Found[] = [];
    for (let at = start; at < end; ) {
      const read = inlineAt(at);
      for (const one of read.found) found.push(one);
      at = read.end;
    }
    return found;
  }

  /** One piece of prose: a unit, a group, a key with its bracket, a pair of brackets, or signs that are none of these. */
  function inlineAt(at: number): Read {
    const known = inlines.get(at);
    if (known !== undefined) return known;
    const read = readInline(at);
    inlines.set(at, read);
    return read;
  }

  function readInline(at: number): Read {
    const unit = unitAt.get(at);
    if (unit !== undefined) {
      const found = scan(unit.inner);
      const last = found.at(-1)?.group.end ?? 0;
      // A key may swallow the mark that ends its emphasis: `_@key_`.
      return { end: Math.max(unit.span.end, last), found };
    }
    const character = prose.charAt(at);
    if (character === '[') {
      const end = closing.get(at);
      if (end === undefined) return { end: at + 1, found: [] };
      const group = prose.charAt(at - 1) === '^' ? null : groupAt(at);
      return group ?? { end: end + 1, found: scan({ start: at + 1, end }) };
    }
    if (character === '@') {
      const key = keyAt(at);
      return key === null ? { end: at + 1, found: [] } : narrative(key);
    }
    let end = at + 1;
    while (end < prose.length && !'[@-;]"“”\'‘’'.includes(prose.charAt(end)) && !unitAt.has(end)) end++;
    return { end, found: [] };
  }

  /** `@key`, `@key [p. 3]`, `@key [p. 3; @other]` or `@key [@other]`. */
  function narrative(key: PandocKey): Read {
    const at = skipSpace(prose, key.span.end);
    const bracket = closing.has(at) && prose.charAt(at + 1) !== '^' ? (groupAt(at) ?? locatorAt(at)) : null;
    const group = { start: key.span.start, end: bracket?.end ?? key.span.end };
    const own: Found = { key, group, mode: 'narrative', rest: bracket?.rest ?? null };
    const others = (bracket?.found ?? []).map((found) => (found.group.start === at ? { ...found, group } : found));
    return { end: group.end, found: [own, ...others] };
  }

  /** `[see @a, p. 3; also @b]`. */
  function groupAt(at: number): Group | null {
    const known = groups.get(at);
    if (known !== undefined) return known;
    const list = listAt(skipSpace(prose, at + 1));
    const isGroup = list !== null && !isLink(prose, list.end, closing);
    const read = isGroup
      ? { end: list.end, rest: null, found: list.found.map(withGroup({ start: at, end: list.end })) }
      : null;
    groups.set(at, read);
    return read;
  }

  /** The bracket behind a key, which begins with the words that belong to it: `[p. 3; also @b]`. */
  function locatorAt(at: number): Group | null {
    const words = wordsAt(at + 1);
    const rest = { start: at + 1, end: words.end };
    const isLast = prose.charAt(words.end) !== ';';
    const list = isLast ? { end: words.end + 1, found: [] } : listAt(skipSpace(prose, words.end + 1));
    if (list === null || prose.charAt(list.end - 1) !== ']' || '[('.includes(prose.charAt(list.end) || ' '))
      return null;
    const found = [...words.found, ...list.found];
    return { end: list.end, rest, found: found.map(withGroup({ start: at, end: list.end })) };
  }

  /** The citations of a group from its first on, and where its bracket ends. */
  function listAt(start: number): Read | null {
    const found: Found[] = [];
    for (let at = start; ; ) {
      const read = partAt(at);
      if (read === null) return null;
      for (const one of read.found) found.push(one);
      const mark = prose.charAt(read.end);
      if (mark !== ';') return mark === ']' ? { end: read.end + 1, found } : null;
      at = skipSpace(prose, read.end + 1);
    }
  }

  /** Words, a key and the words behind it, up to a semicolon or the bracket. */
  function partAt(start: number): Read | null {
    const before: Found[] = [];
    for (let at = start; at < prose.length; ) {
      const character = prose.charAt(at);
      if (character === ']' || character === ';') return null;
      const key = character === '@' || character === '-' ? keyAt(at) : null;
      if (key !== null) {
        const words = wordsAt(key.span.end);
        const rest = { start: key.span.end, end: words.end };
        const mode = key.isSuppressed ? 'year-only' : 'parenthetical';
        return { end: words.end, found: [...before, { key, group: open, mode, rest }, ...words.found] };
      }
      const read = quotedAt(at) ?? inlineAt(at);
      before.push(...read.found);
      at = read.end;
    }
    return null;
  }

  /** A quotation among the words of a group: a semicolon in it ends nothing. */
  function quotedAt(start: number): Read | null {
    const close = closingQuote(prose, start);
    if (close === null) return null;
    const found: Found[] = [];
    const limit = Math.min(prose.length, start + longestQuotation);
    for (let at = start + 1; at < limit && prose.charAt(at) !== ']'; ) {
      if (close.test(prose.slice(at, at + 2))) return at === start + 1 ? null : { end: at + 1, found };
      const read = inlineAt(at);
      found.push(...read.found);
      at = read.end;
    }
    return null;
  }

  function wordsAt(start: number): Read {
    const found: Found[] = [];
    let at = start;
    while (at < prose.length && prose.charAt(at) !== ';' && prose.charAt(at) !== ']') {
      const read = quotedAt(at) ?? inlineAt(at);
      found.push(...read.found);
      at = read.end;
    }
    return { end: at, found };
  }

  return scan;
}

/** A bracket with the keys in it, and the words in front of the first that belong to a key before the bracket. */
interface Group extends Read {
  readonly rest: Span | null;
}

/** The group of a key whose bracket is not read to its end yet. */
const open: Span = { start: -1, end: -1 };

/** Puts what belongs to no group, and keys that stand among the words of this one, into it. */
function withGroup(group: Span): (found: Found) => Found {
  return (found) => (found.group === open || found.mode === 'narrative' ? { ...found, group } : found);
}

const longestQuotation = 500;

/** What ends the quotation that opens at an offset; null where none does. */
function closingQuote(prose: string, at: number): RegExp | null {
  const mark = prose.charAt(at);
  if (!'"“\'‘'.includes(mark)) return null;
  const next = prose.charAt(at + 1);
  if (mark === '"' || mark === '“') return /\s/.test(next) ? null : /^["”]/;
  if (/[\s)!\],.;:?-]/.test(next) || /[\p{L}\p{N}]/u.test(prose.charAt(at - 1))) return null;
  return /^['’](?![\p{L}\p{N}])/u;
}

/** Brackets nested deeper than this are read as plain signs. */
const deepest = 30;

function closingBrackets(prose: string): ReadonlyMap<number, number> {
  const opened: number[] = [];
  const closing = new Map<number, number>();
  for (let index = 0; index < prose.length; index++) {
    const code = prose.charCodeAt(index);
    if (code === 91) opened.push(index);
    else if (code === 93) {
      const start = opened.pop();
      if (start !== undefined && opened.length < deepest) closing.set(start, index);
    }
  }
  return closing;
}

/** The offset behind spaces and at most one line end; the same offset where a blank line follows. */
function skipSpace(prose: string, from: number): number {
  let at = from;
  let lines = 0;
  for (; at < prose.length; at++) {
    const character = prose.charAt(at);
    if (character === '\n') lines++;
    else if (character !== ' ' && character !== '\t' && character !== '\r') break;
  }
  return lines > 1 ? from : at;
}

/** True where what follows a bracket makes it a link or a span with attributes: `[@a](…)`, `[@a][…]`, `[@a]{.x}`. */
function isLink(prose: string, end: number, closing: ReadonlyMap<number, number>): boolean {
  switch (prose.charAt(end)) {
    case '(':
      return closesParenthesis(prose, end);
    case '[':
      return closing.has(end) && prose.charAt(end + 1) !== '^';
    case '{':
      return attributes.test(prose.slice(end, end + longestTail));
    default:
      return false;
  }
}

const attributes = /^\{[ \t]*(?:(?:[#.][\w:.-]+|[\w:.-]+=(?:"[^"\n]*"|[^\s{}"]+)|-)[ \t]*)*\}/;
/** Longer than any address of a link. */
const longestTail = 1000;

function closesParenthesis(prose: string, start: number): boolean {
  let depth = 0;
  for (let at = start; at < prose.length && at - start < longestTail; at++) {
    const character = prose.charAt(at);
    if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return true;
  }
  return false;
}
