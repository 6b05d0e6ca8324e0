import type { CheckedDraft, Citation, CiteKey, Draft, JudgedClaim } from '../engine/index.ts';
import { isPrinted, isWritten } from '../engine/index.ts';
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
      const { from, to, edit } = replacement(judged, verdict.suggestion);
      if (isPrinted(draft, edit.span)) return [];
      const place = shorten(describeEvidence(evidence), 70);
      return [{ title: `Replace ${from} by ${to} (@${evidence.source}, ${place})`, edits: [edit], preferred: true }];
    }
    case 'unsupported': {
      const own: Fix = {
        title: 'Mark as own result',
        edits: [silence(draft, claim.span, 'unsupported', 'own result')],
        preferred: false,
      };
      if (verdict.suggestion === null) return [own];
      const { from, to, edit } = replacement(judged, verdict.suggestion);
      if (isPrinted(draft, edit.span)) return [own];
      return [{ title: `Replace ${from} by ${to}`, edits: [edit], preferred: false }, own];
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
  if (only === undefined || wrong.length > 1 || !isWritten(draft, only)) return [{ ...add, preferred }];
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

interface Replacement {
  /** What is replaced and what takes its place, as a reader sees them. */
  readonly from: string;
  readonly to: string;
  readonly edit: Edit;
}

/** Puts the source's value in place of the draft's; the draft's own unit mark stays, with the markup around it. */
function replacement({ claim }: JudgedClaim, suggestion: string): Replacement {
  const { span, text } = claim;
  const [, number = text, mark = ''] = MARKED.exec(text) ?? [];
  if (mark === '') return { from: text, to: suggestion, edit: { span, text: suggestion } };
  const value = suggestion.replace(/\s*\\?[%×x]$/, '');
  const shown = mark.replace(/[{}$\\]/g, '');
  const end = span.start + number.length;
  return { from: number + shown, to: value + shown, edit: { span: { start: span.start, end }, text: value } };
}

/** A number and the mark of its unit, with the markup that LaTeX may have between them: `81.9}\%`. */
const MARKED = /^([^%×]*\d)([\s{}$\\]*(?:[%×x]|percent\b|per cent\b|times\b|\$\\).*)$/i;

function citationFixes(draft: Draft, { code, instead }: Finding, citation: Citation): Fix[] {
  const replace = ({ keySpan }: Citation, key: CiteKey): Edit => ({ span: keySpan, text: key });
  if (!isWritten(draft, citation)) return [];
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
        edits: draft.citations
          .filter((one) => one.key === citation.key && isWritten(draft, one))
          .map((one) => replace(one, key)),
        preferred: false,
      }));
    default:
      return [];
  }
}
