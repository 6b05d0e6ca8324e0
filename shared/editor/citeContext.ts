import type { Span } from '../engine/index.ts';

/** A place at which a citation key is being written. */
export interface CiteContext {
  /** What the chosen key replaces: the key around the caret, with its braces and, in a group, without its `@`. */
  readonly replace: Span;
  /** The part of the key before the caret. */
  readonly query: string;
  /** What must stand before the key: `@` where the writer has not typed it yet. */
  readonly prefix: '' | '@';
  /** The text of the paragraph or cell around the caret, without the key: what the citation is to vouch for. */
  readonly sentence: string;
  /** The keys that the group cites already. */
  readonly cited: readonly string[];
}

/** The context of `offset`, or null where no key is being written: in code, front matter, words and addresses. */
export function citeContextAt(text: string, offset: number): CiteContext | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const typed = typedKey(before);
  if (typed === null || isCode(text, lineStart, before) || isFrontMatter(text, offset)) return null;
  const rest = /^[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_]\}?|^\}/u.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  const end = offset + (typed.prefix === '@' ? 0 : rest.length);
  const replace = { start: offset - typed.length, end };
  return {
    replace,
    query: typed.query,
    prefix: typed.prefix,
    sentence: sentenceAround(text, replace),
    cited: keysOfGroup(before),
  };
}

/** `@ke`, `[@ke`, `; @ke`, `-@{ke`, or, in a group that is open, what stands behind its last semicolon. */
function typedKey(before: string): { query: string; length: number; prefix: '' | '@' } | null {
  const key = /(?:^|[^\p{L}\p{N}_/.@\\+])@(\{?)([\p{L}\p{N}\p{M}_:.#$%&+?<>~/-]*)$/u.exec(before);
  if (key !== null) {
    const query = key[2] ?? '';
    return { query, length: query.length + (key[1]?.length ?? 0), prefix: '' };
  }
  const inGroup = /\[[^[\]]*@[^[\]]*;\s*([\p{L}\p{N}_]*)$/u.exec(before);
  if (inGroup !== null) return { query: inGroup[1] ?? '', length: inGroup[1]?.length ?? 0, prefix: '@' };
  return null;
}

function keysOfGroup(before: string): string[] {
  const group = /\[[^[\]]*$/.exec(before)?.[0].replace(/;[^;]*$/, ';') ?? '';
  return group.includes(';') ? [...group.matchAll(/@\{?([^\s;,{}\]]+)/g)].map((match) => match[1] ?? '') : [];
}

function isCode(text: string, lineStart: number, before: string): boolean {
  const openSpan = (before.match(/`+/g)?.length ?? 0) % 2 === 1;
  const fences = text.slice(0, lineStart).match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0;
  return openSpan || fences % 2 === 1;
}

function isFrontMatter(text: string, offset: number): boolean {
  const frontMatter = /^---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/.exec(text);
  return frontMatter !== null && offset < frontMatter[0].length;
}

/** The sentence before the caret weighs most, so what follows the caret stops at the end of the line. */
function sentenceAround(text: string, { start, end }: Span): string {
  const paragraph =
    text
      .slice(Math.max(0, start - 600), start)
      .split(/\r?\n[ \t]*\r?\n/)
      .at(-1) ?? '';
  const sentence = paragraph.split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}])/u).at(-1) ?? '';
  const line = text.slice(end, end + 300).split(/\r?\n/)[0] ?? '';
  const rest = line.split(/(?<=[.!?])\s/)[0] ?? '';
  return `${sentence} ${rest}`.replace(/@[\p{L}\p{N}_:.-]*/gu, ' ');
}
