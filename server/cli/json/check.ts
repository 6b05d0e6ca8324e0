import { createLineIndex } from '../../../shared/engine/index.ts';
import { citationFindings, isSilenced, ruleOf } from '../../../shared/findings/index.ts';
import type { Report } from '../../../shared/report/index.ts';
import type { CheckedFile } from '../checkFiles.ts';
import { citationJson, claimJson } from './claim.ts';
import { libraryJson } from './library.ts';

/** The result of `check --format json`: one draft per line, so that large results stay easy to look into. */
export function checkJson(report: Report, documents: readonly CheckedFile[]): string {
  const head = `"schema":1,\n"library":${JSON.stringify(libraryJson(report.library, report.library.problems))}`;
  return `{${head},\n"documents":[\n${documents.map(documentJson).join(',\n')}\n]}\n`;
}

function documentJson(file: CheckedFile): string {
  const { path, draft, checked, library, entries } = file;
  const lines = createLineIndex(draft.text);
  // What is merely worth a note is no problem of a citation.
  const problems = citationFindings(draft, checked, library, entries).filter(
    ({ code }) => ruleOf(code).level !== 'note',
  );
  return JSON.stringify({
    path,
    claims: checked.claims.map((judged) =>
      claimJson(judged, file, lines, isSilenced(draft, judged.claim.span, judged.verdict.kind)),
    ),
    citations: draft.citations.map((one) =>
      citationJson(
        one,
        problems.find(({ citation }) => citation === one),
      ),
    ),
  });
}
