import type { Citation, Draft, Span } from '../engine/index.ts';
import { isWritten } from '../engine/index.ts';
import type { Edit } from './edit.ts';

/**
 * The edit that takes one citation out of a draft, with its locator, and its whole group where it is alone there.
 * Null where the sentence would be left without a word: a citation in the text (`@key says`), or one that cannot be
 * told from its neighbours or that a macro makes.
 */
export function removeCitation(draft: Draft, citation: Citation): Edit | null {
  if (citation.mode === 'narrative' || !isWritten(draft, citation)) return null;
  const { group } = citation;
  const companions = draft.citations.filter((one) => one.group.start === group.start);
  if (companions.length === 1) return { span: withSpaceBefore(draft.text, group), text: '' };
  if (citation.style !== 'pandoc') return null;
  const { text } = draft;
  const before = text.lastIndexOf(';', citation.span.start);
  const behind = text.indexOf(';', citation.span.end);
  const isFirst = before < group.start;
  const start = isFirst ? group.start + 1 : before;
  const end = behind < 0 || behind >= group.end ? group.end - 1 : behind;
  if (companions.some((one) => one !== citation && start <= one.span.start && one.span.end <= end)) return null;
  if (!isFirst) return { span: { start, end }, text: '' };
  const gap = /^;\s*/.exec(text.slice(end, group.end))?.[0].length ?? 0;
  return { span: { start, end: end + gap }, text: '' };
}

function withSpaceBefore(text: string, { start, end }: Span): Span {
  const gap = /[ \t]*(?:\r?\n)?[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  return { start: start - gap.length, end };
}
