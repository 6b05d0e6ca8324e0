import type { Element } from 'domhandler';
import type { Blocks } from '../blocks.ts';
import { type BlockWriter, createBlockWriter } from '../blockWriter.ts';
import type { DocumentMetadata } from '../document.ts';
import { childrenOf, firstBelow, lineOf, localName, parseXml } from './elements.ts';
import { isBracketed, type Role, writeProse } from './prose.ts';
import { writeTables } from './tables.ts';

/** True where the first words of a file are those of a text in the vocabulary of the Text Encoding Initiative. */
export function isTei(head: string): boolean {
  return /<(?:\w+:)?TEI[\s>]/.test(head);
}

const SKIPPED = new Set('graphic listBibl label note teiHeader'.split(' '));
const BLOCKS = new Set('abstract back body div figDesc figure formula front head item list p text'.split(' '));

/** Reads a text in the vocabulary of the Text Encoding Initiative, as GROBID makes it of a PDF. */
export function readTei(source: string): Blocks {
  const root = parseXml(source);
  const header = firstBelow(root, 'teiHeader');
  const writer = createBlockWriter();
  const heading = (level: number, text: string, at: Element): void => {
    writer.begin(level);
    writer.add(text, { start: at.startIndex ?? 0, end: at.startIndex ?? 0 });
  };
  const roleOf = (element: Element): Role => {
    const name = localName(element);
    const parent = element.parent as Element;
    if (name === 'figure' && element.attribs.type === 'table') {
      writeTable(element, source, writer);
      return 'done';
    }
    if (name === 'head' && localName(parent) === 'div') {
      heading(1 + levelOf(element), element.attribs.n ? `${element.attribs.n} ` : '', element);
      for (const child of element.children) writeProse(child, source, writer, roleInLine);
      writer.end();
      return 'done';
    }
    return BLOCKS.has(name) ? 'block' : roleInLine(element);
  };
  const title = firstBelow(firstBelow(header, 'titleStmt'), 'title');
  if (title) {
    heading(1, '', title);
    for (const child of title.children) writeProse(child, source, writer, roleInLine);
  }
  const abstract = firstBelow(header, 'abstract');
  if (abstract) {
    heading(2, 'Abstract', abstract);
    writeProse(abstract, source, writer, roleOf);
  }
  const text = firstBelow(root, 'text');
  if (text) writeProse(text, source, writer, roleOf);
  return { ...writer.build(), metadata: readMeta(header) };
}

/** The role of an element in a heading or caption, where nothing begins a block. */
function roleInLine(element: Element): Role {
  if (SKIPPED.has(localName(element))) return 'skip';
  const isCitation = localName(element) === 'ref' && element.attribs.type === 'bibr';
  return isCitation && isBracketed(element) ? 'citation' : 'inline';
}

/** `2` for 3.1: the number tells the depth, as the divisions themselves all stand side by side. */
function levelOf({ attribs }: Element): number {
  return attribs.n?.split('.').filter(Boolean).length || 1;
}

/** The head of a table is its name, or its name and caption; the description may say all of it again. */
function writeTable(figure: Element, source: string, writer: BlockWriter): void {
  const [head = null] = childrenOf(figure, 'head');
  const [description = null] = childrenOf(figure, 'figDesc');
  const name = lineOf(head).replace(/[\s.:]+$/, '');
  const said = lineOf(description);
  const parts = [said.startsWith(name) ? null : head, description].filter((part) => part !== null);
  writer.begin(0);
  for (const part of parts) {
    for (const child of part.children) writeProse(child, source, writer, roleInLine);
    const end = (part.endIndex ?? -1) + 1;
    writer.add(part === head && !/[.:]\s*$/.test(lineOf(head)) ? ': ' : ' ', { start: end, end });
  }
  writer.end();
  writeTables(figure, said.startsWith(name) ? said : [name, said].filter(Boolean).join(': '), writer);
}

function readMeta(header: Element | null): Partial<DocumentMetadata> {
  const work = firstBelow(header, 'biblStruct');
  const idOf = (type: string): string =>
    lineOf(
      childrenOf(firstBelow(work, 'analytic') ?? work, 'idno')
        .concat(childrenOf(work, 'idno'))
        .find(({ attribs }) => attribs.type === type) ?? null,
    );
  const title = lineOf(firstBelow(firstBelow(header, 'titleStmt'), 'title'));
  const authors = childrenOf(firstBelow(work, 'analytic'), 'author')
    .map((author) => childrenOf(firstBelow(author, 'persName')).map(lineOf).filter(Boolean).join(' '))
    .filter(Boolean);
  const date = firstBelow(firstBelow(header, 'publicationStmt'), 'date') ?? firstBelow(work, 'date');
  const year = /\b(?:19|20)\d{2}\b/.exec(`${date?.attribs.when ?? ''} ${lineOf(date)}`)?.[0];
  const doi = idOf('DOI');
  const arxiv = idOf('arXiv')
    .replace(/^arXiv:/i, '')
    .replace(/v\d.*$/, '');
  return {
    ...(title ? { title } : {}),
    ...(doi ? { doi } : {}),
    ...(arxiv ? { arxiv } : {}),
    ...(year ? { year } : {}),
    ...(authors.length > 0 ? { authors } : {}),
  };
}
