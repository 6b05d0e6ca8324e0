import type { GridCell } from './grid.ts';
import { labelOf } from './headerPaths.ts';
import type { Label } from './table.ts';

/** The group rows that stand over the row being read. */
export interface Groups {
  /** A row that only names a group. */
  open(cell: GridCell, spans: boolean): void;
  /** A row of values: gives the groups over it, outermost first. */
  pass(): readonly Label[];
}

const MOST_LEVELS = 2;

/** Two group rows in a row are a group and its part; more of them are rows whose values were lost. */
export function createGroups(): Groups {
  let levels: { readonly label: Label; readonly style: string }[] = [];
  let path: readonly Label[] = [];
  let run = 0;
  return {
    open(cell, spans) {
      const level = { label: labelOf(cell.text, null, cell.notes), style: `${spans} ${cell.marks?.join(' ') ?? ''}` };
      run++;
      const [outer, inner] = levels;
      if (run === 2 && outer) levels = [outer, level];
      else
        levels =
          outer && inner && inner.style === level.style && outer.style !== level.style ? [outer, level] : [level];
    },
    pass() {
      if (run > MOST_LEVELS) levels = [];
      if (run > 0) path = levels.map(({ label }) => label);
      run = 0;
      return path;
    },
  };
}
