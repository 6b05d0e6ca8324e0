import type { CiteKey, Draft } from '../engine/index.ts';

/** A citation this many characters off counts a third of one beside the caret: about a paragraph. */
const REACH = 1200;
const BESIDE = 6;
const TOGETHER = 8;

/**
 * How likely each key is cited once more at `offset`, by what the draft cites near it, and by what it cites elsewhere
 * together with `cited`, the keys of the group being written.
 */
export function nearbyCitations(
  { citations }: Draft,
  offset: number,
  cited: ReadonlySet<string>,
): ReadonlyMap<CiteKey, number> {
  const near = new Map<CiteKey, number>();
  const groups = new Set(citations.filter(({ key }) => cited.has(key)).map(({ group }) => group.start));
  const together = new Set(citations.filter(({ group }) => groups.has(group.start)).map(({ key }) => key));
  for (const { key, span } of citations) {
    const score = BESIDE * Math.exp(-Math.abs(span.start - offset) / REACH) + (together.has(key) ? TOGETHER : 0);
    near.set(key, Math.max(score, near.get(key) ?? 0));
  }
  return near;
}
