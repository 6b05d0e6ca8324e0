import type { Span } from '../text/span.ts';

/** One entry of a .bib file before TeX is decoded; offsets into the file. */
export interface RawEntry {
  readonly type: string;
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  /** By lower-case name; macros and `#` resolved, outer braces and quotes gone, TeX as written. */
  readonly fields: ReadonlyMap<string, string>;
  /** The first thing wrong with it, with how to mend it; what stands before is in `fields`. */
  readonly fault: Fault | null;
  /** True where a value has a word that is no number and no month: what it stands for is defined elsewhere. */
  readonly usesMacros: boolean;
}

/** What a word stands for (`@string`). */
export interface StringDefinition {
  readonly name: string;
  readonly value: string;
  /** Where it is defined: it holds for what stands behind. */
  readonly at: number;
}

export interface Fault {
  readonly message: string;
  readonly at: number;
}

/**
 * Gives the entries of a .bib file one by one, as all of a large file are many objects, and returns the words that it
 * defines. A broken entry ends at the next `@type{` at the start of a line.
 */
export function scanBib(text: string, take: (raw: RawEntry) => void): StringDefinition[] {
  const macros = new Map(months);
  const strings: StringDefinition[] = [];
  // An entry begins a line, or stands right behind another.
  const opening = /(?:^|(?<=[})]),?)[ \t]*@[ \t]*([A-Za-z]+)\s*([{(])/gm;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const type = (match[1] as string).toLowerCase();
    const start = match.index + match[0].indexOf('@');
    const scan: Scan = {
      text,
      at: opening.lastIndex,
      close: match[2] === '(' ? ')' : '}',
      fault: null,
      unknown: false,
    };
    if (type === 'comment' || type === 'preamble') {
      skipBalanced(scan);
    } else if (type === 'string') {
      for (const [name, value] of readFields(scan, macros)) {
        macros.set(name, value);
        strings.push({ name, value, at: start });
      }
    } else take(readEntry(scan, type, start, macros));
    opening.lastIndex = Math.max(opening.lastIndex, scan.at);
  }
  return strings;
}

/** Reads an entry that stands alone in `source`, with what has been defined for it. */
export function scanOne(source: string, strings: readonly StringDefinition[]): RawEntry | null {
  const opening = /^@[ \t]*([A-Za-z]+)\s*([{(])/.exec(source);
  if (opening === null) return null;
  const [{ length: at }, type = '', mark] = opening;
  const scan: Scan = { text: source, at, close: mark === '(' ? ')' : '}', fault: null, unknown: false };
  const macros = new Map([...months, ...strings.map(({ name, value }) => [name, value] as const)]);
  return readEntry(scan, type.toLowerCase(), 0, macros);
}

interface Scan {
  readonly text: string;
  at: number;
  readonly close: '}' | ')';
  fault: Fault | null;
  /** A value had a word that no month is called by. */
  unknown: boolean;
}

const months: readonly (readonly [string, string])[] = [
  ['jan', 'January'],
  ['feb', 'February'],
  ['mar', 'March'],
  ['apr', 'April'],
  ['may', 'May'],
  ['jun', 'June'],
  ['jul', 'July'],
  ['aug', 'August'],
  ['sep', 'September'],
  ['oct', 'October'],
  ['nov', 'November'],
  ['dec', 'December'],
];

const monthNames: ReadonlyMap<string, string> = new Map(months);

function readEntry(scan: Scan, type: string, start: number, macros: ReadonlyMap<string, string>): RawEntry {
  skipSpace(scan);
  const { text } = scan;
  const word = /[^\s,{}()="]+/y;
  word.lastIndex = scan.at;
  const key = word.exec(text)?.[0] ?? '';
  const keySpan = { start: scan.at, end: scan.at + key.length };
  scan.at = keySpan.end;
  skipSpace(scan);
  const mark = text.charAt(scan.at);
  let fields: ReadonlyMap<string, string> = new Map();
  if (key === '' || mark === '=') {
    scan.fault = { message: 'has no key; write one behind the opening brace, followed by a comma', at: keySpan.start };
    scan.at = keySpan.start;
    skipBalanced(scan);
  } else {
    if (mark === ',') scan.at++;
    else if (mark !== scan.close) scan.fault = { message: 'lacks the comma behind its key', at: keySpan.end };
    fields = readFields(scan, macros);
  }
  return {
    type,
    key: mark === '=' ? '' : key,
    keySpan,
    span: { start, end: endOfWords(text, scan.at) },
    fields,
    fault: scan.fault,
    usesMacros: scan.unknown,
  };
}

/** Reads `name = value, …` up to the closing mark and leaves the scan behind it, or at the fault that ends the entry. */
function readFields(scan: Scan, macros: ReadonlyMap<string, string>): Map<string, string> {
  const { text } = scan;
  const fields = new Map<string, string>();
  const name = /[A-Za-z][^\s={}(),"#%'@]*/y;
  for (;;) {
    skipSpace(scan);
    const character = text.charAt(scan.at);
    if (character === scan.close) {
      scan.at++;
      return fields;
    }
    if (character === ',') {
      scan.at++;
      continue;
    }
    name.lastIndex = scan.at;
    const field = name.exec(text)?.[0];
    const at = scan.at;
    if (character === '' || character === '@' || field === undefined) {
      const isOpen = character === '' || (character === '@' && isLineStart(text, at));
      scan.fault ??= isOpen
        ? { message: `is not closed; put its \`${scan.close}\` at the end`, at: endOfWords(text, at) - 1 }
        : { message: `has a stray \`${character}\` where a field should begin`, at };
      if (!isOpen) skipBalanced(scan);
      return fields;
    }
    scan.at += field.length;
    skipSpace(scan);
    if (text.charAt(scan.at) !== '=') {
      scan.fault ??= { message: `lacks the \`=\` behind its field \`${field}\``, at };
      // A word that is no field costs only itself; the next comma begins a new one.
      continue;
    }
    scan.at++;
    const value = readValue(scan, field, macros);
    if (!fields.has(field.toLowerCase())) fields.set(field.toLowerCase(), value.text);
    if (!value.isClosed) return fields;
    skipSpace(scan);
    const next = text.charAt(scan.at);
    if (next !== ',' && next !== scan.close && next !== '' && next !== '@') {
      scan.fault ??= { message: `lacks the comma behind its field \`${field}\``, at: scan.at };
    }
  }
}

function readValue(
  scan: Scan,
  field: string,
  macros: ReadonlyMap<string, string>,
): { readonly text: string; readonly isClosed: boolean } {
  const { text } = scan;
  const bare = /[^\s,{}()="#]+/y;
  let value = '';
  for (;;) {
    skipSpace(scan);
    const open = text.charAt(scan.at);
    const start = scan.at;
    if (open === '{' || open === '"') {
      const end = open === '{' ? endOfBraces(text, start + 1) : endOfQuotes(text, start + 1);
      if (end.isClosed) value += text.slice(start + 1, end.at);
      else {
        const mark = open === '{' ? '}' : '"';
        scan.fault ??= { message: `is not closed: its field \`${field}\` lacks a \`${mark}\``, at: start };
        scan.at = end.at;
        return { text: value, isClosed: false };
      }
      scan.at = end.at + 1;
    } else {
      bare.lastIndex = start;
      const word = bare.exec(text)?.[0];
      if (word === undefined) {
        scan.fault ??= { message: `has no value for its field \`${field}\``, at: start };
        return { text: value, isClosed: true };
      }
      const meant = macros.get(word.toLowerCase());
      if (!/^\d+$/.test(word) && (meant === undefined || meant !== monthNames.get(word.toLowerCase())))
        scan.unknown = true;
      value += meant ?? word;
      scan.at = start + word.length;
    }
    const behind = scan.at;
    skipSpace(scan);
    if (text.charAt(scan.at) !== '#') {
      scan.at = behind;
      return { text: value, isClosed: true };
    }
    scan.at++;
  }
}

/** The next entry's opening inside a value shows that the value was never closed. */
const nextEntry = /@[A-Za-z]+\s*[{(]\s*[^\s,{}()="]+\s*,/y;

function endOfBraces(text: string, from: number): { at: number; isClosed: boolean } {
  const marks = /[{}]|^[ \t]*@/gm;
  marks.lastIndex = from;
  let depth = 1;
  for (let match = marks.exec(text); match !== null; match = marks.exec(text)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}') {
      if (--depth === 0) return { at: match.index, isClosed: true };
    } else if (opensEntry(text, match)) return { at: match.index, isClosed: false };
  }
  return { at: text.length, isClosed: false };
}

function endOfQuotes(text: string, from: number): { at: number; isClosed: boolean } {
  const marks = /[{}"]|^[ \t]*@/gm;
  marks.lastIndex = from;
  let depth = 0;
  for (let match = marks.exec(text); match !== null; match = marks.exec(text)) {
    if (match[0] === '{') depth++;
    else if (match[0] === '}') depth = Math.max(0, depth - 1);
    else if (match[0] === '"') {
      if (depth === 0) return { at: match.index, isClosed: true };
    } else if (opensEntry(text, match)) return { at: match.index, isClosed: false };
  }
  return { at: text.length, isClosed: false };
}

function opensEntry(text: string, match: RegExpExecArray): boolean {
  nextEntry.lastIndex = match.index + match[0].length - 1;
  return nextEntry.test(text);
}

/** Moves behind the mark that closes what is open, or to the next entry. */
function skipBalanced(scan: Scan): void {
  const end = endOfBraces(scan.text, scan.at);
  if (scan.close === ')') {
    const close = scan.text.indexOf(')', scan.at);
    scan.at = close < 0 ? end.at : close + 1;
  } else scan.at = end.isClosed ? end.at + 1 : end.at;
}

function skipSpace(scan: Scan): void {
  const { text } = scan;
  for (;;) {
    const code = text.charCodeAt(scan.at);
    if (code === 32 || (code >= 9 && code <= 13)) scan.at++;
    else if (code === 37 && isLineStart(text, scan.at)) {
      const end = text.indexOf('\n', scan.at);
      scan.at = end < 0 ? text.length : end;
    } else return;
  }
}

/** The place behind the last character before `at` that is no white space. */
function endOfWords(text: string, at: number): number {
  let end = at;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

function isLineStart(text: string, at: number): boolean {
  for (let index = at - 1; index >= 0; index--) {
    const character = text.charAt(index);
    if (character === '\n') return true;
    if (character !== ' ' && character !== '\t') return false;
  }
  return true;
}
