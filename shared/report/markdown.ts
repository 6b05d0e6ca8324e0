import { verdictKinds } from './counts.ts';
import { describeEvidence, place, plural, shorten } from './place.ts';
import type { Finding, Report, ReportDocument, ReportEvidence } from './report.ts';
import { ruleOf } from './rules.ts';

/** The report as a Markdown document: a table of counts, then the findings of each draft, the gravest first. */
export function renderMarkdown(report: Report): string {
  const { library } = report;
  const lines = [
    '# Check of claims',
    '',
    `Checked ${plural(report.counts.claims, 'claim')} in ${plural(report.documents.length, 'draft')} against ` +
      `${plural(library.sources, 'source')} with ${plural(library.tables, 'table')}.`,
    '',
    ...renderCounts(report),
    ...report.documents.flatMap(renderDocument),
  ];
  if (library.problems.length > 0) {
    lines.push('## Problems of the library', '');
    for (const { file, problem, position } of library.problems)
      lines.push(`- ${code(place(file, position))}: ${escaped(problem.message)} (${code(problem.code)})`);
    lines.push('');
  }
  return lines.join('\n');
}

function renderCounts(report: Report): string[] {
  const row = (name: string, { counts }: Pick<ReportDocument, 'counts'>): string =>
    `| ${[name, ...verdictKinds.map((kind) => counts.verdicts[kind]), counts.undefinedCitations].join(' | ')} |`;
  const many = report.documents.length > 1;
  return [
    `| Draft | ${verdictKinds.join(' | ')} | undefined citations |`,
    `| --- |${' ---: |'.repeat(verdictKinds.length + 1)}`,
    ...report.documents.map((document) => row(escaped(document.path), document)),
    ...(many ? [row('**All**', report)] : []),
    '',
  ];
}

function renderDocument(document: ReportDocument): string[] {
  const shown = document.findings.filter((finding) => finding.code !== 'supported' && !finding.silenced);
  if (shown.length === 0) return [`## ${escaped(document.path)}`, '', 'Nothing to mend.', ''];
  const lines = [`## ${escaped(document.path)}`, ''];
  const order = ['citation-undefined', ...verdictKinds];
  for (const kind of order) {
    const group = shown.filter((finding) => finding.code === kind);
    const [first] = group;
    if (first === undefined) continue;
    lines.push(`### ${ruleOf(first.code).title} (${group.length})`, '');
    for (const finding of group) lines.push(...renderFinding(document.path, finding));
    lines.push('');
  }
  return lines;
}

function renderFinding(path: string, finding: Finding): string[] {
  const lines = [`- **${escaped(finding.text)}** at ${code(place(path, finding.start))}: ${escaped(finding.message)}`];
  if (finding.sentence !== '') lines.push(`  > ${escaped(shorten(finding.sentence, 240))}`, '');
  for (const item of finding.evidence.slice(0, 2)) lines.push(`  - ${renderEvidence(item)}`);
  return lines;
}

function renderEvidence({ evidence, file, position }: ReportEvidence): string {
  const value = evidence.kind === 'cell' ? `: **${escaped(evidence.text)}**` : '';
  const derivation = evidence.derivation === null ? '' : ` (${escaped(evidence.derivation)})`;
  const where = code(place(file, position));
  return `@${evidence.source}, ${escaped(describeEvidence(evidence))}${value}${derivation}, ${where}`;
}

/** Text of drafts and sources must not turn into markup of the report. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~$]/g, '\\$&');
}

function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text}${fence}`;
}
