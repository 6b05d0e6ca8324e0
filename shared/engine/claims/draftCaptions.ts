import type { DraftBlock, DraftProse } from './draft.ts';
import { spoken } from './spoken.ts';

/**
 * Gives tables the caption that stands beside them (`Table: …`, `: …`, `**Table 3.** …`) with its citations. The
 * caption stays a block of prose, since what it says is checked too.
 */
export function withCaptions(text: string, blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  if (!blocks.some(({ kind }) => kind === 'table')) return blocks;
  const taken = new Set<DraftBlock>();
  return blocks.map((block, index) => {
    if (block.kind !== 'table') return block;
    for (const beside of [blocks[index - 1], blocks[index + 1]]) {
      if (beside?.kind !== 'prose' || taken.has(beside) || !isCaption(text, beside)) continue;
      taken.add(beside);
      const caption = spoken(beside)
        .text.trim()
        .replace(/^Table:\s*/, '')
        .replace(/\s+/g, ' ');
      return { ...block, caption, citations: [...beside.citations, ...block.citations] };
    }
    return block;
  });
}

function isCaption(text: string, prose: DraftProse): boolean {
  if (/^\s*(?:Table:|Tab(?:le|\.)\s+\S{1,6}[.:)]|Table\s+[A-Z]?\d+\b)/.test(prose.masked)) return true;
  // The mark of `: caption` stands before the prose.
  return /(?:^|\n)[ \t]{0,3}:[ \t]+$/.test(text.slice(Math.max(0, prose.span.start - 8), prose.span.start));
}
