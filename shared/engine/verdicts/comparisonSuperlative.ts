import type { PlacedValue } from '../facts/placedValues.ts';
import { restOf } from './comparisonGrid.ts';
import type { Outcome } from './comparisonOutcome.ts';
import { directionFor, isFair, peersOf, type Reading, scopeOf } from './comparisonPairs.ts';

interface Standing {
  readonly own: PlacedValue;
  /** The cell that holds the claimed rank; the subject's own where it does. */
  readonly holder: PlacedValue;
  readonly holds: boolean;
  /** Whether it holds the rank among the few of its own group. */
  readonly holdsInGroup: boolean;
}

/** "A is the best": the subject's cells against all others at the same place. */
export function judgeSuperlative(reading: Reading): Outcome | null {
  if (!isFair(reading)) return null;
  const { grid, phrase } = reading;
  const standings = scopeOf(reading).flatMap((place) => {
    const standing = standingAt(reading, place);
    return standing ? [standing] : [];
  });
  if (standings.length === 0) return null;
  const hold = standings.filter(({ holds }) => holds);
  const fail = standings.filter(({ holds, holdsInGroup }) => !holds && !holdsInGroup);
  const steps = [`holds at ${hold.length} of ${standings.length} places`];
  const answer = (kind: Outcome['kind'], [first]: readonly Standing[]): Outcome | null => {
    if (!first) return null;
    const { own, holder } = first;
    const cells: readonly [PlacedValue, ...PlacedValue[]] = own === holder ? [own] : [own, holder];
    const shown =
      own === holder
        ? `${own.value.quantity.text} among ${grid.entities}`
        : `${own.value.quantity.text} beside ${holder.value.quantity.text}`;
    return { kind, cells, shown, steps };
  };
  const all = hold.length === standings.length;
  const none = fail.length === standings.length;
  if (phrase.negated) {
    if (all) return answer('contradicted', hold);
    return none || (phrase.universal && fail.length > 0) ? answer('supported', fail) : null;
  }
  if (all) return answer('supported', hold);
  // "State of the art" looks beyond the table.
  if (/^state/i.test(phrase.text)) return null;
  if (none) return answer('contradicted', fail);
  if (phrase.universal) return fail.length * 2 > standings.length ? answer('contradicted', fail) : null;
  return hold.length * 2 >= standings.length ? answer('supported', hold) : null;
}

/** Where the subject stands among its peers at one place; null where that cannot be told. */
function standingAt(reading: Reading, place: number): Standing | null {
  const { grid, phrase, sides } = reading;
  const sense = phrase.rule.sense === 'size' ? 'up' : directionFor(reading, sides.subjects[0] ?? 0, place);
  if (!sense) return null;
  const sign = (sense === 'up' ? 1 : -1) * phrase.rule.sign;
  const rivals = new Set([...rivalsOf(reading), ...sides.subjects]);
  const cells = [...rivals].flatMap((entity) => {
    const placed = grid.at(entity, place);
    return placed ? [{ entity, placed, value: placed.value.quantity.value * sign }] : [];
  });
  const mine = cells.filter(({ entity }) => sides.subjects.includes(entity)).sort((a, b) => b.value - a.value);
  const own = mine[0];
  if (!own || cells.length < 2 || cells.length === mine.length) return null;
  const valueAt = (list: readonly { value: number }[]): number | undefined =>
    [...new Set(list.map(({ value }) => value))].sort((a, b) => b - a)[phrase.rank - 1];
  const wanted = valueAt(cells);
  const holder = cells.find(({ value }) => value === wanted);
  if (!holder) return null;
  const group = cells.filter(
    ({ entity }) => restOf(grid, entity, sides.level) === restOf(grid, own.entity, sides.level),
  );
  const wantedInGroup = valueAt(group);
  const held = mine.find(({ value }) => value === wanted);
  return {
    own: (held ?? own).placed,
    holder: (held ?? holder).placed,
    holds: held !== undefined,
    holdsInGroup: group.length > 1 && group.length < cells.length && mine.some(({ value }) => value === wantedInGroup),
  };
}

/** Columns compete with those of the same measure; rows with all rows. */
function rivalsOf({ grid, sides }: Reading): number[] {
  const peers = peersOf(grid);
  if (grid.axis === 'row') return peers;
  const own = new Set(sides.subjects.map((subject) => restOf(grid, subject, sides.level)));
  return peers.filter((entity) => own.has(restOf(grid, entity, sides.level)));
}
