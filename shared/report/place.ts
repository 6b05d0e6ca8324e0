import type { Evidence, Position } from '../engine/index.ts';

/** `path:line:column`, counted from one, as terminals and editors make it a link. */
export function place(path: string, position: Position | null): string {
  return position === null ? path : `${path}:${position.line + 1}:${position.character + 1}`;
}

/** What a piece of evidence is called in one line: its table, row and column, or its sentence. */
export function describeEvidence(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'cell':
      return [evidence.table, evidence.row.join(' › '), evidence.column.join(' › ')].filter(Boolean).join(', ');
    case 'passage':
      return `“${shorten(evidence.quote, 160)}”`;
    default:
      return evidence satisfies never;
  }
}

/** Cuts at a word and marks the cut; never longer than `most` UTF-16 code units. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`;
}

/** `1 claim`, `2 claims`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Drafts and sources must not steer the terminal: control characters become a replacement character. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\uFFFD');
}
