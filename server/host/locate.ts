import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Problem } from '../../shared/engine/index.ts';
import { findGroundedJson } from './groundedJson.ts';
import { libraryFileKind } from './listFiles.ts';

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
  readonly problems: readonly LocationProblem[];
}

/**
 * Finds the library of a draft. An explicit `library` goes before the nearest `grounded.json`,
 * which goes before the draft's front matter, where the folder of each .bib file holds the sources.
 * What is named and does not exist becomes a problem that says where it was looked for.
 */
export async function locateLibrary(request: LocateRequest): Promise<LibraryLocation> {
  if (request.library.length > 0) {
    const base = request.workspaceRoot ?? process.cwd();
    return ofPaths(
      request.library.map((path) => resolve(base, path)),
      null,
    );
  }
  const start = request.draft === null ? request.workspaceRoot : dirname(request.draft);
  const config = start === null ? null : await findGroundedJson(start, request.workspaceRoot);
  if (config !== null) {
    const location = await ofPaths(config.library, config.path);
    const problems = config.problems.map((problem) => ({ path: config.path, written: null, problem }));
    return { ...location, problems: [...problems, ...location.problems] };
  }
  return ofFrontMatter(request);
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
        kind === 'none' ? 'does not exist' : 'is neither a folder nor a bibliography file (.bib, or .json in CSL form)';
      const where = namedIn === null ? 'the library option or the setting grounded.library' : basename(namedIn);
      const message = `The library ${path} ${what}: create it, or correct the path in ${where}.`;
      problems.push({
        path: namedIn ?? path,
        written: null,
        problem: { code: 'library-missing', message, span: null },
      });
    }
  }
  return { folders: [...folders], bibliographies: [...bibliographies], problems };
}

async function ofFrontMatter({ draft, bibliographies, workspaceRoot }: LocateRequest): Promise<LibraryLocation> {
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
  if (bibliographies.length === 0 && draft !== null) {
    const message =
      'No library is known for this draft: name a bibliography in its front matter (bibliography: references.bib), ' +
      'set grounded.library, or put a grounded.json with { "library": ["papers"] } at the root of the workspace.';
    problems.push({ path: draft, written: null, problem: { code: 'library-missing', message, span: null } });
  }
  return { folders: [...new Set([...found].map((path) => dirname(path)))], bibliographies: [...found], problems };
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
