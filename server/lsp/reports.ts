import { isAbsolute, relative } from 'node:path';
import { entriesUnread } from '../../shared/findings/index.ts';
import type { CheckResult, WireCounts } from '../../shared/protocol/messages.ts';
import {
  buildReport,
  type FindingCounts,
  joinReports,
  type LinkTo,
  renderMarkdown,
} from '../../shared/report/index.ts';
import { pathOf, type SourceRanges } from './convert.ts';
import type { CheckedPlacedDraft } from './workspace.ts';

/** The report on checked drafts for people to read; paths are relative to `root`. */
export function reportOn(
  drafts: readonly CheckedPlacedDraft[],
  root: string | null,
  ranges: SourceRanges,
): CheckResult {
  const reports = [...new Set(drafts.map(({ library }) => library))].map((library) =>
    buildReport({
      library,
      entries: drafts.find((draft) => draft.library === library)?.entries ?? entriesUnread,
      documents: drafts
        .filter((draft) => draft.library === library)
        .map(({ uri, draft, checked }) => ({ path: shownPath(pathOf(uri) ?? uri, root), draft, checked })),
      placeIn(id, span) {
        const { path, range } = ranges.placeOf(id, span);
        return { file: shownPath(path, root), position: range?.start ?? null };
      },
    }),
  );
  const problems = drafts.flatMap(({ location }) =>
    location.problems.map(({ path, problem }) => ({ file: shownPath(path, root), problem })),
  );
  const report = joinReports(reports, problems);
  return { markdown: renderMarkdown(report, linkInWorkspace), counts: wireCounts(report.counts) };
}

/**
 * Links from the root of the workspace, as Markdown previews understand them; they show `file:` links as plain text.
 * What lies elsewhere has none.
 */
const linkInWorkspace: LinkTo = (file, position) => {
  if (isAbsolute(file) || /^[a-z][\w+.-]+:/i.test(file)) return null;
  const path = file.split(/[\\/]/).map(encodeURIComponent).join('/');
  return `/${path}${position === null ? '' : `#L${position.line + 1},${position.character + 1}`}`;
};

function shownPath(path: string, root: string | null): string {
  const inRoot = root === null ? path : relative(root, path);
  return inRoot.startsWith('..') ? path : inRoot;
}

function wireCounts({ claims, verdicts, undefinedCitations }: FindingCounts): WireCounts {
  return { claims, ...verdicts, undefinedCitations };
}
