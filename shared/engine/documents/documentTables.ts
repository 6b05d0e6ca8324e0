import { type BareTable, buildTable } from '../tables/buildTable.ts';
import { withCaption } from '../tables/captionSays.ts';
import type { Grid } from '../tables/grid.ts';
import { canJoin, joinGrids, lacksHeader, repeatsHeader } from '../tables/joinGrids.ts';
import { decimalMarkOf } from '../tables/numberText.ts';
import type { Table } from '../tables/table.ts';
import { doubtsAbout } from '../tables/unclear.ts';
import type { Block, GridBlock } from './blocks.ts';
import { assignCaptions, type Caption, saysContinued } from './captions.ts';

/** A table that does not know the section it stands in. */
export type CaptionedTable = Omit<Table, 'section'>;

/**
 * The tables of a document by the block in which each begins; the parts of one that was split are joined. What has no
 * header goes on with the table before it in a text (`inText`); on pages the places of the columns tell.
 */
export function documentTables(blocks: readonly Block[], inText: boolean): Map<GridBlock, CaptionedTable> {
  const grids = blocks.filter((block) => block.kind === 'grid');
  const mark = decimalMarkOf(cellTexts(grids));
  const built = new Map(grids.map((block) => [block, buildTable(block.grid, mark)] as const));
  const captions = assignCaptions(blocks, (block) => built.get(block) != null);
  const tables = new Map<GridBlock, CaptionedTable>();
  for (const { first, grid, parts } of joined(blocks, built, captions, inText)) {
    const table = parts > 1 ? buildTable(grid, mark) : built.get(first);
    if (table) tables.set(first, captioned(table, captions.get(first)));
  }
  return tables;
}

function captioned(bare: BareTable, { label, caption }: Caption = { label: null, caption: '' }): CaptionedTable {
  const table = withCaption(bare, [caption, ...(bare.notes ?? [])].join(' ').trim());
  const unclear = [...table.unclear, ...doubtsAbout(table, table.unclear.length === 0)];
  return { ...table, unclear, label, caption };
}

function* cellTexts(grids: readonly GridBlock[]): Generator<string> {
  for (const { grid } of grids)
    for (const row of grid.rows) for (const cell of row) if (cell.text !== '') yield cell.text;
}

interface Joined {
  readonly first: GridBlock;
  readonly grid: Grid;
  readonly parts: number;
}

const NEAR = 2;
/** What stands between the parts of a table that a page break cut. */
const FURNITURE = /^(?:page\s*)?[\d\s|–-]*$|\bcontinue[sd]?\b/i;

/** Data grids, each with the parts that go on with it. */
function joined(
  blocks: readonly Block[],
  built: ReadonlyMap<GridBlock, BareTable | null>,
  captions: ReadonlyMap<GridBlock, Caption>,
  inText: boolean,
): Joined[] {
  const found: (Joined & { readonly last: number })[] = [];
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'grid' || !built.get(block)) continue;
    const before = found.at(-1);
    const caption = captions.get(block);
    const isNext = before !== undefined && isNear(blocks, before.last, i) && caption?.caption === '';
    const goesOn =
      before !== undefined &&
      canJoin(before.grid, block.grid) &&
      (isSaidToGoOn(captions.get(before.first), caption) ||
        (isNext && (repeatsHeader(before.grid, block.grid) || (inText && lacksHeader(before.grid, block.grid)))));
    if (before && goesOn)
      found[found.length - 1] = {
        ...before,
        grid: joinGrids(before.grid, block.grid),
        parts: before.parts + 1,
        last: i,
      };
    else found.push({ first: block, grid: block.grid, parts: 1, last: i });
  }
  return found;
}

function isSaidToGoOn(first: Caption | undefined, next: Caption | undefined): boolean {
  if (!first || !next || !saysContinued(next)) return false;
  return next.label === null || next.label === first.label;
}

/** Nothing but a page's furniture stands between two parts. */
function isNear(blocks: readonly Block[], from: number, to: number): boolean {
  const between = blocks.slice(from + 1, to);
  return between.length <= NEAR && between.every((block) => block.kind === 'text' && FURNITURE.test(block.text.trim()));
}
