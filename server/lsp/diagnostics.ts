import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver/node';
import { type Finding, findingsOf } from '../../shared/editor/findings.ts';
import type { Problem } from '../../shared/engine/index.ts';
import { type RuleCode, ruleCodeOf, ruleOf } from '../../shared/findings/index.ts';
import type { Level, Settings } from '../../shared/protocol/settings.ts';
import { rulePage } from '../host/rulePages.ts';
import type { ConvertedText, SourceRanges } from './convert.ts';
import type { CheckedPlacedDraft } from './workspace.ts';

/** What a quick fix needs to find its finding again. */
export interface FindingData {
  readonly code: string;
  readonly fingerprint: string;
}

/** The diagnostics of a checked draft: its findings, and what is wrong with its library at the front matter. */
export function draftDiagnostics(placed: CheckedPlacedDraft, ranges: SourceRanges): Diagnostic[] {
  if (placed.isSource) return [];
  const { converted, draft, checked, library, settings, entries } = placed;
  const findings = findingsOf(draft, checked, library, settings.minimumConfidence, entries);
  return [
    ...locationDiagnostics(placed),
    ...draft.problems.flatMap((problem) => ofProblem(problem, problemRange(problem, converted), settings)),
    ...findings.flatMap((finding) => findingDiagnostic(finding, converted, settings, ranges)),
  ];
}

function findingDiagnostic(
  finding: Finding,
  converted: ConvertedText,
  settings: Settings,
  ranges: SourceRanges,
): Diagnostic[] {
  const { code, message, span, related, fingerprint } = finding;
  const data: FindingData = { code, fingerprint };
  return diagnostic(code, message, converted.rangeOf(span), settings).map((one) => ({
    ...one,
    data,
    relatedInformation: related.map((place) => ({
      location: ranges.locationOf(place.document, place.span),
      message: place.message,
    })),
  }));
}

/** What is missing is shown where the front matter names it, else on the first line. */
function locationDiagnostics({ location, draft, converted, settings }: CheckedPlacedDraft): Diagnostic[] {
  const cited = draft.citations.length > 0 || draft.bibliographies.length > 0;
  return location.problems.flatMap(({ written, problem }) => {
    // A Markdown file that cites nothing and has no library is no draft at all.
    if (problem.code === 'library-missing' && !cited) return [];
    const named = draft.bibliographies.find(({ path }) => path === written)?.span;
    const firstLine = { start: 0, end: Math.max(0, draft.text.search(/\r?\n|$/)) };
    return ofProblem(problem, converted.rangeOf(named ?? firstLine), settings);
  });
}

function problemRange({ span }: Problem, converted: ConvertedText): Range {
  return converted.rangeOf(span ?? { start: 0, end: 0 });
}

export function ofProblem(problem: Problem, range: Range, settings: Settings): Diagnostic[] {
  return diagnostic(ruleCodeOf(problem), problem.message, range, settings);
}

/** One diagnostic, or none where the settings turn its rule off. */
export function diagnostic(code: RuleCode, message: string, range: Range, settings: Settings): Diagnostic[] {
  const severity = severityOf(levelOf(code, settings));
  if (severity === null) return [];
  const href = rulePage(code);
  const page = href === null ? {} : { codeDescription: { href } };
  return [{ range, severity, code, ...page, source: 'grounded', message }];
}

export function levelOf(code: RuleCode, { severity }: Settings): Level {
  const set = (severity as Readonly<Partial<Record<RuleCode, Level>>>)[code];
  if (set !== undefined) return set;
  // Writers rarely own their sources: what is odd in a source's tables is in the log and the index, not in their way.
  if (code === 'table-unclear') return 'off';
  const { level } = ruleOf(code);
  return level === 'note' ? 'information' : level === 'none' ? 'off' : level;
}

function severityOf(level: Level): DiagnosticSeverity | null {
  switch (level) {
    case 'error':
      return DiagnosticSeverity.Error;
    case 'warning':
      return DiagnosticSeverity.Warning;
    case 'information':
      return DiagnosticSeverity.Information;
    case 'hint':
      return DiagnosticSeverity.Hint;
    case 'off':
      return null;
    default:
      return level satisfies never;
  }
}
