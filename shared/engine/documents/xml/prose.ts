import { type ChildNode, type Element, isCDATA, isTag, isText } from 'domhandler';
import type { BlockWriter } from '../blockWriter.ts';
import { textPieces } from '../htmlEntities.ts';
import { rawText } from './elements.ts';

/** What an element is in running text. */
export type Role =
  /** Its text goes on in the line. */
  | 'inline'
  /** Its text stands in paragraphs of its own. */
  | 'block'
  /** It is no text of the work. */
  | 'skip'
  /** A citation by number or in brackets: blanked, so that its digits are not read as the text's. */
  | 'citation'
  /** The format's reader has written it itself. */
  | 'done';

/** Writes the text below a node; `roleOf` tells what each element is, and may write blocks of its own. */
export function writeProse(
  node: ChildNode,
  source: string,
  writer: BlockWriter,
  roleOf: (element: Element) => Role,
): void {
  if (isText(node)) for (const { text, span } of textPieces(node, source)) writer.add(text, span);
  if (!isTag(node) && !isCDATA(node)) return;
  const role = isTag(node) ? roleOf(node) : 'inline';
  switch (role) {
    case 'block':
      writer.end();
      for (const child of node.children) writeProse(child, source, writer, roleOf);
      writer.end();
      break;
    case 'inline':
      for (const child of node.children) writeProse(child, source, writer, roleOf);
      break;
    case 'citation': {
      const start = node.startIndex ?? 0;
      writer.add(' '.repeat(Math.max(1, rawText(node).length)), { start, end: (node.endIndex ?? start) + 1 });
      break;
    }
    case 'skip':
    case 'done':
      break;
    default:
      role satisfies never;
  }
}

/** True for a citation such as `[12, 13]` or `(Smith, 2010)`; false for one that is part of its sentence, `Smith (2010)`. */
export function isBracketed(citation: Element): boolean {
  const text = rawText(citation).trim();
  return /^[[(]/.test(text) || !/\p{L}/u.test(text) || /[[(;,]\s*$/.test(textBefore(citation));
}

function textBefore({ prev }: Element): string {
  return prev ? rawText(prev).slice(-3) : '';
}
