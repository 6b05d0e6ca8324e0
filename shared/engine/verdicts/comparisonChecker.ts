import { type ComparisonStatement, findComparisonStatements, readCompared } from '../claims/comparisonStatements.ts';
import type { Draft } from '../claims/draft.ts';
import type { Library, Source } from '../library.ts';
import { createMemory } from '../text/memory.ts';
import { answerComparisons, type ComparisonAnswer, type ComparisonFinding, findingOf } from './comparisonAnswers.ts';

/** Judges all comparisons of a draft, in order. */
export type ComparisonChecker = (
  draft: Draft,
  library: Library,
  cancellation?: { readonly isCancellationRequested: boolean },
) => ComparisonFinding[];

/** A checker that remembers the sentences it judged last; what it returns does not depend on what it judged before. */
export function createComparisonChecker(): ComparisonChecker {
  let known = new Map<string, readonly ComparisonAnswer[]>();
  let judgedAgainst: Library | null = null;
  const phrases = createMemory(readCompared);
  return (draft, library, cancellation) => {
    if (judgedAgainst !== library) known = new Map();
    judgedAgainst = library;
    const next = new Map<string, readonly ComparisonAnswer[]>();
    const claims: ComparisonFinding[] = [];
    for (const statement of findComparisonStatements(draft, phrases.read)) {
      if (cancellation?.isCancellationRequested) return claims;
      const id = identityOf(statement);
      const answers = next.get(id) ?? known.get(id) ?? answerComparisons(statement, citedSources(statement, library));
      next.set(id, answers);
      claims.push(...answers.map((answer) => findingOf(statement, answer)));
    }
    phrases.turn();
    known = next;
    return claims;
  };
}

function identityOf({ text, around, citations }: ComparisonStatement): string {
  return [
    text,
    around,
    ...citations.map(({ key, locator }) => `${key}${locator ? ` ${locator.label} ${locator.value}` : ''}`),
  ].join('\u0000');
}

function citedSources({ citations }: ComparisonStatement, library: Library): Source[] {
  return [...new Set(citations.map(({ key }) => key))].flatMap((key) => {
    const source = library.sources.get(key);
    return source?.document ? [source] : [];
  });
}
