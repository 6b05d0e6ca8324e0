import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type KeyLookup, noLookup, type Problem } from '../../shared/engine/index.ts';
import { findGroundedJson } from './groundedJson.ts';
import { listBeside } from './latexProject.ts';
import { libraryFileKind } from './listFiles.ts';
import { type DraftProject, findProject, type NamedFile } from './projects.ts';

/** What is known about where the sources of a draft may be. */
export interface LocateRequest {
  /** Absolute path of the draft; null where there is none, as for an unsaved document or a whole library. */
  readonly draft: string | null;
  /** The paths in the draft's front matter, as written. */
  readonly bibliographies: readonly string[];
  readonly workspaceRoot: string | null;
  /** Folders or bibliography files that an option or a setting names; relative ones against the workspace root. */
  readonly library: readonly string[];
}

export interface LocationProblem {
  /** The file that names what is missing, or the missing folder itself. */
  readonly path: string;
  /** The front matter's path that the problem is about, as written; null for a problem of another kind. */
  readonly written: string | null;
  readonly problem: Problem;
}

/** The folders and bibliography files of a library, absolute and without repetition. */
export interface LibraryLocation {
  readonly folders: readonly string[];
  readonly bibliographies: readonly string[];
  /** By what else sources are cited. */
  readonly lookup: KeyLookup;
  /** Globs, relative to each folder, of files that are no sources. */
  readonly exclude: readonly string[];
  readonly problems: readonly LocationProblem[];
}

/** Two of these are equal where the texts are. */
export function lookupId({ tags, identifiers, ignoresCase }: KeyLookup): string {
  return JSON.stringify([identifiers, ignoresCase, ...tags]);
}

/** Nothing but folders and files. */
export function plainLocation(folders: readonly string[], bibliographies: readonly string[] = []): LibraryLocation {
  return { folders, bibliographies, lookup: noLookup, exclude: [], problems: [] };
}

/**
 * Finds the library of a draft. The sources stand where an explicit `library` says, else the nearest `grounded.json`,
 * else in the folders of the bibliographies. These are what the draft's front matter and its project name, whatever
 * says where the sources stand. What is named and does not exist becomes a problem that says where it was looked for.
 */
export async function locateLibrary(request: LocateRequest): Promise<LibraryLocation> {
  const { draft, workspaceRoot } = request;
  const own = await ofDraft(request);
  if (request.library.length > 0) {
    const base = workspaceRoot ?? process.cwd();
    const given = request.library.map((path) => resolve(base, path));
    return withBibliographies(await ofPaths(given, null), own);
  }
  const start = draft === null ? workspaceRoot : dirname(draft);
  const config = start === null ? null : await findGroundedJson(start, workspaceRoot);
  if (config !== null) {
    const location = withBibliographies(await ofPaths(config.library, config.path), own);
    const problems = config.problems.map((problem) => ({ path: config.path, written: null, problem }));
    return { ...location, problems: [...problems, ...location.problems] };
  }
  return own;
}

/** The sources of one location, with the bibliographies that a draft names in addition. */
function withBibliographies(location: LibraryLocation, own: LibraryLocation): LibraryLocation {
  const bibliographies = [...new Set([...location.bibliographies, ...own.bibliographies])];
  return { ...location, bibliographies, lookup: own.lookup };
}

async function ofPaths(paths: readonly string[], namedIn: string | null): Promise<LibraryLocation> {
  const folders = new Set<string>();
  const bibliographies = new Set<string>();
  const problems: LocationProblem[] = [];
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind === 'folder') folders.add(path);
    else if (kind === 'file' && libraryFileKind(path) === 'bibliography') {
      folders.add(dirname(path));
      bibliographies.add(path);
    } else {
      const what =
        kind === 'none'
          ? 'does not exist'
          : 'is neither a folder nor a bibliography file (BibTeX, CSL JSON or YAML, RIS, Hayagriva)';
      const where = namedIn === null ? 'the library option or the setting grounded.library' : basename(namedIn);
      const message = `The library ${path} ${what}: create it, or correct the path in ${where}.`;
      problems.push({
        path: namedIn ?? path,
        written: null,
        problem: { code: 'library-missing', message, span: null },
      });
    }
  }
  return { ...plainLocation([...folders], [...bibliographies]), problems };
}

async function ofDraft({ draft, bibliographies, workspaceRoot }: LocateRequest): Promise<LibraryLocation> {
  const stated = await ofFrontMatter(draft, bibliographies, workspaceRoot);
  const project = draft === null ? null : await findProject(draft, workspaceRoot);
  if (project !== null) return ofProject(project, stated);
  if (bibliographies.length > 0 || draft === null) return stated;
  const message =
    'No library is known for this draft: name a bibliography in its front matter (bibliography: references.bib), ' +
    'set grounded.library, or put a grounded.json with { "library": ["papers"] } at the root of the workspace.';
  const problem: LocationProblem = {
    path: draft,
    written: null,
    problem: { code: 'library-missing', message, span: null },
  };
  return { ...stated, problems: [problem] };
}

async function ofFrontMatter(
  draft: string | null,
  bibliographies: readonly string[],
  workspaceRoot: string | null,
): Promise<LibraryLocation> {
  const bases = [draft === null ? null : dirname(draft), workspaceRoot].filter((base) => base !== null);
  const found = new Set<string>();
  const problems: LocationProblem[] = [];
  for (const written of bibliographies) {
    const path = await firstFile(bases.map((base) => resolve(base, written)));
    if (path !== null) found.add(path);
    else {
      const looked = [...new Set(bases)].join(' and ') || 'the folder of the draft';
      const message = `The bibliography ${written} was not found in ${looked}: correct the path in the front matter, or create the file.`;
      problems.push({
        path: draft ?? written,
        written,
        problem: { code: 'bib-file-missing', message, span: null },
      });
    }
  }
  const list = problems.length === 0 || draft === null ? null : listBeside(draft);
  if (list !== null) found.add(list);
  return { ...plainLocation(foldersOf(found), [...found]), problems: list === null ? problems : [] };
}

async function ofProject(project: DraftProject, stated: LibraryLocation): Promise<LibraryLocation> {
  const found = new Set<string>();
  const problems: LocationProblem[] = [];
  for (const named of project.named) {
    if ((await kindOf(named.path)) === 'file') found.add(named.path);
    else problems.push(missingInProject(named));
  }
  const folders = project.folders.length > 0 ? project.folders : foldersOf(found);
  return {
    folders: [...new Set([...stated.folders, ...folders])],
    bibliographies: [...new Set([...stated.bibliographies, ...found])],
    lookup: project.lookup,
    exclude: project.written,
    problems: [...stated.problems, ...problems],
  };
}

function missingInProject({ path, namedIn, written }: NamedFile): LocationProblem {
  const message = `The bibliography ${written} was not found at ${path}: correct the path in ${basename(namedIn)}, or create the file.`;
  return { path: namedIn, written: null, problem: { code: 'bib-file-missing', message, span: null } };
}

function foldersOf(files: Iterable<string>): string[] {
  return [...new Set([...files].map((path) => dirname(path)))];
}

async function firstFile(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) if ((await kindOf(path)) === 'file') return path;
  return null;
}

async function kindOf(path: string): Promise<'folder' | 'file' | 'none'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'none';
  }
}
