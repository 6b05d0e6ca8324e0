import { REMOVAL } from '../claims/comparisonPhrases.ts';
import type { Phrase } from '../claims/findComparisons.ts';
import { words } from '../facts/names.ts';
import { type Grid, isSpreadOrChange, restOf } from './comparisonGrid.ts';

/** Who stands against whom when something is taken away. */
export interface Ablation {
  /** The row without the part. */
  readonly without: number;
  /** The row with everything. */
  readonly full: number;
}

const WITHOUT_LABEL = /^(?:w\/o\.?|without|no|minus|remov(?:e|ing)|[-−–\\])\s*(?=\p{L})/iu;
const FULL_LABEL = /\b(?:full|all|ours?|complete|proposed|default|everything|final)\b/i;
const REACH = 60;

/** "drops without C": the row that is called without C, and the row it was taken from; null where either is unclear. */
export function readAblation(grid: Grid, text: string, phrase: Phrase): Ablation | null {
  const removals = [...text.matchAll(new RegExp(REMOVAL, 'giu'))];
  const [removal] = removals;
  if (!removal || removals.length > 1) return null;
  const start = removal.index + removal[0].length;
  const end = start < phrase.span.start ? phrase.span.start : text.length;
  const said = new Set(words(text.slice(start, Math.min(end, start + REACH))).map((word) => word.form));
  const all = Array.from({ length: grid.entities }, (_, entity) => entity);
  const removed = all.filter((entity) => WITHOUT_LABEL.test(labelOf(grid, entity)));
  const without = removed.filter((entity) => {
    const forms = words(labelOf(grid, entity).replace(WITHOUT_LABEL, '')).map((word) => word.form);
    return forms.length > 0 && forms.every((form) => said.has(form));
  });
  const [one] = without;
  if (one === undefined || without.length > 1) return null;
  const rest = all.filter(
    (entity) =>
      !removed.includes(entity) &&
      !isSpreadOrChange(grid.labelsOf(entity)) &&
      restOf(grid, entity, 0) === restOf(grid, one, 0),
  );
  const full = rest.filter((entity) => FULL_LABEL.test(labelOf(grid, entity)));
  const above = rest.filter((entity) => entity < one).at(-1);
  // Rows without a part hang on the row that the list starts from.
  const from =
    full.length === 1
      ? full[0]
      : rest.length === 1
        ? rest[0]
        : removed.every((entity) => entity === one || above === undefined || entity > above)
          ? above
          : undefined;
  return from === undefined ? null : { without: one, full: from };
}

const labelOf = (grid: Grid, entity: number): string => grid.labelsOf(entity).at(-1)?.text.trim() ?? '';
