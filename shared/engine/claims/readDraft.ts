import { type Span, shift } from '../text/span.ts';
import { type Chunk, splitChunks } from './chunks.ts';
import type { Citation, Draft, DraftBlock, DraftSyntax } from './draft.ts';
import { type ChunkBlocks, readChunk } from './draftBlocks.ts';
import { withCaptions } from './draftCaptions.ts';
import { type Labels, labelsIn, readLabels } from './draftLabels.ts';
import { moveBlock } from './draftMove.ts';
import { moveCitation } from './draftProse.ts';
import { type FrontMatter, readFrontMatter } from './frontMatter.ts';
import { readSuppressions } from './suppressions.ts';

/** Reads a draft, without its byte order mark. Never throws. */
export function readDraft(text: string, syntax: DraftSyntax = 'markdown'): Draft {
  return createDraftReader(syntax)(text);
}

/**
 * A reader that remembers the stretches of the text it read last, so that the next version of the same draft costs
 * what its edit costs. One per open document; what it returns does not depend on what it read before.
 */
export function createDraftReader(syntax: DraftSyntax = 'markdown'): (text: string) => Draft {
  let known = new Map<string, Placed>();
  let matter: { text: string; read: FrontMatter } | null = null;
  return (text) => {
    if (matter === null || matter.read.end === 0 || !text.startsWith(matter.text) || matter.text === '') {
      const read = readFrontMatter(text);
      matter = { text: text.slice(0, read.end), read };
    }
    const frontMatter = matter.read;
    const chunks = splitChunks(text, frontMatter.end);
    const labels = readLabels(text);
    const next = new Map<string, Placed>();
    const blocks: DraftBlock[] = [];
    const citations: Citation[] = [];
    const comments: Span[] = [];
    for (const { span, kind } of chunks) {
      if (kind === 'code' || kind === 'raw') continue;
      const source = text.slice(span.start, span.end);
      const used = labelsIn(source, labels);
      const id = keyOf(kind, used, source);
      const read = known.get(id) ?? next.get(id) ?? { start: 0, blocks: readChunk(source, kind, used) };
      const placed = read.start === span.start ? read : { start: span.start, blocks: moveChunk(read, span.start) };
      next.set(id, placed);
      blocks.push(...placed.blocks.blocks);
      citations.push(...citationsOf(placed.blocks));
      comments.push(...placed.blocks.comments);
    }
    known = next;
    return {
      syntax,
      text,
      blocks: withCaptions(text, blocks),
      citations,
      bibliographies: frontMatter.bibliographies,
      references: frontMatter.references,
      suppressions: comments.length === 0 ? [] : readSuppressions(text, comments),
      problems: frontMatter.problems,
    };
  };
}

/** A stretch with offsets into the draft, and where it stood when they were made. */
interface Placed {
  readonly start: number;
  readonly blocks: ChunkBlocks;
}

function keyOf(kind: Chunk['kind'], { links, examples }: Labels, source: string): string {
  const prefix = kind === 'footnote' ? '^' : '';
  if (links.size === 0 && examples.size === 0) return prefix + source;
  return `${prefix}${[...links].join('\u0001')}\u0000${[...examples].join('\u0001')}\u0000${source}`;
}

function moveChunk({ start, blocks }: Placed, to: number): ChunkBlocks {
  const by = to - start;
  return {
    blocks: blocks.blocks.map((block) => moveBlock(block, by)),
    headingCitations: blocks.headingCitations.map((citation) => moveCitation(citation, by)),
    comments: blocks.comments.map((comment) => shift(comment, by)),
  };
}

function citationsOf({ blocks, headingCitations }: ChunkBlocks): Citation[] {
  const citations = [...headingCitations];
  for (const block of blocks) if (block.kind !== 'heading') citations.push(...block.citations);
  return citations.sort((a, b) => a.span.start - b.span.start);
}
