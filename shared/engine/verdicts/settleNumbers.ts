import { touches } from '../text/span.ts';
import type { ComparisonFinding } from './comparisonAnswers.ts';
import type { JudgedClaim, Verdict } from './verdict.ts';

/**
 * The claims of a draft's numbers and of its comparisons as one list. A number that a comparison decides takes over its
 * verdict where no cell bears the number out; and where another number of its sentence is wrong, a comparison is left
 * out: it hangs on that number, and one finding is enough.
 */
export function settleNumbers(
  numbers: readonly JudgedClaim[],
  comparisons: readonly ComparisonFinding[],
): JudgedClaim[] {
  const inSentence = new Map<number, ComparisonFinding[]>();
  for (const finding of comparisons) {
    const start = finding.claim.sentence.start;
    inSentence.set(start, [...(inSentence.get(start) ?? []), finding]);
  }
  const settled = new Set<ComparisonFinding>();
  const wrong = new Set<number>();
  const doubtful = new Set<number>();
  const claims = numbers.flatMap((number): JudgedClaim[] => {
    const near = inSentence.get(number.claim.sentence.start) ?? [];
    const by = near.find(({ settles }) => settles.some((span) => touches(span, number.claim.span)));
    if (by?.claim.kind === 'number') return [];
    if (!isFault(number.verdict)) return [number];
    if (!by) {
      if (number.verdict.kind !== 'unsupported') wrong.add(number.claim.sentence.start);
      else doubtful.add(number.claim.sentence.start);
      return [number];
    }
    if (isFault(by.verdict)) settled.add(by);
    const { verdict, confidence, measured, message, trace } = by;
    return [{ claim: number.claim, verdict, confidence, measured, message, trace }];
  });
  return [
    ...claims,
    ...comparisons
      .filter(
        (finding) =>
          !settled.has(finding) &&
          !wrong.has(finding.claim.sentence.start) &&
          (isFault(finding.verdict) || !doubtful.has(finding.claim.sentence.start)),
      )
      .map(({ settles: _, ...finding }) => finding),
  ].sort((a, b) => a.claim.span.start - b.claim.span.start);
}

const isFault = ({ kind }: Verdict): boolean => kind !== 'supported' && kind !== 'uncited';
