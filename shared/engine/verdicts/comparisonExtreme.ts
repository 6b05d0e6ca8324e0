import type { Phrase } from '../claims/findComparisons.ts';
import type { PlacedValue } from '../facts/placedValues.ts';
import { withoutUnits } from '../tables/numberText.ts';
import type { Quantity } from '../text/quantity.ts';
import { readQuantities } from '../text/readQuantities.ts';
import { agreement, comparable } from './compare.ts';
import { type Grid, isSpreadOrChange } from './comparisonGrid.ts';
import type { Outcome } from './comparisonOutcome.ts';
import { peersOf } from './comparisonPairs.ts';
import type { Mention } from './mentions.ts';

const BETWEEN =
  /^(?:[^.;,()]{0,90}?\b(?:is|was|of|at|reaches|being|are|equals?)\s+(?:only\s+)?(?:a\s+|the\s+)?(?:value\s+(?:of\s+)?)?|\s*values?\s*[,:]?\s*(?:at\s+)?)$/i;
/** "0.36 is the highest p-value". */
const BEFORE = /^\s*(?:\p{L}{1,4}\s+)?(?:is|was)\s+(?:the\s+|a\s+)?(?:\p{L}+\s+)?$/iu;

/** The number that a phrase says is the extreme one: "the highest loss is 4.2", "has its lowest value, 0.3". */
export function claimedExtreme(text: string, phrase: Phrase, mentions: readonly Mention[]): Quantity | null {
  if (phrase.rule.relation !== 'superlative' || phrase.rule.sense !== 'size') return null;
  const inName = (quantity: Quantity): boolean =>
    mentions.some((mention) => mention.start <= quantity.span.start && quantity.span.end <= mention.end);
  const found = readQuantities(withoutUnits(text)).filter((quantity) => !quantity.spelled && !inName(quantity));
  const behind = found.find(({ span }) => span.start >= phrase.span.end && span.end <= phrase.clause.end);
  if (behind && BETWEEN.test(plain(text, mentions).slice(phrase.span.end, behind.span.start))) return behind;
  const before = found.findLast(({ span }) => span.start >= phrase.clause.start && span.end <= phrase.span.start);
  return before && BEFORE.test(text.slice(before.span.end, phrase.span.start)) ? before : null;
}

/** A sentence with the names in it, and what stands in brackets, as words without marks: at its own length. */
function plain(text: string, mentions: readonly Mention[]): string {
  let result = text.replace(/\([^()]*\)/g, (part) => ' '.repeat(part.length));
  for (const { start, end } of mentions)
    result = result.slice(0, start) + result.slice(start, end).replace(/[^\p{L}\p{N}]/gu, ' ') + result.slice(end);
  return result;
}

/**
 * Whether a number is the largest (or smallest) at a place that the sentence names along the other axis. A place where
 * the number does not stand at all speaks against it only where no other is named and the numbers are alike, or the
 * table knows every word of the sentence (`explained`), so that no other quantity can be meant.
 */
export function judgeExtreme(
  grid: Grid,
  phrase: Phrase,
  claimed: Quantity,
  places: readonly number[],
  explained: boolean,
): Outcome | null {
  const found = places.flatMap((place) => extremeOf(cellsAt(grid, place), phrase, claimed) ?? []);
  return outcomeOf(found, phrase, claimed, explained);
}

/** Whether a number is the largest (or smallest) of a whole table. */
export function judgeExtremeOfAll(grid: Grid, phrase: Phrase, claimed: Quantity): Outcome | null {
  const all = Array.from({ length: grid.places }, (_, place) => place);
  const places = all.filter((place) => !isSpreadOrChange(grid.labelsAt(place)));
  const cells = places.flatMap((place) => cellsAt(grid, place));
  const found = extremeOf(cells, phrase, claimed);
  return found ? outcomeOf([found], phrase, claimed, true) : null;
}

const cellsAt = (grid: Grid, place: number): PlacedValue[] =>
  peersOf(grid).flatMap((entity) => grid.at(entity, place) ?? []);

function outcomeOf(found: readonly Extreme[], phrase: Phrase, claimed: Quantity, explained: boolean): Outcome | null {
  const standing = found.filter(({ stands }) => stands !== null);
  const lone =
    found.length === 1 && found.every(({ holder }) => explained || comparable(claimed, holder.value.quantity))
      ? found
      : [];
  const meant = standing.length > 0 ? standing : lone;
  const chosen = meant.find(({ holder, stands }) => stands === holder) ?? meant[0];
  if (!chosen) return null;
  const { holder, stands, count } = chosen;
  const kind = (stands === holder) !== phrase.negated ? 'supported' : 'contradicted';
  const cells: readonly [PlacedValue, ...PlacedValue[]] =
    stands === null || stands === holder ? [holder] : [holder, stands];
  const shown = `the ${phrase.text} of ${count} cells is ${holder.value.quantity.text}`;
  return {
    kind,
    cells,
    shown,
    settles: claimed.span,
    steps: [`${shown}, claimed ${claimed.text}`],
  };
}

interface Extreme {
  readonly holder: PlacedValue;
  /** The cell that states the claimed number; the holder itself where the claim is right. */
  readonly stands: PlacedValue | null;
  readonly count: number;
}

function extremeOf(cells: readonly PlacedValue[], phrase: Phrase, claimed: Quantity): Extreme | null {
  const size = (placed: PlacedValue): number => placed.value.quantity.value * phrase.rule.sign;
  const sizes = [...new Set(cells.map(size))].sort((a, b) => b - a);
  // Cells that are all alike have no extreme, and of a list in one cell it is not clear which number counts.
  if (sizes.length < 2 || cells.some(({ cell }) => /\d\s*,\s+\d/.test(cell.text))) return null;
  const holders = cells.filter((placed) => size(placed) === sizes[phrase.rank - 1]);
  const says = (placed: PlacedValue): boolean => agreement(claimed, placed.value.quantity) !== null;
  const holder = holders[0];
  return holder
    ? { holder, stands: holders.some(says) ? holder : (cells.find(says) ?? null), count: cells.length }
    : null;
}
