import type { Citation, Evidence, JudgedClaim, Library, LineIndex } from '../../../shared/engine/index.ts';
import type { CitationFinding } from '../../../shared/findings/index.ts';
import { suggestionOf } from '../../../shared/report/index.ts';
import type { CheckedFile } from '../checkFiles.ts';
import { shownPath } from '../paths.ts';
import { placeJson } from './place.ts';

/** One claim of the JSON result. */
export function claimJson(
  judged: JudgedClaim,
  { draft, library }: CheckedFile,
  lines: LineIndex,
  silenced: boolean,
): object {
  const { claim, verdict } = judged;
  const { start, end } = claim.span;
  const quantity = claim.kind === 'number' ? claim.quantity : null;
  return {
    kind: claim.kind,
    start,
    end,
    range: { start: lines.positionAt(start), end: lines.positionAt(end) },
    text: draft.text.slice(start, end),
    value: quantity?.value ?? null,
    unit: quantity?.unit ?? null,
    sentence: draft.text.slice(claim.sentence.start, claim.sentence.end).replace(/\s+/g, ' ').trim(),
    citations: [...new Set(claim.citations.map(({ key }) => key))],
    verdict: verdict.kind,
    confidence: Math.round(judged.confidence * 1e4) / 1e4,
    suggestion: suggestionOf(judged),
    message: judged.message,
    evidence: verdict.evidence.map((one) => evidenceJson(one, library)),
    silenced,
  };
}

function evidenceJson(evidence: Evidence, library: Library): object {
  const place = {
    derivation: evidence.derivation,
    path: shownPath(evidence.document),
    ...placeJson(library, evidence.document, evidence.span),
  };
  switch (evidence.kind) {
    case 'cell': {
      const { source, kind, table, row, column, text } = evidence;
      return { source, kind, table, row, column, text, ...place };
    }
    case 'passage': {
      const { source, kind, text, quote } = evidence;
      return { source, kind, text, quote, ...place };
    }
    default:
      return evidence satisfies never;
  }
}

/** One citation of the JSON result, with the gravest of what is wrong about it. */
export function citationJson(citation: Citation, problem: CitationFinding | undefined): object {
  return {
    start: citation.span.start,
    end: citation.span.end,
    key: citation.key,
    problem: problem === undefined ? null : { code: problem.code, message: problem.message, near: problem.instead },
  };
}
