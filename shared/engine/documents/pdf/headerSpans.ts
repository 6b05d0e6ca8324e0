import type { Box } from './box.ts';
import type { PageRule } from './page.ts';
import type { Piece, TableRow } from './tableRows.ts';

/** Points: what a header over several columns may be off their middle. */
const OFF_CENTRE = 3;
/** Points that a column without a header in this row costs: a header stands over it if that costs less. */
const BARE = 6;
/** Points: what a label between vertical rules may be off their middle. */
const OFF_BOX = 7;

/**
 * Widens the labels of a header row over the columns they are printed for: as far as the rule below a label or the rules
 * at its sides reach, or so that each label stands over the middle of its columns and the labels of the row share out
 * the columns. What has several labels above it is not widened over them: it goes on with one of them. `below` are the
 * horizontal rules under the row, `beside` the vertical ones along it.
 */
export function widenHeaders(
  row: TableRow,
  above: TableRow | undefined,
  columns: readonly Box[],
  below: readonly PageRule[],
  beside: readonly PageRule[],
): TableRow {
  const pieces = row.pieces.map((piece) => {
    const others = row.pieces.filter((one) => one !== piece);
    return { piece, span: ruledSpan(piece, others, columns, below) ?? boxedSpan(piece, others, columns, beside) };
  });
  const spans = shareOut(pieces, above?.pieces ?? [], columns);
  return { ...row, pieces: row.pieces.map((piece, i) => ({ ...piece, ...spans[i] })) };
}

interface ColumnSpan {
  readonly first: number;
  readonly last: number;
}

const middleOf = (box: Box): number => (box.left + box.right) / 2;

/** The columns over the rule that is drawn below a label and no other. */
function ruledSpan(
  piece: Piece,
  others: readonly Piece[],
  columns: readonly Box[],
  rules: readonly PageRule[],
): ColumnSpan | null {
  const isOver = (rule: PageRule, one: Piece): boolean => rule.from <= middleOf(one) && middleOf(one) <= rule.to;
  const rule = rules.find((one) => isOver(one, piece) && !others.some((other) => isOver(one, other)));
  return rule ? columnsBetween(rule.from - 1, rule.to + 1, columns) : null;
}

/** The columns between the vertical rules at both sides of a label that stands in their middle. */
function boxedSpan(
  piece: Piece,
  others: readonly Piece[],
  columns: readonly Box[],
  rules: readonly PageRule[],
): ColumnSpan | null {
  const left = Math.max(...rules.filter((rule) => rule.at < middleOf(piece)).map((rule) => rule.at));
  const right = Math.min(...rules.filter((rule) => rule.at > middleOf(piece)).map((rule) => rule.at));
  const from = Number.isFinite(left) ? left : (columns[0]?.left ?? 0);
  const to = Number.isFinite(right) ? right : (columns.at(-1)?.right ?? 0);
  if (left === -Infinity && right === Infinity) return null;
  if (Math.abs((from + to) / 2 - middleOf(piece)) > OFF_BOX) return null;
  return others.some((one) => from < middleOf(one) && middleOf(one) < to) ? null : columnsBetween(from, to, columns);
}

function columnsBetween(from: number, to: number, columns: readonly Box[]): ColumnSpan | null {
  const inside = columns.flatMap((column, c) => (from <= middleOf(column) && middleOf(column) <= to ? [c] : []));
  const [first, last] = [inside[0], inside.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** The cheapest way to give each label columns side by side, in order and without overlap. */
function shareOut(
  pieces: readonly { readonly piece: Piece; readonly span: ColumnSpan | null }[],
  above: readonly Piece[],
  columns: readonly Box[],
): ColumnSpan[] {
  interface Choice {
    readonly cost: number;
    readonly spans: readonly ColumnSpan[];
  }
  // best[c]: the columns before c are dealt with, and so are all pieces so far.
  let best: (Choice | null)[] = columns.map((_, c) => ({ cost: c === 0 ? 0 : c * BARE, spans: [] }));
  best.push({ cost: columns.length * BARE, spans: [] });
  for (const { piece, span } of pieces) {
    const next: (Choice | null)[] = best.map(() => null);
    const offer = (at: number, choice: Choice): void => {
      const known = next[at];
      if (known === undefined || (known && known.cost <= choice.cost)) return;
      next[at] = choice;
    };
    for (let start = 0; start < columns.length; start++) {
      const before = best[start];
      if (!before) continue;
      for (let end = start; end < columns.length; end++) {
        const cost = costOf(piece, span, { first: start, last: end }, above, columns);
        if (cost === null) continue;
        const choice = { cost: before.cost + cost, spans: [...before.spans, { first: start, last: end }] };
        for (let bare = end + 1; bare <= columns.length; bare++)
          offer(bare, { ...choice, cost: choice.cost + (bare - end - 1) * BARE });
      }
    }
    best = next;
  }
  return [...(best.at(-1)?.spans ?? pieces.map(({ piece }) => piece))];
}

/** How badly a label fits over columns, in points; null where it cannot stand there. */
function costOf(
  piece: Piece,
  ruled: ColumnSpan | null,
  span: ColumnSpan,
  above: readonly Piece[],
  columns: readonly Box[],
): number | null {
  if (span.first > piece.first || span.last < piece.last) return null;
  if (ruled && ruled.first <= piece.first && ruled.last >= piece.last)
    return span.first === ruled.first && span.last === ruled.last ? 0 : null;
  if (span.first === piece.first && span.last === piece.last) return 0;
  if (above.filter(({ first, last }) => first <= span.last && last >= span.first).length > 1) return null;
  const [left, right] = [columns[span.first]?.left ?? 0, columns[span.last]?.right ?? 0];
  const off = Math.abs((left + right) / 2 - middleOf(piece));
  return off <= OFF_CENTRE ? off : null;
}
