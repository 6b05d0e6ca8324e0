import { type Box, sharedHeight, sharedWidth } from './box.ts';
import { textOf } from './lines.ts';
import type { PrintedBlock, TextRun } from './textBlocks.ts';

/** The blocks of a page without what is written in its figures: labels of axes, legends, boxes of diagrams. */
export function withoutFigureText(blocks: readonly PrintedBlock[], drawings: readonly Box[]): PrintedBlock[] {
  const kept: PrintedBlock[] = [];
  for (const block of blocks) {
    // What stands right above the caption of a figure and is no text belongs to the figure.
    if (block.kind === 'figure-caption') while (isScrap(kept.at(-1))) kept.pop();
    if (block.kind !== 'paragraph' || (hasWords(block) && !(isDrawn(block, drawings) && isScrap(block))))
      kept.push(block);
  }
  return kept;
}

const NUMBERED_HEADING = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z](?:\.\d{1,2}){1,3}|[IVX]{1,5}\.)\s+\p{Lu}/u;
const LEAST_WORDS = 8;

/** True for a few words that make no sentence, unless they are a heading with its number. */
function isScrap(block: PrintedBlock | undefined): boolean {
  if (block?.kind !== 'paragraph') return false;
  const words = block.lines.flatMap((line) => line.words);
  const plain = words.filter((word) => /^\p{Ll}{2,}[,.;:]?$/u.test(word.text)).length;
  if (words.length >= LEAST_WORDS && plain >= words.length * 0.4) return false;
  return !NUMBERED_HEADING.test(textOf(block.lines[0] as TextRun['lines'][number]));
}

/** True for a block with a word in it: numbers alone are the ticks of an axis or count equations. */
const hasWords = (block: TextRun): boolean =>
  block.lines.some((line) => line.words.some((word) => /\p{L}{2}/u.test(word.text)));

function isDrawn(block: TextRun, drawings: readonly Box[]): boolean {
  return block.lines.every((line) =>
    drawings.some((one) => sharedWidth(one, line) > 0 && sharedHeight(one, line) > (line.bottom - line.top) / 2),
  );
}
