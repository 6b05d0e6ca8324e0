import type { Position } from '../engine/index.ts';
import {
  describeEvidence,
  escapeMarkdown,
  plural,
  type RuleCode,
  ruleCodeOf,
  ruleOf,
  rules,
  shorten,
} from '../findings/index.ts';
import { verdictKinds } from './counts.ts';
import { place } from './place.ts';
import type { Finding, Report, ReportDocument, ReportEvidence } from './report.ts';

/** The address that opens a file of the report at a place, or null where it has none. */
export type LinkTo = (file: string, position: Position | null) => string | null;

/** The report as a Markdown document: a table of counts, then the findings of each draft, the gravest first. */
export function renderMarkdown(report: Report, linkTo: LinkTo = () => null): string {
  const { library } = report;
  const at: Where = (file, position) => {
    const link = linkTo(file, position);
    const shown = code(place(file, position));
    return link === null ? shown : `[${shown}](${link})`;
  };
  const lines = [
    '# Check of claims',
    '',
    `Checked ${plural(report.counts.claims, 'claim')} in ${plural(report.documents.length, 'draft')} against ` +
      `${plural(library.sources, 'source')} with ${plural(library.tables, 'table')}.`,
    '',
    ...renderCounts(report),
    ...report.documents.flatMap((document) => renderDocument(document, at)),
  ];
  if (library.problems.length > 0) {
    lines.push('## Problems of the library', '');
    for (const { file, problem, position } of library.problems)
      lines.push(`- ${at(file, position)}: ${escapeMarkdown(problem.message)} (${code(ruleCodeOf(problem))})`);
    lines.push('');
  }
  return lines.join('\n');
}

/** A place as it stands in the report: a link where there is an address for it. */
type Where = (file: string, position: Position | null) => string;

function renderCounts(report: Report): string[] {
  const row = (name: string, { counts }: Pick<ReportDocument, 'counts'>): string =>
    `| ${[name, ...verdictKinds.map((kind) => counts.verdicts[kind]), counts.undefinedCitations].join(' | ')} |`;
  const many = report.documents.length > 1;
  return [
    `| Draft | ${verdictKinds.join(' | ')} | undefined citations |`,
    `| --- |${' ---: |'.repeat(verdictKinds.length + 1)}`,
    ...report.documents.map((document) => row(escapeMarkdown(document.path), document)),
    ...(many ? [row('**All**', report)] : []),
    '',
  ];
}

function renderDocument(document: ReportDocument, at: Where): string[] {
  const shown = document.findings.filter((finding) => finding.code !== 'supported' && !finding.silenced);
  if (shown.length === 0) return [`## ${escapeMarkdown(document.path)}`, '', 'Nothing to mend.', ''];
  const lines = [`## ${escapeMarkdown(document.path)}`, ''];
  const order = new Set<RuleCode>(['citation-undefined', ...verdictKinds, ...rules.map(({ code }) => code)]);
  for (const kind of order) {
    const group = shown.filter((finding) => finding.code === kind);
    const [first] = group;
    if (first === undefined) continue;
    lines.push(`### ${ruleOf(first.code).title} (${group.length})`, '');
    for (const finding of group) lines.push(...renderFinding(document.path, finding, at));
    lines.push('');
  }
  return lines;
}

function renderFinding(path: string, finding: Finding, at: Where): string[] {
  const lines = [
    `- **${escapeMarkdown(finding.text)}** at ${at(path, finding.start)}: ${escapeMarkdown(finding.message)}`,
  ];
  if (finding.sentence !== '') lines.push(`  > ${escapeMarkdown(shorten(finding.sentence, 240))}`, '');
  for (const item of finding.evidence.slice(0, 2)) lines.push(`  - ${renderEvidence(item, at)}`);
  return lines;
}

function renderEvidence({ evidence, file, position }: ReportEvidence, at: Where): string {
  const value = evidence.kind === 'cell' ? `: **${escapeMarkdown(evidence.text)}**` : '';
  const derivation = evidence.derivation === null ? '' : ` (${escapeMarkdown(evidence.derivation)})`;
  return `@${evidence.source}, ${escapeMarkdown(describeEvidence(evidence))}${value}${derivation}, ${at(file, position)}`;
}

function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text}${fence}`;
}
