import type { Span } from './span.ts';

/** An argument of a command as it is written. */
export interface TexArgument {
  readonly inner: Span;
  readonly end: number;
}

const closers = { '(': ')', '[': ']', '{': '}' } as const;

/** The argument that opens at an offset, spaces and a line end before it aside. */
export function readArgument(text: string, from: number, opener: keyof typeof closers): TexArgument | null {
  let start = from;
  while (/[ \t\r\n]/.test(text.charAt(start)) && start - from < longestGap) start++;
  if (text.charAt(start) !== opener || text.slice(from, start).split('\n').length > 2) return null;
  let depth = 0;
  for (let at = start + 1; at < text.length && at - start < longestArgument; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (depth === 0 && character === closers[opener]) return { inner: { start: start + 1, end: at }, end: at + 1 };
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    if (depth < 0) return null;
  }
  return null;
}

const longestGap = 200;
const longestArgument = 5000;
