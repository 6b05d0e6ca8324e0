import { groupLabel } from './groupRows.ts';
import { isNumeric, type Row } from './readCells.ts';

/** Rows under one header. A table that repeats its header has several blocks; the first has the table's own. */
export interface Block {
  /** The header rows that stand in the body, innermost last; none where the block is the first. */
  readonly heads: readonly Row[];
  readonly rows: readonly Row[];
}

/** Parts the body where header rows stand in it. A header that says what the one above says parts nothing. */
export function bodyBlocks(
  head: readonly Row[],
  body: readonly Row[],
  numeric: readonly boolean[],
  stubs: number,
): Block[] {
  const known = new Set(head.flatMap((row) => row.slice(stubs).map((cell) => cell.text)));
  const blocks: { heads: Row[]; rows: Row[] }[] = [{ heads: [], rows: [] }];
  body.forEach((row, r) => {
    const block = blocks.at(-1) as { heads: Row[]; rows: Row[] };
    const opens = r > 0 && r + 1 < body.length && isHeadInBody(row, { head, numeric, stubs, known });
    if (!opens) block.rows.push(row);
    else if (block.rows.length === 0 && block.heads.length > 0) block.heads.push(row);
    else if (head.some((one) => sameLabels(one, row, stubs))) {
      const group = groupOver(head, row);
      if (group) block.rows.push(group);
    } else blocks.push({ heads: [row], rows: [] });
  });
  return blocks.filter(({ rows }) => rows.length > 0);
}

interface Above {
  readonly head: readonly Row[];
  readonly numeric: readonly boolean[];
  readonly stubs: number;
  /** The labels over the values. */
  readonly known: ReadonlySet<string>;
}

/**
 * True for a row of names over columns of numbers whose own stub is blank, or a header's, or whose names the header has
 * already.
 */
function isHeadInBody(row: Row, { head, numeric, stubs, known }: Above): boolean {
  if (row.some((cell, c) => c >= stubs && numeric[c] && isNumeric(cell))) return false;
  const over = row.filter((_, c) => c >= stubs && numeric[c]);
  const labels = over.filter((cell) => cell.kind === 'name');
  const [first] = labels;
  if (!first || labels.length * 2 < over.length) return false;
  const stub = row[0]?.text ?? '';
  // One label over all values is a group, unless the header has it.
  if (groupLabel(row)) return stub === '' && known.has(first.text);
  if (row.every((cell) => cell.header || cell.text === '')) return true;
  if (stub !== '' && head.some((one) => one[0]?.text === stub)) return true;
  return labels.length > 1 && (stub === '' || labels.every((cell) => known.has(cell.text)));
}

function sameLabels(head: Row, row: Row, stubs: number): boolean {
  return row.every((cell, c) => c < stubs || cell.text === head[c]?.text);
}

/** Where a repeated header has a stub of its own, that names the rows below it. */
function groupOver(head: readonly Row[], row: Row): Row | null {
  const stub = row[0];
  if (!stub || stub.text === '' || head.some((one) => one[0]?.text === stub.text)) return null;
  return row.map((cell, c) => (c === 0 ? stub : cell.as('')));
}
