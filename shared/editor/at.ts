import {
  type CheckedCitation,
  type CheckedDraft,
  type Citation,
  type Draft,
  holds,
  type JudgedClaim,
  type Span,
} from '../engine/index.ts';

/** What stands at one place of a draft. */
export type Subject =
  | { readonly kind: 'claim'; readonly judged: JudgedClaim }
  | { readonly kind: 'citation'; readonly checked: CheckedCitation };

/** The claim or citation at an offset of the draft; a claim goes before a citation, the shorter before the longer. */
export function subjectAt(checked: CheckedDraft, offset: number): Subject | null {
  const claim = shortest(checked.claims, ({ claim }) => claim.span, offset);
  if (claim !== null) return { kind: 'claim', judged: claim };
  const citation = shortest(checked.citations, ({ citation }) => citation.span, offset);
  return citation === null ? null : { kind: 'citation', checked: citation };
}

/** The citation at an offset of the draft. */
export function citationAt({ citations }: Pick<Draft, 'citations'>, offset: number): Citation | null {
  return shortest(citations, ({ span }) => span, offset);
}

function shortest<T>(all: readonly T[], spanOf: (one: T) => Span, offset: number): T | null {
  let best: T | null = null;
  for (const one of all) {
    if (!holds(spanOf(one), offset)) continue;
    if (best === null || lengthOf(spanOf(one)) < lengthOf(spanOf(best))) best = one;
  }
  return best;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
