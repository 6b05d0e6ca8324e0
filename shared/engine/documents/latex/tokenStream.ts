import { isBlank, type Token } from './token.ts';

/** Tokens in reading order, with the arguments of commands; what a macro or an included file gives is pushed on top. */
export interface TokenStream {
  /** The next token as it is written; undefined behind the last one. */
  next(): Token | undefined;
  peek(): Token | undefined;
  /** Puts tokens before those that are still to come. */
  push(tokens: readonly Token[]): void;
  /** The content of the next group, or the next token alone; null where there is none. */
  argument(extent?: Extent): Token[] | null;
  /** The content of `[…]`, or null. */
  optional(): Token[] | null;
  /** The content of `(…)`, or null. */
  parenthesized(): Token[] | null;
  /** True where a star was there. */
  star(): boolean;
  skipSpaces(): void;
  /** Takes the characters that `pattern` (anchored) finds at the head of the next text. */
  take(pattern: RegExp): string | null;
  /** Goes on behind the first token ahead that `isEnd` picks, and gives it, if the tokens at hand have one. */
  skipPast(isEnd: (token: Token) => boolean): Token | null;
}

/** `inline`: an argument that holds no section and no float; a brace that is not closed before those is not closed. */
export type Extent = 'inline' | 'long';

interface Frame {
  readonly tokens: readonly Token[];
  at: number;
}

const LONGEST_ARGUMENT = 100_000;
/** How many ends that never come are looked for; each may cost the length of the file. */
const MOST_SEARCHES = 50;

const SECTIONS = new Set(['part', 'chapter', 'section', 'subsection', 'subsubsection', 'documentclass']);
const FLOAT = /^(?:table|figure|document|longtable|wraptable|wrapfigure|abstract)\*?$/;

/** True for what ends an argument whose brace was forgotten. */
export function endsInline(token: Token): boolean {
  if (token.kind === 'command') return SECTIONS.has(token.text);
  return (token.kind === 'begin' || token.kind === 'end') && FLOAT.test(token.text);
}

export function createTokenStream(tokens: readonly Token[]): TokenStream {
  const frames: Frame[] = [{ tokens, at: 0 }];
  let searches = MOST_SEARCHES;

  const top = (): Frame | undefined => {
    let frame = frames.at(-1);
    while (frame && frame.at >= frame.tokens.length) {
      frames.pop();
      frame = frames.at(-1);
    }
    return frame;
  };
  const peek = (): Token | undefined => {
    const frame = top();
    return frame?.tokens[frame.at];
  };
  const next = (): Token | undefined => {
    const frame = top();
    return frame?.tokens[frame.at++];
  };
  const push = (some: readonly Token[]): void => {
    if (some.length > 0) frames.push({ tokens: some, at: 0 });
  };

  /** The tokens up to the one that `isEnd` picks outside of groups, and that one; all are put back where none comes. */
  const collect = (isEnd: (token: Token) => boolean, extent: Extent): { content: Token[]; end: Token } | null => {
    const content: Token[] = [];
    let depth = 0;
    while (searches > 0 && content.length < LONGEST_ARGUMENT) {
      const token = next();
      if (!token) break;
      if (depth === 0 && isEnd(token)) return { content, end: token };
      content.push(token);
      if (token.kind === 'stop' || (extent === 'inline' && endsInline(token))) break;
      if (token.kind === 'open') depth++;
      else if (token.kind === 'close' && --depth < 0) break;
    }
    if (content.length > 1000) searches--;
    push(content);
    return null;
  };

  const skipSpaces = (): void => {
    for (let token = peek(); token && token.kind === 'text'; token = peek()) {
      const rest = token.text.trimStart();
      if (rest.length === token.text.length) return;
      next();
      if (rest !== '') push([{ ...token, text: rest, start: token.end - rest.length }]);
    }
  };

  /** The text token at hand, split behind its first `length` characters. */
  const split = (length: number): Token | undefined => {
    const token = next();
    if (!token || token.text.length <= length) return token;
    const middle = Math.min(token.start + length, token.end);
    const { kind, text, start, end } = token;
    push([{ kind, text: text.slice(length), start: middle, end }]);
    return { kind, text: text.slice(0, length), start, end: middle };
  };

  const take = (pattern: RegExp): string | null => {
    const token = peek();
    const found = token?.kind === 'text' ? pattern.exec(token.text)?.[0] : undefined;
    if (found === undefined || found === '') return null;
    split(found.length);
    return found;
  };

  const argument = (extent: Extent = 'inline'): Token[] | null => {
    skipSpaces();
    const token = peek();
    switch (token?.kind) {
      case 'open': {
        next();
        const found = collect((one) => one.kind === 'close', extent);
        if (!found) push([token]);
        return found?.content ?? null;
      }
      case 'text': {
        const one = split(String.fromCodePoint(token.text.codePointAt(0) ?? 0).length);
        return one ? [one] : null;
      }
      case 'command':
      case 'parameter':
        next();
        return [token];
      default:
        return null;
    }
  };

  const between = (open: RegExp, close: ']' | ')'): Token[] | null => {
    const first = peek();
    if (first && isBlank(first)) {
      next();
      const found = between(open, close);
      if (!found) push([first]);
      return found;
    }
    const opening = take(open);
    if (!first || opening === null) return null;
    const found = collect((token) => token.kind === 'text' && token.text.includes(close), 'inline');
    if (!found) {
      push([{ ...first, text: opening }]);
      return null;
    }
    push([found.end]);
    const before = found.end.text.indexOf(close);
    const last = before > 0 ? split(before) : undefined;
    split(1);
    return last ? [...found.content, last] : found.content;
  };

  const skipPast = (isEnd: (token: Token) => boolean): Token | null => {
    const frame = top();
    if (!frame || searches <= 0) return null;
    for (let at = frame.at; at < frame.tokens.length; at++) {
      const token = frame.tokens[at] as Token;
      if (!isEnd(token)) continue;
      frame.at = at + 1;
      return token;
    }
    searches--;
    return null;
  };

  return {
    next,
    peek,
    push,
    argument,
    optional: () => between(/^\s*\[/, ']'),
    parenthesized: () => between(/^\s*\(/, ')'),
    star: () => take(/^\s*\*/) !== null,
    skipSpaces,
    take,
    skipPast,
  };
}
