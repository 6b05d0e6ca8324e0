import type { Position } from '../engine/index.ts';

/** `path:line:column`, counted from one, as terminals and editors make it a link. */
export function place(path: string, position: Position | null): string {
  return position === null ? path : `${path}:${position.line + 1}:${position.character + 1}`;
}

/** Drafts and sources must not steer the terminal: control characters become a replacement character. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\uFFFD');
}
