import { textOf } from './lines.ts';
import type { PrintedTable } from './readTable.ts';
import { isValue } from './tableColumns.ts';
import { type Piece, pieceText } from './tableRows.ts';
import type { PrintedBlock, TextRun } from './textBlocks.ts';

/** Points that an edge of a column may move by from one page to the next. */
const SAME_PLACE = 2;

/**
 * The tables that go on, at the top of a page, with the one that ends the page before, and say so by nothing but their
 * columns, which stand where those of the other do: they have no caption and no header. What repeats its header or says
 * that it is continued is told by its text, in any format.
 */
export function continuedTables(
  pages: readonly { readonly number: number; readonly blocks: readonly PrintedBlock[] }[],
  captions: ReadonlyMap<PrintedTable, TextRun>,
): Set<PrintedTable> {
  const found = new Set<PrintedTable>();
  for (const { number, blocks } of pages) {
    const before = pages.find((page) => page.number === number - 1)?.blocks ?? [];
    const last = before.findLast(isContent);
    const next = blocks.find(isContent);
    if (last?.kind !== 'table' || next?.kind !== 'table' || captions.has(next.table)) continue;
    if (beginsWithData(next.table) && haveSameColumns(last.table, next.table)) found.add(next.table);
  }
  return found;
}

/** A page number that was not recognized as such stands between no two parts. */
const isContent = (block: PrintedBlock): boolean =>
  block.kind === 'table' || block.lines.some((line) => !/^[\d\s–-]*$/.test(textOf(line)));

/** True where the first row that is not just the name of a group has values where most rows have. */
function beginsWithData({ rows }: PrintedTable): boolean {
  const first = rows.find((row) => new Set(row.filter((piece) => piece !== null)).size > 1) ?? [];
  const holdsValue = (piece: Piece | null | undefined): boolean => piece != null && isValue(pieceText(piece));
  const columns = first.map((_, c) => rows.filter((row) => holdsValue(row[c])).length * 2 > rows.length);
  const usual = columns.flatMap((isUsual, c) => (isUsual ? [c] : []));
  return usual.length > 0 && usual.filter((c) => holdsValue(first[c])).length * 2 > usual.length;
}

function haveSameColumns(a: PrintedTable, b: PrintedTable): boolean {
  const columns = columnsOf(a);
  const others = columnsOf(b);
  return columns.length === others.length && columns.every((one, c) => standsAt(one, others[c]));
}

interface Column {
  readonly left: number;
  readonly right: number;
}

/** The columns of a table, each as wide as what stands in it alone. */
function columnsOf({ rows, box }: PrintedTable): Column[] {
  return (rows[0] ?? []).map((_, c) => {
    const single = rows.flatMap((row) => (row[c] && row[c].first === row[c].last ? [row[c]] : []));
    return single.length === 0
      ? box
      : {
          left: single.reduce((least, { left }) => Math.min(least, left), Infinity),
          right: single.reduce((most, { right }) => Math.max(most, right), -Infinity),
        };
  });
}

/** Flush left, flush right or centred: one of the three stays where it is, however long the texts are. */
function standsAt(one: Column, other: Column | undefined): boolean {
  if (other === undefined) return false;
  const left = Math.abs(one.left - other.left);
  const right = Math.abs(one.right - other.right);
  const middle = Math.abs(one.left + one.right - other.left - other.right) / 2;
  return Math.min(left, right, middle) <= SAME_PLACE;
}
