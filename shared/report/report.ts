import type {
  CheckedDraft,
  CiteKey,
  DocumentId,
  Draft,
  Evidence,
  JudgedClaim,
  Library,
  Position,
  Problem,
  Span,
} from '../engine/index.ts';
import { createLineIndex } from '../engine/index.ts';
import { citationFindings, type EntryKnowledge, entriesUnread, isSilenced, type RuleCode } from '../findings/index.ts';
import { countFindings, type FindingCounts, sumCounts } from './counts.ts';

/** One number, phrase or citation of a draft with what is said of it. */
export interface Finding {
  readonly code: RuleCode;
  /** In the draft, as UTF-16 offsets. */
  readonly span: Span;
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
  readonly message: string;
  /** The sentence or table row it stands in, on one line. */
  readonly sentence: string;
  /** Where the finding's text begins in `sentence`. */
  readonly at: number;
  readonly confidence: number | null;
  readonly suggestion: string | null;
  readonly evidence: readonly ReportEvidence[];
  /** The writer has silenced it by a comment. */
  readonly silenced: boolean;
}

/** Evidence with the place in its source that a reader can go to. */
export interface ReportEvidence {
  readonly evidence: Evidence;
  readonly file: string;
  /** Where it stands in the file, if the caller could tell. */
  readonly position: Position | null;
}

export interface ReportDocument {
  readonly path: string;
  readonly counts: FindingCounts;
  /** All claims and all citations with a problem, in the order of the draft. */
  readonly findings: readonly Finding[];
}

export interface ReportProblem {
  readonly file: string;
  /** The key of the source that the file belongs to, if it belongs to one. */
  readonly source: CiteKey | null;
  readonly problem: Problem | UnusedEntry;
  readonly position: Position | null;
}

/** An entry of a bibliography that no draft cites, for those who ask for it. */
interface UnusedEntry extends Omit<Problem, 'code'> {
  readonly code: 'citation-unused';
}

/** What a check found, ready to be shown; plain data. */
export interface Report {
  readonly library: Library['counts'] & { readonly problems: readonly ReportProblem[] };
  readonly documents: readonly ReportDocument[];
  readonly counts: FindingCounts;
}

export interface CheckedDocument {
  readonly path: string;
  readonly draft: Draft;
  readonly checked: CheckedDraft;
}

export interface ReportInput {
  readonly library: Library;
  readonly documents: readonly CheckedDocument[];
  /** Where a reader finds a span of a source or bibliography; without it, places name the file alone by its id. */
  readonly placeIn?: PlaceIn;
  /** What the entries' own fields say; without it, what they lack is not told. */
  readonly entries?: EntryKnowledge;
}

/** The file that a reader opens, as it is shown, and the position there; null where only the file can be told. */
export type PlaceIn = (id: DocumentId, span: Span) => { readonly file: string; readonly position: Position | null };

/** Gathers checked drafts of one library into a report. */
export function buildReport({ library, documents, placeIn = fileAlone, entries = entriesUnread }: ReportInput): Report {
  const reported = documents.map((document) => reportDocument(document, library, placeIn, entries));
  return {
    library: { ...library.counts, problems: reportProblems(library, placeIn) },
    documents: reported,
    counts: sumCounts(reported.map(({ counts }) => counts)),
  };
}

const fileAlone: PlaceIn = (id) => ({ file: id, position: null });

/** The problems of a library with the keys and places that a reader knows them by. */
export function reportProblems(library: Library, placeIn: PlaceIn): ReportProblem[] {
  if (library.problems.length === 0) return [];
  const keys = new Map<DocumentId, CiteKey>();
  for (const source of library.sources.values()) if (source.id) keys.set(source.id, source.key);
  return library.problems.map(({ id, problem }) => {
    const { file, position } = placeIn(id, problem.span ?? { start: 0, end: 0 });
    return { file, source: keys.get(id) ?? null, problem, position: problem.span && position };
  });
}

function reportDocument(
  { path, draft, checked }: CheckedDocument,
  library: Library,
  placeIn: PlaceIn,
  entries: EntryKnowledge,
): ReportDocument {
  const lines = createLineIndex(draft.text);
  const found = (code: RuleCode, span: Span) => ({
    code,
    span,
    start: lines.positionAt(span.start),
    end: lines.positionAt(span.end),
    text: draft.text.slice(span.start, span.end),
    silenced: isSilenced(draft, span, code),
  });
  const claims = checked.claims.map((judged) => ({
    ...found(judged.verdict.kind, judged.claim.span),
    message: judged.message,
    ...(rowAround(draft, judged.claim.span) ?? sentenceAround(draft.text, judged.claim.sentence, judged.claim.span)),
    confidence: judged.confidence,
    suggestion: suggestionOf(judged),
    evidence: judged.verdict.evidence.map((evidence) => ({
      evidence,
      ...placeIn(evidence.document, evidence.span),
    })),
  }));
  const citations = citationFindings(draft, checked, library, entries).map(({ code, citation, message, instead }) => ({
    ...found(code, citation.span),
    message,
    sentence: '',
    at: 0,
    confidence: null,
    suggestion: instead[0] ?? null,
    evidence: [],
  }));
  const findings = [...claims, ...citations].sort((a, b) => a.span.start - b.span.start);
  return { path, counts: countFindings(findings), findings };
}

/** The value that the source gives instead, where one is meant. */
export function suggestionOf({ verdict }: JudgedClaim): string | null {
  switch (verdict.kind) {
    case 'contradicted':
    case 'unsupported':
      return verdict.suggestion;
    case 'supported':
    case 'uncited':
    case 'misattributed':
      return null;
    default:
      return verdict satisfies never;
  }
}

/** The cells of the table row that holds the span, apart by bars whatever the draft's syntax; null outside of tables. */
function rowAround({ text, blocks }: Draft, span: Span): { sentence: string; at: number } | null {
  const isIn = (outer: Span): boolean => outer.start <= span.start && span.end <= outer.end;
  const table = blocks.find((block) => block.kind === 'table' && isIn(block.span));
  const row = table?.kind === 'table' ? table.rows.find((cells) => cells.some((cell) => isIn(cell.span))) : undefined;
  if (row === undefined) return null;
  let at = 0;
  let sentence = '';
  for (const cell of row) {
    if (cell !== row[0]) sentence += ' | ';
    const inCell = sentenceAround(text, cell.span, span);
    if (isIn(cell.span)) at = sentence.length + inCell.at;
    sentence += isIn(cell.span)
      ? inCell.sentence
      : text.slice(cell.span.start, cell.span.end).replace(/\s+/g, ' ').trim();
  }
  return { sentence, at };
}

function sentenceAround(text: string, sentence: Span, span: Span): { sentence: string; at: number } {
  const before = text.slice(sentence.start, span.start).replace(/\s+/g, ' ').trimStart();
  const rest = text.slice(span.start, sentence.end).replace(/\s+/g, ' ').trimEnd();
  return { sentence: before + rest, at: before.length };
}
