import type { Binding } from './binding.ts';
import { QUALIFIES, wholeRows } from './mentions.ts';

interface Name {
  readonly rows: readonly number[];
  readonly start: number;
  readonly end: number;
}

/**
 * The rows that each name of an utterance may mean, in its order. Names one of which qualifies the other, `A (large)`,
 * are one name: they mean the rows that both stand for.
 */
export function rowsOfNames({ mentions }: Pick<Binding, 'mentions'>, text: string): (readonly number[])[] {
  const names: Name[] = [];
  for (const { places, start, end } of wholeRows(mentions)) {
    const last = names.at(-1);
    const shared = last ? places.filter((row) => last.rows.includes(row)) : [];
    const isSame = last !== undefined && start === last.start;
    if (last && isSame) names[names.length - 1] = { ...last, rows: [...new Set([...last.rows, ...places])] };
    else if (last && shared.length > 0 && QUALIFIES.test(text.slice(last.end, start)))
      names[names.length - 1] = { ...last, rows: shared, end };
    else if (!last || start >= last.end) names.push({ rows: places, start, end });
  }
  return names.map(({ rows }) => rows);
}
