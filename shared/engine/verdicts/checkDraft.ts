import { distance } from 'fastest-levenshtein';
import type { CiteKey } from '../bibliography/entry.ts';
import type { NumberClaim } from '../claims/claim.ts';
import type { Citation, Draft } from '../claims/draft.ts';
import { type Candidate, findStatements, readClaimable, type Statement } from '../claims/findClaims.ts';
import { quantityFor } from '../facts/headerScale.ts';
import { namesakesOf } from '../facts/namesakes.ts';
import type { Library, Source } from '../library.ts';
import { createMemory } from '../text/memory.ts';
import { createComparisonChecker } from './comparisonChecker.ts';
import { confidenceOf, type Signs } from './confidence.ts';
import { type Asked, signsOf, signsOfPassage, signsOfPlace } from './confidenceSigns.ts';
import { findElsewhere, findProseElsewhere, statesAnother } from './elsewhere.ts';
import { cellEvidence, passageEvidence } from './evidence.ts';
import type { Finding, Judged, Scored } from './finding.ts';
import { judgeAgainst } from './judge.ts';
import * as messages from './messages.ts';
import { settleNumbers } from './settleNumbers.ts';
import { suggestionFor } from './suggestion.ts';
import type { CellEvidence, Evidence, Evidences, JudgedClaim, Verdict } from './verdict.ts';

/** A citation with what is wrong about it, if anything. */
export interface CheckedCitation {
  readonly citation: Citation;
  /** The key is in no bibliography and belongs to no document; the keys that come nearest, best first. */
  readonly problem: { readonly kind: 'undefined'; readonly near: readonly CiteKey[] } | null;
}

export interface CheckedDraft {
  readonly claims: readonly JudgedClaim[];
  readonly citations: readonly CheckedCitation[];
}

/** Something that can say "stop": the protocol's cancellation token has this shape. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** Judges every claim of a draft against a library. A cancelled check returns the claims judged so far. */
export function checkDraft(draft: Draft, library: Library, cancellation?: Cancellation): CheckedDraft {
  return createDraftChecker()(draft, library, cancellation);
}

/**
 * A checker that remembers the statements it judged last, so that the next version of the same draft costs what its
 * edit costs. One per open document; what it returns does not depend on what it judged before.
 */
export function createDraftChecker(): typeof checkDraft {
  let known = new Map<string, readonly Answer[]>();
  let judgedAgainst: Library | null = null;
  const comparisons = createComparisonChecker();
  const numbers = createMemory(readClaimable);
  const near = new Map<CiteKey, CheckedCitation['problem']>();
  return (draft, library, cancellation) => {
    if (judgedAgainst !== library) {
      known = new Map();
      near.clear();
    }
    judgedAgainst = library;
    const next = new Map<string, readonly Answer[]>();
    const claims: JudgedClaim[] = [];
    for (const statement of findStatements(draft, numbers.read)) {
      if (cancellation?.isCancellationRequested) break;
      const id = identityOf(statement);
      const answers = known.get(id) ?? next.get(id) ?? judgeStatement(statement, library);
      next.set(id, answers);
      claims.push(
        ...answers.map(({ candidate, ...answer }) => ({
          ...answer,
          claim: claimOf(statement, statement.candidates[candidate] as Candidate),
        })),
      );
    }
    const all = settleNumbers(claims, comparisons(draft, library, cancellation));
    numbers.turn();
    if (!cancellation?.isCancellationRequested) known = next;
    const problemOfKey = (key: CiteKey): CheckedCitation['problem'] => {
      const problem = near.has(key) ? (near.get(key) ?? null) : citationProblem(key, library);
      near.set(key, problem);
      return problem;
    };
    return {
      claims: all.filter((claim) => claim.verdict.kind === 'supported' || !isSilenced(claim, draft)),
      citations: draft.citations.map((citation) => ({
        citation,
        problem: draft.ownKeys.has(citation.key) ? null : problemOfKey(citation.key),
      })),
    };
  };
}

/** What was said of one number of a statement, free of where the statement stands. */
interface Answer extends Omit<JudgedClaim, 'claim'> {
  /** Index into the statement's candidates. */
  readonly candidate: number;
}

/** Two statements with one identity get one answer, wherever they stand. */
function identityOf(statement: Statement): string {
  const cited = statement.candidates.map(
    ({ quantity, citations }) =>
      `${quantity.span.start}:${citations.map(({ key, locator }) => `${key}${locator ? ` ${locator.label} ${locator.value}` : ''}`).join(';')}`,
  );
  return [statement.text, statement.around, statement.before, statement.place, ...cited].join('\u0000');
}

function isSilenced({ claim, verdict }: JudgedClaim, draft: Draft): boolean {
  return draft.suppressions.some(
    ({ span, codes }) =>
      span.start <= claim.span.start &&
      claim.span.end <= span.end &&
      (codes.length === 0 || codes.includes(verdict.kind)),
  );
}

const MOST_NEAR = 3;

function citationProblem(cited: CiteKey, library: Library): CheckedCitation['problem'] {
  if (library.sources.has(cited)) return null;
  const written = cited.toLowerCase();
  const near: { readonly key: CiteKey; readonly apart: number }[] = [];
  for (const key of library.sources.keys()) {
    const most = Math.max(3, key.length / 3);
    if (Math.abs(key.length - written.length) > most) continue;
    const apart = distance(key.toLowerCase(), written);
    if (apart <= most) near.push({ key, apart });
  }
  near.sort((a, b) => a.apart - b.apart);
  return { kind: 'undefined', near: near.slice(0, MOST_NEAR).map(({ key }) => key) };
}

function judgeStatement(statement: Statement, library: Library): Answer[] {
  // Numbers that lean on the same sources are judged together.
  const groups = new Map<string, { sources: Source[]; candidates: Candidate[] }>();
  for (const candidate of statement.candidates) {
    const sources = citedSources(candidate, library);
    const id = sources.map((source) => source.key).join(' ');
    const group = groups.get(id) ?? { sources, candidates: [] };
    group.candidates.push(candidate);
    groups.set(id, group);
  }
  const answers: Answer[] = [];
  for (const { sources, candidates } of groups.values()) {
    const judged = judgeAgainst(statement, sources);
    for (const candidate of candidates) {
      const index = statement.candidates.indexOf(candidate);
      const answer = verdictOf(statement, candidate, judged[index] as Judged, sources, library);
      if (answer) answers.push({ ...answer, candidate: index });
    }
  }
  return answers.sort((a, b) => a.candidate - b.candidate);
}

function claimOf(statement: Statement, candidate: Candidate): NumberClaim {
  return {
    kind: 'number',
    quantity: candidate.quantity,
    span: candidate.span,
    text: candidate.quantity.text,
    sentence: statement.span,
    citations: candidate.citations,
    cited: candidate.cited,
  };
}

function citedSources(candidate: Candidate, library: Library): Source[] {
  const keys = new Set(candidate.citations.map((citation) => citation.key));
  return [...keys].flatMap((key) => {
    const source = library.sources.get(key);
    return source?.document ? [source] : [];
  });
}

type Said = Omit<Answer, 'candidate'>;

function verdictOf(
  statement: Statement,
  candidate: Candidate,
  judged: Judged,
  sources: readonly Source[],
  library: Library,
): Said | null {
  const { finding, trace } = judged;
  const cited = candidate.citations.map((citation) => citation.key);
  const { text } = candidate.quantity;
  const asked: Asked = { statement, candidate, sources };
  const say: Say = (verdict, measured, message) => ({
    verdict,
    confidence: confidenceOf(measured),
    measured,
    message,
    trace,
  });
  const support = supportOf(finding);
  if (support)
    return say(
      { kind: 'supported', evidence: support },
      signsOf(finding, asked),
      messages.supportedMessage(text, support, finding.kind === 'cell' ? namesakeOf(finding.cell) : null),
    );
  if (sources.length > 0 || candidate.citations.length > 0) {
    if (sources.length === 0) return null;
    if (finding.kind === 'absent' || finding.kind === 'conflict' || finding.kind === 'silent') {
      const other = findElsewhere(statement, candidate, library, sources);
      if (other && other.score > ruling(finding) && !statesAnother(statement, candidate, sources)) {
        const evidence: Evidences = [cellOf(other)];
        return say(
          { kind: 'misattributed', evidence },
          signsOfPlace(other, asked),
          messages.misattributedMessage(text, cited, evidence),
        );
      }
    }
    const prose = finding.kind === 'absent' ? findProseElsewhere(statement, candidate, library, sources) : null;
    if (prose) {
      const evidence: Evidences = [passageEvidence(prose.source, prose.match)];
      return say(
        { kind: 'misattributed', evidence },
        signsOfPassage(prose.match),
        messages.misattributedMessage(text, cited, evidence),
      );
    }
    return problemOf(finding, asked, cited, say);
  }
  const other = findElsewhere(statement, candidate, library, []);
  if (other) {
    const evidence: Evidences = [cellOf(other)];
    return say({ kind: 'uncited', evidence }, signsOfPlace(other, asked), messages.uncitedMessage(text, evidence));
  }
  const prose = findProseElsewhere(statement, candidate, library, []);
  if (prose) {
    const evidence: Evidences = [passageEvidence(prose.source, prose.match)];
    return say({ kind: 'uncited', evidence }, signsOfPassage(prose.match), messages.uncitedMessage(text, evidence));
  }
  return uncitedProblem(asked, library, say);
}

/** How firmly a finding is bound to the cited source: another source must be bound more firmly. */
function ruling(finding: Finding): number {
  return finding.kind === 'conflict' ? finding.cell.score + 0.3 : finding.kind === 'absent' ? finding.strength : 0;
}

type Say = (verdict: Verdict, measured: Signs, message: string) => Said;

function problemOf(finding: Finding, asked: Asked, cited: readonly string[], say: Say): Said | null {
  const { quantity } = asked.candidate;
  const text = quantity.text;
  switch (finding.kind) {
    case 'conflict': {
      const evidence: Evidences = [cellOf(finding.cell)];
      const elsewhere = finding.elsewhere.map(cellOf);
      const suggestion = finding.sure ? suggestionFor(quantity, quantityFor(quantity, finding.cell.placed)) : null;
      const message = messages.contradictedMessage(text, evidence, elsewhere, namesakeOf(finding.cell));
      return say({ kind: 'contradicted', evidence, suggestion, elsewhere }, signsOf(finding, asked), message);
    }
    case 'derived-conflict': {
      const { bound, derivation, reversed } = finding;
      const [first, ...rest] = derivation.operands.map((placed) =>
        cellEvidence(bound.source, bound.tableIndex, placed, derivation.formula),
      );
      if (!first) return null;
      const evidence: Evidences = [first, ...rest];
      const suggestion = reversed ? null : (derivation.formula.split('= ').at(-1) ?? null);
      return say(
        { kind: 'contradicted', evidence, suggestion, elsewhere: [] },
        signsOf(finding, asked),
        reversed ? messages.reversedMessage(evidence) : messages.contradictedMessage(text, evidence, []),
      );
    }
    case 'prose-conflict': {
      const evidence: Evidences = [passageEvidence(finding.source, finding.match)];
      const suggestion = suggestionFor(quantity, finding.match.fact.quantity);
      return say(
        { kind: 'contradicted', evidence, suggestion, elsewhere: [] },
        signsOf(finding, asked),
        messages.contradictedMessage(text, evidence, []),
      );
    }
    case 'absent': {
      const near = finding.near.map(cellOf);
      return say(
        { kind: 'unsupported', evidence: near, suggestion: null },
        signsOf(finding, asked),
        messages.unsupportedMessage(text, cited, near, finding.near[0] ? namesakeOf(finding.near[0]) : null),
      );
    }
    default:
      return null;
  }
}

/** A number that cites nothing is judged only where its words name one cell of the library. */
function uncitedProblem(asked: Asked, library: Library, say: Say): Said | null {
  const { statement, candidate } = asked;
  const sources = [...library.sources.values()].filter((source) => source.document !== null);
  if (sources.length > MOST_UNCITED_SOURCES) return null;
  const judged = judgeAgainst(statement, sources)[statement.candidates.indexOf(candidate)];
  if (judged?.finding.kind !== 'conflict' || judged.finding.cell.score < FIRM) return null;
  return problemOf(judged.finding, asked, [], say);
}

const MOST_UNCITED_SOURCES = 200;
const FIRM = 1.5;

const cellOf = (scored: Scored): Evidence => cellEvidence(scored.bound.source, scored.bound.tableIndex, scored.placed);

/** What another table of the source has under the same names, where that is another value. */
function namesakeOf({ bound: { source }, placed }: Scored): CellEvidence | null {
  const [first] = source.document ? namesakesOf(source.document, placed) : [];
  return first ? cellEvidence(source, first.tableIndex, first.placed) : null;
}

function supportOf(finding: Finding): Evidences | null {
  if (finding.kind === 'cell') return [cellOf(finding.cell)];
  if (finding.kind === 'prose') return [passageEvidence(finding.source, finding.match)];
  if (finding.kind !== 'derived') return null;
  const { bound, derivation } = finding;
  const [first, ...rest] = derivation.operands.map((placed) =>
    cellEvidence(bound.source, bound.tableIndex, placed, derivation.formula),
  );
  return first ? [first, ...rest] : null;
}
