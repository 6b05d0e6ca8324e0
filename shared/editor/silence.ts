import type { Draft, Span } from '../engine/index.ts';
import type { Edit } from './edit.ts';
import type { FindingCode } from './findings.ts';

/**
 * The edit that silences one kind of finding at a place, with a reason if there is one: a comment line above the
 * paragraph where the place is on its first line, else a comment on the same line, because a comment line would
 * break the paragraph, list or table in two.
 */
export function silence(draft: Draft, place: Span, code: FindingCode, reason: string | null): Edit {
  const { text } = draft;
  const lineStart = text.lastIndexOf('\n', place.start - 1) + 1;
  const lineEnd = endOfLine(text, place.end);
  const line = text.slice(lineStart, lineEnd);
  const words = reason === null ? code : `${code}: ${reason}`;
  if (isFirstLine(draft, lineStart)) {
    const ending = text.includes('\r\n') ? '\r\n' : '\n';
    const span = { start: lineStart, end: lineStart };
    return { span, text: `<!-- grounded-ignore-next-line ${words} -->${ending}` };
  }
  const trailing = /\s*\|?\s*$/.exec(line)?.[0] ?? '';
  const at = lineEnd - trailing.length;
  return { span: { start: at, end: at }, text: ` <!-- grounded-ignore-line ${words} -->` };
}

function isFirstLine(draft: Draft, lineStart: number): boolean {
  return draft.blocks.some(
    (block) => block.kind === 'prose' && block.place === 'paragraph' && block.span.start === lineStart,
  );
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}
