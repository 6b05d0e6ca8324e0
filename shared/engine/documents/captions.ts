import type { Block, GridBlock, TextBlock } from './blocks.ts';

/** A table's own name and what its caption says. */
export interface Caption {
  readonly label: string | null;
  readonly caption: string;
}

const CAPTION = /^\s*(?:Table|Tab\.|TABLE)\s*~?\s*([A-Z]?\.?\d+(?:\.\d+)*[a-z]?|[IVX]+)\s*(?:[:.|–—]|\s(?=\p{Lu}))\s*/u;
const REACH = 4;

export function isCaption(text: string): boolean {
  return CAPTION.test(text);
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
  const places = blocks.map((block, i) => ({ block, i }));
  const grids = places.filter(
    (place): place is { block: GridBlock; i: number } => place.block.kind === 'grid' && isData(place.block),
  );
  const texts = places.filter(
    (place): place is { block: TextBlock; i: number } => place.block.kind !== 'grid' && isCaption(place.block.text),
  );
  for (const { block } of grids) if (block.caption !== '') captions.set(block, parseCaption(block.caption));
  const free = grids.filter(({ block }) => !captions.has(block));
  const nearest = (grid: { i: number }, below: boolean): { block: TextBlock; i: number } | undefined =>
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
    captions.set(grid.block, choice ? parseCaption(choice.block.text) : { label: null, caption: '' });
  }
  return captions;
}

function parseCaption(text: string): Caption {
  const caption = text.replace(/\s+/g, ' ').trim();
  const match = CAPTION.exec(caption);
  return { label: match ? `Table ${match[1]}` : null, caption };
}
