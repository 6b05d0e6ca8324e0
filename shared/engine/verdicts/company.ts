import type { Scored } from './finding.ts';
import type { Figure } from './utterance.ts';

/** What a cell loses that has neither its row nor its column in common with the nearest other number of the sentence. */
const APART = 0.9;
/** The same for the number after the nearest. */
const FURTHER = 0.3;

/**
 * Numbers that stand together in a sentence stand in one row or one column of a table more often than not: a reading
 * in which a number stands apart from its neighbours is the less likely one. `stated` has, by figure, the cells that
 * agree with it.
 */
export function keepCompany(
  figures: readonly Figure[],
  stated: readonly (readonly Scored[])[],
  f: number,
): (scored: Scored) => Scored {
  const start = (figures[f] as Figure).quantity.span.start;
  const away = (g: number): number => Math.abs((figures[g] as Figure).quantity.span.start - start);
  const others = figures
    .flatMap((other, g) => (g !== f && isTelling(other) && stated[g]?.length ? [g] : []))
    .sort((a, b) => away(a) - away(b))
    .map((g) => stated[g] ?? []);
  return (scored) => {
    const near = others
      .map((cells) => cells.filter(({ placed }) => placed.table === scored.placed.table))
      .filter((cells) => cells.length > 0);
    const loss = [APART, FURTHER].reduce((sum, cost, i) => sum + (near[i]?.every(isApart(scored)) ? cost : 0), 0);
    return loss > 0 ? { ...scored, score: scored.score - loss } : scored;
  };
}

const isTelling = ({ shape, quantity }: Figure): boolean => shape === 'value' && quantity.decimals > 0;

const isApart =
  ({ placed: one }: Scored) =>
  ({ placed: other }: Scored): boolean =>
    other.row !== one.row && other.value.column !== one.value.column;
