import {
  checkDraft,
  createDraftLibrary,
  documentId,
  type Library,
  type Problem,
  withoutMentions,
} from '../../shared/engine/index.ts';
import type { EntryKnowledge } from '../../shared/findings/index.ts';
import { buildReport, type CheckedDocument, joinReports, type Report } from '../../shared/report/index.ts';
import { CallError } from './callError.ts';
import { type DraftFile, findDrafts, readDrafts } from './drafts.ts';
import { type Libraries, openLibraries } from './libraries.ts';
import { warn } from './output.ts';
import { shownPath } from './paths.ts';
import { endProgress, showProgress } from './terminal.ts';
import { type TiedDraft, unusedIn } from './unused.ts';

export interface CheckedFiles {
  /** Without `problems`. */
  readonly report: Report;
  /** What was met before a library could be read; told on standard error. */
  readonly problems: readonly LocationProblem[];
  readonly documents: readonly CheckedFile[];
  /** Inputs that could not be used, each named on standard error. */
  readonly failed: number;
}

/** A draft with the library that it was checked against. */
export interface CheckedFile extends CheckedDocument {
  readonly library: Library;
  readonly entries: EntryKnowledge;
}

export interface LocationProblem {
  readonly file: string;
  readonly problem: Problem;
}

/** Checks the drafts that the paths stand for, each against its own library; tells of entries that none cites, if asked. */
export async function checkFiles(
  paths: readonly string[],
  library: readonly string[],
  showsUnused = false,
): Promise<CheckedFiles> {
  const found = await findDrafts(paths);
  if (found.length === 0)
    throw new CallError(`there is no draft in ${paths.join(', ')}. Name a draft, or a folder that holds drafts.`);
  const { drafts, failed } = await readDrafts(found);
  const named = drafts.filter((draft) => draft.named).map(({ absolute }) => absolute);
  const libraries = openLibraries(library, named);
  const tied = await tieToLibraries(drafts, libraries);
  if (tied.ready.length === 0 && tied.problems.length > 0) throw new CallError(tied.problems.map(sentence).join('\n'));
  for (const problem of tied.problems) warn(sentence(problem));
  const documents: CheckedFile[] = [];
  const byLibrary = new Map<Library, CheckedFile[]>();
  for (const [index, { file, library: own }] of tied.ready.entries()) {
    if (index % 20 === 0) showProgress(`Checking ${index} of ${tied.ready.length}`);
    const checked = checkDraft(file.draft, own);
    const { entries } = libraries;
    const document = { path: shownPath(file.absolute), draft: file.draft, checked, library: own, entries };
    documents.push(document);
    const shared = byLibrary.get(own);
    if (shared === undefined) byLibrary.set(own, [document]);
    else shared.push(document);
  }
  endProgress();
  const reports = [...byLibrary].map(([own, checked]) =>
    buildReport({ library: own, documents: checked, placeIn: libraries.placeIn, entries: libraries.entries }),
  );
  const report = joinReports(reports);
  const unused = showsUnused ? unusedIn(tied.ready, libraries) : [];
  return {
    report: { ...report, library: { ...report.library, problems: [...report.library.problems, ...unused] } },
    problems: tied.problems,
    documents,
    failed: failed + tied.problems.length,
  };
}

interface TiedDrafts {
  readonly ready: readonly TiedDraft[];
  readonly problems: readonly LocationProblem[];
}

function sentence({ file, problem }: LocationProblem): string {
  return `${file}: ${problem.message}`;
}

/** Loads the library of each draft, and drops the files of folders that are sources themselves. */
async function tieToLibraries(drafts: readonly DraftFile[], libraries: Libraries): Promise<TiedDrafts> {
  const ready: TiedDraft[] = [];
  const problems = new Map<string, LocationProblem>();
  const orphans: { file: DraftFile; message: string }[] = [];
  for (const file of drafts) {
    const bibliographies = file.draft.bibliographies.map(({ path }) => path);
    const location = await libraries.locate({ draft: file.absolute, bibliographies });
    const listsReferences = file.draft.references.length > 0;
    const isFound = location.folders.length > 0 || location.bibliographies.length > 0 || listsReferences;
    const messages = location.problems.map(({ problem }) => problem.message);
    if (!isFound && !file.named && bibliographies.length === 0) {
      orphans.push({ file, message: messages.join(' ') });
      continue;
    }
    const met = location.problems.filter(({ problem }) => !listsReferences || problem.code !== 'library-missing');
    for (const { path, problem } of met)
      problems.set(`${path}\n${problem.message}`, { file: shownPath(path), problem });
    if (!isFound) continue;
    const shared = await libraries.load(location);
    const library = createDraftLibrary()(shared, file.draft, documentId(file.absolute));
    if (library.sources.size === 0) {
      const message = `The library ${location.folders.map(shownPath).join(', ')} holds no source: put papers there (PDF, HTML, Markdown, LaTeX, …), or a bibliography.`;
      problems.set(message, {
        file: shownPath(location.folders[0] ?? ''),
        problem: { code: 'library-missing', message, span: null },
      });
      continue;
    }
    ready.push({ file: { ...file, draft: withoutMentions(file.draft, library) }, library, shared });
  }
  // A folder may hold notes that cite nothing; they only matter where nothing else can be checked.
  const [orphan] = orphans;
  if (ready.length === 0 && problems.size === 0 && orphan !== undefined)
    throw new CallError(`${orphan.file.path}: ${orphan.message} Or name the folder of sources by --library.`);
  const sources = new Set<string>();
  for (const library of new Set(ready.map((one) => one.library)))
    for (const id of library.documents.keys()) sources.add(id);
  return {
    ready: ready.filter(
      ({ file }) => file.named || file.draft.bibliographies.length > 0 || !sources.has(file.absolute),
    ),
    problems: [...problems.values()],
  };
}
