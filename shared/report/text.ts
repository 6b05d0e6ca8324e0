import { verdictKinds } from './counts.ts';
import { type Palette, plain } from './palette.ts';
import { describeEvidence, place, plural, printable, shorten } from './place.ts';
import type { Finding, Report, ReportDocument, ReportEvidence } from './report.ts';
import { type RuleCode, ruleOf } from './rules.ts';

/** The report as a linter prints it: a line per finding, the source's place beneath it, a summary at the end. */
export function renderText(report: Report, palette: Palette = plain): string {
  const parts = report.documents.map((document) => renderDocument(document, palette)).filter(Boolean);
  for (const problem of report.library.problems) parts.push(renderProblem(problem, palette));
  parts.push(renderSummary(report, palette));
  return `${parts.join('\n')}\n`;
}

function renderDocument(document: ReportDocument, palette: Palette): string {
  return document.findings
    .filter((finding) => finding.code !== 'supported' && !finding.silenced)
    .map((finding) => renderFinding(document.path, finding, palette))
    .join('');
}

function renderFinding(path: string, finding: Finding, palette: Palette): string {
  const where = palette.bold(place(path, finding.start));
  const lines = [`${where}  ${colour(finding.code, palette)(finding.code)}  ${printable(finding.message)}`];
  if (finding.sentence !== '') lines.push(`    ${palette.dim('draft ')} ${printable(shorten(finding.sentence, 160))}`);
  for (const evidence of finding.evidence.slice(0, 2)) lines.push(renderEvidence(evidence, palette));
  return `${lines.join('\n')}\n`;
}

function renderEvidence({ evidence, file, position }: ReportEvidence, palette: Palette): string {
  const value = evidence.kind === 'cell' ? `: ${evidence.text}` : '';
  const derivation = evidence.derivation === null ? '' : ` (${evidence.derivation})`;
  const where = place(file, position);
  return `    ${palette.dim('source')} ${palette.cyan(where)}  ${printable(`${describeEvidence(evidence)}${value}${derivation}`)}`;
}

function renderProblem({ file, problem, position }: Report['library']['problems'][number], palette: Palette): string {
  const tint = colour(problem.code, palette);
  return `${palette.bold(place(file, position))}  ${tint(problem.code)}  ${printable(problem.message)}\n`;
}

function renderSummary({ counts, documents, library }: Report, palette: Palette): string {
  const verdicts = verdictKinds.map((kind) => {
    const count = counts.verdicts[kind];
    return (count > 0 ? colour(kind, palette) : palette.dim)(`${count} ${kind}`);
  });
  const rest = [
    counts.undefinedCitations > 0 ? plural(counts.undefinedCitations, 'undefined citation') : '',
    counts.silenced > 0 ? `${counts.silenced} silenced` : '',
  ].filter(Boolean);
  const drafts = documents.length === 1 ? '' : ` in ${plural(documents.length, 'draft')}`;
  return [
    `${palette.bold(plural(counts.claims, 'claim'))}${drafts}: ${[...verdicts, ...rest].join(', ')}`,
    palette.dim(
      `library: ${plural(library.sources, 'source')}, ${plural(library.tables, 'table')}, ${plural(library.facts, 'fact')}`,
    ),
  ].join('\n');
}

function colour(code: RuleCode, palette: Palette): (text: string) => string {
  const { level } = ruleOf(code);
  switch (level) {
    case 'error':
      return palette.red;
    case 'warning':
      return palette.yellow;
    case 'note':
      return palette.cyan;
    case 'none':
      return palette.green;
    default:
      return level satisfies never;
  }
}
