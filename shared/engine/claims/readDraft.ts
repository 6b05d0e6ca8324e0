import { type Span, shift } from '../text/span.ts';
import { type Chunk, splitChunks } from './chunks.ts';
import type { Citation, Draft, DraftBlock } from './draft.ts';
import { type ChunkBlocks, readChunk } from './draftBlocks.ts';
import { withCaptions } from './draftCaptions.ts';
import { moveBlock } from './draftMove.ts';
import { moveCitation } from './draftProse.ts';
import { type FrontMatter, readFrontMatter } from './frontMatter.ts';
import { readSuppressions } from './suppressions.ts';

/** Reads a Markdown draft, without its byte order mark. Never throws. */
export function readDraft(text: string): Draft {
  return createDraftReader()(text);
}

/**
 * A reader that remembers the stretches of the text it read last, so that the next version of the same draft costs
 * what its edit costs. One per open document; what it returns does not depend on what it read before.
 */
export function createDraftReader(): (text: string) => Draft {
  let known = new Map<string, Placed>();
  let matter: { text: string; read: FrontMatter } | null = null;
  return (text) => {
    if (matter === null || matter.read.end === 0 || !text.startsWith(matter.text) || matter.text === '') {
      const read = readFrontMatter(text);
      matter = { text: text.slice(0, read.end), read };
    }
    const frontMatter = matter.read;
    const chunks = splitChunks(text, frontMatter.end);
    const definitions = readDefinitions(text);
    const next = new Map<string, Placed>();
    const blocks: DraftBlock[] = [];
    const citations: Citation[] = [];
    const comments: Span[] = [];
    for (const { span, kind } of chunks) {
      if (kind === 'code' || kind === 'raw') continue;
      const source = text.slice(span.start, span.end);
      const used = definitions.size === 0 ? '' : definitionsFor(source, definitions);
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

function keyOf(kind: Chunk['kind'], definitions: string, source: string): string {
  const prefix = kind === 'footnote' ? '^' : '';
  return definitions === '' ? prefix + source : `${prefix}${definitions}\u0000${source}`;
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

/** The labels of `[label]: address` lines, in lower case; `[@key]: …` names a citation and not a link. */
function readDefinitions(text: string): ReadonlySet<string> {
  const labels = new Set<string>();
  if (!text.includes(']:')) return labels;
  for (const match of text.matchAll(/^ {0,3}\[(?![\^@])((?:[^\]\\\n]|\\.)+)\]:[ \t]*\S/gm))
    labels.add((match[1] as string).toLowerCase());
  return labels;
}

/** Definitions, in the parser's syntax, of the labels that a stretch uses. */
function definitionsFor(source: string, labels: ReadonlySet<string>): string {
  const used = new Set<string>();
  for (const match of source.matchAll(/\[((?:[^[\]\\]|\\.)+)\]/g)) {
    const label = match[1] as string;
    if (labels.has(label.toLowerCase())) used.add(label);
  }
  return [...used].map((label) => `[${label}]: #`).join('\n');
}
