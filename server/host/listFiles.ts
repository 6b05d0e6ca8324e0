import { basename, extname, isAbsolute, resolve } from 'node:path';
import { glob } from 'tinyglobby';
import {
  bibliographyExtensions,
  draftExtensions,
  plainBibliographyExtensions,
  textExtensions,
} from '../../shared/engine/index.ts';

/** `packed`: a document that is no text file. */
export type LibraryFileKind = 'text' | 'packed' | 'bibliography' | 'other';

const packedExtensions = ['.pdf', '.docx'];
const ofLibrary = [...textExtensions, ...packedExtensions, ...plainBibliographyExtensions];

/** The files of a library, as a glob relative to its folder. */
export const libraryFiles = globOf(ofLibrary);

/** What libraries depend on: their files, bibliographies in formats of other files too, and the drafts that cite. */
export const watchedFiles = globOf([
  ...new Set([...ofLibrary, ...bibliographyExtensions, ...draftExtensions.map((extension) => `.${extension}`)]),
]);

function globOf(extensions: readonly string[]): string {
  return `**/*.{${extensions.map((extension) => extension.slice(1)).join(',')}}`;
}

/** Files that tell about a folder and are no sources, unless a bibliography entry names them. */
const aboutTheFolder = /^(readme|license|licence|changelog|contributing|notice|code_of_conduct)(\.|$)/i;

/** What the library makes of a file that is named to it, by its extension. Folders are searched for less: `libraryFiles`. */
export function libraryFileKind(path: string): LibraryFileKind {
  const extension = extname(path).toLowerCase();
  if (bibliographyExtensions.includes(extension)) return 'bibliography';
  if (packedExtensions.includes(extension)) return 'packed';
  return textExtensions.includes(extension) ? 'text' : 'other';
}

/**
 * The documents and bibliography files in the folders, as absolute paths in a stable order.
 * Folders that start with a dot and `node_modules` are left out; so is what `exclude` names: absolute paths, or
 * globs relative to each folder.
 */
export async function listLibraryFiles(folders: readonly string[], exclude: readonly string[]): Promise<string[]> {
  return listFiles(folders, libraryFiles, exclude);
}

/**
 * The files in a folder that may be drafts, as a glob relative to it. Papers come as LaTeX too: a draft in LaTeX is
 * one where it is open or named.
 */
export const draftFiles = `**/*.{${draftExtensions.filter((extension) => extension !== 'tex').join(',')}}`;

/** The files in the folders that may be drafts, with the same exceptions. */
export async function listDrafts(folders: readonly string[], exclude: readonly string[]): Promise<string[]> {
  return listFiles(folders, draftFiles, exclude);
}

async function listFiles(folders: readonly string[], pattern: string, exclude: readonly string[]): Promise<string[]> {
  const excludedPaths = new Set(exclude.filter((one) => isAbsolute(one)).map((one) => resolve(one)));
  const globs = exclude.filter((one) => !isAbsolute(one));
  const found = new Set<string>();
  for (const folder of folders) {
    const paths = await glob(pattern, {
      cwd: folder,
      absolute: true,
      caseSensitiveMatch: false,
      expandDirectories: false,
      ignore: ['**/node_modules/**', ...globs],
    }).catch(() => []);
    for (const path of paths) if (!isAboutTheFolder(path)) found.add(resolve(path));
  }
  return [...found].filter((path) => !excludedPaths.has(path)).sort();
}

/** Word keeps a file `~$name.docx` beside an open document. */
function isAboutTheFolder(path: string): boolean {
  return aboutTheFolder.test(basename(path)) || basename(path).startsWith('~$');
}
