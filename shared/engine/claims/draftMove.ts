import { shift } from '../text/span.ts';
import type { DraftBlock, DraftTableCell } from './draft.ts';
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
        span,
        sentences: block.sentences.map((sentence) => shift(sentence, by)),
        citations: block.citations.map((citation) => moveCitation(citation, by)),
      };
    case 'table': {
      const move = (cell: DraftTableCell): DraftTableCell => ({ ...cell, span: shift(cell.span, by) });
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
