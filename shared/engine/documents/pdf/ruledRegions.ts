import { type Box, holdsMiddle } from './box.ts';
import { captionKind } from './captionLine.ts';
import { sticksOut } from './growTable.ts';
import { cutAtGaps, type Line, rowsOf, textOf } from './lines.ts';
import type { PageRule } from './page.ts';
import { isValue } from './tableColumns.ts';
import type { Word } from './words.ts';

/** Points: shorter rules close no table. */
const SHORTEST = 40;
/** Points: how far the rules of one table may differ at their ends. */
const RAGGED = 3;
/** Points: rules further apart than this with nothing between them are not of one table. */
const EMPTY = 16;

/** Finds what stands between rules of equal reach: ruled and boxed tables, and other things in frames. Rules come joined. */
export function ruledRegions(words: readonly Word[], rules: readonly PageRule[]): Box[] {
  const open: PageRule[][] = [];
  const found: Box[] = [];
  const long = rules.filter((rule) => rule.to - rule.from >= SHORTEST);
  for (const [i, rule] of long.entries()) {
    const group = open.findLast((one) => sameReach(one[0] as PageRule, rule));
    const last = group?.at(-1);
    const next = long.find((one, n) => n > i && sameReach(rule, one));
    if (group && last && goesOn(words, last, rule, next)) group.push(rule);
    else open.push([rule]);
  }
  for (const group of open) {
    const [first, last] = [group[0], group.at(-1)];
    if (first && last && first !== last)
      found.push({ left: first.from, right: first.to, top: first.at, bottom: last.at });
  }
  // Rules under the headers of a table are a group inside of the table.
  return found.filter(
    (box) => !found.some((other) => other !== box && holdsMiddle(other, box) && isLarger(other, box)),
  );
}

const sameReach = (a: PageRule, b: PageRule): boolean =>
  Math.abs(a.from - b.from) <= RAGGED && Math.abs(a.to - b.to) <= RAGGED;

const isLarger = (a: Box, b: Box): boolean =>
  (a.right - a.left) * (a.bottom - a.top) > (b.right - b.left) * (b.bottom - b.top);

/**
 * True where `rule` goes on with the table above it: between `last` and it are rows and no caption or running text. Two
 * rules with nothing between them end one table and begin the next if labels follow.
 */
function goesOn(words: readonly Word[], last: PageRule, rule: PageRule, next: PageRule | undefined): boolean {
  const rows = rowsBetween(words, last, rule);
  if (rows.length === 0) {
    const step = rule.at - last.at;
    return step < EMPTY && !(next && isHead(rowsBetween(words, rule, next)));
  }
  const box = boxBetween(last, rule);
  return !rows.some((row) => captionKind(textOf(row)) !== null || isLong(row, words, box)) && !isProse(rows, box);
}

/** A line of text that begins and ends outside of what the rules hold. */
const isLong = (row: Line, words: readonly Word[], box: Box): boolean =>
  cutAtGaps(row, 1).length === 1 && row.words.length > 3 && sticksOut(row, words, box);

const boxBetween = (above: PageRule, below: PageRule): Box => ({
  left: above.from,
  right: above.to,
  top: above.at,
  bottom: below.at,
});

function rowsBetween(words: readonly Word[], above: PageRule, below: PageRule): Line[] {
  const box = boxBetween(above, below);
  return rowsOf(words.filter((word) => holdsMiddle(box, word)));
}

/** True where the first row holds several names: the header of another table. */
function isHead([first]: readonly Line[]): boolean {
  const runs = first ? cutAtGaps(first, 1) : [];
  return runs.length > 1 && runs.every((run) => /\p{L}{2}/u.test(textOf(run)) && !isValue(textOf(run)));
}

/** True for lines that mostly run from edge to edge without a gap. */
export function isProse(rows: readonly Line[], box: Box): boolean {
  const full = rows.filter((row) => {
    const runs = cutAtGaps(row, 1.2);
    return runs.length === 1 && row.right - row.left > (box.right - box.left) * 0.8 && row.words.length >= 6;
  });
  return full.length >= 2 && full.length >= rows.length * 0.5;
}
