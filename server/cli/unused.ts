import type { Library } from '../../shared/engine/index.ts';
import { unusedEntries } from '../../shared/findings/index.ts';
import type { ReportProblem } from '../../shared/report/index.ts';
import type { DraftFile } from './drafts.ts';
import type { Libraries } from './libraries.ts';

/** A draft with the library as it sees it, and the one that it shares with others. */
export interface TiedDraft {
  readonly file: DraftFile;
  readonly library: Library;
  readonly shared: Library;
}

/** The entries of the libraries that none of the drafts cites, each once. */
export function unusedIn(tied: readonly TiedDraft[], { entries, placeIn }: Libraries): ReportProblem[] {
  const drafts = tied.map(({ file, library }) => ({ draft: file.draft, library }));
  const found = new Map<string, ReportProblem>();
  for (const shared of new Set(tied.map((one) => one.shared)))
    for (const { key, entry, bibliography } of unusedEntries(shared, drafts, entries.fieldsOf)) {
      if (entry === null || bibliography === null) continue;
      const { file, position } = placeIn(bibliography, entry.keySpan);
      const message = `No draft that was checked cites @${key}.`;
      const problem = { code: 'citation-unused' as const, message, span: entry.keySpan };
      found.set(`${file}\n${key}`, { file, source: key, problem, position });
    }
  return [...found.values()];
}
