import { shift } from '../text/span.ts';
import type { DraftBlock, DraftTableCell, Masked } from './draft.ts';
import { moveCitation } from './draftProse.ts';

/** The block, moved by `by` code units. */
export function moveBlock(block: DraftBlock, by: number): DraftBlock {
  const span = shift(block.span, by);
  switch (block.kind) {
    case 'heading':
      return { ...block, span };
    case 'prose':
      return {
        kind: block.kind,
        place: block.place,
        masked: block.masked,
        printed: movePrinted(block, by),
        span,
        sentences: block.sentences.map((sentence) => shift(sentence, by)),
        citations: block.citations.map((citation) => moveCitation(citation, by)),
      };
    case 'table': {
      const move = (cell: DraftTableCell): DraftTableCell => ({
        ...cell,
        printed: movePrinted(cell, by),
        span: shift(cell.span, by),
      });
      return {
        ...block,
        span,
        header: block.header.map(move),
        rows: block.rows.map((row) => row.map(move)),
        citations: block.citations.map((citation) => moveCitation(citation, by)),
      };
    }
    default: {
      const unknown: never = block;
      return unknown;
    }
  }
}

function movePrinted({ printed }: Masked, by: number): Masked['printed'] {
  return printed.length === 0 ? printed : printed.map((one) => ({ ...one, span: shift(one.span, by) }));
}
