import type { PageRule } from './page.ts';

/** Points: rules at heights nearer than this are one line, and pieces with a smaller gap go on. */
const SAME = 1.2;

/** Joins what was drawn in pieces or twice: the borders of neighbouring cells, a double line. In the order of `at`. */
export function joinRules(rules: readonly PageRule[]): PageRule[] {
  const joined: PageRule[] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at || a.from - b.from)) {
    let at = joined.length - 1;
    while (at >= 0 && rule.at - (joined[at] as PageRule).at < SAME && !reaches(joined[at] as PageRule, rule)) at--;
    const one = joined[at];
    if (one && rule.at - one.at < SAME)
      joined[at] = { at: one.at, from: Math.min(one.from, rule.from), to: Math.max(one.to, rule.to) };
    else joined.push(rule);
  }
  return joined;
}

const reaches = (a: PageRule, b: PageRule): boolean => b.from <= a.to + SAME && a.from <= b.to + SAME;
