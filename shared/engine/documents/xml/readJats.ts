import type { Element } from 'domhandler';
import type { Problem } from '../../problem.ts';
import type { Blocks } from '../blocks.ts';
import { type BlockWriter, createBlockWriter } from '../blockWriter.ts';
import type { DocumentMetadata } from '../document.ts';
import { childrenOf, firstBelow, lineOf, localName, parseXml } from './elements.ts';
import { isBracketed, type Role, writeProse } from './prose.ts';
import { writeTables } from './tables.ts';

/** True where the first words of a file are those of an article in the Journal Article Tag Suite. */
export function isJats(head: string): boolean {
  return /<!DOCTYPE article\b[^>]*(?:JATS|NLM)|<article\s[^>]*(?:article-type|dtd-version)=|<article>\s*<front>/.test(
    head,
  );
}

const SKIPPED = new Set(
  'aff article-id author-notes contrib-group counts custom-meta-group fpage funding-group history issue journal-meta kwd-group lpage object-id permissions processing-meta pub-date ref-list response self-uri sub-article sup tex-math volume'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'ack app article-meta back body boxed-text caption def def-item def-list disp-formula disp-quote fig floats-group fn front list list-item notes p sec statement supplementary-material term trans-abstract'.split(
    ' ',
  ),
);
const SECTIONS = new Set('abstract ack app boxed-text notes sec'.split(' '));

/** Reads an article in the Journal Article Tag Suite, as PubMed Central and publishers give it. */
export function readJats(source: string): Blocks {
  const root = parseXml(source);
  const article = firstBelow(root, 'article') ?? root;
  const writer = createBlockWriter();
  const problems: Problem[] = [];
  const roleOf = (element: Element): Role => {
    const name = localName(element);
    switch (name) {
      case 'table-wrap':
        problems.push(...writeTableWrap(element, source, writer, roleOf));
        return 'done';
      case 'article-title':
      case 'title':
        writeTitle(element, source, writer);
        return 'done';
      case 'label':
        return /^(?:sec|app|fn|abstract)$/.test(localName(element.parent as Element)) ? 'skip' : 'block';
      case 'abstract':
        if (childrenOf(element, 'title').length === 0) writeAbstract(element, writer);
        return 'block';
      default:
        return BLOCKS.has(name) ? 'block' : roleInLine(element);
    }
  };
  for (const part of article.children) writeProse(part, source, writer, roleOf);
  return { ...writer.build(), metadata: readMeta(firstBelow(root, 'article-meta')), problems };
}

/** The role of an element in a title or caption, where nothing begins a block. */
function roleInLine(element: Element): Role {
  if (SKIPPED.has(localName(element))) return 'skip';
  return localName(element) === 'xref' && element.attribs['ref-type'] === 'bibr' && isBracketed(element)
    ? 'citation'
    : 'inline';
}

/** A title with its number, at the depth of its section; that of a figure is a part of its caption. */
function writeTitle(title: Element, source: string, writer: BlockWriter): void {
  const parent = title.parent as Element;
  const isHeading = SECTIONS.has(localName(parent)) || localName(parent) === 'title-group';
  writer.begin(isHeading ? 1 + depthOf(parent) : 0);
  for (const part of [...(isHeading ? childrenOf(parent, 'label') : []), title]) {
    for (const child of part.children) writeProse(child, source, writer, roleInLine);
    writer.add(' ', endOf(part));
  }
  writer.end();
}

function depthOf(section: Element): number {
  let depth = 0;
  for (let above: Element['parent'] = section; above && 'attribs' in above; above = above.parent)
    if (SECTIONS.has(localName(above))) depth++;
  return depth;
}

function writeAbstract(abstract: Element, writer: BlockWriter): void {
  writer.begin(2);
  writer.add('Abstract', { start: abstract.startIndex ?? 0, end: abstract.startIndex ?? 0 });
  writer.end();
}

function writeTableWrap(
  wrap: Element,
  source: string,
  writer: BlockWriter,
  roleOf: (element: Element) => Role,
): Problem[] {
  const [label = null] = childrenOf(wrap, 'label');
  const captions = childrenOf(wrap, 'caption').flatMap((caption) => childrenOf(caption));
  const name = lineOf(label).replace(/[\s.:]+$/, '');
  const said = captions.map(lineOf).filter(Boolean).join(' ');
  writer.begin(0);
  if (label && name !== '') {
    for (const child of label.children) writeProse(child, source, writer, roleInLine);
    writer.add(/[.:]$/.test(lineOf(label)) ? ' ' : ': ', endOf(label));
  }
  for (const part of captions) {
    for (const child of part.children) writeProse(child, source, writer, roleInLine);
    writer.add(' ', endOf(part));
  }
  writer.end();
  const count = writeTables(wrap, [name, said].filter(Boolean).join(': '), writer);
  for (const foot of childrenOf(wrap, 'table-wrap-foot'))
    for (const note of foot.children) {
      writer.end();
      writeProse(note, source, writer, roleOf);
    }
  writer.end();
  if (count > 0 || !firstBelow(wrap, 'graphic')) return [];
  const message = `${name || 'A table'} is a picture in this file, so its numbers are not read.`;
  return [{ code: 'table-unclear', message, span: { start: wrap.startIndex ?? 0, end: endOf(wrap).end } }];
}

function endOf({ endIndex }: Element): { start: number; end: number } {
  const at = (endIndex ?? -1) + 1;
  return { start: at, end: at };
}

function readMeta(meta: Element | null): Partial<DocumentMetadata> {
  const idOf = (type: string): string =>
    lineOf(childrenOf(meta, 'article-id').find(({ attribs }) => attribs['pub-id-type'] === type) ?? null);
  const title = lineOf(firstBelow(meta, 'article-title'));
  const authors = childrenOf(meta, 'contrib-group')
    .flatMap((group) => childrenOf(group, 'contrib'))
    .filter(({ attribs }) => (attribs['contrib-type'] ?? 'author') === 'author')
    .map((one) => [firstBelow(one, 'given-names'), firstBelow(one, 'surname')].map(lineOf).filter(Boolean).join(' '))
    .filter(Boolean);
  const year = lineOf(firstBelow(childrenOf(meta, 'pub-date')[0] ?? null, 'year'));
  const doi = idOf('doi');
  const arxiv = idOf('arxiv').replace(/^arXiv:/i, '');
  return {
    ...(title ? { title } : {}),
    ...(doi ? { doi } : {}),
    ...(arxiv ? { arxiv } : {}),
    ...(year ? { year } : {}),
    ...(authors.length > 0 ? { authors } : {}),
  };
}
