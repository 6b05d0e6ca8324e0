import type { CaptionItem, Item, Scope, TableItem } from './body.ts';
import { chain } from './floats.ts';

/** How many items may stand between a table outside of any float and its caption. */
const REACH = 2;

/** The captions of each table: that of its float, then that of its part. */
export function captionsFor(items: readonly Item[]): Map<TableItem, CaptionItem[]> {
  const found = new Map<TableItem, CaptionItem[]>();
  for (const [i, item] of items.entries()) {
    if (item.kind !== 'table') continue;
    const near = neighbours(items, i, item.scope);
    const main = choose(
      near.filter(({ caption }) => caption.of !== 'sub'),
      item,
      i,
      items,
    );
    const part = near.find(({ caption }) => caption.of === 'sub' && isAround(caption.scope, item.scope));
    found.set(
      item,
      [main, part?.caption].filter((caption) => caption !== undefined),
    );
  }
  return found;
}

interface Near {
  readonly caption: CaptionItem;
  readonly at: number;
}

/** Captions of the same float, or, outside of floats, those that stand close. */
function neighbours(items: readonly Item[], at: number, scope: Scope | null): Near[] {
  const root = chain(scope).at(-1);
  const near: Near[] = [];
  const take = (i: number): boolean => {
    const item = items[i];
    if (!item || item.kind === 'heading') return false;
    if (item.kind === 'text') return root !== undefined || Math.abs(i - at) < REACH;
    if (chain(item.scope).at(-1) !== root) return false;
    if (item.kind === 'caption') near.push({ caption: item, at: i });
    return root !== undefined || Math.abs(i - at) < REACH;
  };
  for (let i = at - 1; take(i); i--);
  near.reverse();
  for (let i = at + 1; take(i); i++);
  return near;
}

/** The caption in the innermost scope around the table; of several, the one that the order of captions and tables says. */
function choose(near: readonly Near[], table: TableItem, at: number, items: readonly Item[]): CaptionItem | undefined {
  const shared = near.map(({ caption }) => depthOfShared(caption.scope, table.scope));
  const deepest = Math.max(...shared);
  const candidates = near.filter((_, i) => shared[i] === deepest);
  if (candidates.length < 2) return candidates[0]?.caption;
  const first = Math.min(...candidates.map((one) => one.at));
  const opensWithTable = items
    .slice(0, first)
    .some((item) => item.kind === 'table' && depthOfShared(item.scope, table.scope) >= deepest && deepest > 0);
  const above = candidates.findLast((one) => one.at < at);
  const below = candidates.find((one) => one.at > at);
  return (opensWithTable ? (below ?? above) : (above ?? below))?.caption;
}

function depthOfShared(a: Scope | null, b: Scope | null): number {
  const around = new Set(chain(b));
  return chain(a).filter((scope) => around.has(scope)).length;
}

function isAround(outer: Scope | null, inner: Scope | null): boolean {
  return outer === null || chain(inner).includes(outer);
}
