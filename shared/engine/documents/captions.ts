import { oneLine } from '../text/whiteSpace.ts';
import type { Block, GridBlock, TextBlock } from './blocks.ts';

/** A table's own name and what its caption says. */
export interface Caption {
  readonly label: string | null;
  readonly caption: string;
}

const NAME =
  '((?:(?:Supplementary|Supplemental|Supp\\.|Extended Data|Appendix)\\s+)?)(?:Table|Tab\\.|TABLE)\\s*~?\\s*([A-Z]?\\.?\\d+(?:\\.\\d+)*[a-z]?|[IVX]+)';
const CAPTION = new RegExp(`^\\s*${NAME}\\s*(?:[:.|–—]|\\s(?=\\p{Lu})|\\((?=cont))\\s*`, 'u');
/** The number alone, with the words in a paragraph of their own. */
const LABEL = new RegExp(`^\\s*${NAME}\\s*[.:]?\\s*$`, 'u');
/** What Pandoc reads as the caption of the table beside it. */
const UNNUMBERED = /^\s*(?:Table)?:\s+\S/;
const REACH = 4;

export function isCaption(text: string): boolean {
  return CAPTION.test(text);
}

/** True for a table's number that stands alone: the next paragraph says the rest. */
export function isTableLabel(text: string): boolean {
  return LABEL.test(text);
}

/** True for "Table 3 (continued)". */
export function saysContinued({ caption }: Caption): boolean {
  return /\bcont(?:inued|[’']?d|\.)(?![\p{L}])/iu.test(caption.slice(0, 60));
}

interface Place<T extends Block> {
  readonly block: T;
  readonly i: number;
}

/**
 * Gives each table its caption: its markup's own, or the nearest `Table N: …` paragraph. Where a caption stands between
 * two tables, the habit of the document decides (captions above or below).
 */
export function assignCaptions(
  blocks: readonly Block[],
  isData: (grid: GridBlock) => boolean,
): Map<GridBlock, Caption> {
  const captions = new Map<GridBlock, Caption>();
  const grids = blocks.flatMap((block, i): Place<GridBlock>[] =>
    block.kind === 'grid' && isData(block) ? [{ block, i }] : [],
  );
  for (const { block } of grids) if (block.caption !== '') captions.set(block, parseCaption(block.caption));
  const own = new Set([...captions.values()].map(({ caption }) => caption));
  const texts = blocks.flatMap((block, i): Place<TextBlock>[] =>
    block.kind !== 'grid' && isAnyCaption(blocks, i) && !own.has(oneLine(block.text)) ? [{ block, i }] : [],
  );
  const free = grids.filter(({ block }) => !captions.has(block));
  const nearest = (grid: { i: number }, below: boolean): Place<TextBlock> | undefined =>
    below
      ? texts.find(
          ({ i }) => i > grid.i && i - grid.i <= REACH && !grids.some((other) => other.i > grid.i && other.i < i),
        )
      : texts.findLast(
          ({ i }) => i < grid.i && grid.i - i <= REACH && !grids.some((other) => other.i < grid.i && other.i > i),
        );
  let habit = 0;
  for (const grid of free) {
    const above = nearest(grid, false);
    const below = nearest(grid, true);
    if (above && below) habit += Math.sign(grid.i - above.i - (below.i - grid.i));
    else habit += below ? 1 : above ? -1 : 0;
  }
  const taken = new Set<TextBlock>();
  for (const grid of free) {
    const choice = [nearest(grid, habit > 0), nearest(grid, habit <= 0)].find((text) => text && !taken.has(text.block));
    if (choice) taken.add(choice.block);
    captions.set(grid.block, choice ? parseCaption(textOf(blocks, choice)) : { label: null, caption: '' });
  }
  return captions;
}

/** A caption with a number, or one without that stands right beside a table. */
function isAnyCaption(blocks: readonly Block[], i: number): boolean {
  const text = (blocks[i] as TextBlock).text;
  if (isCaption(text) || isTableLabel(text)) return true;
  return UNNUMBERED.test(text) && (blocks[i - 1]?.kind === 'grid' || blocks[i + 1]?.kind === 'grid');
}

/** The caption's text; a number that stands alone takes the paragraph behind it. */
function textOf(blocks: readonly Block[], { block, i }: Place<TextBlock>): string {
  const next = blocks[i + 1];
  if (!isTableLabel(block.text) || next?.kind !== 'text') return block.text;
  return `${oneLine(block.text).replace(/[.:]$/, '')}: ${next.text}`;
}

function parseCaption(text: string): Caption {
  const caption = oneLine(text);
  const match = CAPTION.exec(caption) ?? LABEL.exec(caption);
  if (match) return { label: `${oneLine(match[1] ?? '')} Table ${match[2]}`.trim(), caption };
  return { label: null, caption: caption.replace(/^(?:Table)?:\s+/, '') };
}
