import type { Chunk } from '../chunks.ts';

/**
 * Cuts a text at its blank lines, from an offset on. `holds` looks at a line that is in no held stretch and gives the
 * end of the longest stretch that begins in it and may hold blank lines, or null.
 */
export function splitAtBlankLines(
  text: string,
  from: number,
  holds: (line: string, start: number) => number | null,
): Chunk[] {
  const chunks: Chunk[] = [];
  let start = -1;
  let end = from;
  let held = from;
  for (let at = from; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, next).trimEnd();
    if (line.trim() !== '') {
      if (start < 0) start = at;
      end = at + line.length;
      if (at >= held) held = holds(line, at) ?? held;
    } else if (start >= 0 && at >= held) {
      chunks.push({ span: { start, end }, kind: 'flow' });
      start = -1;
    }
    at = next;
  }
  if (start >= 0) chunks.push({ span: { start, end }, kind: 'flow' });
  return chunks;
}
