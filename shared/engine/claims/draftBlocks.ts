import type { BlockContent, DefinitionContent, Paragraph, Table } from 'mdast';
import type { Span } from '../text/span.ts';
import type { ChunkBlocks } from './chunkBlocks.ts';
import type { Chunk } from './chunks.ts';
import type { Citation, DraftBlock, DraftTableCell } from './draft.ts';
import type { Labels } from './draftLabels.ts';
import { parseMarkdown } from './draftParse.ts';
import { readPlain } from './draftPlain.ts';
import { type FinishedProse, finishProse } from './draftProse.ts';
import { bareProse } from './maskProse.ts';
import { type HiddenRaw, hideRaw } from './maskRaw.ts';

/** Reads one stretch of a draft; `labels` are those of the whole draft that it uses. */
export function readChunk(source: string, kind: Chunk['kind'], labels: Labels): ChunkBlocks {
  if (kind === 'code' || kind === 'raw') return { blocks: [], headingCitations: [], comments: [] };
  const raw = hideRaw(source, labels.isMyst);
  const text = raw.text.replace(definitionMark, '$1-');
  const root =
    labels.links.size === 0
      ? (readPlain(text) ?? parseMarkdown(text))
      : parseMarkdown(`${text}\n\n${definitionsOf(labels.links)}`);
  const reading: Reading = { source, raw, labels, blocks: [], headingCitations: [] };
  readNodes(reading, root.children, { place: kind === 'footnote' ? 'footnote' : 'paragraph', quoteDepth: 0 });
  return { blocks: reading.blocks, headingCitations: reading.headingCitations, comments: raw.comments };
}

/** What opens the definition of a term; the parser reads it as the item of a list, which is built alike. */
const definitionMark = /^( {0,3}):(?=[ \t]+\S)/gm;

/** Definitions in the parser's syntax. */
function definitionsOf(links: ReadonlySet<string>): string {
  return [...links].map((label) => `[${label}]: #`).join('\n');
}

interface Reading {
  readonly source: string;
  readonly raw: HiddenRaw;
  readonly labels: Labels;
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
        const finished = finish(reading, node, inside);
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
          const isDefinition = reading.source.charAt(spanOf(item).start) === ':';
          const place = isDefinition || inside.place === 'footnote' ? inside.place : 'item';
          readNodes(reading, item.children, { ...inside, place });
        }
        break;
      default:
        // Code, HTML, rules and link definitions hold no prose.
        break;
    }
  }
}

function readParagraph(reading: Reading, node: Paragraph, inside: Container): void {
  const { start, end } = spanOf(node);
  // The cells of a table written in HTML are no sentences.
  const isTable = reading.raw.hidden.some(
    ({ kind, span }) => kind === 'table tag' && span.start >= start && span.end <= end,
  );
  for (const prose of finish(reading, node, inside)) {
    if (prose.sentences.length === 0 && prose.citations.length === 0) continue;
    reading.blocks.push({
      kind: 'prose',
      span: prose.span,
      masked: prose.masked,
      printed: [],
      sentences: isTable ? [] : prose.sentences,
      citations: prose.citations,
      place: prose.isNote ? 'footnote' : inside.place,
    });
  }
}

function finish(
  reading: Reading,
  node: { readonly children: Paragraph['children'] } & Positioned,
  inside: Container,
): FinishedProse[] {
  const span = clip(spanOf(node), reading.source.length);
  return finishProse(
    bareProse(reading.source, node.children, span, reading.raw, inside.quoteDepth),
    reading.labels.parts,
  );
}

function readTable(reading: Reading, node: Table, inside: Container): void {
  const citations: Citation[] = [];
  const rows = node.children.map((row) =>
    row.children.map((cell): DraftTableCell => {
      const span = innerSpan(reading.source, spanOf(cell));
      const prose = finishProse(
        bareProse(reading.source, cell.children, span, reading.raw, inside.quoteDepth),
        reading.labels.parts,
      );
      for (const part of prose) citations.push(...part.citations);
      return { masked: prose[0]?.masked ?? '', printed: [], span };
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
