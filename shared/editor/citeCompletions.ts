import type { CiteKey, Library, Span } from '../engine/index.ts';
import { shorten } from '../findings/index.ts';
import { citeContextAt } from './citeContext.ts';
import { type CiteEntry, citeIndexOf } from './citeIndex.ts';
import { fold, termsOf } from './fold.ts';

export interface CiteCompletion {
  readonly key: CiteKey;
  /** `Qin et al. 2025` */
  readonly byline: string;
  readonly title: string;
  /** What an editor may filter by while it waits for the next answer; begins with what was typed. */
  readonly filter: string;
  readonly newText: string;
}

export interface CiteCompletions {
  /** What every item replaces. */
  readonly replace: Span;
  /** The best first. */
  readonly items: readonly CiteCompletion[];
}

const mostItems = 100;

/**
 * The citations that fit at `offset`: sources whose key, author, title or year matches what was typed, those that
 * share words and numbers with the sentence first, none that the group cites already. Null where none is being written.
 */
export function citeCompletionsAt(text: string, library: Library, offset: number): CiteCompletions | null {
  const context = citeContextAt(text, offset);
  if (context === null) return null;
  const index = citeIndexOf(library);
  const query = fold(context.query);
  const sentence = new Set(termsOf(context.sentence).filter((term) => term.length > 1 && !common.has(term)));
  const cited = new Set(context.cited);
  const overlaps = index.overlaps(sentence);
  const ranked = index.entries
    .filter(({ key }) => !cited.has(key))
    .map((entry) => ({ entry, match: matchOf(entry, query) }))
    .filter(({ match }) => match > 0)
    .map(({ entry, match }) => ({ entry, score: match + (overlaps.get(entry) ?? 0) }))
    .sort((a, b) => b.score - a.score || (a.entry.key < b.entry.key ? -1 : 1));
  return {
    replace: context.replace,
    items: ranked.slice(0, mostItems).map(({ entry }) => ({
      key: entry.key,
      byline: entry.authorYear,
      title: shorten(entry.title, 80),
      filter: shorten(`${context.query} ${entry.foldedKey} ${entry.words.join(' ')}`.trim(), 120),
      newText: `${context.prefix}${simpleKey.test(entry.key) ? entry.key : `{${entry.key}}`}`,
    })),
  };
}

/** Keys that Pandoc reads without braces. */
const simpleKey = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*$/u;

/** 0 for no match; a match of the key goes before one of the words, its beginning before its middle. */
function matchOf({ foldedKey, words }: CiteEntry, query: string): number {
  if (query === '') return 1;
  if (foldedKey.startsWith(query)) return 60;
  if (words.some((word) => word.startsWith(query))) return 40;
  if (foldedKey.includes(query)) return 30;
  if (query.length > 2 && words.some((word) => word.includes(query))) return 15;
  return isSubsequence(query, foldedKey) && query.length > 2 ? 5 : 0;
}

function isSubsequence(query: string, text: string): boolean {
  let at = -1;
  return [...query].every((char) => {
    at = text.indexOf(char, at + 1);
    return at >= 0;
  });
}

const common = new Set(
  'the a an and or of on in to for with by from at is are was were be has have had it its as that this than then which while but not no we our their they'.split(
    ' ',
  ),
);
