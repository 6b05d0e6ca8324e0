import type { Phrase } from '../claims/findComparisons.ts';
import type { PlacedValue } from '../facts/placedValues.ts';
import type { Quantity } from '../text/quantity.ts';
import { readQuantities } from '../text/readQuantities.ts';
import { agreement, comparable } from './compare.ts';
import type { Grid } from './comparisonGrid.ts';
import type { Outcome } from './comparisonOutcome.ts';
import { peersOf } from './comparisonPairs.ts';
import type { Mention } from './mentions.ts';

const BETWEEN =
  /^(?:[^.;,()]{0,90}?\b(?:is|was|of|at|reaches|being|are|equals?)\s+(?:only\s+)?(?:a\s+|the\s+)?(?:value\s+(?:of\s+)?)?|\s*values?\s*[,:]\s*(?:at\s+)?)$/i;

/** The number that a phrase says is the extreme one: "the highest loss is 4.2", "has its lowest value, 0.3". */
export function claimedExtreme(text: string, phrase: Phrase, mentions: readonly Mention[]): Quantity | null {
  if (phrase.rule.relation !== 'superlative' || phrase.rule.sense !== 'size') return null;
  const found = readQuantities(text).find(
    ({ span, spelled }) =>
      !spelled &&
      span.start >= phrase.span.end &&
      span.end <= phrase.clause.end &&
      !mentions.some((mention) => mention.start <= span.start && span.end <= mention.end),
  );
  if (!found) return null;
  const between = text.slice(phrase.span.end, found.span.start);
  return BETWEEN.test(between) ? found : null;
}

/**
 * Whether a number is the largest (or smallest) at a place that the sentence names along the other axis. A place where
 * the number does not stand at all speaks against it only where no other is named and the numbers are alike.
 */
export function judgeExtreme(
  grid: Grid,
  phrase: Phrase,
  claimed: Quantity,
  places: readonly number[],
  strength: number,
): Outcome | null {
  const found = places.flatMap((place) => extremeAt(grid, phrase, claimed, place) ?? []);
  const standing = found.filter(({ stands }) => stands !== null);
  const lone =
    found.length === 1 && found.every(({ holder }) => comparable(claimed, holder.value.quantity)) ? found : [];
  const meant = standing.length > 0 ? standing : lone;
  const chosen = meant.find(({ holder, stands }) => stands === holder) ?? meant[0];
  if (!chosen) return null;
  const { holder, stands, count } = chosen;
  const kind = (stands === holder) !== phrase.negated ? 'supported' : 'contradicted';
  const cells: readonly [PlacedValue, ...PlacedValue[]] =
    stands === null || stands === holder ? [holder] : [holder, stands];
  const said = `the ${phrase.text} of ${count} cells is ${holder.value.quantity.text}`;
  return { kind, cells, confidence: 0.7 + 0.2 * strength, shown: said, steps: [`${said}, claimed ${claimed.text}`] };
}

interface Extreme {
  readonly holder: PlacedValue;
  /** The cell that states the claimed number; the holder itself where the claim is right. */
  readonly stands: PlacedValue | null;
  readonly count: number;
}

function extremeAt(grid: Grid, phrase: Phrase, claimed: Quantity, place: number): Extreme | null {
  const cells = peersOf(grid).flatMap((entity) => grid.at(entity, place) ?? []);
  const size = (placed: PlacedValue): number => placed.value.quantity.value * phrase.rule.sign;
  const wanted = [...new Set(cells.map(size))].sort((a, b) => b - a)[phrase.rank - 1];
  const holders = cells.filter((placed) => size(placed) === wanted);
  const says = (placed: PlacedValue): boolean => agreement(claimed, placed.value.quantity) !== null;
  const holder = holders[0];
  return holder && cells.length > 1
    ? { holder, stands: holders.some(says) ? holder : (cells.find(says) ?? null), count: cells.length }
    : null;
}
