import type {
  CheckedDraft,
  CiteKey,
  DocumentId,
  Draft,
  Evidence,
  JudgedClaim,
  Library,
  Span,
  VerdictKind,
} from '../engine/index.ts';
import {
  type CitationCode,
  type CitationFinding,
  citationFindings,
  describeEvidence,
  type EntryKnowledge,
  entriesUnread,
  isSilenced,
} from '../findings/index.ts';
import type { Subject } from './at.ts';
import { fingerprint } from './fingerprint.ts';

export type FindingCode = Exclude<VerdictKind, 'supported'> | CitationCode;

/** A place in a source that a finding points to. */
export interface RelatedPlace {
  readonly document: DocumentId;
  readonly span: Span;
  readonly message: string;
}

/** Something to show at one place of a draft. */
export interface Finding {
  readonly code: FindingCode;
  /** In the draft. */
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  /** Of a citation: the keys to cite in its place, the best first. */
  readonly instead: readonly CiteKey[];
  /** Names the finding without its position, so that it is found again after an edit elsewhere. */
  readonly fingerprint: string;
  readonly subject: Subject;
}

/** What a writer should see of a checked draft, in its order: nothing supported, silenced or less sure than `minimumConfidence`. */
export function findingsOf(
  draft: Draft,
  checked: CheckedDraft,
  library: Library,
  minimumConfidence: number,
  entries: EntryKnowledge = entriesUnread,
): Finding[] {
  const found = [
    ...checked.claims.filter(({ confidence }) => confidence >= minimumConfidence).flatMap(ofClaim),
    ...citationFindings(draft, checked, library, entries).map(ofCitation),
  ].filter(({ code, span }) => !isSilenced(draft, span, code));
  found.sort((a, b) => a.span.start - b.span.start);
  const seen = new Map<string, number>();
  return found.map((finding) => {
    const name = fingerprint(
      finding.code,
      draft.text.slice(finding.span.start, finding.span.end),
      finding.context(draft),
    );
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const { code, span, message, related, instead, subject } = finding;
    return { code, span, message, related, instead, subject, fingerprint: count === 0 ? name : `${name}.${count}` };
  });
}

type Unnamed = Omit<Finding, 'fingerprint'> & { readonly context: (draft: Draft) => string };

function ofClaim(judged: JudgedClaim): Unnamed[] {
  const { claim, verdict, message } = judged;
  if (verdict.kind === 'supported') return [];
  const elsewhere = verdict.kind === 'contradicted' ? verdict.elsewhere : [];
  return [
    {
      code: verdict.kind,
      span: claim.span,
      message,
      related: [
        ...verdict.evidence
          .slice(0, 3)
          .map((evidence) => related(evidence, verdict.kind === 'unsupported' ? 'Nearest' : '')),
        ...elsewhere.slice(0, 2).map((evidence) => related(evidence, `${claim.text} stands here`)),
      ],
      instead: [],
      subject: { kind: 'claim', judged },
      context: (draft) => draft.text.slice(claim.sentence.start, claim.sentence.end),
    },
  ];
}

function ofCitation({ code, citation, message, related, instead }: CitationFinding): Unnamed {
  const subject: Subject = { kind: 'citation', checked: { citation, problem: null } };
  return { code, span: citation.span, message, related, instead, subject, context: () => '' };
}

function related(evidence: Evidence, label: string): RelatedPlace {
  const said = describeEvidence(evidence, 120);
  const value = evidence.kind === 'cell' ? `${said}: ${evidence.text}` : said;
  const derivation = evidence.derivation === null ? '' : ` (${evidence.derivation})`;
  const prefix = label === '' ? '' : `${label}: `;
  return {
    document: evidence.document,
    span: evidence.span,
    message: `${prefix}@${evidence.source}, ${value}${derivation}`,
  };
}
