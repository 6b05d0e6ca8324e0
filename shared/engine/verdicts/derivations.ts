import { aggregate } from './aggregate.ts';
import type { Binding } from './binding.ts';
import { type Derivation, derive, expected, potential } from './derive.ts';
import type { BoundTable, Stated } from './finding.ts';
import { rowsOfNames } from './rowsOfNames.ts';
import { ELSEWHERE, SAME } from './thresholds.ts';
import type { Figure, Utterance } from './utterance.ts';

/** A derivation with the table whose cells it is made of. */
export interface BoundDerivation {
  readonly bound: BoundTable;
  readonly derivation: Derivation;
}

/** The mean or sum that the words ask for, if some table gives it. */
export function aggregated(
  tables: readonly BoundTable[],
  f: number,
  figure: Figure,
  text: string,
): BoundDerivation | null {
  for (const bound of tables) {
    const derivation = aggregate(bound.binding, f, figure, text);
    if (derivation) return { bound, derivation };
  }
  return null;
}

/** Tables in which the rows that other values of the sentence stand in count as named: a change may be told from them. */
export function anchored(
  tables: readonly BoundTable[],
  figures: readonly Figure[],
  stated: readonly Stated[],
  f: number,
): BoundTable[] {
  return tables.map((bound) => {
    const anchors = new Set(
      stated.flatMap(({ cells }, g) => {
        const figure = figures[g] as Figure;
        if (g === f || figure.shape !== 'value' || figure.quantity.decimals === 0) return [];
        const top = cells.filter((cell) => cell.bound === bound && cell.score >= (cells[0]?.score ?? 0) - SAME);
        const rows = new Set(top.map(({ placed }) => placed.row));
        return rows.size === 1 ? [...rows] : [];
      }),
    );
    if (anchors.size === 0) return bound;
    const rows = bound.binding.rows.map((scores, g) =>
      g === f ? scores.map((score, row) => (anchors.has(row) ? Math.max(score, ANCHOR) : score)) : scores,
    );
    return { ...bound, binding: { ...bound.binding, rows } };
  });
}

const ANCHOR = 1;

/** The derivation whose operands the words speak for best, of all tables. */
export function bestDerivation(
  tables: readonly BoundTable[],
  f: number,
  figure: Figure,
  text: string,
): BoundDerivation | null {
  let best: BoundDerivation | null = null;
  const most = Math.max(0, ...tables.map(({ binding }) => potential(binding, f, text)));
  for (const bound of tables) {
    const told = (binding: Binding | null): Derivation | null =>
      binding && derive(binding, f, figure, figure.shape, text);
    const derivation = told(bound.binding) ?? told(ofTwoRows(bound.binding, f, text));
    // Another table, which the words do not speak of, gives many a difference by chance.
    if (!derivation || (derivation.score < most - ELSEWHERE && !isOfNamed(bound, derivation, text))) continue;
    if (!best || derivation.score > best.derivation.score) best = { bound, derivation };
  }
  return best;
}

/**
 * The binding as if a figure spoke of nothing but the two rows that the words name: of rows with names in several parts,
 * `A (large)` and `B (small)`, the row that has parts of both is named best. Null where other than two are named.
 */
function ofTwoRows(binding: Binding, f: number, text: string): Binding | null {
  const [one, other, ...more] = rowsOfNames(binding, text);
  if (!one || !other || more.length > 0 || one.length !== 1 || other.length !== 1) return null;
  const [a, b] = [one[0], other[0]];
  const rows = binding.rows.map((scores, g) =>
    g === f ? scores.map((_, row) => (row === a || row === b ? 1 : 0)) : scores,
  );
  return a === b ? null : { ...binding, rows };
}

/** True where each operand stands in a row that a name of the words means alone, in however many parts others have it. */
const isOfNamed = ({ binding }: BoundTable, { operands }: Derivation, text: string): boolean => {
  const named = rowsOfNames(binding, text).filter(({ length }) => length === 1);
  return operands.every(({ row }) => named.some((rows) => rows[0] === row));
};

/** How much less of what is named a table may have to tell a difference. */
const LESS_NAMED = 0.3;

/** The difference that the named operands give, where another figure of the sentence may tell the metric. */
export function expectedDifference(
  tables: readonly BoundTable[],
  utterance: Utterance,
  f: number,
  figure: Figure,
): BoundDerivation | null {
  const most = Math.max(0, ...tables.map(({ binding }) => potential(binding, f, utterance.text)));
  for (const bound of tables) {
    // What another table would give, of which the words name less, is not what is said.
    if (potential(bound.binding, f, utterance.text) < most - LESS_NAMED) continue;
    const leaves = utterance.figures.flatMap((other, g) => {
      const derived = g === f ? null : derive(bound.binding, g, other, other.shape, utterance.text);
      const column = derived ? bound.binding.table.columns[derived.operands[0].value.column] : undefined;
      return column ? [column.header.at(-1)?.text ?? ''] : [];
    });
    const derivation =
      expected(bound.binding, f, figure, null, utterance.text) ??
      (leaves[0] === undefined ? null : expected(bound.binding, f, figure, leaves[0], utterance.text));
    if (derivation) return { bound, derivation };
  }
  return null;
}
