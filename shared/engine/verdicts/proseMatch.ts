import type { Word } from '../facts/names.ts';
import type { ProseFact, ProseFacts } from '../facts/proseFacts.ts';
import { agreement, comparable } from './compare.ts';
import type { Figure, Utterance } from './utterance.ts';

/** A number of a source's prose with what it shares with a claim. */
export interface ProseMatch {
  readonly fact: ProseFact;
  /** Weight of the shared words near both numbers. */
  readonly overlap: number;
  /** Forms shared. */
  readonly shared: readonly string[];
  /** The word right behind (or before) both numbers is the same: they count the same thing. */
  readonly sameNoun: boolean;
}

const NEAR = 45;
const FAR_WEIGHT = 0.45;
const ENOUGH = 0.85;
const BOUND = 1.6;

/** The best sentence that states the figure, or null. */
export function supportingProse(utterance: Utterance, figure: Figure, prose: ProseFacts): ProseMatch | null {
  return best(utterance, figure, prose, (fact) => agreement(figure.quantity, fact.quantity, figure.hedge) !== null, ENOUGH);
}

/** The best sentence that states another value for the same thing, or null. */
export function contradictingProse(utterance: Utterance, figure: Figure, prose: ProseFacts): ProseMatch | null {
  const match = best(utterance, figure, prose, (fact) => comparable(figure.quantity, fact.quantity), BOUND);
  return match && match.sameNoun && match.shared.length >= 3 ? match : null;
}

function best(
  utterance: Utterance,
  figure: Figure,
  prose: ProseFacts,
  fits: (fact: ProseFact) => boolean,
  enough: number,
): ProseMatch | null {
  let found: ProseMatch | null = null;
  for (const fact of prose.facts) {
    if (!fits(fact)) continue;
    const match = compareWords(utterance, figure, fact, prose);
    if (match.overlap >= enough && (match.shared.length >= 2 || match.sameNoun) && match.overlap > (found?.overlap ?? 0)) found = match;
  }
  return found;
}

function compareWords(utterance: Utterance, figure: Figure, fact: ProseFact, prose: ProseFacts): ProseMatch {
  const claimed = figure.quantity.span;
  const stated = fact.quantity.span;
  const factWords = new Map<string, number>();
  for (const word of fact.words) factWords.set(word.form, Math.max(factWords.get(word.form) ?? 0, nearness(word, stated)));
  let overlap = 0;
  const shared = new Set<string>();
  for (const word of utterance.words) {
    const there = factWords.get(word.form);
    if (there === undefined || shared.has(word.form)) continue;
    shared.add(word.form);
    overlap += prose.weight(word.form) * Math.min(there, nearness(word, claimed));
  }
  const noun = nounAt(utterance.words, claimed);
  const sameNoun = noun.some((form) => nounAt(fact.words, stated).includes(form));
  return { fact, overlap: overlap + (sameNoun ? 0.35 : 0), shared: [...shared], sameNoun };
}

function nearness(word: Word, number: { start: number; end: number }): number {
  const apart = word.start >= number.end ? word.start - number.end : number.start - word.end;
  return apart <= NEAR ? 1 - (apart / NEAR) * (1 - FAR_WEIGHT) : FAR_WEIGHT;
}

/** The words right behind and right before a number. */
function nounAt(found: readonly Word[], number: { start: number; end: number }): string[] {
  const after = found.find((word) => word.start >= number.end);
  const before = found.findLast((word) => word.end <= number.start);
  const forms: string[] = [];
  if (after && after.start - number.end <= 14) forms.push(after.form);
  if (before && number.start - before.end <= 12) forms.push(before.form);
  return forms;
}
