import type { RawEntry } from './scanBib.ts';

/** The first of the fields that is not empty, as written; else an empty string. */
export interface FieldReader {
  (...names: string[]): string;
  /** All fields that are not empty, in lower case, those that are taken over included. */
  readonly names: readonly string[];
}

/** True where an entry takes fields over from others. */
export function refersToOthers({ fields }: RawEntry): boolean {
  return fields.has('crossref') || fields.has('xdata');
}

/** The keys, in lower case, from which an entry takes fields over. */
export function referredTo({ fields }: RawEntry): string[] {
  const keys = `${fields.get('xdata') ?? ''},${fields.get('crossref') ?? ''}`.toLowerCase().split(',');
  return keys.map((key) => key.trim()).filter((key) => key !== '');
}

/**
 * Reads the fields of an entry: its own, then those of its `xdata`, then those of its `crossref`, where the title of
 * the whole is the book title of the part.
 */
export function fieldReader(raw: RawEntry, find: (key: string) => RawEntry | undefined): FieldReader {
  const all = withInherited(raw, find, new Set());
  const read = (...names: string[]): string => {
    for (const name of names) {
      const value = all.get(name);
      if (value !== undefined && value.trim() !== '') return value;
    }
    return '';
  };
  return Object.assign(read, { names: [...all].filter(([, value]) => value.trim() !== '').map(([name]) => name) });
}

type Fields = ReadonlyMap<string, string>;

/** `visited`: an entry may be named more than once, and by itself; its fields are taken over once. */
function withInherited(raw: RawEntry, find: (key: string) => RawEntry | undefined, visited: Set<RawEntry>): Fields {
  if (!refersToOthers(raw)) return raw.fields;
  visited.add(raw);
  const all = new Map(raw.fields);
  const take = (key: string): Fields => {
    const other = find(key);
    if (other === undefined || visited.has(other) || visited.size > MOST) return new Map();
    visited.add(other);
    return withInherited(other, find, visited);
  };
  const add = (name: string, value: string): void => {
    if (!all.has(name)) all.set(name, value);
  };
  for (const key of (raw.fields.get('xdata') ?? '').split(',')) for (const [name, value] of take(key)) add(name, value);
  const above = take(all.get('crossref') ?? '');
  const booktitle = above.get('title');
  if (booktitle !== undefined) add('booktitle', booktitle);
  for (const [name, value] of above) if (!ownOnly.has(name)) add(name, value);
  return all;
}

/** Longer chains are made to do harm. */
const MOST = 20;

/** What belongs to the work itself and is not taken over from the book that it stands in. */
const ownOnly: ReadonlySet<string> = new Set(
  'abstract addendum booktitle crossref doi eprint eprinttype file ids key label note pages pagetotal pmid pmcid shorttitle subtitle title url xdata xref'.split(
    ' ',
  ),
);
