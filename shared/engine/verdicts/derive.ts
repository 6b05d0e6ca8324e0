import { type PlacedValue, valuesOf } from '../facts/placedValues.ts';
import type { Binding } from './binding.ts';
import { withinHedge } from './compare.ts';
import { distinctRows, wholeRows } from './mentions.ts';
import { COMPARAND } from './pairing.ts';
import { rowsOfNames } from './rowsOfNames.ts';
import type { Figure, Shape } from './utterance.ts';

/** A number computed from named cells. */
export interface Derivation {
  readonly formula: string;
  readonly operands: readonly [PlacedValue, ...PlacedValue[]];
  /** How well the words speak for the operands. */
  readonly score: number;
  /** The probability that some filling of the open operand hits by chance. */
  readonly chance: number;
}

const CLOSE = 0.3;
const LEAST = 0.3;
const NAMED = 0.45;
const SAME = 0.03;
const SAME_SIZE = 8;
/** How firmly "the best" names the extreme of its column. */
const EXTREME = 0.8;
/** Scores this near say nothing; then the result that comes closest is meant. */
const TIE = 0.05;
const NEAR_NAMED = 0.35;
const NEAR_BEST = 0.8;
const MOST_CHANCE = 0.3;

type Operation = readonly [
  operate: (a: number, b: number) => number | null,
  show: (a: string, b: string, result: string) => string,
];

const SHARE: Operation = [
  (a, b) => (b === 0 ? null : ((a - b) / b) * 100),
  (a, b, r) => `(${a} − ${b}) / ${b} = ${r} %`,
];

const OPERATIONS: Readonly<Record<Shape, readonly Operation[]>> = {
  value: [],
  difference: [
    [(a, b) => a - b, (a, b, r) => `${a} − ${b} = ${r}`],
    [(a, b) => (Math.abs(a) <= 1 && Math.abs(b) <= 1 ? (a - b) * 100 : null), (a, b, r) => `${a} − ${b} = ${r} %`],
    SHARE,
  ],
  relative: [SHARE, [(a, b) => a - b, (a, b, r) => `${a} − ${b} = ${r}`]],
  ratio: [[(a, b) => (b === 0 ? null : a / b), (a, b, r) => `${a} / ${b} = ${r}`]],
};

const operationsFor = ({ quantity }: Figure, shape: Shape): readonly Operation[] =>
  OPERATIONS[shape].filter((one) => quantity.unit === 'percent' || shape !== 'difference' || !isInPercent(one));

const isInPercent = ([, show]: Operation): boolean => show('', '', '').includes('%');

const resultOf = ([operate]: Operation, a: PlacedValue, b: PlacedValue): number | null =>
  operate(a.value.quantity.value, b.value.quantity.value);

/** True where a result is what a figure says, in the direction that the words tell. */
const says = (figure: Figure, operation: Operation, result: number, text: string): boolean =>
  fits(figure, result) && (!isInPercent(operation) || signFits(result, text));

/** The formula with its operands in order. A difference is told by its size: the larger operand stands first. */
function told(
  operation: Operation,
  a: PlacedValue,
  b: PlacedValue,
  figure: Figure,
): Pick<Derivation, 'formula' | 'operands'> {
  const [, show] = operation;
  const result = resultOf(operation, a, b) ?? 0;
  const swapped = result < 0 && !show('', '', '').includes('/');
  const [x, y] = swapped ? [b, a] : [a, b];
  const formula = show(x.value.quantity.text, y.value.quantity.text, format(swapped ? -result : result, figure));
  return { formula, operands: [x, y] };
}

/** The change between two given cells that is what a figure says, if there is one. */
export function changeBetween(
  a: PlacedValue,
  b: PlacedValue,
  figure: Figure,
  text: string,
): Pick<Derivation, 'formula' | 'operands'> | null {
  const operation = operationsFor(figure, figure.shape).find((one) => {
    const result = resultOf(one, a, b);
    return result !== null && says(figure, one, result, text);
  });
  return operation ? told(operation, a, b, figure) : null;
}

/**
 * Looks for two cells of one row or one column whose difference, relative change or ratio is the figure. At least one
 * operand must be named; where the other is left open, the reading counts only while a chance hit is unlikely.
 */
export function derive(binding: Binding, f: number, figure: Figure, shape: Shape, text: string): Derivation | null {
  const operations = operationsFor(figure, shape);
  if (operations.length === 0) return null;
  const rows = binding.rows[f] ?? [];
  const columns = binding.columns[f] ?? [];
  const namedRows = rows.some((score) => score >= LEAST);
  const namedColumns = columns.some((score) => score >= LEAST);
  // With both operands named there is nothing left to choose; "the best" names the extreme of its column.
  const bothNamed = distinctRows(binding.mentions) > 1 && !areCompared(binding, text);
  const superlative = SUPERLATIVE.test(text);
  const contradictsDirection = directionGuard(binding, text);
  if (!namedRows && !namedColumns) return null;
  // A signed cell is itself a change; it is no operand of another.
  const values = valuesOf(binding.table).filter(({ value }) => value.quantity.sign === null);
  const topColumn = Math.max(0, ...columns);
  const topRow = Math.max(0, ...rows);
  let best: Derivation | null = null;
  const tried = new Set<string>();
  let hits = 0;
  let most = 0;
  let closest = Number.POSITIVE_INFINITY;
  const consider = (a: PlacedValue, b: PlacedValue, score: number, open: boolean, extreme = false): void => {
    if (contradictsDirection(a, b)) return;
    if (!extreme) most = Math.max(most, score);
    for (const operation of operations) {
      const result = resultOf(operation, a, b);
      if (result === null) continue;
      if (open) tried.add(result.toPrecision(6));
      if (!says(figure, operation, result, text)) continue;
      if (open) hits++;
      const apart = Math.abs(Math.abs(result) - Math.abs(figure.quantity.value));
      const closer = best !== null && score >= best.score - TIE && apart < closest;
      if (best && score <= best.score + TIE && !closer) continue;
      closest = apart;
      best = { ...told(operation, a, b, figure), score, chance: open ? 1 : 0 };
    }
  };
  for (const a of values) {
    const rowA = rows[a.row] ?? 0;
    const columnA = columns[a.value.column] ?? 0;
    for (const b of values) {
      if (a === b) continue;
      const rowB = rows[b.row] ?? 0;
      const columnB = columns[b.value.column] ?? 0;
      if (a.value.column === b.value.column && a.row !== b.row) {
        // One column, two rows: the column must be the one that is named, if any is.
        if (namedColumns && columnA < topColumn - CLOSE) continue;
        const bound = Math.min(rowA, rowB);
        const one = Math.max(rowA, rowB);
        if (one < LEAST && !(namedColumns && topRow < LEAST)) continue;
        const toExtreme = superlative && isExtreme(values, rowA >= rowB ? b : a);
        if (bound < LEAST && bothNamed && !toExtreme) continue;
        consider(
          a,
          b,
          one + (toExtreme ? Math.max(bound, EXTREME) : bound) + columnA,
          bound < LEAST && !toExtreme,
          toExtreme,
        );
      } else if (!bothNamed && a.row === b.row && a.value.column !== b.value.column) {
        if (namedRows && rowA < topRow - CLOSE) continue;
        const bound = Math.min(columnA, columnB);
        if (bound < LEAST) continue;
        consider(a, b, rowA + columnA + columnB - 0.2, !namedRows);
      }
    }
  }
  const found = best as Derivation | null;
  // The operands must be those that the words speak of, not some that happen to give the number.
  if (!found || found.score < most - (bothNamed && namedColumns ? NEAR_NAMED : NEAR_BEST)) return null;
  if (found.chance === 0) return found;
  const chance = chanceOf(tried, figure, hits);
  return chance <= MOST_CHANCE ? { ...found, chance } : null;
}

/** True where a change follows from two other numbers that its sentence gives: "from 42.1 to 45.3, by 3.2 points". */
export function followsFromOthers(figure: Figure, figures: readonly Figure[]): boolean {
  const values = figures.filter(
    ({ shape, quantity }) => shape === 'value' && !quantity.spelled && quantity.value !== 0,
  );
  return values.some((a) =>
    values.some(
      (b) =>
        a !== b &&
        a.quantity.unit === b.quantity.unit &&
        OPERATIONS[figure.shape].some(([operate]) => {
          const result = operate(a.quantity.value, b.quantity.value);
          return result !== null && fits(figure, result);
        }),
    ),
  );
}

const UP =
  /\b(?:outperform\w*|higher|larger|greater|gains?|improv\w*|increas\w*|boost\w*|better|surpass\w*|exceed\w*|beats?|grow\w*|rises?|leads?|ahead|above|advantage)\b/i;
const DOWN =
  /\b(?:lower|drops?|dropped|decreas\w*|reduc\w*|fewer|less|falls?|fell|worse|loses?|loss|degrad\w*|behind|below|declin\w*|shrink\w*|trail\w*)\b/i;
const LESS_IS_MORE =
  /\b(?:errors?|wer|cer|eer|perplexit\w*|ppl|loss\w*|latency|time|seconds|memory|fid|mae|rmse|ter|cost|distance|parameters?)\b/i;

/** True where a relative change goes the way the words say, or they say none. */
function signFits(result: number, text: string): boolean {
  const up = UP.test(text);
  const down = DOWN.test(text) || LESS_IS_MORE.test(text);
  return up === down || (up ? result > 0 : result < 0);
}

/** True for pairs in which what is said to be outdone is the better of the two. */
export function directionGuard({ mentions }: Binding, text: string): (a: PlacedValue, b: PlacedValue) => boolean {
  const compared = new Set(
    wholeRows(mentions).flatMap(({ start, places }) => (COMPARAND.test(text.slice(0, start)) ? places : [])),
  );
  const clear = UP.test(text) && !DOWN.test(text) && !LESS_IS_MORE.test(text);
  if (!clear || compared.size === 0) return () => false;
  return (a, b) => {
    if (compared.has(a.row) === compared.has(b.row)) return false;
    const [outdone, other] = compared.has(a.row) ? [a, b] : [b, a];
    return outdone.value.quantity.value > other.value.quantity.value;
  };
}

const SUPERLATIVE = /\b(?:best|top|highest|leader|leading|strongest|lowest|worst|weakest|runner-up|first)\b/i;

/** True where every row that is named whole is what something unnamed is compared with: "0.3 points over A and over B". */
function areCompared({ mentions }: Binding, text: string): boolean {
  const whole = wholeRows(mentions);
  return whole.length > 0 && whole.every(({ start }) => COMPARAND.test(text.slice(0, start)));
}

/** True where one of the named rows is what another is compared with. */
function isCompared({ mentions }: Binding, text: string): boolean {
  return mentions.some(
    ({ axis, start }) =>
      axis === 'row' &&
      (COMPARAND.test(text.slice(0, start)) || /\bbetween\b[^.;]*\band\s+(?:the\s+)?$/i.test(text.slice(0, start))),
  );
}

/** The row that each whole name of the utterance means: of several the one that the other words speak for too. */
function namedRows(binding: Binding, f: number, text: string): { row: number; score: number }[] {
  const scores = binding.rows[f] ?? [];
  const best = rowsOfNames(binding, text).flatMap((rows) =>
    rows
      .map((row) => ({ row, score: scores[row] ?? 0 }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, 1),
  );
  return [...new Map(best.map((one) => [one.row, one])).values()];
}

/** How firmly the words name operands in a table, whatever the table holds there. */
export function potential(binding: Binding, f: number, text: string): number {
  const rows = namedRows(binding, f, text)
    .map(({ score }) => score)
    .sort((a, b) => b - a);
  return (rows[0] ?? 0) + (rows[1] ?? 0) + Math.max(0, ...(binding.columns[f] ?? []));
}

function isExtreme(values: readonly PlacedValue[], one: PlacedValue): boolean {
  const column = values.flatMap(({ value }) => (value.column === one.value.column ? [value.quantity.value] : []));
  return one.value.quantity.value === Math.max(...column) || one.value.quantity.value === Math.min(...column);
}

/**
 * What a difference would have to be: the two named rows in the one column that the words (or another figure of the
 * sentence, by `leaf`) single out. Null where more than one reading is left.
 */
export function expected(
  binding: Binding,
  f: number,
  figure: Figure,
  leaf: string | null,
  text: string,
): Derivation | null {
  if (figure.shape !== 'difference' && figure.shape !== 'relative') return null;
  if (!isCompared(binding, text) || areCompared(binding, text)) return null;
  const named = namedRows(binding, f, text);
  const columns = binding.columns[f] ?? [];
  const top = Math.max(0, ...columns);
  const readings: Derivation[] = [];
  if (named.length !== 2 || top < NAMED) return null;
  const [first, second] = named as [(typeof named)[number], (typeof named)[number]];
  for (const [column, columnScore] of columns.entries()) {
    if (columnScore < top - SAME) continue;
    if (leaf !== null && binding.table.columns[column]?.header.at(-1)?.text !== leaf) continue;
    const at = (row: number): PlacedValue | undefined =>
      valuesOf(binding.table).find((placed) => placed.row === row && placed.value.column === column);
    const pair = [at(first.row), at(second.row)].filter((placed) => placed !== undefined);
    const [a, b] = pair.sort((x, y) => y.value.quantity.value - x.value.quantity.value);
    if (!a || !b) continue;
    const claimed = Math.abs(figure.quantity.value);
    const result = a.value.quantity.value - b.value.quantity.value;
    const share = figure.shape === 'relative' ? resultOf(SHARE, a, b) : null;
    const score = columnScore + first.score + second.score;
    // A share that comes nearer to what is claimed than the difference does is what was meant.
    if (share !== null && Math.abs(share - claimed) < Math.abs(result - claimed)) {
      if (share > 0 && share <= claimed * SAME_SIZE) readings.push({ ...told(SHARE, a, b, figure), score, chance: 0 });
      continue;
    }
    if (result <= 0 || claimed > result * SAME_SIZE || result > claimed * SAME_SIZE) continue;
    const decimals = Math.max(a.value.quantity.decimals, b.value.quantity.decimals);
    if (figure.quantity.decimals > decimals || (figure.quantity.decimals === 0 && decimals > 0)) continue;
    const formula = `${a.value.quantity.text} − ${b.value.quantity.text} = ${result.toFixed(decimals)}`;
    readings.push({ formula, operands: [a, b], score, chance: 0 });
  }
  return readings.length === 1 ? (readings[0] ?? null) : null;
}

/** How likely one of so many results would lie on the claimed value by chance, given how they spread. */
function chanceOf(tried: ReadonlySet<string>, figure: Figure, hits: number): number {
  const sizes = [...tried].map((text) => Math.abs(Number(text))).sort((a, b) => a - b);
  if (sizes.length < 2) return 0;
  const claimed = Math.abs(figure.quantity.value);
  const step = figure.quantity.step;
  // The density around the claimed value: how many results lie within a quarter of it.
  const reach = Math.max(claimed * 0.25, 3 * step);
  const near = sizes.filter((size) => Math.abs(size - claimed) <= reach).length - hits;
  return 1 - (1 - Math.min(1, step / (2 * reach))) ** Math.max(0, near);
}

function fits(figure: Figure, result: number): boolean {
  const claimed = Math.abs(figure.quantity.value);
  const size = Math.abs(result);
  if (Math.abs(claimed - size) <= figure.quantity.step / 2 + 1e-9 * Math.max(1, size)) return true;
  if (size > claimed && size - claimed < figure.quantity.step - 1e-9) return true;
  return figure.hedge !== null && withinHedge({ ...figure.quantity, value: claimed }, size, figure.hedge);
}

function format(result: number, figure: Figure): string {
  return result.toFixed(Math.min(6, Math.max(figure.quantity.decimals, 1))).replace('-', '−');
}
