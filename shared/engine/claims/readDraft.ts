import { type Span, shift } from '../text/span.ts';
import type { ChunkBlocks } from './chunkBlocks.ts';
import type { Chunk } from './chunks.ts';
import type { Citation, Draft, DraftBlock, DraftSyntax } from './draft.ts';
import { withCaptions } from './draftCaptions.ts';
import type { Labels } from './draftLabels.ts';
import { moveBlock } from './draftMove.ts';
import { moveCitation } from './draftProse.ts';
import type { Grammar } from './grammar.ts';
import { readSuppressions } from './suppressions.ts';
import { createLatex } from './syntax/latex.ts';
import type { DraftContext } from './syntax/latexDefinitions.ts';
import { createMarkdown } from './syntax/markdown.ts';
import { org } from './syntax/org.ts';
import { typst } from './syntax/typst.ts';

export type { DraftContext };

const grammars: Readonly<Record<DraftSyntax, (context: DraftContext) => Grammar>> = {
  markdown: () => createMarkdown('markdown'),
  myst: () => createMarkdown('myst'),
  latex: createLatex,
  typst: () => typst,
  org: () => org,
};

/** Reads a draft, without its byte order mark; one in LaTeX with what the files around it define. Never throws. */
export function readDraft(text: string, syntax: DraftSyntax = 'markdown', context: DraftContext = alone): Draft {
  return createDraftReader(syntax, context)(text);
}

const alone: DraftContext = { main: '', include: () => null };

/** The bibliographies that a draft names, without reading all of it. */
export function bibliographiesNamed(text: string, syntax: DraftSyntax): Draft['bibliographies'] {
  return grammars[syntax](alone).frontMatter(text).bibliographies;
}

/**
 * A reader that remembers the stretches of the text it read last, so that the next version of the same draft costs
 * what its edit costs. One per open document; what it returns does not depend on what it read before.
 */
export function createDraftReader(
  syntax: DraftSyntax = 'markdown',
  context: DraftContext = alone,
): (text: string) => Draft {
  const grammar = grammars[syntax](context);
  let known = new Map<string, Placed>();
  return (text) => {
    const frontMatter = grammar.frontMatter(text);
    const chunks = grammar.split(text, frontMatter.end);
    const labels = grammar.labels(text);
    const next = new Map<string, Placed>();
    const blocks: DraftBlock[] = [];
    const citations: Citation[] = [];
    const comments: Span[] = [];
    for (const { span, kind } of chunks) {
      if (kind === 'code' || kind === 'raw') continue;
      const source = text.slice(span.start, span.end);
      const used = grammar.labelsIn(source, labels);
      const id = keyOf(kind, used, source);
      const read = known.get(id) ?? next.get(id) ?? { start: 0, blocks: grammar.read(source, kind, used) };
      const placed = read.start === span.start ? read : { start: span.start, blocks: moveChunk(read, span.start) };
      next.set(id, placed);
      blocks.push(...placed.blocks.blocks);
      citations.push(...citationsOf(placed.blocks));
      comments.push(...placed.blocks.comments);
    }
    known = next;
    return {
      syntax: syntax === 'markdown' && citations.some(({ style }) => style === 'myst') ? 'myst' : syntax,
      text,
      blocks: withCaptions(text, blocks),
      citations,
      bibliographies: frontMatter.bibliographies,
      references: frontMatter.references,
      ownKeys: frontMatter.ownKeys,
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

function keyOf(kind: Chunk['kind'], { links, parts, isMyst, macros }: Labels, source: string): string {
  const prefix = (kind === 'footnote' ? '^' : '') + (isMyst ? '%\u0000' : '');
  if (links.size === 0 && parts.size === 0 && macros.size === 0) return prefix + source;
  const used = [...macros].map(([name, { id }]) => `${name} ${id}`);
  return `${prefix}${[links, parts, used].map((some) => [...some].join('\u0001')).join('\u0000')}\u0000${source}`;
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
  citations.sort((a, b) => a.span.start - b.span.start);
  // Those of a caption belong to its own prose and to its table.
  return citations.filter(({ span }, index) => span.start !== citations[index - 1]?.span.start);
}
