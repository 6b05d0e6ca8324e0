import type { Draft, DraftBlock } from '../claims/draft.ts';

/**
 * The block of the caret, last, with what speaks for it: the heading above it, and of a list what leads it and the items
 * before. Spaces behind a block's text, on its last line, still belong to what is being written there. Empty where there
 * is no block.
 */
export function caretBlock(draft: Draft, offset: number): DraftBlock[] {
  const at = draft.blocks.findLastIndex(({ span }) => span.start <= offset);
  const block = draft.blocks[at];
  if (block === undefined || !/^[ \t]*$/.test(draft.text.slice(block.span.end, Math.max(block.span.end, offset))))
    return [];
  const heading = draft.blocks.slice(0, at).findLast(({ kind }) => kind === 'heading');
  const first = isItem(block) ? draft.blocks.slice(0, at).findLastIndex((one) => !isItem(one)) : at;
  const list = draft.blocks.slice(Math.max(0, first), at + 1);
  return heading === undefined || list.includes(heading) ? list : [heading, ...list];
}

const isItem = (block: DraftBlock): boolean => block.kind === 'prose' && block.place === 'item';
