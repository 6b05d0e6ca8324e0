/** Readings of texts that are kept from one version of a draft to the next. */
export interface Memory<T> {
  /** The reading of a text, made anew only if neither this version nor the last one held it. */
  read(text: string): T;
  /** Ends a version: what it did not read is forgotten with the next turn. */
  turn(): void;
}

export function createMemory<T>(make: (text: string) => T): Memory<T> {
  let last = new Map<string, T>();
  let now = new Map<string, T>();
  return {
    read(text) {
      let found = now.get(text);
      if (found === undefined) {
        found = last.get(text) ?? make(text);
        now.set(text, found);
      }
      return found;
    },
    turn() {
      last = now;
      now = new Map();
    },
  };
}
