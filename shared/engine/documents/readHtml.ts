import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { createTextBuilder, unmapped } from '../text/mappedText.ts';
import type { Block, Blocks, TextBlock } from './blocks.ts';
import type { DocumentMetadata } from './document.ts';
import { textPieces } from './htmlEntities.ts';
import { readHtmlTable, textLines } from './htmlTable.ts';

const SKIPPED = new Set([
  'script',
  'style',
  'nav',
  'template',
  'noscript',
  'svg',
  'head',
  'button',
  'form',
  'iframe',
  'sup',
]);
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer header hr html li main ol p pre section summary td th tr ul'.split(
    ' ',
  ),
);

/** Reads a page as browsers save it: LaTeXML and publishers' papers, blogs. */
export function readHtml(source: string): Blocks {
  const root = parseDocument(source, { withStartIndices: true, withEndIndices: true });
  const builder = createTextBuilder();
  const blocks: Block[] = [];
  let open: { start: number; parts: string[]; kind: TextBlock['kind']; level: number } | null = null;
  const close = (): void => {
    const text = open?.parts.join('') ?? '';
    if (open && text.trim() !== '') blocks.push({ kind: open.kind, level: open.level, text, start: open.start });
    builder.add('\n', { start: 0, end: 0 });
    open = null;
  };
  const visit = (node: ChildNode): void => {
    if (isText(node)) {
      open ??= { start: builder.length, parts: [], kind: 'text', level: 0 };
      for (const { text, span } of textPieces(node, source)) builder.add(text.replace(/\s/g, ' '), span);
      open.parts.push(node.data.replace(/\s/g, ' '));
    } else if (isTag(node) && !SKIPPED.has(node.name)) visitElement(node);
  };
  const visitElement = (node: Element): void => {
    const heading = /^h([1-6])$/.exec(node.name);
    if (node.name === 'table') {
      close();
      for (const { grid, caption } of readHtmlTable(node, (span) => span)) blocks.push({ kind: 'grid', grid, caption });
    } else if (heading) {
      close();
      open = { start: builder.length, parts: [], kind: 'heading', level: Number(heading[1]) };
      node.children.forEach(visit);
      close();
    } else if (node.name === 'math' && node.attribs.alttext !== undefined) {
      const text = node.attribs.alttext.replace(/\s/g, ' ');
      open ??= { start: builder.length, parts: [], kind: 'text', level: 0 };
      builder.add(text, { start: node.startIndex ?? 0, end: (node.endIndex ?? 0) + 1 });
      open.parts.push(text);
    } else if (BLOCKS.has(node.name)) {
      close();
      node.children.forEach(visit);
      close();
    } else node.children.forEach(visit);
  };
  root.children.forEach(visit);
  close();
  const mapped = builder.length > 0 ? builder.build() : unmapped('');
  return { mapped, blocks, metadata: readMeta(root.children) };
}

/** Title, authors, year and DOI from the head's `title` and `meta` (Highwire's `citation_…` names, Dublin Core). */
function readMeta(children: readonly ChildNode[]): Partial<DocumentMetadata> {
  let title: string | null = null;
  let doi: string | null = null;
  let year: string | null = null;
  const authors: string[] = [];
  const visit = (node: ChildNode): void => {
    if (!isTag(node) || node.name === 'body') return;
    if (node.name === 'title') title ??= textLines(node).join(' ') || null;
    const name = (node.attribs.name ?? node.attribs.property ?? '').toLowerCase();
    const content = node.attribs.content ?? '';
    if (name === 'citation_title') title = content;
    else if (name === 'citation_author' || name === 'dc.creator') authors.push(content);
    else if (name === 'citation_doi') doi = content;
    else if (/date/.test(name)) year ??= /\b(?:19|20)\d{2}\b/.exec(content)?.[0] ?? null;
    node.children.forEach(visit);
  };
  children.forEach(visit);
  return {
    ...(title ? { title } : {}),
    ...(doi ? { doi } : {}),
    ...(year ? { year } : {}),
    ...(authors.length > 0 ? { authors } : {}),
  };
}
