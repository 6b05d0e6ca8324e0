import { around, type Box, sharedHeight, sharedWidth } from './box.ts';
import { captionKind } from './captionLine.ts';
import { cutAtGaps, type Line, rowsOf, textOf } from './lines.ts';
import { findRivers, isValue } from './tableColumns.ts';
import type { Word } from './words.ts';

const CELL_GAP = 0.9;
/** Words of a run beyond which it is text and no cell. */
const WORDS_OF_CELL = 9;
/** Shares of a line's size from one row to the next. */
const NEXT_ROW = 2.4;
/** Times the step before: a wider one before words begins something else. */
const WIDER_STEP = 1.8;
/** Points between a table and its caption. */
const CAPTION_REACH = 30;
const LEAST_ROWS = 3;

interface Row {
  readonly line: Line;
  readonly runs: readonly Line[];
}

/** Finds tables without rules in a strip of a page: rows of cells below one another, next to a caption or full of numbers. */
export function unruledRegions(words: readonly Word[], drawings: readonly Box[]): Box[] {
  const rows = rowsOf(words).map((line): Row => ({ line, runs: cutAtGaps(line, CELL_GAP) }));
  const captions = rows.flatMap(({ runs }) => runs.filter((run) => captionKind(textOf(run)) !== null));
  return blocksOf(rows)
    .filter((block) => isTable(block, captions))
    .map((block) => around(block.map((row) => row.line)))
    .filter((box) => !drawings.some((one) => sharedHeight(one, box) > 0 && sharedWidth(one, box) > 0));
}

/** Runs of rows that are made of cells; a short label may stand alone between two of them. */
function blocksOf(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [];
  let open: Row[] = [];
  const close = (): void => {
    while (open.length > 0 && !isCells(open.at(-1) as Row)) open.pop();
    if (open.length >= LEAST_ROWS) blocks.push(open);
    open = [];
  };
  for (const row of rows) {
    const last = open.at(-1);
    const before = open.at(-2);
    const step = last ? row.line.baseline - last.line.baseline : 0;
    const usual = last && before ? last.line.baseline - before.line.baseline : Infinity;
    const isWords = !row.runs.some((run) => isValue(textOf(run)));
    if (last && (step > NEXT_ROW * Math.max(row.line.size, last.line.size) || (isWords && step > WIDER_STEP * usual)))
      close();
    if (isCells(row) || (open.length > 0 && isLabel(row))) open.push(row);
    else close();
  }
  close();
  return blocks;
}

const NUMBERED_HEADING = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z](?:\.\d{1,2}){0,3})\.?\s\p{Lu}\p{L}{2}/u;

const isCells = ({ line, runs }: Row): boolean =>
  runs.length >= 2 &&
  captionKind(textOf(line)) === null &&
  !(runs.length === 2 && NUMBERED_HEADING.test(textOf(line))) &&
  runs.every((run) => run.words.length <= WORDS_OF_CELL);

const isLabel = ({ line, runs }: Row): boolean =>
  runs.length === 1 &&
  line.words.length <= WORDS_OF_CELL &&
  captionKind(textOf(line)) === null &&
  !/[.,;:]$/.test(textOf(line));

function isTable(block: readonly Row[], captions: readonly Line[]): boolean {
  const runs = block.flatMap((row) => row.runs);
  const values = runs.filter((run) => isValue(textOf(run))).length;
  const columns = findRivers(block.map((row) => row.line)).length + 1;
  const box = around(block.map((row) => row.line));
  const near = captions.filter((line) => sharedWidth(line, box) > 0 && distance(line, box) < CAPTION_REACH);
  if (near.some((line) => captionKind(textOf(line)) === 'table')) return values >= 2 && columns >= 2;
  if (near.length > 0) return false;
  const hasNames = block.filter((row) => /\p{L}{2}/u.test(textOf(row.runs[0] as Line))).length >= block.length * 0.5;
  return hasNames && columns >= 3 && values >= runs.length * 0.5;
}

/** Lines of a caption that may stand between its first line and the table. */
const CAPTION_LINES = 60;

function distance(line: Line, box: Box): number {
  return line.top < box.top ? Math.max(0, box.top - line.bottom - CAPTION_LINES) : line.top - box.bottom;
}
