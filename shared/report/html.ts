import { describeEvidence, plural, type RuleCode, ruleOf } from '../findings/index.ts';
import { isVerdict, verdictKinds } from './counts.ts';
import { escaped } from './escapeHtml.ts';
import { style } from './htmlStyle.ts';
import { place } from './place.ts';
import type { Finding, Report, ReportDocument, ReportEvidence } from './report.ts';

/** The report as one HTML file without scripts or outside resources; light and dark, and fit for print. */
export function renderHtml(report: Report): string {
  const { library, counts } = report;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Check of claims</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Check of claims</h1>
<p>${plural(counts.claims, 'claim')} in ${plural(report.documents.length, 'draft')}, checked against
${plural(library.sources, 'source')} with ${plural(library.tables, 'table')} and ${plural(library.facts, 'fact')}.</p>
${renderBar(report)}
${renderFilters(report)}
</header>
<main>
${report.documents.map(renderDocument).join('\n')}
${renderProblems(report)}
</main>
</body>
</html>
`;
}

function renderBar({ counts }: Report): string {
  const parts = verdictKinds
    .filter((kind) => counts.verdicts[kind] > 0)
    .map((kind) => `<span class="${kind}" style="flex-grow:${counts.verdicts[kind]}"></span>`);
  return `<div class="bar" role="img" aria-label="Share of each verdict">${parts.join('')}</div>`;
}

/** Checkboxes that hide kinds by CSS alone. */
function renderFilters({ counts }: Report): string {
  const filters = verdictKinds.map((kind) => {
    const checked = kind === 'supported' ? '' : ' checked';
    return `<label class="chip ${kind}"><input type="checkbox" id="show-${kind}"${checked}> ${counts.verdicts[kind]} ${kind}</label>`;
  });
  if (counts.undefinedCitations > 0)
    filters.push(`<span class="chip contradicted">${plural(counts.undefinedCitations, 'undefined citation')}</span>`);
  if (counts.sourcesMissing > 0)
    filters.push(
      `<span class="chip uncited">${plural(counts.sourcesMissing, 'cited source')} without a document</span>`,
    );
  if (counts.otherCitations > 0)
    filters.push(`<span class="chip uncited">${plural(counts.otherCitations, 'remark')} on citations</span>`);
  if (counts.silenced > 0) filters.push(`<span class="chip">${counts.silenced} silenced</span>`);
  return `<p class="filters">${filters.join(' ')}</p>`;
}

function renderDocument(document: ReportDocument): string {
  const findings = document.findings.filter(({ silenced }) => !silenced);
  const list = findings.map((finding) => renderFinding(document.path, finding)).join('\n');
  return `<section>
<h2>${escaped(document.path)}</h2>
${findings.length === 0 ? '<p>No claims were found.</p>' : `<ol>\n${list}\n</ol>`}
</section>`;
}

function renderFinding(path: string, finding: Finding): string {
  const kind = tintOf(finding.code);
  const end = finding.at + finding.text.length;
  const sentence =
    finding.sentence === ''
      ? `<mark>${escaped(finding.text)}</mark>`
      : `${escaped(finding.sentence.slice(0, finding.at))}<mark>${escaped(finding.sentence.slice(finding.at, end))}</mark>${escaped(finding.sentence.slice(end))}`;
  const evidence = finding.evidence.slice(0, 3).map(renderEvidence).join('');
  return `<li class="finding ${kind} is-${finding.code}">
<p class="what"><span class="chip ${kind}" title="${escaped(ruleOf(finding.code).meaning)}">${finding.code}</span>
<span class="place">${escaped(place(path, finding.start))}</span></p>
<blockquote>${sentence}</blockquote>
<p>${escaped(finding.message)}</p>
${evidence === '' ? '' : `<ul class="evidence">${evidence}</ul>`}
</li>`;
}

/** What is said of a citation has the colour of the verdict that is as grave. */
function tintOf(code: RuleCode): string {
  return isVerdict(code) ? code : ruleOf(code).level === 'error' ? 'contradicted' : 'uncited';
}

function renderEvidence({ evidence, file, position }: ReportEvidence): string {
  const value = evidence.kind === 'cell' ? ` <b>${escaped(evidence.text)}</b>` : '';
  const derivation = evidence.derivation === null ? '' : ` <code>${escaped(evidence.derivation)}</code>`;
  return `<li><cite>${escaped(evidence.source)}</cite> ${escaped(describeEvidence(evidence))}${value}${derivation}
<span class="place">${escaped(place(file, position))}</span></li>`;
}

function renderProblems({ library }: Report): string {
  if (library.problems.length === 0) return '';
  const items = library.problems.map(
    ({ file, problem, position }) =>
      `<li><span class="place">${escaped(place(file, position))}</span> ${escaped(problem.message)}</li>`,
  );
  return `<section><h2>Problems of the library</h2><ul class="evidence">${items.join('\n')}</ul></section>`;
}
