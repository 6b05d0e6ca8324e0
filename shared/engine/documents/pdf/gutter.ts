import type { Line } from './lines.ts';

/** Fewer lines than these on each side tell nothing of columns. */
const LEAST_LINES = 4;
/** Share of the lines beside it that may cross it: titles, wide tables and their captions. */
const MOST_CROSSING = 0.3;

/**
 * Where the white strip between two columns of text runs, or null where the text is set in one column. A page with too
 * little text to tell is taken for one as most others are, with its gutter at `usual`.
 */
export function findGutter(runs: readonly Line[], width: number, usual: number | null): number | null {
  const long = runs.filter((run) => run.right - run.left > width * 0.12);
  const from = Math.round(width * 0.35);
  let best = null as { readonly at: number; readonly crossing: number } | null;
  let strip = null as { readonly from: number; readonly crossing: number } | null;
  let breadth = 0;
  for (let at = from; at <= width * 0.65; at++) {
    const crossing = crossingAt(long, at);
    if (crossing === null) strip = null;
    else if (strip?.crossing !== crossing) strip = { from: at, crossing };
    if (strip === null) continue;
    const isBetter = best === null || strip.crossing < best.crossing;
    const isBroader = strip.crossing === (best?.crossing ?? -1) && at - strip.from > breadth;
    if (!isBetter && !isBroader) continue;
    breadth = at - strip.from;
    best = { at: (strip.from + at) / 2, crossing: strip.crossing };
  }
  return best?.at ?? (usual !== null && isFree(long, usual) ? usual : null);
}

/** How many lines cross a place between two columns; null where columns cannot meet there. */
function crossingAt(runs: readonly Line[], at: number): number | null {
  let [left, right, crossing] = [0, 0, 0];
  for (const run of runs)
    if (run.right <= at) left++;
    else if (run.left >= at) right++;
    else crossing++;
  return Math.min(left, right) >= LEAST_LINES && crossing <= (left + right) * MOST_CROSSING ? crossing : null;
}

const isFree = (runs: readonly Line[], at: number): boolean =>
  runs.filter((run) => run.left < at && run.right > at).length < runs.length * 0.5;

/** The middle one of the gutters of a document's pages, if at least half of them have one. */
export function usualGutter(gutters: readonly (number | null)[]): number | null {
  const found = gutters.filter((gutter) => gutter !== null).sort((a, b) => a - b);
  return found.length * 2 >= gutters.length ? (found[found.length >> 1] ?? null) : null;
}
