import type { Phrase } from '../claims/findComparisons.ts';
import type { PlacedValue } from './binding.ts';
import type { Grid } from './comparisonGrid.ts';
import type { Outcome } from './comparisonOutcome.ts';
import { peersOf, placesOf, senseAt } from './comparisonPairs.ts';
import type { Reading } from './comparisonSides.ts';

interface Standing {
  readonly own: PlacedValue;
  /** The cell that holds the claimed rank. */
  readonly holder: PlacedValue;
  readonly holds: boolean;
  /** Whether it holds the rank among those of its own group. */
  readonly holdsInGroup: boolean;
}

/** "A is the best": the subject's cells against all others at the same place. */
export function judgeSuperlative(grid: Grid, phrase: Phrase, reading: Reading, text: string): Outcome | null {
  const standings = placesOf(grid, phrase, reading, text).flatMap((place) => {
    const standing = standingAt(grid, phrase, reading, text, place);
    return standing ? [standing] : [];
  });
  if (standings.length === 0) return null;
  const hold = standings.filter(({ holds }) => holds);
  const fail = standings.filter(({ holds, holdsInGroup }) => !holds && !holdsInGroup);
  const steps = [`holds at ${hold.length} of ${standings.length} places`];
  const answer = (kind: Outcome['kind'], [first]: readonly Standing[], confidence: number): Outcome | null => {
    if (!first) return null;
    const cells: readonly [PlacedValue, ...PlacedValue[]] =
      first.own === first.holder ? [first.own] : [first.own, first.holder];
    const shown =
      first.own === first.holder
        ? `${first.own.value.quantity.text} of ${grid.entities}`
        : `${first.own.value.quantity.text}, but ${first.holder.value.quantity.text}`;
    return { kind, cells, confidence, shown, steps };
  };
  const firm = 0.7 + 0.2 * reading.strength;
  const all = hold.length === standings.length;
  const none = fail.length === standings.length;
  if (phrase.negated) {
    if (all) return answer('contradicted', hold, firm);
    return none || phrase.universal ? answer('supported', fail, firm) : null;
  }
  if (all) return answer('supported', hold, firm);
  if (none) return answer('contradicted', fail, firm);
  if (phrase.universal) return fail.length * 2 >= standings.length ? answer('contradicted', fail, firm) : null;
  return hold.length * 2 >= standings.length ? answer('supported', hold, firm * 0.85) : null;
}

/** Where the subject stands among its peers at one place; null where that cannot be told. */
function standingAt(grid: Grid, phrase: Phrase, reading: Reading, text: string, place: number): Standing | null {
  const sense = phrase.rule.sense === 'size' ? 'up' : senseAt(grid, phrase, text, reading.subjects[0] ?? 0, place);
  if (!sense) return null;
  const sign = (sense === 'up' ? 1 : -1) * phrase.rule.sign;
  const entities = new Set([...peersOf(grid), ...reading.subjects]);
  const cells = [...entities].flatMap((entity) => {
    const placed = grid.at(entity, place);
    return placed ? [{ entity, placed, value: placed.value.quantity.value * sign }] : [];
  });
  const mine = cells.filter(({ entity }) => reading.subjects.includes(entity)).sort((a, b) => b.value - a.value);
  const own = mine[0];
  if (!own || cells.length < 3 - (cells.length === 2 ? 1 : 0)) return null;
  const ranks = [...new Set(cells.map(({ value }) => value))].sort((a, b) => b - a);
  const wanted = ranks[phrase.rank - 1];
  if (wanted === undefined) return null;
  const holder = cells.find(({ value }) => value === wanted) ?? own;
  const group = cells.filter(({ entity }) => groupOf(grid, entity) === groupOf(grid, own.entity));
  const groupRanks = [...new Set(group.map(({ value }) => value))].sort((a, b) => b - a);
  const holds = mine.some(({ value }) => value === wanted);
  return {
    own: own.placed,
    holder: holds ? own.placed : holder.placed,
    holds,
    holdsInGroup:
      group.length > 1 &&
      group.length < cells.length &&
      mine.some(({ value }) => value === groupRanks[phrase.rank - 1]),
  };
}

const groupOf = (grid: Grid, entity: number): string =>
  grid
    .labelsOf(entity)
    .slice(0, -1)
    .map((label) => label.text)
    .join('\u0000');
