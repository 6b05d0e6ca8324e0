import type { Element } from 'domhandler';
import { unmapped } from '../../text/mappedText.ts';
import type { Block, Blocks } from '../blocks.ts';
import { isCaption } from '../captions.ts';
import { childrenOf, firstBelow, localName, parseXml } from '../xml/elements.ts';
import { headingLevels, levelOf } from './headings.ts';
import { type ReadParagraph, readParagraph } from './paragraph.ts';
import { readWordTable } from './wordTable.ts';

/** The XML parts of a Word document that hold its text; empty where the document has none. */
export interface WordParts {
  readonly document: string;
  readonly styles: string;
  readonly footnotes: string;
}

/** Reads the parts of a Word document. Offsets refer to the text that is taken out of it, a line for each paragraph and table row. */
export function readDocx({ document, styles, footnotes }: WordParts): Blocks {
  const levels = headingLevels(styles);
  const blocks: Block[] = [];
  const parts: string[] = [];
  let length = 0;
  const write = (text: string): number => {
    const at = length;
    parts.push(text);
    length += text.length;
    return at;
  };
  const paragraph = (element: Element): void => {
    const read = readParagraph(element);
    const text = read.lines.join(' ');
    if (text.trim() !== '') {
      const level = levelOf(element, levels) ?? (looksLikeHeading(text, read) ? 2 : 0);
      blocks.push({ kind: level > 0 ? 'heading' : 'text', level, text, start: write(text) });
      write('\n\n');
    }
    for (const box of read.boxes) content(box);
  };
  const content = (element: Element): void => {
    const name = localName(element);
    if (name === 'p') paragraph(element);
    else if (name === 'tbl') {
      const { grid, inside } = readWordTable(element, write);
      blocks.push({ kind: 'grid', grid, caption: '' });
      write('\n');
      for (const one of inside) content(one);
    } else if (!SKIPPED.has(name)) for (const child of childrenOf(element)) content(child);
  };
  const body = firstBelow(parseXml(document), 'body');
  if (body) content(body);
  for (const note of childrenOf(firstBelow(parseXml(footnotes), 'footnotes'), 'footnote'))
    if (note.attribs['w:type'] === undefined) content(note);
  const text = parts.join('');
  return { mapped: unmapped(text), blocks, metadata: {}, origin: { kind: 'extract', text } };
}

/** Deleted text and the settings of what stands beside them. */
const SKIPPED = new Set(['del', 'moveFrom', 'pPr', 'sdtPr', 'sectPr', 'tblPr']);

/** Many writers make headings by hand: a short line in bold. */
function looksLikeHeading(text: string, { isBold }: ReadParagraph): boolean {
  return isBold && text.length < 90 && !/[.:;,]$/.test(text.trim()) && !isCaption(text) && /\p{L}/u.test(text);
}
