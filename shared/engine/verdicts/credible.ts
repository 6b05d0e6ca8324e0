import { valuesOf } from '../facts/placedValues.ts';
import { scoreOf } from './binding.ts';
import type { BoundTable, Scored } from './finding.ts';

/**
 * Whether a figure stands where its own words point: only then does it say anything of the figures beside it. `cells`
 * are those that agree with it, the best bound first; `slack` is how much better another cell may be bound.
 */
export function isCredible(tables: readonly BoundTable[], cells: readonly Scored[], f: number, slack: number): boolean {
  const top = cells[0];
  if (!top) return false;
  return tables.every(({ binding }) =>
    valuesOf(binding.table).every((placed) => scoreOf(binding, f, placed) <= top.score + slack),
  );
}
