import { describeEvidence, type RuleCode, type RuleLevel, ruleCodeOf, ruleOf, rules } from '../findings/index.ts';
import type { Finding, Report, ReportEvidence, ReportProblem } from './report.ts';

export interface SarifOptions {
  readonly version: string;
  /** The page that explains a rule, or null. */
  readonly helpUri: (code: RuleCode) => string | null;
  /** A path of the report as a URI: relative to where the check ran, or absolute. */
  readonly uriOf: (path: string) => string;
}

/** The report in the Static Analysis Results Interchange Format 2.1.0, as an object ready for JSON. */
export function renderSarif(report: Report, options: SarifOptions): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Grounded',
            semanticVersion: options.version,
            rules: rules.map((rule) => ({
              id: rule.code,
              shortDescription: { text: rule.title },
              fullDescription: { text: rule.meaning },
              help: { text: rule.mend },
              ...helpUri(options, rule.code),
              defaultConfiguration: { level: rule.level, enabled: rule.level !== 'none' },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          ...report.documents.flatMap(({ path, findings }) =>
            findings.filter(({ code }) => code !== 'supported').map((finding) => findingResult(path, finding, options)),
          ),
          ...report.library.problems.map((problem) => problemResult(problem, options)),
        ],
      },
    ],
  };
}

function findingResult(path: string, finding: Finding, options: SarifOptions): object {
  return {
    ...ruleReference(finding.code),
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: options.uriOf(path) },
          region: {
            startLine: finding.start.line + 1,
            startColumn: finding.start.character + 1,
            endLine: finding.end.line + 1,
            endColumn: finding.end.character + 1,
            snippet: { text: finding.text },
          },
        },
      },
    ],
    relatedLocations: finding.evidence.map((item, id) => relatedLocation(item, id, options)),
    ...(finding.confidence === null ? {} : { rank: Math.round(finding.confidence * 1000) / 10 }),
    ...(finding.silenced ? { suppressions: [{ kind: 'inSource' }] } : {}),
    partialFingerprints: { 'claim/v1': `${finding.code}:${finding.text}:${finding.sentence}` },
  };
}

function relatedLocation({ evidence, file, position }: ReportEvidence, id: number, options: SarifOptions): object {
  return {
    id,
    message: { text: `@${evidence.source}: ${describeEvidence(evidence)}` },
    physicalLocation: {
      artifactLocation: { uri: options.uriOf(file) },
      ...(position === null
        ? {}
        : {
            region: {
              startLine: position.line + 1,
              startColumn: position.character + 1,
              snippet: { text: evidence.text },
            },
          }),
    },
  };
}

function problemResult({ file, problem, position }: ReportProblem, options: SarifOptions): object {
  return {
    ...ruleReference(ruleCodeOf(problem)),
    message: { text: problem.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: options.uriOf(file) },
          ...(position === null
            ? {}
            : { region: { startLine: position.line + 1, startColumn: position.character + 1 } }),
        },
      },
    ],
  };
}

function ruleReference(code: RuleCode): { ruleId: RuleCode; ruleIndex: number; level: RuleLevel } {
  return { ruleId: code, ruleIndex: rules.findIndex((rule) => rule.code === code), level: ruleOf(code).level };
}

function helpUri(options: SarifOptions, code: RuleCode): { helpUri?: string } {
  const address = options.helpUri(code);
  return address === null ? {} : { helpUri: address };
}
