import type { GridCell } from './grid.ts';
import { labelOf } from './headerPaths.ts';
import type { Label } from './table.ts';

/** The group rows that stand over the row being read, outermost first. */
export interface Groups {
  readonly path: readonly Label[];
  /** A row that only names a group. */
  open(cell: GridCell, spans: boolean): void;
  /** A row of values. */
  pass(): void;
}

const MOST_LEVELS = 2;

/** Two group rows in a row are a group and its part; more of them are rows whose values were lost. */
export function createGroups(): Groups {
  let levels: { readonly label: Label; readonly style: string }[] = [];
  let run = 0;
  return {
    get path() {
      return run > MOST_LEVELS ? [] : levels.map(({ label }) => label);
    },
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
      run = 0;
    },
  };
}
