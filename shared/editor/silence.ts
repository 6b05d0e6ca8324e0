import type { Draft, DraftSyntax, Span } from '../engine/index.ts';
import type { Edit } from './edit.ts';
import type { FindingCode } from './findings.ts';

/** What opens a line of comment, where such a line breaks nothing in two. */
const LINE_COMMENTS: Readonly<Record<DraftSyntax, string | null>> = {
  markdown: null,
  myst: null,
  latex: '%',
  typst: '//',
  org: '#',
};

/**
 * The edit that silences one kind of finding at a place, with a reason if there is one: a comment line above the
 * place; in Markdown only where that is the first line of a paragraph, else a comment on the same line, because a
 * comment line would break the paragraph, list or table in two.
 */
export function silence(draft: Draft, place: Span, code: FindingCode, reason: string | null): Edit {
  const { text } = draft;
  const mark = LINE_COMMENTS[draft.syntax];
  const lineStart = text.lastIndexOf('\n', place.start - 1) + 1;
  const lineEnd = endOfLine(text, place.end);
  const words = reason === null ? code : `${code}: ${reason}`;
  if (mark !== null || isFirstLine(draft, lineStart)) {
    const directive = `grounded-ignore-next-line ${words}`;
    const comment = mark === null ? `<!-- ${directive} -->` : `${mark} ${directive}`;
    const ending = text.includes('\r\n') ? '\r\n' : '\n';
    return { span: { start: lineStart, end: lineStart }, text: comment + ending };
  }
  const trailing = /\s*\|?\s*$/.exec(text.slice(lineStart, lineEnd))?.[0] ?? '';
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
