import { type CiteKey, type Draft, type Library, type StatingTable, statingTables } from '../engine/index.ts';
import { type CiteEntry, citeIndexOf } from './citeIndex.ts';
import { matchEntries } from './citeMatch.ts';
import { nearbyCitations } from './nearbyCitations.ts';
import { overlapWith } from './sentenceOverlap.ts';

/** What a citation is wanted for. */
export interface Wanted {
  /** What was typed of it: words of key, author, title, year, venue; may be empty. */
  readonly query: string;
  /** The sentence that it is to vouch for, without the key. */
  readonly sentence: string;
  /** The keys that its group cites already: they are not wanted again. */
  readonly cited: readonly string[];
  /** Where in the draft it is written. */
  readonly offset: number;
}

export interface RankedSource extends CiteEntry {
  /** The table that states a number of the sentence in a cell which the sentence names, if one does. */
  readonly stating: StatingTable | null;
}

/** A source that states the sentence's number goes before all that only share words with it. */
const STATING = 100;
const PER_STATED = 10;

export interface RankedSources {
  /** The likeliest first. */
  readonly best: readonly RankedSource[];
  /** True where more fit than were asked for. */
  readonly isCut: boolean;
}

/**
 * Up to `most` sources that fit what was typed, the likeliest first: those that state the sentence's numbers in cells it
 * names, then those that fit the typed words, share words with the sentence, or are cited near by.
 */
export function rankSources(draft: Draft, library: Library, wanted: Wanted, most: number): RankedSources {
  const { query, sentence, offset } = wanted;
  const index = citeIndexOf(library);
  const { entries } = index;
  const cited = new Set(wanted.cited);
  const scores = matchEntries(index, query);
  const overlap = overlapWith(index, sentence);
  const near = nearbyCitations(draft, offset, cited);
  const stating = bestOfEach(statingTables(draft, offset, library));
  const fitting: number[] = [];
  entries.forEach(({ key }, at) => {
    const fit = scores[at] ?? 0;
    if (fit === 0 || cited.has(key)) return;
    const table = stating.get(key);
    const stated = table === undefined ? 0 : STATING + PER_STATED * table.score;
    scores[at] = fit + stated + (overlap[at] ?? 0) + (near.get(key) ?? 0);
    fitting.push(at);
  });
  const scoreOf = (at: number): number => scores[at] ?? 0;
  fitting.sort((a, b) => scoreOf(b) - scoreOf(a) || a - b);
  return {
    best: fitting.slice(0, most).flatMap((at) => {
      const entry = entries[at];
      return entry === undefined ? [] : [{ ...entry, stating: stating.get(entry.key) ?? null }];
    }),
    isCut: fitting.length > most,
  };
}

/** Of the tables, which come best first, the first of each source. */
function bestOfEach(tables: readonly StatingTable[]): Map<CiteKey, StatingTable> {
  const best = new Map<CiteKey, StatingTable>();
  for (const table of tables) if (!best.has(table.source)) best.set(table.source, table);
  return best;
}
