import type { Token, TokenKind } from './token.ts';

/** Environments whose content is no LaTeX. */
const VERBATIM = new Set([
  'verbatim',
  'verbatim*',
  'Verbatim',
  'BVerbatim',
  'lstlisting',
  'minted',
  'comment',
  'filecontents',
  'filecontents*',
]);

const SINGLE: Readonly<Record<string, TokenKind>> = {
  '{': 'open',
  '}': 'close',
  '&': 'align',
  '^': 'superscript',
  _: 'subscript',
};
/** Pairs of characters that print as one. */
const LIGATURES: readonly (readonly [string, string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
];
/** Control symbols that print their character. */
const ESCAPED = new Set([...'%&_#{}', '$']);

/** 1: ends a run of text. 2: ends it where the character is doubled. */
const STOPS = new Uint8Array(128);
for (const character of '\\{}$&%~#^_\n') STOPS[character.charCodeAt(0)] = 1;
for (const character of "-`'") STOPS[character.charCodeAt(0)] = 2;

const NEWLINE = 10;
const ENVIRONMENT = /[ \t]*\{[ \t]*([^{}\\#%\s]{1,40})[ \t]*\}/y;
const NAME = /[A-Za-z]+/y;
const INTERNAL_NAME = /[A-Za-z@]+/y;
const VERB = /verb\*?|lstinline|mintinline/y;
/** What is left of `\\[2pt]` where a converter took `\[` for the head of a formula. */
const CUT_ROW_END = /-?[\d.]{1,6}\s?(?:pt|em|ex|cm|mm|in)\]/y;
const ADDRESS = /\s{0,20}\{((?:[^{}\n]|\{[^{}\n]*\})*)\}/y;

/**
 * Cuts LaTeX into tokens; comments and verbatim text are left out. Offsets are those in `text`, and `base` more.
 * In a `style` file `@` is a letter of names from the start.
 */
export function tokenize(text: string, base: number, kind: 'document' | 'style'): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const unclosed = new Set<string>();
  let letters = kind === 'style' ? INTERNAL_NAME : NAME;
  const add = (kind: TokenKind, printed: string, start: number, end: number): void => {
    tokens.push({ kind, text: printed, start: base + start, end: base + end });
  };
  while (at < text.length) {
    const start = at;
    const code = text.charCodeAt(at);
    const stop = code < 128 ? STOPS[code] : 0;
    if (stop === 1) {
      const character = text.charAt(at);
      const kind = SINGLE[character];
      if (kind) add(kind, character, start, ++at);
      else if (code === NEWLINE) {
        at = endOfBlank(text, at);
        if (isBlankLine(text, start)) add('paragraph', '', start, at);
        else add('text', text.slice(start, at), start, at);
      } else if (character === '%') {
        at = endOfComment(text, at);
        if (text.charCodeAt(at) === NEWLINE) add('paragraph', '', start, at);
      } else if (character === '~') add('text', ' ', start, ++at);
      else if (character === '$') {
        at += text.charAt(at + 1) === '$' ? 2 : 1;
        add('math', text.slice(start, at), start, at);
      } else if (character === '#') {
        const [, hashes = '', digit = ''] = /^#(#*)(\d?)/.exec(text.slice(at, at + 8)) ?? [];
        at += 1 + hashes.length + digit.length;
        add('parameter', hashes + digit, start, at);
      } else at = backslash(start);
    } else if (stop === 2 && text.charCodeAt(at + 1) === code) {
      const [marks, printed] = LIGATURES.find(([marks]) => text.startsWith(marks, at)) ?? ['', ''];
      at += marks.length;
      add('text', printed, start, at);
    } else {
      at = endOfRun(text, at);
      add('text', text.slice(start, at), start, at);
    }
  }
  return tokens;

  function backslash(start: number): number {
    const verb = matchAt(VERB, text, start + 1);
    if (verb) {
      const end = verbatim(start + 1 + verb[0].length);
      if (end > 0) return end;
    }
    const name = matchAt(letters, text, start + 1)?.[0];
    if (name === undefined) {
      const space = matchAt(CUT_ROW_END, text, start + 1);
      if (space) {
        add('command', '\\', start, start + 1 + space[0].length);
        return start + 1 + space[0].length;
      }
      const symbol = text.charAt(start + 1);
      const end = Math.min(start + 2, text.length);
      if (ESCAPED.has(symbol)) add('text', symbol, start, end);
      else add('command', /\s/.test(symbol) ? ' ' : symbol, start, end);
      return end;
    }
    const end = start + 1 + name.length;
    if (name === 'begin' || name === 'end') {
      const environment = matchAt(ENVIRONMENT, text, end);
      if (environment) return boundary(name, environment[1] ?? '', start, end + environment[0].length);
    }
    if (name === 'makeatletter') letters = INTERNAL_NAME;
    else if (name === 'makeatother') letters = NAME;
    add('command', name, start, end);
    const address = name === 'url' || name === 'href' || name === 'path' ? matchAt(ADDRESS, text, end) : null;
    if (!address) return skipSpace(text, end);
    const close = end + address[0].length;
    const inner = close - 1 - (address[1] ?? '').length;
    add('open', '{', inner - 1, inner);
    add('text', address[1] ?? '', inner, close - 1);
    add('close', '}', close - 1, close);
    return close;
  }

  function boundary(kind: 'begin' | 'end', name: string, start: number, end: number): number {
    if (kind === 'begin' && VERBATIM.has(name)) {
      const close = unclosed.has(name) ? -1 : text.indexOf(`\\end{${name}}`, end);
      if (close < 0) unclosed.add(name);
      else {
        if (name !== 'comment') add('paragraph', '', start, end);
        return close + `\\end{${name}}`.length;
      }
    }
    add(kind, name, start, end);
    return end;
  }

  /** The end of `|…|` or `{…}` on this line, or 0. */
  function verbatim(from: number): number {
    const mark = text.charAt(from);
    if (mark === '' || /[\s\p{L}\p{N}[]/u.test(mark)) return 0;
    const line = text.indexOf('\n', from);
    const length = text.slice(from + 1, line < 0 ? text.length : line).indexOf(mark === '{' ? '}' : mark);
    if (length < 0) return 0;
    const close = from + 1 + length;
    add('text', text.slice(from + 1, close), from + 1, close);
    return close + 1;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Ordinary characters go on over line ends up to a blank line. */
function endOfRun(text: string, from: number): number {
  let at = from + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const stop = code < 128 ? STOPS[code] : 0;
    if (stop === 0) continue;
    if (stop === 2) {
      if (text.charCodeAt(at + 1) === code) return at;
    } else if (code !== NEWLINE || isBlankLine(text, at)) return at;
  }
  return at;
}

/** True where the line that begins behind the line end at `at` is blank. */
function isBlankLine(text: string, at: number): boolean {
  let next = at + 1;
  while (isSpace(text.charCodeAt(next))) next++;
  return text.charCodeAt(next) === NEWLINE;
}

function endOfBlank(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === NEWLINE) at++;
  return at;
}

/** A comment takes its line end and the white space at the head of the next line. */
function endOfComment(text: string, from: number): number {
  const line = text.indexOf('\n', from);
  if (line < 0) return text.length;
  let at = line + 1;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** White space behind a control word belongs to it, up to a blank line. */
function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) !== NEWLINE || isBlankLine(text, at)) return at;
  at++;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}
