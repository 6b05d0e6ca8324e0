import type { CheckedDraft, JudgedClaim, Span, VerdictKind } from '../engine/index.ts';

/** A claim that is judged otherwise than before. */
export interface ChangedVerdict {
  readonly span: Span;
  readonly text: string;
  /** Null where it was, or is now, nothing that can be judged. */
  readonly before: VerdictKind | null;
  readonly after: VerdictKind | null;
  /** What is said of it now; an empty string where nothing is. */
  readonly message: string;
}

/** How two checks of one text differ, in its order. */
export function changedVerdicts(before: CheckedDraft, after: CheckedDraft): ChangedVerdict[] {
  const old = new Map(before.claims.map((judged) => [placeOf(judged), judged]));
  const now = new Map(after.claims.map((judged) => [placeOf(judged), judged]));
  return [...new Map([...old, ...now])]
    .filter(([place]) => old.get(place)?.verdict.kind !== now.get(place)?.verdict.kind)
    .map(([place, { claim }]) => ({
      span: claim.span,
      text: claim.text,
      before: old.get(place)?.verdict.kind ?? null,
      after: now.get(place)?.verdict.kind ?? null,
      message: now.get(place)?.message ?? '',
    }))
    .sort((a, b) => a.span.start - b.span.start);
}

function placeOf({ claim: { span, kind } }: JudgedClaim): string {
  return `${kind} ${span.start} ${span.end}`;
}
