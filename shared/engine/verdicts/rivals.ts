import { quantityFor } from '../facts/headerScale.ts';
import { isUnsure, type PlacedValue, valuesOf } from '../facts/placedValues.ts';
import { scoreOf } from './binding.ts';
import { agreement, comparable, significantDigits } from './compare.ts';
import { type BoundTable, isCredible, type Scored, type Stated } from './finding.ts';
import type { Mention } from './mentions.ts';
import { isSettingNumber } from './resultLike.ts';
import { BOTH_AXES, FIRM, LEAST_BOUND, SAME } from './thresholds.ts';
import type { Figure, Utterance } from './utterance.ts';

/** Cells that the words speak for and that say something else, best first, without those that other figures state. */
export function rivalsOf(
  tables: readonly BoundTable[],
  figures: readonly Figure[],
  stated: readonly Stated[],
  f: number,
): Scored[] {
  const figure = figures[f] as Figure;
  const taken = new Set<PlacedValue>();
  stated.forEach((own, g) => {
    const top = own.cells[0];
    // Two values that were exchanged would each vouch for the other: a place counts only where its own words speak for it.
    if (g === f || !top || !isCredible(own, CONSISTENT)) return;
    const digits = significantDigits((figures[g] as Figure).quantity);
    for (const one of own.cells)
      if (one.score >= top.score - SAME && digits >= significantDigits(one.placed.value.quantity) - ROUNDED_OFF)
        taken.add(one.placed);
  });
  return tables
    .flatMap((bound) =>
      valuesOf(bound.binding.table)
        .filter((placed) => {
          if (taken.has(placed) || isUnsure(placed)) return false;
          const quantity = quantityFor(figure.quantity, placed);
          return comparable(figure.quantity, quantity) && agreement(figure.quantity, quantity, figure.hedge) === null;
        })
        .map((placed) => ({ bound, placed, score: scoreOf(bound.binding, f, placed) })),
    )
    .sort(byScore);
}

/** The best bound first. */
export const byScore = (a: Scored, b: Scored): number => b.score - a.score;

const CONSISTENT = 0.4;
/** A number with fewer digits than this behind its cell's may well be another: 0.5 is not .527. */
const ROUNDED_OFF = 1;

/** True where a whole number stands in its cell as a whole number: 23 is not what is left of 23.9. */
export function matchesWhole(match: Scored, figure: Figure): boolean {
  const { quantity } = match.placed.value;
  const whole = quantity.decimals === 0 && quantity.value === figure.quantity.value;
  return (whole || figure.quantity.unit === 'percent') && match.score >= LEAST_BOUND;
}

/**
 * Whether a place is named so firmly that its value contradicts another: by row and column, for a number of its kind.
 * A number of few digits may well count something else than the column does.
 */
export function saysOtherwise({ score, placed, bound }: Scored, figure: Figure, utterance: Utterance): boolean {
  const { quantity } = figure;
  if (quantity.decimals > 0) return score >= BOTH_AXES;
  const { mentions } = bound.binding;
  if (quantity.scale > 1)
    return score >= BOTH_AXES || (score >= LEAST_BOUND && isCounted(mentions, figure, placed, utterance));
  const alike = placed.value.quantity.decimals === 0 && placed.value.quantity.unit === quantity.unit;
  const setting = isSettingNumber(utterance.text, figure);
  return alike && score >= FIRM && !setting && isCounted(mentions, figure, placed, utterance);
}

const COUNTED = 28;

/**
 * True where the column (or row) of a whole number's cell is named right beside it: "12,137 snippets". What the number
 * itself goes on to count is no other thing named before it: "attacks from 72 identities".
 */
function isCounted(
  mentions: readonly Mention[],
  { quantity: { span } }: Figure,
  placed: PlacedValue,
  { text, figures }: Utterance,
): boolean {
  const countsOther = /^\s+(?!(?:for|in|on|and|or|of|to|at|with|by|is|are|was|were)\b)\p{L}/u.test(
    text.slice(span.end),
  );
  return mentions.some(({ axis, places, start, end }) => {
    if (!places.includes(axis === 'row' ? placed.row : placed.value.column)) return false;
    const [from, to] = start >= span.end ? [span.end, start] : [end, span.start];
    const between = figures.some(({ quantity }) => quantity.span.start >= from && quantity.span.end <= to);
    return to - from <= COUNTED && !between && (start >= span.end || !countsOther);
  });
}

/**
 * The best cell, where all that are named as well as it have its value. Of several values the one that stands in the
 * column (or row) of `match` is meant, the place where the number itself was found: its row (or column) was mistaken.
 */
export function determined(rivals: readonly Scored[], match?: Scored): Scored | null {
  const best = rivals[0];
  if (!best) return null;
  const top = rivals.filter((rival) => rival.score >= best.score - SAME);
  if (haveOneValue(top)) return best;
  const beside = match ? top.filter(isBeside(match)) : [];
  return haveOneValue(beside) ? (beside[0] ?? null) : null;
}

const haveOneValue = (cells: readonly Scored[]): boolean =>
  new Set(cells.map(({ placed }) => placed.value.quantity.value)).size === 1;

const isBeside =
  ({ placed: one }: Scored) =>
  ({ placed: other }: Scored): boolean =>
    one.table === other.table && (one.row === other.row || one.value.column === other.value.column);

/**
 * How far a cell is ahead of the next that says something else, in its own table and in others: what is offered in a
 * number's place must be the only reading.
 */
export function leadOf(best: Scored, rivals: readonly Scored[]): { readonly here: number; readonly elsewhere: number } {
  const { value } = best.placed.value.quantity;
  const behind = (here: boolean): number => {
    const next = rivals.find(
      ({ placed }) => placed.value.quantity.value !== value && (placed.table === best.placed.table) === here,
    );
    return best.score - (next?.score ?? 0);
  };
  return { here: behind(true), elsewhere: behind(false) };
}
