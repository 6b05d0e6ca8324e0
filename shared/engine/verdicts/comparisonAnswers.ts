import type { ComparisonStatement } from '../claims/comparisonStatements.ts';
import type { Source } from '../library.ts';
import type { Quantity } from '../text/quantity.ts';
import { type Span, touches } from '../text/span.ts';
import { tablesOf } from './heardTable.ts';
import { judgePhrase } from './judgeComparisons.ts';
import { judgeSummary } from './judgeSummaries.ts';
import type { JudgedClaim } from './verdict.ts';

/** What was said of one phrase or summary of a statement, free of where the statement stands: offsets into its text. */
export interface ComparisonAnswer extends Omit<JudgedClaim, 'claim'> {
  readonly span: Span;
  readonly text: string;
  /** The number that the claim is, where it is one: a count. */
  readonly quantity: Quantity | null;
  /** The numbers of the statement that are decided with it. */
  readonly settles: readonly Span[];
}

/** A judged comparison with the numbers of its sentence that it decides, in the draft. */
export interface ComparisonFinding extends JudgedClaim {
  readonly settles: readonly Span[];
}

/** Judges what a statement compares, without its place in the draft. */
export function answerComparisons(statement: ComparisonStatement, sources: readonly Source[]): ComparisonAnswer[] {
  const { text, phrases, summaries } = statement;
  const tables = sources.flatMap((source) => tablesOf(statement, source));
  const ofSummaries = summaries.flatMap((summary) => judgeSummary(text, summary, tables) ?? []);
  const ofPhrases = phrases.flatMap((phrase, i) =>
    ofSummaries.some(({ span }) => touches(span, phrase.span))
      ? []
      : (judgePhrase(text, phrase, phrases.slice(0, i), tables) ?? []),
  );
  return [...ofPhrases, ...ofSummaries].sort((a, b) => a.span.start - b.span.start);
}

/** An answer at the place of its statement. */
export function findingOf(
  { span: sentence, toDraft, citations, cited }: ComparisonStatement,
  { span, text, quantity, settles, ...answer }: ComparisonAnswer,
): ComparisonFinding {
  const base = { span: toDraft(span), text, sentence, citations, cited };
  return {
    ...answer,
    settles: settles.map(toDraft),
    claim: quantity ? { ...base, kind: 'number', quantity } : { ...base, kind: 'comparison' },
  };
}
