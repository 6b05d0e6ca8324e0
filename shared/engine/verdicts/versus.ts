import type { Mention } from './mentions.ts';
import type { Figure } from './utterance.ts';

/** Two figures set against each other, "(x vs. y)", by their indices. */
export type Versus = readonly [number, number];

const BETWEEN = /^[\s%]*(?:vs\.?|versus|against|compared\s+(?:to|with))\s*$/i;

/** The pairs of values that a text sets against each other. */
export function versusPairs(figures: readonly Figure[], text: string): Versus[] {
  return figures.flatMap((figure, f): Versus[] => {
    const next = figures[f + 1];
    if (figure.shape !== 'value' || next?.shape !== 'value') return [];
    return BETWEEN.test(text.slice(figure.quantity.span.end, next.quantity.span.start)) ? [[f, f + 1]] : [];
  });
}

const GOES = /\b(?:improv|increas|boost|rais|lift|push|reduc|decreas|lower|cut)\w*/i;

/** The changes that a text tells by both ends, "from x to y". */
export function changePairs(figures: readonly Figure[], text: string): Versus[] {
  return figures.flatMap((figure, f): Versus[] => {
    const next = figures[f + 1];
    if (figure.shape !== 'value' || next?.shape !== 'value') return [];
    const { start, end } = figure.quantity.span;
    const told =
      /\bfrom\s*$/i.test(text.slice(0, start)) &&
      /^\s*%?\s*(?:up\s+|down\s+)?to\s*$/i.test(text.slice(end, next.quantity.span.start));
    return told ? [[f, f + 1]] : [];
  });
}

/** True where what stands between two names says that the first changes the second. */
export const changes = (text: string, first: Mention, second: Mention): boolean =>
  GOES.test(text.slice(first.end, second.start));

/** True where a text goes from one name to another: "replacing A by B", "from A to B", "between A and B". */
export function goesOver(text: string, first: Mention, second: Mention): boolean {
  const lead = text.slice(0, first.start);
  const between = text.slice(first.end, second.start);
  return GOES_OVER.some(([before, joins]) => before.test(lead) && joins.test(between));
}

const GOES_OVER: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:replac|swap|exchang|substitut|chang|switch)\w*\s+(?:from\s+)?(?:the\s+)?$/i,
    /^\s*(?:by|with|for|to|in\s+favou?r\s+of)\s+(?:the\s+)?$/i,
  ],
  [/\bfrom\s+(?:the\s+)?$/i, /^\s*to\s+(?:the\s+)?$/i],
  [/\bbetween\s+(?:the\s+)?$/i, /^\s*and\s+(?:the\s+)?$/i],
];

/** The two different names that stand nearest before a pair, in the order of its values; null where there are not two. */
export function namesOf(
  pair: Versus,
  names: readonly Mention[],
  figures: readonly Figure[],
): readonly [Mention, Mention] | null {
  const start = (figures[pair[0]] as Figure).quantity.span.start;
  const before = names.filter((name) => name.end <= start);
  const second = before.at(-1);
  const first = before.findLast(
    (name) => second && name.end <= second.start && name.places.join() !== second.places.join(),
  );
  return first && second ? [first, second] : null;
}
