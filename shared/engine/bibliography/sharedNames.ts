/** Gives one list for all entries with the same names: a file of thousands of entries has few kinds of them. */
export type ShareNames = (names: readonly string[]) => readonly string[];

export function createSharedNames(): ShareNames {
  const lists = new Map<string, readonly string[]>();
  return (names) => {
    const id = names.join(' ');
    const known = lists.get(id);
    if (known !== undefined) return known;
    lists.set(id, names);
    return names;
  };
}
