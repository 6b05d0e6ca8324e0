import { describeEvidence, plural, type RuleCode, ruleCodeOf, ruleOf, shorten } from '../findings/index.ts';
import { verdictKinds } from './counts.ts';
import { type Palette, plain } from './palette.ts';
import { place, printable } from './place.ts';
import type { Finding, Report, ReportDocument, ReportEvidence } from './report.ts';

/**
 * The report as a linter prints it: a line per finding, the source's place beneath it, a summary at the end.
 * Lines that are longer than `width` characters go on in the next, further in.
 */
export function renderText(report: Report, palette: Palette = plain, width = Number.POSITIVE_INFINITY): string {
  const parts = report.documents.map((document) => renderDocument(document, palette, width)).filter(Boolean);
  for (const problem of report.library.problems) parts.push(renderProblem(problem, palette, width));
  parts.push(renderSummary(report, palette));
  return `${parts.join('\n')}\n`;
}

function renderDocument(document: ReportDocument, palette: Palette, width: number): string {
  return document.findings
    .filter((finding) => finding.code !== 'supported' && !finding.silenced)
    .map((finding) => renderFinding(document.path, finding, palette, width))
    .join('');
}

function renderFinding(path: string, finding: Finding, palette: Palette, width: number): string {
  const lines = [headline(place(path, finding.start), finding.code, finding.message, palette, width)];
  if (finding.sentence !== '')
    lines.push(labelled(palette.dim('draft '), printable(shorten(finding.sentence, 160)), width));
  for (const evidence of finding.evidence.slice(0, 2)) lines.push(renderEvidence(evidence, palette, width));
  return `${lines.join('\n')}\n`;
}

function renderEvidence({ evidence, file, position }: ReportEvidence, palette: Palette, width: number): string {
  const value = evidence.kind === 'cell' ? `: ${evidence.text}` : '';
  const derivation = evidence.derivation === null ? '' : ` (${evidence.derivation})`;
  const where = place(file, position);
  const said = printable(`${describeEvidence(evidence)}${value}${derivation}`);
  return labelled(palette.dim('source'), `${where}  ${said}`, width).replace(where, () => palette.cyan(where));
}

function renderProblem(
  { file, problem, position }: Report['library']['problems'][number],
  palette: Palette,
  width: number,
): string {
  return `${headline(place(file, position), ruleCodeOf(problem), problem.message, palette, width)}\n`;
}

/** `draft.md:3:17  contradicted  What is wrong.`; the message goes to lines of its own where it does not fit. */
function headline(where: string, code: RuleCode, message: string, palette: Palette, width: number): string {
  const head = `${palette.bold(where)}  ${colour(code, palette)(code)}`;
  const text = printable(message);
  if (where.length + code.length + text.length + 4 <= width) return `${head}  ${text}`;
  return [head, ...wrapped(text, width - margin.length)].join(`\n${margin}`);
}

const margin = '    ';
const labelWidth = 'source '.length;

function labelled(label: string, text: string, width: number): string {
  const lines = wrapped(text, width - margin.length - labelWidth);
  return `${margin}${label} ${lines.join(`\n${margin}${' '.repeat(labelWidth)}`)}`;
}

/** Lines of at most `width` characters, broken at spaces; a longer word stays whole, so that places can be clicked. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function renderSummary({ counts, documents, library }: Report, palette: Palette): string {
  const verdicts = verdictKinds.map((kind) => {
    const count = counts.verdicts[kind];
    return (count > 0 ? colour(kind, palette) : palette.dim)(`${count} ${kind}`);
  });
  const rest = [
    counts.undefinedCitations > 0 ? plural(counts.undefinedCitations, 'undefined citation') : '',
    counts.sourcesMissing > 0 ? `${plural(counts.sourcesMissing, 'cited source')} without a document` : '',
    counts.otherCitations > 0 ? `${plural(counts.otherCitations, 'remark')} on citations` : '',
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
