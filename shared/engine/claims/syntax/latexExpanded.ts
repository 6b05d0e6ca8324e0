import { createTextBuilder } from '../../text/mappedText.ts';
import type { Span } from '../../text/span.ts';
import type { ChunkBlocks } from '../chunkBlocks.ts';
import type { DraftBlock, Masked, Printed } from '../draft.ts';
import type { DraftMacro } from '../draftLabels.ts';
import { placeCitation } from '../draftProse.ts';
import { readLatexChunk } from './latexBlocks.ts';
import { type ExpandedPiece, expandMacros } from './latexMacros.ts';
import { withThousands } from './latexThousands.ts';

/** Reads a stretch of a LaTeX draft as it is with its macros expanded; what is found stands where it is written. */
export function readExpanded(source: string, macros: ReadonlyMap<string, DraftMacro>): ChunkBlocks {
  const whole = { text: source, source: { start: 0, end: source.length }, isCopy: true };
  const pieces = withThousands(macros.size === 0 ? [whole] : expandMacros(source, macros));
  if (pieces.every(({ isCopy }) => isCopy)) return readLatexChunk(source);
  const builder = createTextBuilder();
  for (const { text, source, isCopy } of pieces) isCopy ? builder.add(text, source) : builder.addWhole(text, source);
  const { text, toSource } = builder.build();
  const { blocks, headingCitations, comments } = readLatexChunk(text);
  const places: Places = { source, pieces, toSource };
  return {
    blocks: blocks.map((block) => placeBlock(block, places)),
    headingCitations: headingCitations.map((citation) => placeCitation(citation, toSource)),
    comments: comments.map(toSource),
  };
}

interface Places {
  readonly source: string;
  readonly pieces: readonly ExpandedPiece[];
  readonly toSource: (span: Span) => Span;
}

function placeBlock(block: DraftBlock, places: Places): DraftBlock {
  const { toSource } = places;
  switch (block.kind) {
    case 'heading':
      return { ...block, span: toSource(block.span) };
    case 'prose':
      return {
        ...block,
        ...placeMasked(block, places),
        sentences: joined(block.sentences.map(toSource)),
        citations: block.citations.map((citation) => placeCitation(citation, toSource)),
      };
    case 'table':
      return {
        ...block,
        span: toSource(block.span),
        header: block.header.map((cell) => ({ ...cell, span: toSource(cell.span) })),
        rows: block.rows.map((row) => row.map((cell) => placeMasked(cell, places))),
        citations: block.citations.map((citation) => placeCitation(citation, toSource)),
      };
    default:
      return block satisfies never;
  }
}

/** The same text at the length of the source; what macros print is kept apart. */
function placeMasked({ span: expanded, masked }: Masked, { source, pieces, toSource }: Places): Masked {
  const span = toSource(expanded);
  const printed: Printed[] = [];
  let text = '';
  let at = 0;
  for (const piece of pieces) {
    const start = Math.max(at, expanded.start);
    const end = Math.min(at + piece.text.length, expanded.end);
    at += piece.text.length;
    const shown = start < end ? masked.slice(start - expanded.start, end - expanded.start) : '';
    if (piece.isCopy) text += shown;
    else if (span.start <= piece.source.start && piece.source.end <= span.end) {
      text += source.slice(piece.source.start, piece.source.end).replace(/[^\r\n]/g, ' ');
      if (shown.trim() !== '') printed.push({ span: piece.source, text: shown });
    }
  }
  return { span, masked: text, printed };
}

/** Sentences that end and begin within one use are one. */
function joined(sentences: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const sentence of sentences) {
    const last = result.at(-1);
    if (last !== undefined && sentence.start < last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, sentence.end) };
    else result.push(sentence);
  }
  return result;
}
