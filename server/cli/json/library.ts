import type { Library } from '../../../shared/engine/index.ts';
import { ruleCodeOf } from '../../../shared/findings/index.ts';
import type { ReportProblem } from '../../../shared/report/index.ts';

/** The counts and problems of a library, as all JSON results give them. */
export function libraryJson(counts: Library['counts'], problems: readonly ReportProblem[]): object {
  const { sources, tables, facts } = counts;
  return { sources, tables, facts, problems: problems.map(problemJson) };
}

function problemJson({ file, source, problem, position }: ReportProblem): object {
  return { source: source ?? file, message: problem.message, code: ruleCodeOf(problem), path: file, position };
}
