import { valuesOf } from '../facts/placedValues.ts';
import type { BoundDerivation } from './derivations.ts';
import { changeBetween } from './derive.ts';
import { type BoundTable, isCredible, type Stated } from './finding.ts';
import { wholeRows } from './mentions.ts';
import { SAME, SWAP_MARGIN } from './thresholds.ts';
import type { Figure, Utterance } from './utterance.ts';

/**
 * A change between a value that the sentence states and the value of a row it names, in one column, whatever column the
 * words beside the change point to: "With 34.2 P and 52.4 Q it trails A by 0.7 and 5.4 points".
 */
export function changeFromStated(
  tables: readonly BoundTable[],
  { figures, text }: Utterance,
  stated: readonly Stated[],
  figure: Figure,
): BoundDerivation | null {
  for (const bound of tables) {
    const { table, mentions } = bound.binding;
    const named = new Set(wholeRows(mentions).flatMap(({ places }) => places));
    const operands = stated.flatMap((own, g) =>
      isResult(figures[g] as Figure) && isCredible(own, SWAP_MARGIN) ? own.cells.filter(isTopIn(bound, own)) : [],
    );
    for (const { placed: a, score } of operands)
      for (const b of valuesOf(table)) {
        const beside = b.value.column === a.value.column && b.row !== a.row && named.has(b.row);
        if (!beside || b.value.quantity.sign !== null) continue;
        const change = changeBetween(a, b, figure, text);
        if (change) return { bound, derivation: { ...change, score, chance: 0 } };
      }
  }
  return null;
}

const isResult = ({ shape, quantity }: Figure): boolean => shape === 'value' && quantity.decimals > 0;

const isTopIn =
  (bound: BoundTable, { cells }: Stated) =>
  (cell: Stated['cells'][number]): boolean =>
    cell.bound === bound && cell.score >= (cells[0]?.score ?? 0) - SAME;
