/** The reports' only door: everything outside it imports from here. Pure: no file system, protocol or clock. */
export { countFindings, type FindingCounts, isVerdict, sumCounts, verdictKinds } from './counts.ts';
export { renderHtml } from './html.ts';
export { joinReports } from './joinReports.ts';
export { renderMarkdown } from './markdown.ts';
export { citationMessage } from './messages.ts';
export { ansi, type Palette, plain } from './palette.ts';
export { describeEvidence, place, plural, shorten } from './place.ts';
export {
  buildReport,
  type CheckedDocument,
  type Finding,
  isSilenced,
  type Report,
  type ReportDocument,
  type ReportEvidence,
  type ReportInput,
  type ReportProblem,
  reportProblems,
  suggestionOf,
} from './report.ts';
export { type Rule, type RuleCode, type RuleLevel, ruleOf, rules } from './rules.ts';
export { renderSarif, type SarifOptions } from './sarif.ts';
export { renderText } from './text.ts';
