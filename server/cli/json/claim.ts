import type { CheckedCitation, Draft, Evidence, JudgedClaim, LineIndex } from '../../../shared/engine/index.ts';
import { citationMessage } from '../../../shared/findings/index.ts';
import { suggestionOf } from '../../../shared/report/index.ts';
import { shownPath } from '../paths.ts';

/** One claim of the JSON result. */
export function claimJson(judged: JudgedClaim, draft: Draft, lines: LineIndex, silenced: boolean): object {
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
    evidence: verdict.evidence.map(evidenceJson),
    silenced,
  };
}

function evidenceJson(evidence: Evidence): object {
  const place = {
    start: evidence.span.start,
    end: evidence.span.end,
    derivation: evidence.derivation,
    path: shownPath(evidence.document),
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

/** One citation of the JSON result. */
export function citationJson({ citation, problem }: CheckedCitation): object {
  return {
    start: citation.span.start,
    end: citation.span.end,
    key: citation.key,
    problem:
      problem === null
        ? null
        : { code: 'citation-undefined', message: citationMessage(citation.key, problem), near: problem.near },
  };
}
