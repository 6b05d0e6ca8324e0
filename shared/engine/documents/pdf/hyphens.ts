import type { Line } from './lines.ts';

/** Tells how the last word of a line goes on in the next line: `''` where both are one word, without the hyphen if `cut`. */
export interface Hyphens {
  between(before: string, after: string): { readonly cut: boolean; readonly by: '' | ' ' };
}

/** Learns from the words inside the lines of a document which words it writes with a hyphen. */
export function learnHyphens(lines: readonly Line[]): Hyphens {
  const known = new Set<string>();
  for (const { words } of lines)
    for (const { text } of words.slice(1, -1)) known.add(text.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
  return {
    between(before, after) {
      const head = /(?:^|\s)\P{L}*([\p{L}\p{N}][^\s]*)[-\u00AD‐]$/u.exec(before)?.[1]?.toLowerCase();
      const tail = /^[\p{L}\p{N}][\p{L}\p{N}-]*/u.exec(after)?.[0];
      if (head === undefined || tail === undefined) return { cut: false, by: ' ' };
      if (before.endsWith('\u00AD')) return { cut: true, by: '' };
      const lower = tail.toLowerCase();
      if (!/^\p{Ll}/u.test(tail) || /\d$/.test(head)) return { cut: false, by: '' };
      if (known.has(`${head}${lower}`)) return { cut: true, by: '' };
      return { cut: !known.has(`${head}-${lower}`) && !head.includes('-'), by: '' };
    },
  };
}
