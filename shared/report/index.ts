/** The reports' only door: everything outside it imports from here. Pure: no file system, protocol or clock. */
export { countFindings, type FindingCounts, isVerdict, sumCounts, verdictKinds } from './counts.ts';
export { renderHtml } from './html.ts';
export { joinReports } from './joinReports.ts';
export { type LinkTo, renderMarkdown } from './markdown.ts';
export { ansi, type Palette, plain } from './palette.ts';
export { place } from './place.ts';
export {
  buildReport,
  type CheckedDocument,
  type Finding,
  type PlaceIn,
  type Report,
  type ReportDocument,
  type ReportEvidence,
  type ReportInput,
  type ReportProblem,
  reportProblems,
  suggestionOf,
} from './report.ts';
export { renderSarif, type SarifOptions } from './sarif.ts';
export { type ShownSource, tablesPage } from './tablesPage.ts';
export { tableMarkdown, tableTsv } from './tableText.ts';
export { tableTitle } from './tableTitle.ts';
export { firstRows, type TableView, viewTable } from './tableView.ts';
export { renderText } from './text.ts';
