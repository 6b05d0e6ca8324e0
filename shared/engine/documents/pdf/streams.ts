import type { Box } from './box.ts';
import { captionKind } from './captionLine.ts';
import { cutAtGaps, type Line, lineOf, rowsOf, textOf } from './lines.ts';
import type { PrintedTable } from './readTable.ts';
import type { Word } from './words.ts';

/** What follows one another in the reading of a page. */
export type Element =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'table'; readonly table: PrintedTable };

/** Elements of one column, or of the whole breadth of a page, from top to bottom. */
export interface Stream {
  /** Where the text of the column begins and ends. */
  readonly left: number;
  readonly right: number;
  readonly elements: readonly Element[];
}

/** Words parted by more than this share of their size may belong to two columns. */
const COLUMN_GAP = 0.9;
/** In a column a line may be stretched up to this. */
const STRETCHED = 2.2;

/** The runs of words that a page's columns are found by. */
export function runsOf(rows: readonly Line[]): Line[] {
  return rows.flatMap((row) => cutAtGaps(row, COLUMN_GAP));
}

/** Puts what stands on a page into reading order: what crosses the gutter parts the page, between it go left and right. */
export function streamsOf(words: readonly Word[], tables: readonly PrintedTable[], gutter: number | null): Stream[] {
  const sides: Record<Side, Element[]> = { left: [], right: [], both: [] };
  const elements = rowsOf(words).flatMap((row) => linesOf(row, gutter));
  const all: Element[] = [
    ...elements.map((line): Element => ({ kind: 'line', line })),
    ...tables.map((table): Element => ({ kind: 'table', table })),
  ].sort((a, b) => boxOf(a).top - boxOf(b).top);
  const streams: Stream[] = [];
  const flush = (side: Side): void => {
    if (sides[side].length > 0) streams.push(streamOf(sides[side]));
    sides[side] = [];
  };
  for (const element of all) {
    const last = sides.both.at(-1);
    const side = last && endsBoth(last, element, all) ? 'both' : sideOf(boxOf(element), gutter);
    if (side === 'both') {
      flush('left');
      flush('right');
    } else flush('both');
    sides[side].push(element);
  }
  flush('left');
  flush('right');
  flush('both');
  return streams;
}

type Side = 'left' | 'right' | 'both';

export function boxOf(element: Element): Box {
  return element.kind === 'line' ? element.line : element.table.box;
}

/** Points that a line may stick out over the gutter. */
const OVERHANG = 6;

function sideOf(box: Box, gutter: number | null): Side {
  if (gutter === null || (box.left < gutter - OVERHANG && box.right > gutter + OVERHANG)) return 'both';
  return (box.left + box.right) / 2 < gutter ? 'left' : 'right';
}

const NEXT_LINE = 1.45;

/** True for the short last line of a text that runs over both columns: nothing stands beside it. */
function endsBoth(last: Element, element: Element, all: readonly Element[]): boolean {
  if (last.kind !== 'line' || element.kind !== 'line') return false;
  const [above, line] = [last.line, element.line];
  const isNext = line.baseline > above.baseline && line.baseline - above.baseline < NEXT_LINE * above.size;
  const isFlush = Math.abs(line.left - above.left) < line.size / 3;
  const isCentred = Math.abs(line.left + line.right - above.left - above.right) < line.size;
  if (!isNext || Math.abs(line.size - above.size) > 0.06 * above.size || !(isFlush || isCentred)) return false;
  return !all.some(
    (one) => one !== element && boxOf(one).top < line.bottom - 1 && boxOf(one).bottom > line.top + 1 && one !== last,
  );
}

/** The lines that a row of a page is made of: its runs, joined where a column only stretches a line. */
function linesOf(row: Line, gutter: number | null): Line[] {
  const lines: Line[] = [];
  for (const run of cutAtGaps(row, COLUMN_GAP)) {
    const last = lines.at(-1);
    const goesOn =
      last !== undefined &&
      run.left - last.right < STRETCHED * row.size &&
      sideOf(last, gutter) === sideOf(run, gutter) &&
      captionKind(textOf(run)) === null;
    if (goesOn) lines[lines.length - 1] = lineOf([...last.words, ...run.words]);
    else lines.push(run);
  }
  return lines;
}

/** The edges that most lines begin and end at. */
function streamOf(elements: readonly Element[]): Stream {
  const boxes = elements.map(boxOf);
  const lefts = boxes.map((box) => box.left).sort((a, b) => a - b);
  const rights = boxes.map((box) => box.right).sort((a, b) => a - b);
  return {
    left: lefts[Math.floor(lefts.length * 0.15)] ?? 0,
    right: rights[Math.floor(rights.length * 0.85)] ?? 0,
    elements,
  };
}
