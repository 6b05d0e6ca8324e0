import { type Box, holdsMiddle } from './box.ts';
import { placeGroupLabels } from './groupLabels.ts';
import { growTable } from './growTable.ts';
import { widenHeaders } from './headerSpans.ts';
import { type Line, rowsOf } from './lines.ts';
import { isRuled, mergeRows } from './mergeRows.ts';
import type { PageRule } from './page.ts';
import { readBoxed } from './readBoxed.ts';
import { findRivers, isValue, type River } from './tableColumns.ts';
import { type Piece, piecesOf, pieceText, type TableRow } from './tableRows.ts';
import { cutTightLabels } from './tightHeaders.ts';
import type { Word } from './words.ts';

/** The straight lines of a page, joined. */
export interface Rules {
  readonly horizontal: readonly PageRule[];
  readonly vertical: readonly PageRule[];
}

/** A table as it is printed: its cells by row and column; a cell that spans several places is the same object at each. */
export interface PrintedTable {
  readonly box: Box;
  readonly rows: readonly (readonly (Piece | null)[])[];
  /** How many rows at the top are headers, as far as rules tell; 0 where they do not. */
  readonly headerRows: number;
}

/** Reads what stands in a box as a table; null where it has no columns or fewer than two rows. */
export function readTable(ruled: Box, words: readonly Word[], rules: Rules): PrintedTable | null {
  return readBoxed(ruled, words, rules) ?? readAligned(ruled, words, rules);
}

/** Reads a table whose columns are told by the white between them. */
function readAligned(ruled: Box, words: readonly Word[], { horizontal, vertical }: Rules): PrintedTable | null {
  const linesIn = (box: Box): Line[] => rowsOf(words.filter((word) => holdsMiddle(box, word)));
  const box = growTable(ruled, words, findRivers(linesIn(ruled)));
  const lines = linesIn(box);
  const rivers = findRivers(lines);
  if (rivers.length === 0 || lines.length < 2) return null;
  const inside = horizontal.filter(
    (rule) => rule.from < box.right && rule.to > box.left && rule.at > box.top + 2 && rule.at < box.bottom - 2,
  );
  const pieces = piecesOf(lines, rivers);
  const heads = countHeads(
    pieces,
    inside.filter((rule) => isWhole(rule, box)),
  );
  const columns = columnBoxes(pieces.slice(heads), rivers, box);
  const printed = pieces.map((row) => cutTightLabels(row, rivers, columns));
  const widened = printed.map((row, r) => {
    if (r >= heads && !isLaterHeader(row, printed[r + 1])) return row;
    // A header stands over the middle of what is below it.
    const below = columnBoxes(printed.slice(r + 1), rivers, box);
    return widenHeaders(
      row,
      r < heads ? printed[r - 1] : undefined,
      below,
      rulesBelow(row, printed[r + 1], inside, box),
      rulesBeside(row, vertical, box),
    );
  });
  const labels = mergeRows(widened.slice(0, heads), inside);
  const body = widened.slice(heads);
  const rows = [...labels, ...mergeRows(placeGroupLabels(body, columns, inside, firstValueColumn(body)), inside)];
  if (rows.length < 2) return null;
  const placed = rows.map((row) => cellsOf(row, columns.length));
  return { box, rows: placed, headerRows: ruledHeaders(rows.slice(0, labels.length + 1), inside, box) };
}

/** The columns between rivers, each as wide as what stands in it alone. */
function columnBoxes(rows: readonly TableRow[], rivers: readonly River[], box: Box): Box[] {
  return Array.from({ length: rivers.length + 1 }, (_, c) => {
    const single = rows.flatMap((row) => row.pieces.filter((piece) => piece.first === c && piece.last === c));
    const left = single.reduce((least, piece) => Math.min(least, piece.left), Infinity);
    const right = single.reduce((most, piece) => Math.max(most, piece.right), -Infinity);
    return {
      left: Number.isFinite(left) ? left : (rivers[c - 1]?.right ?? box.left),
      right: Number.isFinite(right) ? right : (rivers[c]?.left ?? box.right),
      top: box.top,
      bottom: box.bottom,
    };
  });
}

/** A label that goes on in the next line is not further from it than this share of its size. */
const NEXT_LINE = 1.35;

/** How many lines at the top stand above the first one with values; `rules` are those that run through the table. */
function countHeads(rows: readonly TableRow[], rules: readonly PageRule[]): number {
  const first = rows.findIndex((row, r) => {
    const values = row.pieces.filter(
      (piece) => piece.first > 0 && isValue(pieceText(piece)) && !isYear(pieceText(piece)),
    );
    const isFull = values.length > 0 && values.length * 2 >= row.pieces.length - 1;
    return isFull && !endsLabels(row, rows[r - 1], rows[r + 1], rules);
  });
  if (first < 0) return 1;
  // The upper lines of a label that is centred beside its values stand above them.
  let heads = first;
  while (heads > 1 && isBeside(rows[heads - 1] as TableRow, rows[heads] as TableRow)) heads--;
  return heads;
}

/** The last line of labels, one of which ends in a number: it has no stub and words, and stands between labels and the rule. */
function endsLabels(
  row: TableRow,
  above: TableRow | undefined,
  below: TableRow | undefined,
  rules: readonly PageRule[],
): boolean {
  if (!above || !below || row.baseline - above.baseline > NEXT_LINE * row.size) return false;
  const isBare = row.pieces.every((piece) => piece.first > 0) && row.pieces.some((piece) => !isValue(pieceText(piece)));
  return isBare && isRuled(rules, row, below) && !isRuled(rules, above, row);
}

const isBeside = (label: TableRow, row: TableRow): boolean =>
  label.pieces.every((piece) => piece.last === 0) && row.baseline - label.baseline < 0.95 * row.size;

/** True for labels between rows of values: a table may begin anew below its first rows. */
const isLaterHeader = (row: TableRow, next: TableRow | undefined): boolean =>
  row.pieces.length > 1 && next !== undefined && !row.pieces.some((piece) => isValue(pieceText(piece)));

const isYear = (text: string): boolean => /^(?:19|20)\d{2}$/.test(text);

/** Rules under the labels of a header row that do not run through the whole table. */
function rulesBelow(row: TableRow, next: TableRow | undefined, rules: readonly PageRule[], box: Box): PageRule[] {
  const bottom = next?.baseline ?? Infinity;
  return rules.filter((rule) => rule.at > row.baseline && rule.at < bottom && !isWhole(rule, box));
}

/** Vertical rules of the table that run along a row. */
const rulesBeside = (row: TableRow, rules: readonly PageRule[], box: Box): PageRule[] =>
  rules.filter(({ at, from, to }) => {
    const height = row.baseline - row.size / 4;
    return at > box.left - 2 && at < box.right + 2 && from <= height && height <= to;
  });

const isWhole = (rule: PageRule, box: Box): boolean => rule.to - rule.from > (box.right - box.left) * 0.93;

function firstValueColumn(rows: readonly TableRow[]): number {
  const counts = new Map<number, { values: number; all: number }>();
  for (const piece of rows.flatMap((row) => row.pieces)) {
    const count = counts.get(piece.first) ?? { values: 0, all: 0 };
    counts.set(piece.first, { values: count.values + (isValue(pieceText(piece)) ? 1 : 0), all: count.all + 1 });
  }
  const columns = [...counts].filter(([, { values, all }]) => values * 2 > all).map(([column]) => column);
  return columns.length === 0 ? 1 : Math.max(1, Math.min(...columns));
}

/** The rows above the first rule that runs through the table, if they are labels. */
function ruledHeaders(rows: readonly TableRow[], rules: readonly PageRule[], box: Box): number {
  const whole = rules.filter((rule) => isWhole(rule, box));
  const count = rows.findIndex((row, r) => r > 0 && isRuled(whole, rows[r - 1] as TableRow, row));
  return Math.max(0, count);
}

function cellsOf(row: TableRow, width: number): (Piece | null)[] {
  const cells: (Piece | null)[] = Array.from({ length: width }, () => null);
  for (const piece of row.pieces) for (let c = piece.first; c <= piece.last; c++) cells[c] ??= piece;
  return cells;
}
