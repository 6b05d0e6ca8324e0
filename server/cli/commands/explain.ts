import type { JudgedClaim } from '../../../shared/engine/index.ts';
import { createLineIndex } from '../../../shared/engine/index.ts';
import { describeEvidence } from '../../../shared/findings/index.ts';
import { type Palette, place } from '../../../shared/report/index.ts';
import { CallError } from '../callError.ts';
import { type CheckedFiles, checkFiles } from '../checkFiles.ts';
import { writeResult } from '../output.ts';

/** `grounded check --explain FILE:LINE`: how each claim on a line was read and judged. */
export async function explain(
  target: string,
  library: readonly string[],
  palette: Palette,
  output: string | undefined,
): Promise<number> {
  const match = /^(.+?):(\d+)(?::\d+)?$/.exec(target);
  const [, path, digits] = match ?? [];
  if (path === undefined || digits === undefined)
    throw new CallError(`--explain "${target}" names no line; write FILE:LINE, such as drafts/report.md:12.`);
  const result = await checkFiles([path], library);
  await writeResult(explainLine(result, Number(digits) - 1, palette), output);
  return result.failed > 0 ? 2 : 0;
}

function explainLine({ documents }: CheckedFiles, line: number, palette: Palette): string {
  const parts = documents.flatMap(({ path, draft, checked }) => {
    const lines = createLineIndex(draft.text);
    return checked.claims
      .filter(({ claim }) => lines.positionAt(claim.span.start).line === line)
      .map((judged) => explainClaim(judged, place(path, lines.positionAt(judged.claim.span.start)), palette));
  });
  return parts.length > 0 ? `${parts.join('\n')}\n` : 'There is no claim on this line.\n';
}

function explainClaim(
  { claim, verdict, confidence, message, trace }: JudgedClaim,
  where: string,
  palette: Palette,
): string {
  const cited = [...new Set(claim.citations.map(({ key }) => `@${key}`))].join(', ') || 'nothing';
  return [
    `${palette.bold(where)}  ${palette.bold(claim.text)}  ${verdict.kind} (${Math.round(confidence * 100)} %)`,
    `  ${message}`,
    `  cites ${cited} (${claim.cited})`,
    ...trace.map((step, index) => `  ${index + 1}. ${step}`),
    ...verdict.evidence.map(
      (evidence) => `  ${palette.cyan(`@${evidence.source}`)} ${describeEvidence(evidence)}: ${evidence.text}`,
    ),
  ].join('\n');
}
