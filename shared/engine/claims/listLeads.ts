import type { Citation, Draft, DraftBlock } from './draft.ts';
import { spoken } from './spoken.ts';

/** What stands before a list and holds for its items: "The accuracy on ParseBench [@key]:". */
export interface ListLead {
  /** Masked, as its own block is. */
  readonly text: string;
  readonly citations: readonly Citation[];
}

/**
 * Follows the blocks of a draft, in order, and tells for each what leads the list that it is an item of: a paragraph
 * that ends in a colon, and items further out that do.
 */
export function createListLeads({ text }: Draft): (block: DraftBlock) => ListLead | null {
  let leads: (ListLead & { readonly column: number })[] = [];
  return (block) => {
    if (block.kind !== 'prose' || block.place !== 'item') leads = [];
    if (block.kind !== 'prose') return null;
    const { start, end } = block.span;
    const column = block.place === 'item' ? start - text.lastIndexOf('\n', start - 1) : 0;
    leads = leads.filter((lead) => lead.column < column);
    const lead = leads.length === 0 ? null : join(leads);
    if (text.slice(start, end).trimEnd().endsWith(':')) {
      const said = spoken(block, block.sentences.at(-1)).text;
      leads.push({ column, text: said, citations: block.citations });
    }
    return lead;
  };
}

function join(leads: readonly ListLead[]): ListLead {
  return {
    // The innermost first, as a sentence has its subject.
    text: leads
      .toReversed()
      .map(({ text }) => text.trim().replace(/\s+/g, ' '))
      .join(' '),
    citations: leads.findLast(({ citations }) => citations.length > 0)?.citations ?? [],
  };
}
