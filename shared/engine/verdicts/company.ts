import { isCredible, type Scored, type Stated } from './finding.ts';
import { SWAP_MARGIN } from './thresholds.ts';
import type { Figure, Utterance } from './utterance.ts';

/** What a cell loses that has its row and its column in common with no other number, or not with its neighbour. */
const APART = 0.95;
/** The same for the number after the nearest. */
const FURTHER = 0.3;

/**
 * Numbers that stand together in a sentence stand in one row or one column of a table more often than not: a reading
 * in which a number stands apart from its neighbours is the less likely one. `stated` has, by figure, the cells that
 * agree with it; a number that stands where its words do not point is no company.
 */
export function keepCompany(
  { figures, text }: Utterance,
  stated: readonly Stated[],
  f: number,
): (scored: Scored) => Scored {
  const { span } = (figures[f] as Figure).quantity;
  const others = figures
    .flatMap((other, g): Neighbour[] => {
      const own = stated[g] as Stated;
      if (g === f || !isTelling(other) || !isCredible(own, SWAP_MARGIN)) return [];
      const { start, end } = other.quantity.span;
      const between = start < span.start ? text.slice(end, span.start) : text.slice(span.end, start);
      return [{ cells: own.cells, away: between.length, beside: !/[;.]\s|,\s+(?!and\b)\p{L}/u.test(between) }];
    })
    .sort((a, b) => a.away - b.away);
  return (scored) => {
    const near = others
      .map(({ cells, beside }) => ({
        beside,
        cells: cells.filter(({ placed }) => placed.table === scored.placed.table),
      }))
      .filter(({ cells }) => cells.length > 0)
      .map(({ cells, beside }) => ({ beside, apart: cells.every(isApart(scored)) }));
    const [first, second] = near;
    const alone = near.length > 0 && near.every(({ apart }) => apart);
    const loss = (alone || (first?.beside && first.apart) ? APART : 0) + (second?.apart ? FURTHER : 0);
    return loss > 0 ? { ...scored, score: scored.score - loss } : scored;
  };
}

/** Another number of the sentence: where it stands, how many characters lie between, and whether no clause ends there. */
interface Neighbour {
  readonly cells: readonly Scored[];
  readonly away: number;
  readonly beside: boolean;
}

const isTelling = ({ shape, quantity }: Figure): boolean => shape === 'value' && quantity.decimals > 0;

const isApart =
  ({ placed: one }: Scored) =>
  ({ placed: other }: Scored): boolean =>
    other.row !== one.row && other.value.column !== one.value.column;
