const LEAST_COLUMNS = 4;
const MOST_WORDS = 6;

/**
 * Headers of two levels that a converter ran together: `S P`, `S F1`, `NS P`, `NS F1` are S and NS over P and F1.
 * For each label its two parts, or null where the labels are no product of beginnings and ends.
 */
export function crossedHeaders(labels: readonly string[]): (readonly [string, string] | null)[] {
  const split = labels.map((label) => label.trim().split(/\s+/));
  const endsOf = new Map<string, Set<string>>();
  const startsOf = new Map<string, Set<string>>();
  for (const words of split)
    for (let at = 1; at < Math.min(words.length, MOST_WORDS); at++) {
      const [start, end] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
      put(endsOf, start, end);
      put(startsOf, end, start);
    }
  const parts = split.map((words): readonly [string, string] | null => {
    for (let at = Math.min(words.length, MOST_WORDS) - 1; at > 0; at--) {
      const [start, end] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
      // A full cross: every other beginning that has this end has another end in common with this beginning.
      const ends = endsOf.get(start) as Set<string>;
      const twins = [...(startsOf.get(end) as Set<string>)].filter(
        (other) =>
          other !== start && [...(endsOf.get(other) as Set<string>)].some((one) => one !== end && ends.has(one)),
      );
      if (twins.length > 0 && ends.size > 1) return [start, end];
    }
    return null;
  });
  return parts.filter((part) => part !== null).length >= LEAST_COLUMNS ? parts : labels.map(() => null);
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
