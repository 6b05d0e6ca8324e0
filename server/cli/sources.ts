import { stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { DocumentId, Library } from '../../shared/engine/index.ts';
import { plainLocation } from '../host/locate.ts';
import { CallError } from './callError.ts';
import { type Libraries, openLibraries } from './libraries.ts';
import { warn } from './output.ts';

export interface OpenedLibrary {
  readonly libraries: Libraries;
  readonly library: Library;
  /** The folders and bibliography files that could not be found, each named on standard error. */
  readonly failed: number;
}

/** The library that `--library` or the nearest `grounded.json` names, else the current folder. */
export async function openLibrary(folders: readonly string[]): Promise<OpenedLibrary> {
  const libraries = openLibraries(folders, []);
  const location = await libraries.locate({ draft: null, bibliographies: [] });
  const here = plainLocation([process.cwd()]);
  const isNamed = folders.length > 0 || location.problems.length > 0 || location.folders.length > 0;
  const chosen = isNamed ? location : here;
  const messages = chosen.problems.map(({ problem }) => problem.message);
  if (messages.length > 0 && chosen.folders.length === 0) throw new CallError(messages.join('\n'));
  for (const message of messages) warn(message);
  const library = await libraries.load(chosen);
  if (library.sources.size === 0)
    throw new CallError(
      `there is no source in ${chosen.folders.join(', ')}. Name the folder of your sources by --library.`,
    );
  return { libraries, library, failed: chosen.problems.length };
}

/** The documents that the paths stand for; all of the library where no path is given. */
export async function openSources(
  paths: readonly string[],
  folders: readonly string[],
): Promise<OpenedLibrary & { readonly ids: readonly DocumentId[] }> {
  const kinds = await Promise.all(paths.map(kindOf));
  const around = paths.map((path, index) => (kinds[index] === 'folder' ? path : dirname(path)));
  const opened = await openLibrary(folders.length > 0 ? folders : [...new Set(around)]);
  const all = [...opened.library.documents.keys()];
  if (paths.length === 0) return { ...opened, ids: all };
  const ids = new Set<DocumentId>();
  for (const path of paths) {
    const wanted = resolve(path);
    const within = all.filter((id) => id === wanted || id.startsWith(wanted.endsWith(sep) ? wanted : wanted + sep));
    if (within.length === 0) throw new CallError(whyNoSource(path, opened.library));
    for (const id of within) ids.add(id);
  }
  return { ...opened, ids: [...ids] };
}

function whyNoSource(path: string, { problems }: Library): string {
  const met = problems.find(({ id }) => id === resolve(path));
  return met === undefined
    ? `${path} is no source of the library. Name a file in a format that is read, and its folder by --library.`
    : `${path}: ${met.problem.message}`;
}

async function kindOf(path: string): Promise<'folder' | 'file'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    throw new CallError(`there is no file or folder ${path} (in ${process.cwd()}). Correct the path.`);
  }
}
