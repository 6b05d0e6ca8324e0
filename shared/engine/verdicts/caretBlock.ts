import type { Draft, DraftBlock } from '../claims/draft.ts';

/**
 * The block of the caret, with the heading above it before it, as a draft to be read alone. Spaces behind a block's text,
 * on its last line, still belong to what is being written there. Empty where there is no block.
 */
export function caretBlock(draft: Draft, offset: number): DraftBlock[] {
  const at = draft.blocks.findLastIndex(({ span }) => span.start <= offset);
  const block = draft.blocks[at];
  if (block === undefined || !/^[ \t]*$/.test(draft.text.slice(block.span.end, Math.max(block.span.end, offset))))
    return [];
  const heading = draft.blocks.slice(0, at).findLast(({ kind }) => kind === 'heading');
  return heading === undefined ? [block] : [heading, block];
}
