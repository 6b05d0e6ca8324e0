import { cutAtGaps, type Line, lineOf, textOf } from './lines.ts';
import type { Word } from './words.ts';

/** A white strip between two columns. */
export interface River {
  readonly left: number;
  readonly right: number;
}

/** Words nearer than this share of their size stand in one cell, whatever the other rows do. */
const SPACE = 0.39;
/** A strip narrower than this share of the size parts nothing. */
const LEAST_RIVER = 0.22;
/** Share of the rows that may cross a river: spanning headers and notes. */
const CROSSED = 0.1;
/** Two rows of labels may cross a river that all rows of numbers leave free. */
const CROSSED_BY_LABELS = 0.55;
const LABEL_WEIGHT = 0.25;
/** Share of the labels that may stand over two columns of labels. */
const CROSSED_BY_NAMES = 0.25;

/** The white strips that part the columns of a table, from left to right. */
export function findRivers(rows: readonly Line[]): River[] {
  const runs = rows.map((row) => cutAtGaps(row, SPACE).flatMap(cutAtDecimals));
  const size = rows.reduce((sum, row) => sum + row.size, 0) / Math.max(1, rows.length);
  const several = runs.filter((row) => row.length > 1);
  const hasNumbers = several.some(holdsNumbers);
  const allowed = hasNumbers ? CROSSED_BY_LABELS : 0;
  const inner = mainRivers(several, CROSSED, allowed).flatMap((river) => {
    // Inside the table a lone label belongs to a header; beside it, to a group of rows.
    const isOuter = !Number.isFinite(river.right - river.left);
    const within = runs
      .filter((row) => isOuter || !hasNumbers || holdsNumbers(row))
      .flatMap((row) => row.filter((run, i) => isIn(river, run) && standsApart(run, row[i - 1], row[i + 1])));
    return partedBy(river, within);
  });
  const isWide = ({ left, right }: River): boolean =>
    right - left >= LEAST_RIVER * size && Number.isFinite(right - left);
  const rivers = inner.filter(isWide);
  return [...labelRivers(runs, rivers[0]?.left ?? -Infinity).filter(isWide), ...rivers];
}

/** Rivers between the labels of groups and those of rows: a label of a last row, a mean say, may run across. */
function labelRivers(rows: readonly (readonly Line[])[], end: number): River[] {
  const labels = rows.map((row) => row.filter((run) => run.right <= end)).filter((row) => row.length > 0);
  return mainRivers(labels, CROSSED_BY_NAMES, 0).filter((river) => {
    const beside = labels.filter((row) => row.some((run) => run.left >= river.right)).length;
    return beside >= labels.length * 0.5 && labels.some((row) => row.some((run) => run.right <= river.left));
  });
}

const isIn = (river: River, run: Line): boolean => run.left >= river.left && run.right <= river.right;

const DECIMAL = /^[-−–+]?\d*\.\d+%?$/;
/** Share of the size that parts a name or a decimal from a decimal behind it. */
const DECIMAL_GAP = 0.2;

/** A name and a decimal, or two decimals, stand in cells of their own however close they are set. */
function cutAtDecimals(run: Line): Line[] {
  const cells: Word[][] = [];
  for (const [i, word] of run.words.entries()) {
    const last = run.words[i - 1];
    const isCut =
      last !== undefined &&
      DECIMAL.test(word.text) &&
      (DECIMAL.test(last.text) || /\p{L}{2}/u.test(last.text)) &&
      word.left - last.right >= DECIMAL_GAP * word.size;
    if (isCut || cells.length === 0) cells.push([word]);
    else cells.at(-1)?.push(word);
  }
  return cells.map(lineOf);
}

/** The strips that all but a share of the rows leave free, with those left and right of everything. */
function mainRivers(rows: readonly (readonly Line[])[], share: number, least: number): River[] {
  const hasNumbers = rows.some(holdsNumbers);
  const weigh = (row: readonly Line[]): number => (hasNumbers && !holdsNumbers(row) ? LABEL_WEIGHT : 1);
  const total = rows.reduce((sum, row) => sum + weigh(row), 0);
  const allowed = Math.max(share * total, least);
  const edges = rows.flatMap((row) =>
    row.flatMap((run) => [
      { at: run.left, change: weigh(row) },
      { at: run.right, change: -weigh(row) },
    ]),
  );
  edges.sort((a, b) => a.at - b.at || b.change - a.change);
  const rivers: River[] = [];
  let covered = 0;
  let free: number | null = -Infinity;
  for (const { at, change } of edges) {
    covered += change;
    if (free !== null && covered > allowed + 1e-9) {
      rivers.push({ left: free, right: at });
      free = null;
    } else if (free === null && covered <= allowed + 1e-9) free = at;
  }
  if (free !== null) rivers.push({ left: free, right: Infinity });
  return rivers;
}

/** A gap this wide on both sides, as a share of the size, makes a cell of a run that stands in no other row's column. */
const APART = 0.6;

function standsApart(run: Line, before: Line | undefined, after: Line | undefined): boolean {
  const least = APART * run.size;
  return (!before || run.left - before.right >= least) && (!after || after.left - run.right >= least);
}

/** A river without the sparse columns that stand in it. */
function partedBy(river: River, within: readonly Line[]): River[] {
  const parts: River[] = [];
  let left = river.left;
  for (const run of [...within].sort((a, b) => a.left - b.left)) {
    if (run.left > left) parts.push({ left, right: run.left });
    left = Math.max(left, run.right);
  }
  return [...parts, { left, right: river.right }];
}

/** True for a row whose cells, given as `row`, are mostly values, leaving out a name. */
export function holdsNumbers(row: readonly Line[]): boolean {
  const values = row.filter((run) => isValue(textOf(run))).length;
  return values > 0 && values * 2 >= row.length - 1;
}

const LETTER = /\p{L}/u;
const UNIT = /(?<=\d)[KMBkmsx](?!\p{L})/gu;

/** True for a cell that holds numbers with their signs and units and not a name. */
export function isValue(text: string): boolean {
  return /\d/.test(text) && (!LETTER.test(text) || !LETTER.test(text.replace(UNIT, '')));
}
