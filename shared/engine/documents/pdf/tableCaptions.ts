import { around, type Box, sharedWidth } from './box.ts';
import type { PrintedTable } from './readTable.ts';
import type { PrintedBlock, TextRun } from './textBlocks.ts';

/** Points between a table and its caption. */
const REACH = 48;
const OVERLAP = 4;

interface Offer {
  readonly table: PrintedTable;
  readonly caption: TextRun;
  readonly isBelow: boolean;
  readonly distance: number;
}

/** Finds the caption of each table among the captions above and below it; where both are there, the paper's habit decides. */
export function tableCaptions(pages: readonly (readonly PrintedBlock[])[]): Map<PrintedTable, TextRun> {
  const offers = pages.map(offersOn);
  const sides = offers.flatMap((page) => {
    const above = new Set(page.filter((one) => !one.isBelow).map((one) => one.table));
    const below = new Set(page.filter((one) => one.isBelow).map((one) => one.table));
    return (
      [...above].filter((table) => !below.has(table)).length - [...below].filter((table) => !above.has(table)).length
    );
  });
  const isBelowUsual = sides.reduce((sum, one) => sum + one, 0) < 0;
  const captions = new Map<PrintedTable, TextRun>();
  for (const page of offers) {
    const cost = (offer: Offer): number => offer.distance + (offer.isBelow === isBelowUsual ? 0 : REACH);
    const taken = new Set<TextRun>();
    for (const offer of [...page].sort((a, b) => cost(a) - cost(b))) {
      if (
        captions.has(offer.table) ||
        (taken.has(offer.caption) && page.some((one) => one.table === offer.table && !taken.has(one.caption)))
      )
        continue;
      captions.set(offer.table, offer.caption);
      taken.add(offer.caption);
    }
  }
  return captions;
}

function offersOn(blocks: readonly PrintedBlock[]): Offer[] {
  const captions = blocks.filter((block): block is TextRun => block.kind === 'table-caption');
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
  return tables.flatMap((table) =>
    captions.flatMap((caption): Offer[] => {
      const box = around(caption.lines);
      if (sharedWidth(box, table.box) < 0.4 * Math.min(widthOf(box), widthOf(table.box))) return [];
      const above = table.box.top - box.bottom;
      const below = box.top - table.box.bottom;
      if (above > -OVERLAP && above < REACH) return [{ table, caption, isBelow: false, distance: above }];
      if (below > -OVERLAP && below < REACH) return [{ table, caption, isBelow: true, distance: below }];
      return [];
    }),
  );
}

const widthOf = (box: Box): number => box.right - box.left;
