import type { VerdictKind } from '../engine/index.ts';
import type { RuleCode } from '../findings/index.ts';

/** How many findings of each kind a document or a report has. */
export interface FindingCounts {
  readonly verdicts: Readonly<Record<VerdictKind, number>>;
  /** Numbers and phrases that were checked. */
  readonly claims: number;
  readonly undefinedCitations: number;
  /** Cited sources without a document, so that numbers were not checked. */
  readonly sourcesMissing: number;
  /** What else is said of citations and their entries. */
  readonly otherCitations: number;
  /** Findings that the writer has silenced; in no other count but `claims`. */
  readonly silenced: number;
}

export const verdictKinds: readonly VerdictKind[] = [
  'contradicted',
  'misattributed',
  'unsupported',
  'uncited',
  'supported',
];

const none: FindingCounts = {
  verdicts: { contradicted: 0, misattributed: 0, unsupported: 0, uncited: 0, supported: 0 },
  claims: 0,
  undefinedCitations: 0,
  sourcesMissing: 0,
  otherCitations: 0,
  silenced: 0,
};

export function isVerdict(code: string): code is VerdictKind {
  return (verdictKinds as readonly string[]).includes(code);
}

export function countFindings(findings: readonly { readonly code: RuleCode; readonly silenced: boolean }[]) {
  const verdicts = { ...none.verdicts };
  let claims = 0;
  let undefinedCitations = 0;
  let sourcesMissing = 0;
  let otherCitations = 0;
  let silenced = 0;
  for (const finding of findings) {
    if (isVerdict(finding.code)) claims++;
    if (finding.silenced && finding.code !== 'supported') silenced++;
    else if (isVerdict(finding.code)) verdicts[finding.code]++;
    else if (finding.code === 'source-missing') sourcesMissing++;
    else if (finding.code === 'citation-undefined') undefinedCitations++;
    else otherCitations++;
  }
  return { verdicts, claims, undefinedCitations, sourcesMissing, otherCitations, silenced } satisfies FindingCounts;
}

export function sumCounts(all: readonly FindingCounts[]): FindingCounts {
  return all.reduce(
    (sum, one) => ({
      verdicts: {
        contradicted: sum.verdicts.contradicted + one.verdicts.contradicted,
        misattributed: sum.verdicts.misattributed + one.verdicts.misattributed,
        unsupported: sum.verdicts.unsupported + one.verdicts.unsupported,
        uncited: sum.verdicts.uncited + one.verdicts.uncited,
        supported: sum.verdicts.supported + one.verdicts.supported,
      },
      claims: sum.claims + one.claims,
      undefinedCitations: sum.undefinedCitations + one.undefinedCitations,
      sourcesMissing: sum.sourcesMissing + one.sourcesMissing,
      otherCitations: sum.otherCitations + one.otherCitations,
      silenced: sum.silenced + one.silenced,
    }),
    none,
  );
}
