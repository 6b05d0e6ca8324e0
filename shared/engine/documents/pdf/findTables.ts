import { type Box, holdsMiddle, sharedHeight, sharedWidth } from './box.ts';
import { captionKind } from './captionLine.ts';
import { findGutter } from './gutter.ts';
import { rowsOf, textOf } from './lines.ts';
import type { PageRule, PdfPage } from './page.ts';
import { type PrintedTable, type Rules, readTable } from './readTable.ts';
import { ruledRegions } from './ruledRegions.ts';
import { runsOf } from './streams.ts';
import { isValue } from './tableColumns.ts';
import { pieceText } from './tableRows.ts';
import { unruledRegions } from './unruledRegions.ts';
import { turnedWords, type Word } from './words.ts';

export interface Tables {
  readonly tables: readonly PrintedTable[];
  /** The words that stand in no table. */
  readonly rest: readonly Word[];
  /** Where the white strip between two columns of text runs, or null. */
  readonly gutter: number | null;
}

/**
 * Takes the tables off a page: what stands between rules, and in what is left, what stands in rows and columns. `usual`
 * is where most pages of the document have their gutter.
 */
export function findTables(page: PdfPage, words: readonly Word[], rules: Rules, usual: number | null): Tables {
  const drawn = drawingsOf(page);
  const turned = turnedWords(page.turned);
  const read = (boxes: readonly Box[], from: readonly Word[]): PrintedTable[] =>
    boxes.flatMap((box) => readTable(box, [...from, ...turned], rules) ?? []).filter(holdsData);
  const ruled = read(
    ruledRegions(words, outsideOf(rules.horizontal, drawn)).filter(
      (box) => !isDrawing(box, drawn) && !isAlgorithm(box, words),
    ),
    words,
  );
  const others = outside(words, ruled);
  const gutter = findGutter(runsOf(rowsOf(others)), page.width, usual);
  const strips = gutter === null ? [others] : stripsOf(others, gutter);
  const unruled = strips.flatMap((strip) => read(unruledRegions(strip, drawn), strip));
  return { tables: [...ruled, ...unruled], rest: outside(others, unruled), gutter };
}

/** Where images, embedded drawings and curves are. */
export function drawingsOf({ pictures }: PdfPage): Box[] {
  return pictures.map(({ x, y, width, height }) => ({ left: x, right: x + width, top: y, bottom: y + height }));
}

const outside = (words: readonly Word[], tables: readonly PrintedTable[]): Word[] =>
  words.filter((word) => !tables.some(({ box }) => holdsMiddle(box, word)));

/** The rules that are not part of a drawing, as the lines of a grid behind curves are. */
const outsideOf = (rules: readonly PageRule[], drawings: readonly Box[]): PageRule[] =>
  rules.filter(
    ({ at, from, to }) =>
      !drawings.some((one) => one.left - 1 <= from && to <= one.right + 1 && one.top <= at && at <= one.bottom),
  );

const stripsOf = (words: readonly Word[], gutter: number): Word[][] => [
  words.filter((word) => (word.left + word.right) / 2 < gutter),
  words.filter((word) => (word.left + word.right) / 2 >= gutter),
];

/** True where most of a box is a drawing: a frame around curves is the axes of a figure. */
function isDrawing(box: Box, pictures: readonly Box[]): boolean {
  const area = (one: Box): number => (one.right - one.left) * (one.bottom - one.top);
  const covered = pictures.reduce(
    (sum, one) => sum + Math.max(0, sharedWidth(box, one)) * Math.max(0, sharedHeight(box, one)),
    0,
  );
  return covered > area(box) * 0.4;
}

/** Points above a frame in which its title stands. */
const TITLE = 16;

/** True for a frame that a title such as `Algorithm 1` opens. */
function isAlgorithm(box: Box, words: readonly Word[]): boolean {
  const head = { ...box, top: box.top - TITLE, bottom: box.top + TITLE };
  return rowsOf(words.filter((word) => holdsMiddle(head, word))).some((row) => captionKind(textOf(row)) === 'other');
}

/** True for a table with at least two values. */
function holdsData({ rows }: PrintedTable): boolean {
  const pieces = new Set(rows.flat());
  return [...pieces].filter((piece) => piece !== null && isValue(pieceText(piece))).length >= 2;
}
