import type { CiteEntry, CiteIndex, Posting } from './citeIndex.ts';
import { fold } from './fold.ts';
import { beginsWithOneEdit } from './oneEdit.ts';

// How well a typed word fits an entry. A match of the key goes before one of the words, its beginning before its middle.
const KEY_BEGINS = 60;
const WORD_IS = 44;
const WORD_BEGINS = 40;
const KEY_HOLDS = 30;
const WORD_HOLDS = 15;
const WORD_NEARLY = 10;
const KEY_SPREAD = 5;
/** Shorter words are not looked for inside of others, nor with a slip. */
const LEAST_INSIDE = 3;
const LEAST_WITH_SLIP = 5;

/**
 * How well what was typed fits each entry of the index, by its place; 0 where it does not. Several typed words must all
 * fit, each by the key, an author, the title, the year or the venue. Everything fits nothing typed.
 */
export function matchEntries(index: CiteIndex, typed: string): Float64Array {
  const [first = '', ...others] = fold(typed).trim().split(/\s+/);
  if (first === '') return new Float64Array(index.entries.length).fill(1);
  const sums = matchOne(index, first);
  for (const other of others) {
    const scores = matchOne(index, other);
    sums.forEach((sum, at) => {
      const score = scores[at] ?? 0;
      sums[at] = sum === 0 || score === 0 ? 0 : sum + score;
    });
  }
  return sums;
}

function matchOne({ entries, words }: CiteIndex, query: string): Float64Array {
  const scores = new Float64Array(entries.length);
  entries.forEach((entry, at) => {
    scores[at] = matchKey(entry, query);
  });
  // Digits are typed as they are: 2021 is not nearly 2020.
  const maySlip = query.length >= LEAST_WITH_SLIP && !/\d/.test(query);
  for (const [word, posting] of words) {
    const match = matchWord(word, query, maySlip);
    if (match > 0) raise(scores, posting, match);
  }
  return scores;
}

/** Plain loops: a common word stands in thousands of entries. */
function raise(scores: Float64Array, { entries, weights }: Posting, match: number): void {
  for (let i = 0; i < entries.length; i++) {
    const at = entries[i] as number;
    const score = match * (weights[i] as number);
    if (score > (scores[at] as number)) scores[at] = score;
  }
}

function matchKey({ foldedKey }: CiteEntry, query: string): number {
  if (foldedKey.startsWith(query)) return KEY_BEGINS;
  if (foldedKey.includes(query)) return KEY_HOLDS;
  return query.length >= LEAST_INSIDE && isSubsequence(query, foldedKey) ? KEY_SPREAD : 0;
}

function matchWord(word: string, query: string, maySlip: boolean): number {
  if (word.startsWith(query)) return word.length === query.length ? WORD_IS : WORD_BEGINS;
  if (query.length >= LEAST_INSIDE && word.includes(query)) return WORD_HOLDS;
  return maySlip && beginsWithOneEdit(word, query) ? WORD_NEARLY : 0;
}

function isSubsequence(query: string, text: string): boolean {
  let at = -1;
  for (const char of query) {
    at = text.indexOf(char, at + 1);
    if (at < 0) return false;
  }
  return true;
}
