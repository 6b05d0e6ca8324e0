import type { Line } from './lines.ts';

/** Fewer lines than these on each side tell nothing of columns. */
const LEAST_LINES = 4;

/** Where the white strip between two columns of text runs, or null where the text is set in one column. */
export function findGutter(runs: readonly Line[], width: number): number | null {
  const long = runs.filter((run) => run.right - run.left > width * 0.12);
  let best: { at: number; crossing: number; from: number } | null = null;
  let found: { middle: number; crossing: number; breadth: number } | null = null;
  for (let at = Math.round(width * 0.35); at <= width * 0.65; at++) {
    const left = long.filter((run) => run.right <= at).length;
    const right = long.filter((run) => run.left >= at).length;
    const crossing = long.filter((run) => run.left < at && run.right > at).length;
    const isStrip = Math.min(left, right) >= LEAST_LINES && crossing <= (left + right) * 0.3;
    if (!isStrip || best === null || crossing !== best.crossing) best = isStrip ? { at, crossing, from: at } : null;
    if (best === null) continue;
    const breadth = at - best.from;
    if (!found || crossing < found.crossing || (crossing === found.crossing && breadth > found.breadth))
      found = { middle: (best.from + at) / 2, crossing, breadth };
  }
  return found?.middle ?? null;
}
