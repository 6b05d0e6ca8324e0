import type { Problem } from '../engine/index.ts';
import { sumCounts } from './counts.ts';
import type { Report } from './report.ts';

/** One report of several, for drafts with different libraries; `problems` are those met before a library was read. */
export function joinReports(
  reports: readonly Report[],
  problems: readonly { readonly file: string; readonly problem: Problem }[] = [],
): Report {
  const sum = (count: 'sources' | 'tables' | 'facts'): number =>
    reports.reduce((total, { library }) => total + library[count], 0);
  return {
    library: {
      sources: sum('sources'),
      tables: sum('tables'),
      facts: sum('facts'),
      problems: [
        ...problems.map((problem) => ({ ...problem, source: null, position: null })),
        ...reports.flatMap(({ library }) => library.problems),
      ],
    },
    documents: reports.flatMap(({ documents }) => documents),
    counts: sumCounts(reports.map(({ counts }) => counts)),
  };
}
