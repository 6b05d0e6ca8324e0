import type { Span } from '../text/span.ts';
import type { Citation } from './draft.ts';
import { endOfHtml, isBlockTag, isTableTag } from './htmlTags.ts';
import { fill } from './mask.ts';
import { mystLine } from './mystLines.ts';
import { readLatexCite } from './syntax/latexCite.ts';
import { readMystRole } from './syntax/mystRole.ts';

/** A text for the Markdown parser in which math, raw TeX, tags and comments cannot be misread. */
export interface HiddenRaw {
  /** As long as the original, with filler at `hidden`. */
  readonly text: string;
  /** In order and disjoint. */
  readonly hidden: readonly Hidden[];
  /** Every HTML comment outside code, hidden or not. */
  readonly comments: readonly Span[];
  /** Those in TeX commands and MyST roles, which are hidden. */
  readonly citations: readonly Citation[];
}

export interface Hidden {
  readonly span: Span;
  readonly kind: 'math' | 'tex' | 'role' | 'comment' | 'tag' | 'table tag';
}

/**
 * Finds what Markdown parsers and Pandoc read differently and hides it: dollar math by Pandoc's rule (`$5 and $6` is
 * none), TeX commands and environments, tags (what stands between them is prose like any other), and comments that
 * share a line with prose. A comment on lines of its own is left to the parser, which lets it interrupt a paragraph.
 */
export function hideRaw(text: string, isMyst: boolean): HiddenRaw {
  if (!isMyst && !/\$|<[!/A-Za-z]|\\[A-Za-z]|\}`/.test(text)) return { text, hidden: [], comments: [], citations: [] };
  const hidden: Hidden[] = [];
  /** Tags and lines of MyST on lines of their own: they end a paragraph. */
  const breaks: Span[] = [];
  const comments: Span[] = [];
  const citations: Citation[] = [];
  const marks = new RegExp(isMyst ? `${mystLine}|${mark}` : mark, 'gm');
  for (let match = marks.exec(text); match !== null; match = marks.exec(text)) {
    const start = match.index;
    const mark = match[0];
    if (/^[ \t>%:]/.test(mark)) {
      const line = { start: start + mark.search(/[%:]/), end: start + mark.trimEnd().length };
      hidden.push({ span: line, kind: 'comment' });
      breaks.push(line);
      if (text.charAt(line.start) === '%') comments.push(line);
      continue;
    }
    const end = endOf(text, start, mark);
    if (end === null) {
      // A lone dollar sign may open math at its second half only: `$$5$` does not.
      continue;
    }
    marks.lastIndex = end;
    const span = { start, end };
    if (mark.startsWith('`')) {
      const role = readMystRole(text, span);
      if (role === null) continue;
      hidden.push({ span: role.span, kind: 'role' });
      if (!isCommentLine(text, start)) citations.push(...role.citations);
      continue;
    }
    if (mark === '<!--') {
      comments.push(span);
      if (!standsAlone(text, start, end)) hidden.push({ span, kind: 'comment' });
    } else if (mark === '<') {
      const tag = text.slice(start, end);
      hidden.push({ span, kind: isTableTag(tag) ? 'table tag' : 'tag' });
      if (isBlockTag(tag)) breaks.push(span);
    } else if (mark.startsWith('$')) hidden.push({ span, kind: 'math' });
    else {
      hidden.push({ span, kind: 'tex' });
      citations.push(...(readLatexCite(text, start)?.citations ?? []));
    }
  }
  const all = hidden.map(({ span }) => span);
  const blanked = fill(text, all, filler, 'everything');
  return { text: breaks.length === 0 ? blanked : breakLines(text, blanked, breaks), hidden, comments, citations };
}

/** What may open something that Markdown reads otherwise. */
const mark = /\\[A-Za-z]+|\\[^A-Za-z]|`+|<!--|<(?=[/A-Za-z])|\$\$?/.source;

/** MyST's comments are lines that begin with a percent sign. */
function isCommentLine(text: string, at: number): boolean {
  return /^ {0,3}%/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
}

/** Blanks the lines that hold nothing but tags between blocks. */
function breakLines(text: string, filled: string, tags: readonly Span[]): string {
  const bare = fill(text, tags, ' ');
  const blanks: Span[] = [];
  for (const { start, end } of tags) {
    const line = { start: text.lastIndexOf('\n', start - 1) + 1, end: endOfLine(text, end) };
    if (/^[\s>]*$/.test(bare.slice(line.start, line.end))) blanks.push({ start, end });
  }
  return splice(filled, bare, blanks);
}

/** The first text, with the second one's at the spans; both are as long. */
function splice(first: string, second: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    result += first.slice(at, start) + second.slice(start, end);
    at = end;
  }
  return result + first.slice(at);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** A symbol that means nothing in Markdown and, like `$` and `<`, counts as punctuation beside emphasis marks. */
const filler = '¤';

/** The end of what `mark` opens at `start`, or null where it opens nothing. */
function endOf(text: string, start: number, mark: string): number | null {
  const body = start + mark.length;
  if (mark.startsWith('`')) return endOfCode(text, body, mark.length);
  if (mark === '<!--') {
    const close = text.indexOf('-->', body);
    return close < 0 ? null : close + 3;
  }
  if (mark === '$$') {
    const close = text.indexOf('$$', body);
    return close < 0 ? null : close + 2;
  }
  if (mark === '$') return isInKey(text, start) ? null : endOfMath(text, body);
  if (mark === '<') return endOfHtml(text, start);
  if (mark.startsWith('\\') && mark.length > 2) return endOfTex(text, start, mark);
  return null;
}

/** True for a sign within a citation key: `@a$b`, `@{$b}`. */
function isInKey(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestKey), at);
  return /@\{[^\s{}]*$/.test(before) || (/^[\p{L}\p{N}_]/u.test(text.slice(at + 1, at + 3)) && bareKey.test(before));
}

const longestKey = 100;
const bareKey = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_](?:[:.#$%&+?<>~/-]?[\p{L}\p{N}_])*$/u;

function endOfCode(text: string, body: number, length: number): number | null {
  const run = /`+/g;
  run.lastIndex = body;
  for (let match = run.exec(text); match !== null; match = run.exec(text)) {
    if (match[0].length === length) return match.index + length;
  }
  return null;
}

/**
 * Pandoc's rule: no space inside the dollar signs, no digit behind the closing one, no blank line between. Where TeX
 * stands inside (`$ 8 0 { \pm } 1 $`, as converters write it) spaces do not matter.
 */
function endOfMath(text: string, body: number): number | null {
  const stop = /\\[\s\S]|\$|\n[ \t>]*\r?\n/g;
  stop.lastIndex = body;
  for (let match = stop.exec(text); match !== null; match = stop.exec(text)) {
    if (match[0].startsWith('\\')) continue;
    const content = text.slice(body, match.index);
    if (match[0] !== '$' || content === '') return null;
    const isTight = !/^\s|\s$/.test(content) && !/[0-9]/.test(text.charAt(match.index + 1));
    return isTight || /\\[A-Za-z]|[_^] ?\{/.test(content) ? match.index + 1 : null;
  }
  return null;
}

/** Commands whose argument is prose. */
const proseCommand = /^\\(?:text(?!cites?$)[a-z]*|emph|underline|mbox|uline)$/;

function endOfTex(text: string, start: number, mark: string): number | null {
  if (proseCommand.test(mark)) return null;
  const cite = readLatexCite(text, start);
  if (cite !== null) return cite.end;
  const body = start + mark.length;
  const end = endOfArguments(text, text.charAt(body) === '*' ? body + 1 : body);
  const environment = /^\\begin\{([A-Za-z]+\*?)\}/.exec(text.slice(start, start + 40));
  if (environment === null) return end;
  const close = `\\end{${environment[1]}}`;
  const at = text.indexOf(close, start);
  return at < 0 ? end : at + close.length;
}

/** The end of `[…]` and `{…}` in a row, braces inside included; null where there is no pair of braces. */
function endOfArguments(text: string, from: number): number | null {
  let end: number | null = null;
  let depth = 0;
  for (let at = from; at < text.length && at - from < longestArguments; at++) {
    const character = text.charAt(at);
    if (depth === 0 && character === '[') {
      const close = text.slice(at, at + longestArguments).search(/[\]\n]/);
      if (close < 0 || text.charAt(at + close) === '\n') return end;
      at += close;
    } else if (character === '{') depth++;
    else if (depth === 0) return end;
    else if (character === '}' && --depth === 0) end = at + 1;
  }
  return end;
}

/** Longer than any command's arguments within a line of prose. */
const longestArguments = 1000;

function standsAlone(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  return /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?$/.test(before) && /^(?:\s|<!--.*-->)*$/.test(after);
}
