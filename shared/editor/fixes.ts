import type { CheckedDraft, Citation, CiteKey, Draft, JudgedClaim } from '../engine/index.ts';
import { describeEvidence, shorten } from '../findings/index.ts';
import type { Edit } from './edit.ts';
import type { Finding } from './findings.ts';
import { insertCitation } from './insertCitation.ts';
import { silence } from './silence.ts';

/** One way to mend a finding. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The one that an editor applies when it is asked for the obvious. */
  readonly preferred: boolean;
}

/** The ways to mend a finding, the best first, silencing it last. */
export function fixesFor(draft: Draft, checked: CheckedDraft, finding: Finding): Fix[] {
  const { subject } = finding;
  const fixes =
    subject.kind === 'claim'
      ? claimFixes(draft, checked, subject.judged)
      : citationFixes(draft, finding, subject.checked.citation);
  const quiet = silence(draft, finding.span, finding.code, null);
  return [...fixes, { title: `Silence “${finding.code}” on this line`, edits: [quiet], preferred: false }];
}

function claimFixes(draft: Draft, checked: CheckedDraft, judged: JudgedClaim): Fix[] {
  const { claim, verdict } = judged;
  switch (verdict.kind) {
    case 'supported':
      return [];
    case 'uncited':
      return keysOf(judged).map((key, index) => ({
        title: `Cite @${key}`,
        edits: [insertCitation(draft, claim, key)],
        preferred: index === 0,
      }));
    case 'misattributed':
      return keysOf(judged).flatMap((key, index) => recite(draft, checked, judged, key, index === 0));
    case 'contradicted': {
      if (verdict.suggestion === null) return [];
      const [evidence] = verdict.evidence;
      const title = `Replace ${claim.text} by ${valueFor(judged, verdict.suggestion)} (@${evidence.source}, ${shorten(describeEvidence(evidence), 70)})`;
      return [{ title, edits: [{ span: claim.span, text: valueFor(judged, verdict.suggestion) }], preferred: true }];
    }
    case 'unsupported': {
      const own: Fix = {
        title: 'Mark as own result',
        edits: [silence(draft, claim.span, 'unsupported', 'own result')],
        preferred: false,
      };
      if (verdict.suggestion === null) return [own];
      const value = valueFor(judged, verdict.suggestion);
      return [
        { title: `Replace ${claim.text} by ${value}`, edits: [{ span: claim.span, text: value }], preferred: false },
        own,
      ];
    }
    default:
      return verdict satisfies never;
  }
}

/** The sources that the evidence stands in, each once, the best first. */
export function keysOf({ verdict }: JudgedClaim): CiteKey[] {
  return [...new Set(verdict.evidence.map(({ source }) => source))];
}

/** Cites the right source in place of the wrong one, or beside it where the wrong one vouches for something that is right. */
function recite(draft: Draft, checked: CheckedDraft, judged: JudgedClaim, key: CiteKey, preferred: boolean): Fix[] {
  const { claim } = judged;
  const wrong = claim.cited === 'sentence' ? claim.citations.filter((one) => one.key !== key) : [];
  const add: Fix = { title: `Cite @${key} too`, edits: [insertCitation(draft, claim, key)], preferred: false };
  const [only] = wrong;
  if (only === undefined || wrong.length > 1) return [{ ...add, preferred }];
  const replace: Fix = {
    title: `Cite @${key} instead of @${only.key}`,
    edits: [{ span: only.keySpan, text: key }],
    preferred: false,
  };
  return vouchesForOthers(checked, judged, only) ? [{ ...add, preferred }, replace] : [{ ...replace, preferred }, add];
}

function vouchesForOthers(checked: CheckedDraft, judged: JudgedClaim, citation: Citation): boolean {
  return checked.claims.some(
    (other) =>
      other !== judged &&
      (other.verdict.kind === 'supported' || other.verdict.kind === 'contradicted') &&
      other.claim.citations.some(({ span }) => span.start === citation.span.start),
  );
}

/** The source's value with the unit mark that the draft writes at this place. */
function valueFor({ claim }: JudgedClaim, suggestion: string): string {
  const mark = /\s*(?:\\?%|×|x)$/.exec(claim.text)?.[0] ?? '';
  return mark === '' || /[%×x]$/.test(suggestion) ? suggestion : suggestion + mark;
}

function citationFixes(draft: Draft, { code, instead }: Finding, citation: Citation): Fix[] {
  const replace = ({ keySpan }: Citation, key: CiteKey): Edit => ({ span: keySpan, text: key });
  switch (code) {
    case 'citation-undefined':
      return instead.slice(0, 3).map((key) => ({
        title: `Did you mean @${key}?`,
        edits: [replace(citation, key)],
        preferred: instead.length === 1,
      }));
    case 'citation-duplicate-work':
    case 'citation-duplicate-version':
      return instead.map((key) => ({
        title: `Cite @${key} instead of @${citation.key} in this draft`,
        edits: draft.citations.filter((one) => one.key === citation.key).map((one) => replace(one, key)),
        preferred: false,
      }));
    default:
      return [];
  }
}
