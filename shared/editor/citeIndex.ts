import type { CiteKey, Library, Source } from '../engine/index.ts';
import { authorNames, titleOf, yearOf } from './describe.ts';
import { termsOfDocument } from './documentTerms.ts';
import { fold, termsOf } from './fold.ts';

/** One source as the completion looks for it. */
export interface CiteEntry {
  readonly key: CiteKey;
  readonly foldedKey: string;
  readonly source: Source;
}

/** The entries that have a word, by their place in the index, and how much the word weighs for each. */
export interface Posting {
  readonly entries: number[];
  readonly weights: number[];
}

export interface CiteIndex {
  /** In the order of their keys. */
  readonly entries: readonly CiteEntry[];
  /** Folded words of authors, titles, years and venues. */
  readonly words: ReadonlyMap<string, Posting>;
}

/** The index of a library; built once for each and kept as long as the library is. */
export function citeIndexOf(library: Library): CiteIndex {
  const growing = growingOf(library);
  grow(growing, Number.POSITIVE_INFINITY);
  return growing;
}

/** Does ahead what the first completion would wait for, with pauses. */
export async function prepareCiteIndex(library: Library, pause: () => Promise<void>): Promise<void> {
  const growing = growingOf(library);
  while (grow(growing, SLICE)) await pause();
  for (const { document } of library.documents.values()) {
    termsOfDocument(document);
    await pause();
  }
}

/** So many entries take about as long as a keystroke may wait. */
const SLICE = 250;

interface Growing extends CiteIndex {
  readonly entries: CiteEntry[];
  readonly words: Map<string, Posting>;
  /** What is still to be indexed. */
  readonly rest: Iterator<Source>;
}

const indexes = new WeakMap<Library, Growing>();

function growingOf(library: Library): Growing {
  const known = indexes.get(library);
  if (known !== undefined) return known;
  const growing: Growing = { entries: [], words: new Map(), rest: byKey(library).values() };
  indexes.set(library, growing);
  return growing;
}

/** The order of those that fit equally well. */
function byKey({ sources }: Library): Source[] {
  return [...sources.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Indexes up to `most` more sources. False when all are in. */
function grow(growing: Growing, most: number): boolean {
  for (let count = 0; count < most; count++) {
    const next = growing.rest.next();
    if (next.done) return false;
    add(growing, next.value);
  }
  return true;
}

function add({ entries, words }: Growing, source: Source): void {
  const at = entries.length;
  entries.push({ key: source.key, foldedKey: fold(source.key), source });
  const own = new Map<string, number>();
  const take = (text: string, weight: number): void => {
    for (const word of termsOf(text)) own.set(word, Math.max(weight, own.get(word) ?? 0));
  };
  for (const author of authorNames(source)) take(author, 1);
  take(titleOf(source), 0.95);
  take(yearOf(source), 0.9);
  take(source.entry?.venue ?? '', 0.7);
  for (const [word, weight] of own) {
    const posting = words.get(word);
    if (posting === undefined) words.set(word, { entries: [at], weights: [weight] });
    else {
      posting.entries.push(at);
      posting.weights.push(weight);
    }
  }
}
