import type { Draft, Evidence, JudgedClaim } from '../engine/index.ts';
import { describeEvidence, escapeMarkdown } from '../findings/index.ts';

/** How a claim was read and judged, step by step, as a page in Markdown. */
export function explanationOf(draft: Draft, judged: JudgedClaim): string {
  const { claim, verdict, confidence, message, trace } = judged;
  const cited = [...new Set(claim.citations.map(({ key }) => `@${key}`))].join(', ');
  const before = draft.text.slice(claim.sentence.start, claim.span.start);
  const after = draft.text.slice(claim.span.end, claim.sentence.end);
  const lines = [
    `# ${escapeMarkdown(claim.text)}: ${verdict.kind}`,
    `> ${escapeMarkdown(before).trimStart()}**${escapeMarkdown(claim.text)}**${escapeMarkdown(after).trimEnd()}`,
    `${escapeMarkdown(message)} (${Math.round(confidence * 100)} % sure)`,
    cited === '' ? 'Nothing is cited.' : `Cited in the ${claim.cited}: ${escapeMarkdown(cited)}`,
    '## How it was read and judged',
    trace.map((step, index) => `${index + 1}. ${escapeMarkdown(step)}`).join('\n'),
    'One unit of score is a name that is spelled out next to the number.',
    verdict.evidence.length === 0
      ? ''
      : verdict.kind === 'unsupported'
        ? '## What comes nearest'
        : '## What decides it',
    verdict.evidence.map((evidence) => `- ${evidenceLine(evidence)}`).join('\n'),
  ];
  return `${lines.filter((line) => line !== '').join('\n\n')}\n`;
}

function evidenceLine(evidence: Evidence): string {
  const where = describeEvidence(evidence);
  const value = evidence.kind === 'cell' ? `: **${escapeMarkdown(evidence.text)}**` : '';
  const derivation = evidence.derivation === null ? '' : ` (${escapeMarkdown(evidence.derivation)})`;
  return `@${escapeMarkdown(evidence.source)}, ${escapeMarkdown(where)}${value}${derivation}`;
}
