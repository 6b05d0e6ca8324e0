import type { Library } from '../engine/index.ts';
import type { LibraryPlace } from './definition.ts';
import { authorYear, titleOf } from './describe.ts';
import { fold, termsOf } from './fold.ts';

/** An entry, a source without one, or a table of a library, by the names a reader would look for. */
export interface LibrarySymbol {
  readonly kind: 'work' | 'table';
  readonly name: string;
  /** What it belongs to: author, year and title of a work, the key of a table's source. */
  readonly container: string;
  readonly place: LibraryPlace;
}

interface Indexed {
  readonly symbol: LibrarySymbol;
  readonly folded: string;
}

const indexes = new WeakMap<Library, readonly Indexed[]>();

/** What has every word of the query in its key, authors, title, year, label or caption; at most `limit`. */
export function findLibrarySymbols(library: Library, query: string, limit: number): LibrarySymbol[] {
  const index = indexes.get(library) ?? indexOf(library);
  indexes.set(library, index);
  const terms = termsOf(query);
  const found: LibrarySymbol[] = [];
  for (const { symbol, folded } of index) {
    if (found.length === limit) break;
    if (terms.every((term) => folded.includes(term))) found.push(symbol);
  }
  return found;
}

function indexOf(library: Library): Indexed[] {
  const symbols: Indexed[] = [];
  const add = (symbol: LibrarySymbol, more: string): void => {
    symbols.push({ symbol, folded: fold(`${symbol.name} ${symbol.container} ${more}`) });
  };
  for (const source of library.sources.values()) {
    const { key, entry, bibliography, id, document } = source;
    const place: LibraryPlace | null =
      entry !== null && bibliography !== null
        ? { document: bibliography, span: entry.keySpan }
        : id === null
          ? null
          : { document: id, span: { start: 0, end: 0 } };
    const container = [authorYear(source), titleOf(source)].filter(Boolean).join(': ');
    const everyone = entry?.authors.map(({ family }) => family).join(' ') ?? '';
    if (place !== null) add({ kind: 'work', name: key, container, place }, everyone);
    for (const [index, { label, caption, span }] of (document?.tables ?? []).entries()) {
      if (id === null) continue;
      const title = caption === '' ? '' : `: ${caption}`;
      const name = caption.startsWith(label ?? '\u0000') ? caption : `${label ?? `Table ${index + 1}`}${title}`;
      add({ kind: 'table', name, container: key, place: { document: id, span } }, '');
    }
  }
  return symbols;
}
