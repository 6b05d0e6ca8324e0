import type { Span } from '../../text/span.ts';
import { readLatexCite } from './latexCite.ts';
import { readOrgCite } from './orgCite.ts';
import { plainFormula } from './plainFormula.ts';
import type { Sheet } from './sheet.ts';

/** Prints a stretch of Org's text, of a paragraph, a heading or a cell. */
export function printOrg({ source, sheet }: { readonly source: string; readonly sheet: Sheet }, span: Span): void {
  for (let at = span.start; at < span.end; ) {
    const end = readSign(source, sheet, at, span.end);
    if (end === at) {
      sheet.copy({ start: at, end: at + 1 });
      at++;
    } else at = end;
  }
}

/** Reads what stands at an offset and is no plain character, and gives where it ends; the offset itself for others. */
function readSign(source: string, sheet: Sheet, at: number, limit: number): number {
  const character = source.charAt(at);
  switch (character) {
    case '[':
      return readBracket(source, sheet, at, limit);
    case ']':
      return source.charAt(at + 1) === ']' ? at + 2 : at;
    case '\\': {
      const cite = readLatexCite(source, at);
      if (cite !== null) {
        sheet.cite(cite.citations);
        return cite.end;
      }
      if (source.startsWith('\\(', at)) return readFormula(source, sheet, at, '\\(', '\\)', limit);
      if (source.startsWith('\\[', at)) return readFormula(source, sheet, at, '\\[', '\\]', limit);
      return sticky(command, source, at) ?? at;
    }
    case '$':
      return readFormula(source, sheet, at, '$', '$', limit);
    case '=':
    case '~':
      return readVerbatim(source, sheet, at, limit);
    case '*':
    case '/':
    case '+':
      return isMark(source, at) ? at + 1 : at;
    case '_': {
      const isInWord = /\w/.test(source.charAt(at - 1)) && /\w/.test(source.charAt(at + 1));
      return isInWord ? at : at + 1;
    }
    case '<': {
      const end = sticky(angle, source, at);
      return end ?? at;
    }
    case 'h':
    case 'f':
    case 'd':
      return sticky(address, source, at) ?? at;
    default:
      if (!/[a-zA-Z]/.test(character)) return at;
      return sticky(reference, source, at) ?? readCite(source, sheet, at);
  }
}

const command = /\\[A-Za-z]+(?:\{[^{}\n]*\})*/y;
/** A time or an address. */
const angle = /<(?:\d{4}-\d\d-\d\d[^<>\n]*|[a-z]+:[^<>\s]+)>(?:--<[^<>\n]+>)?/y;
const address = /(?:https?|ftp|file|doi):[^\s\][()<>"]+/y;
/** Links of org-ref that cite nothing. */
const reference =
  /(?<!\w)(?:(?:page|auto|eq|name|c|C)?ref|label|(?:no)?bibliography|bibliographystyle|printbibliography):[^\s\][()]+/y;

function sticky(pattern: RegExp, source: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex : null;
}

function readCite(source: string, sheet: Sheet, at: number): number {
  const cite = readOrgCite(source, at);
  if (cite === null) return at;
  sheet.cite(cite.citations);
  return cite.end;
}

/** A citation, a note, a link with its description, a time. */
function readBracket(source: string, sheet: Sheet, at: number, limit: number): number {
  const cited = readCite(source, sheet, at);
  if (cited !== at) return cited;
  const note = /^\[fn:[\w-]*(:|\])/.exec(source.slice(at, at + 100));
  if (note !== null) {
    if (note[1] === ']') return at + note[0].length;
    const close = closingBracket(source, at, limit);
    if (close === null) return at + note[0].length;
    const inner = { start: at + note[0].length, end: close };
    printOrg({ source, sheet }, inner);
    sheet.prose(inner, 'footnote');
    return close + 1;
  }
  const time = /^\[\d{4}-\d\d-\d\d[^\]\n]{0,40}\]/.exec(source.slice(at, at + 60));
  if (time !== null) return at + time[0].length;
  if (source.charAt(at + 1) !== '[') return at;
  const link = /^\[\[[^[\]]*\](?:\[|\])/.exec(source.slice(at, at + 2000));
  // The description is prose; its closing brackets are left out where they come.
  return link === null ? at : at + link[0].length;
}

function closingBracket(source: string, start: number, limit: number): number | null {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const character = source.charAt(at);
    if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at;
  }
  return null;
}

function readFormula(source: string, sheet: Sheet, at: number, open: string, close: string, limit: number): number {
  const start = at + open.length;
  const end = source.indexOf(close, start);
  if (end < 0 || end >= limit || end === start) return at;
  const content = source.slice(start, end);
  if (open === '$' && (/^\s|\s$|\n\s*\n/.test(content) || /\w/.test(source.charAt(end + 1)))) return at;
  const plain = plainFormula(content);
  if (plain === null) sheet.word({ start: at, end: end + close.length });
  else sheet.print({ start, end }, plain);
  return end + close.length;
}

/** `=code=` and `~code~`. */
function readVerbatim(source: string, sheet: Sheet, at: number, limit: number): number {
  const mark = source.charAt(at);
  if (!/[\s\-({'"]/.test(source.charAt(at - 1) || ' ') || /\s/.test(source.charAt(at + 1) || ' ')) return at;
  for (let end = source.indexOf(mark, at + 2); end >= 0 && end < limit; end = source.indexOf(mark, end + 1)) {
    if (/\s/.test(source.charAt(end - 1)) || !/[\s\-.,:;!?'")}\\[]/.test(source.charAt(end + 1) || ' ')) continue;
    sheet.word({ start: at, end: end + 1 });
    return end + 1;
  }
  return at;
}

/** True for a mark of emphasis: at the edge of a word, not between numbers or words. */
function isMark(source: string, at: number): boolean {
  const before = source.charAt(at - 1) || ' ';
  const after = source.charAt(at + 1) || ' ';
  const opens = /[\s\-({'"*/_]/.test(before) && /\S/.test(after) && !/\d/.test(source.charAt(at) === '+' ? after : '');
  const closes = /\S/.test(before) && /[\s\-.,:;!?'")}[*/_]/.test(after) && !/\s/.test(before);
  return opens || closes;
}
