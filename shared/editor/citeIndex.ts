import type { CiteKey, Library, Source, SourceDocument } from '../engine/index.ts';
import { authorYear, titleOf, yearOf } from './describe.ts';
import { fold, termsOf } from './fold.ts';

/** One source as the completion looks for it. */
export interface CiteEntry {
  readonly key: CiteKey;
  readonly title: string;
  readonly authorYear: string;
  readonly foldedKey: string;
  /** Folded words of authors, title, year and venue. */
  readonly words: readonly string[];
  readonly source: Source;
}

export interface CiteIndex {
  readonly entries: readonly CiteEntry[];
  /** How much of what a sentence says occurs in the source: rare words and numbers count more; 0 for nothing. */
  overlap(entry: CiteEntry, sentence: ReadonlySet<string>): number;
}

/** The index of a library; built once for each and kept as long as the library is. */
export function citeIndexOf(library: Library): CiteIndex {
  const known = indexes.get(library);
  if (known !== undefined) return known;
  const index = createCiteIndex(library);
  indexes.set(library, index);
  return index;
}

const indexes = new WeakMap<Library, CiteIndex>();
const documentTerms = new WeakMap<SourceDocument, ReadonlySet<string>>();

function createCiteIndex(library: Library): CiteIndex {
  const entries = [...library.sources.values()].map(entryOf);
  const frequency = new Map<string, number>();
  const frequencyOf = (term: string): number => {
    let count = frequency.get(term);
    if (count === undefined) {
      count = entries.filter((entry) => says(entry, term)).length;
      frequency.set(term, count);
    }
    return count;
  };
  return {
    entries,
    overlap(entry, sentence) {
      let sum = 0;
      for (const term of sentence) {
        if (!says(entry, term)) continue;
        const rarity = Math.log(1 + entries.length / frequencyOf(term));
        sum += /\d/.test(term) ? 2 * rarity : rarity;
      }
      return sum;
    },
  };
}

function entryOf(source: Source): CiteEntry {
  const title = titleOf(source);
  const authors =
    source.entry?.authors.map(({ given, family }) => `${given} ${family}`) ?? source.document?.metadata.authors ?? [];
  const words = termsOf([...authors, title, yearOf(source), source.entry?.venue ?? ''].join(' '));
  return {
    key: source.key,
    title,
    authorYear: authorYear(source),
    foldedKey: fold(source.key),
    words: [...new Set(words)],
    source,
  };
}

function says({ words, source }: CiteEntry, term: string): boolean {
  return words.includes(term) || (source.document !== null && termsOfDocument(source.document).has(term));
}

/** The words and numbers of passages, captions, headers and cells. */
function termsOfDocument(document: SourceDocument): ReadonlySet<string> {
  const known = documentTerms.get(document);
  if (known !== undefined) return known;
  const terms = new Set<string>();
  const take = (text: string): void => {
    for (const term of termsOf(text)) terms.add(term);
  };
  for (const passage of document.passages) take(passage.text);
  for (const table of document.tables) {
    take(table.caption);
    for (const column of table.columns) for (const label of column.header) take(label.text);
    for (const row of table.rows) {
      for (const label of row.header) take(label.text);
      for (const cell of row.cells) take(cell.text);
    }
  }
  documentTerms.set(document, terms);
  return terms;
}
