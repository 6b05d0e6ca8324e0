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
  /** How much of what a sentence says occurs in each source: rare words and numbers count more. Left out is nothing. */
  overlaps(sentence: ReadonlySet<string>): ReadonlyMap<CiteEntry, number>;
}

/** The index of a library; built once for each and kept as long as the library is. */
export function citeIndexOf(library: Library): CiteIndex {
  const known = indexes.get(library);
  if (known !== undefined) return known;
  const index = createCiteIndex(library);
  indexes.set(library, index);
  return index;
}

/** Does ahead what the first completion would wait for, with a pause after each document. */
export async function prepareCiteIndex(library: Library, pause: () => Promise<void>): Promise<void> {
  for (const { source } of citeIndexOf(library).entries) {
    if (source.document === null || documentTerms.has(source.document)) continue;
    termsOfDocument(source.document);
    await pause();
  }
}

const indexes = new WeakMap<Library, CiteIndex>();
const documentTerms = new WeakMap<SourceDocument, ReadonlySet<string>>();

function createCiteIndex(library: Library): CiteIndex {
  const entries = [...library.sources.values()].map(entryOf);
  const byWord = new Map<string, CiteEntry[]>();
  for (const entry of entries) {
    for (const word of entry.words) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [entry]);
      else list.push(entry);
    }
  }
  const withDocument = entries.filter(({ source }) => source.document !== null);
  const saying = (term: string): readonly CiteEntry[] => {
    const named = byWord.get(term) ?? [];
    const inText = withDocument.filter(
      (entry) => entry.source.document && termsOfDocument(entry.source.document).has(term) && !named.includes(entry),
    );
    return inText.length === 0 ? named : [...named, ...inText];
  };
  return {
    entries,
    overlaps(sentence) {
      const sums = new Map<CiteEntry, number>();
      for (const term of sentence) {
        const found = saying(term);
        const rarity = Math.log(1 + entries.length / Math.max(1, found.length)) * (/\d/.test(term) ? 2 : 1);
        for (const entry of found) sums.set(entry, (sums.get(entry) ?? 0) + rarity);
      }
      return sums;
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
