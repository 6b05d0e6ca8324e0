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
  return best(
    utterance,
    figure,
    prose,
    (fact) => agreement(figure.quantity, fact.quantity, figure.hedge) !== null,
    ENOUGH,
  );
}

/** The best sentence that states another value for the same thing, or null. */
export function contradictingProse(utterance: Utterance, figure: Figure, prose: ProseFacts): ProseMatch | null {
  // What another number of the statement states is not what this one gets wrong.
  const others = utterance.figures.filter((other) => other !== figure);
  const fits = (fact: ProseFact): boolean =>
    comparable(figure.quantity, fact.quantity) &&
    !others.some((other) => agreement(other.quantity, fact.quantity, other.hedge) !== null);
  const match = best(utterance, figure, prose, fits, BOUND);
  if (!match?.sameNoun || match.shared.length < 3) return null;
  return figure.shape !== 'value' && namesMore(utterance.text, match.fact.passage.text) ? null : match;
}

/** True where a text has names that another lacks: a change between other things is another change. */
const namesMore = (text: string, other: string): boolean =>
  (text.match(NAME) ?? []).some((name) => !other.toLowerCase().includes(name.toLowerCase()));

/** A word with a capital or digit within: `AutoAugment`, `CIFAR-100-C`. */
const NAME = /(?<![\p{L}\p{N}@-])\p{L}[\p{L}\p{N}]*-?(?:\p{Lu}|\p{N})[\p{L}\p{N}-]*/gu;

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
    if (
      match.overlap >= enough &&
      (match.shared.length >= 2 || match.sameNoun) &&
      match.overlap > (found?.overlap ?? 0)
    )
      found = match;
  }
  return found;
}

function compareWords(utterance: Utterance, figure: Figure, fact: ProseFact, prose: ProseFacts): ProseMatch {
  const claimed = figure.quantity.span;
  const stated = fact.quantity.span;
  const factWords = new Map<string, number>();
  for (const word of fact.words)
    factWords.set(word.form, Math.max(factWords.get(word.form) ?? 0, nearness(word, stated)));
  let overlap = 0;
  const shared = new Set<string>();
  for (const word of utterance.words) {
    const there = factWords.get(word.form);
    if (there === undefined || shared.has(word.form)) continue;
    shared.add(word.form);
    overlap += prose.weight(word.form) * Math.min(there, nearness(word, claimed));
  }
  const claimedNouns = nounsAt(utterance.words, claimed);
  const statedNouns = nounsAt(fact.words, stated);
  const sameNoun = claimedNouns.some((form, i) =>
    statedNouns.some((other, j) => form === other && (i === 0 || j === 0)),
  );
  const company = sameNeighbour(utterance, figure, fact, prose) ? NEIGHBOUR : 0;
  return { fact, overlap: overlap + (sameNoun ? 0.35 : 0) + company, shared: [...shared], sameNoun };
}

const NEIGHBOUR = 0.5;
const NEXT_TO = 12;

/** True where the numbers right behind both are one: "5.3 out of 10" and "5.3/10". */
function sameNeighbour(utterance: Utterance, figure: Figure, fact: ProseFact, prose: ProseFacts): boolean {
  const behind = (end: number, start: number): boolean => start >= end && start - end <= NEXT_TO;
  const next = utterance.figures.find((other) => behind(figure.quantity.span.end, other.quantity.span.start));
  return (
    next !== undefined &&
    prose.facts.some(
      (other) =>
        other.passage === fact.passage &&
        behind(fact.quantity.span.end, other.quantity.span.start) &&
        agreement(next.quantity, other.quantity) === 'exact',
    )
  );
}

function nearness(word: Word, number: { start: number; end: number }): number {
  const apart = word.start >= number.end ? word.start - number.end : number.start - word.end;
  return apart <= NEAR ? 1 - (apart / NEAR) * (1 - FAR_WEIGHT) : FAR_WEIGHT;
}

/** What a number counts: the word right behind it, those that follow in its noun phrase, the word right before it. */
function nounsAt(found: readonly Word[], number: { start: number; end: number }): string[] {
  const after = found.filter((word) => word.start >= number.end && word.start - number.end <= 32).slice(0, 4);
  const before = found.findLast((word) => word.end <= number.start);
  const forms = after[0] && after[0].start - number.end <= 14 ? after.map((word) => word.form) : [];
  if (before && number.start - before.end <= 12) forms.unshift(before.form);
  return forms;
}
