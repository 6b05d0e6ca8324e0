import type { BlockContent, DefinitionContent, Paragraph, Table } from 'mdast';
import type { Span } from '../text/span.ts';
import type { Chunk } from './chunks.ts';
import type { Citation, DraftBlock, DraftTableCell } from './draft.ts';
import { parseMarkdown } from './draftParse.ts';
import { readPlain } from './draftPlain.ts';
import { type FinishedProse, finishProse } from './draftProse.ts';
import { bareProse } from './maskProse.ts';
import { type HiddenRaw, hideRaw } from './maskRaw.ts';

/** What a stretch of a draft holds; offsets count from its start. */
export interface ChunkBlocks {
  readonly blocks: readonly DraftBlock[];
  /** A heading itself holds none. */
  readonly headingCitations: readonly Citation[];
  readonly comments: readonly Span[];
}

/**
 * Reads one stretch of a draft. `definitions` are lines such as `[label]: #` that are defined elsewhere in the draft
 * and change how links of this stretch are read.
 */
export function readChunk(source: string, kind: Chunk['kind'], definitions: string): ChunkBlocks {
  if (kind === 'code' || kind === 'raw') return { blocks: [], headingCitations: [], comments: [] };
  const raw = hideRaw(source);
  const root =
    definitions === ''
      ? (readPlain(raw.text) ?? parseMarkdown(raw.text))
      : parseMarkdown(`${raw.text}\n\n${definitions}`);
  const reading: Reading = { source, raw, blocks: [], headingCitations: [] };
  readNodes(reading, root.children, { place: kind === 'footnote' ? 'footnote' : 'paragraph', quoteDepth: 0 });
  return { blocks: reading.blocks, headingCitations: reading.headingCitations, comments: raw.comments };
}

interface Reading {
  readonly source: string;
  readonly raw: HiddenRaw;
  readonly blocks: DraftBlock[];
  readonly headingCitations: Citation[];
}

interface Container {
  readonly place: 'paragraph' | 'item' | 'quote' | 'footnote';
  readonly quoteDepth: number;
}

function readNodes(
  reading: Reading,
  nodes: readonly (BlockContent | DefinitionContent | { type: string })[],
  inside: Container,
): void {
  for (const node of nodes as readonly (BlockContent | DefinitionContent)[]) {
    switch (node.type) {
      case 'paragraph':
        readParagraph(reading, node, inside);
        break;
      case 'heading': {
        const finished = finish(reading, node, inside, 'line');
        const title = finished
          .map(({ masked }) => masked)
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim();
        reading.blocks.push({ kind: 'heading', level: node.depth, title, span: spanOf(node) });
        for (const { citations } of finished) reading.headingCitations.push(...citations);
        break;
      }
      case 'table':
        readTable(reading, node, inside);
        break;
      case 'blockquote':
        readNodes(reading, node.children, {
          place: inside.place === 'footnote' ? 'footnote' : 'quote',
          quoteDepth: inside.quoteDepth + 1,
        });
        break;
      case 'list':
        for (const item of node.children) {
          readNodes(reading, item.children, { ...inside, place: inside.place === 'footnote' ? 'footnote' : 'item' });
        }
        break;
      default:
        // Code, HTML, rules and link definitions hold no prose.
        break;
    }
  }
}

function readParagraph(reading: Reading, node: Paragraph, inside: Container): void {
  for (const prose of finish(reading, node, inside, 'paragraph')) {
    if (prose.sentences.length === 0 && prose.citations.length === 0) continue;
    reading.blocks.push({
      kind: 'prose',
      span: prose.span,
      masked: prose.masked,
      sentences: prose.sentences,
      citations: prose.citations,
      place: prose.isNote ? 'footnote' : inside.place,
    });
  }
}

function finish(
  reading: Reading,
  node: { readonly children: Paragraph['children'] } & Positioned,
  inside: Container,
  of: 'paragraph' | 'line',
): FinishedProse[] {
  const span = clip(spanOf(node), reading.source.length);
  return finishProse(bareProse(reading.source, node.children, span, reading.raw, inside.quoteDepth), of);
}

function readTable(reading: Reading, node: Table, inside: Container): void {
  const citations: Citation[] = [];
  const rows = node.children.map((row) =>
    row.children.map((cell): DraftTableCell => {
      const span = innerSpan(reading.source, spanOf(cell));
      const prose = finishProse(bareProse(reading.source, cell.children, span, reading.raw, inside.quoteDepth), 'line');
      for (const part of prose) citations.push(...part.citations);
      return { masked: prose[0]?.masked ?? '', span };
    }),
  );
  const [header = [], ...body] = rows;
  reading.blocks.push({ kind: 'table', span: spanOf(node), header, rows: body, citations, caption: '' });
}

/** A cell without its bars and the space around its text. */
function innerSpan(source: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  if (source.charAt(from) === '|') from++;
  if (to > from && source.charAt(to - 1) === '|' && source.charAt(to - 2) !== '\\') to--;
  while (from < to && /\s/.test(source.charAt(from))) from++;
  while (to > from && /\s/.test(source.charAt(to - 1))) to--;
  return { start: from, end: to };
}

interface Positioned {
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined };
        readonly end: { readonly offset?: number | undefined };
      }
    | undefined;
}

function spanOf(node: Positioned): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

function clip(span: Span, length: number): Span {
  return { start: Math.min(span.start, length), end: Math.min(span.end, length) };
}
