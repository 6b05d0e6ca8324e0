import { resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { draftFiles } from './listFiles.ts';

/**
 * The files below a folder that may be drafts, as absolute paths in a stable order: without folders that start with a
 * dot and `node_modules`. LaTeX stands apart, as sources are written in it, too.
 */
export const draftsBelow = (folder: string): Promise<string[]> => filesBelow(folder, draftFiles);
export const latexBelow = (folder: string): Promise<string[]> => filesBelow(folder, '**/*.tex');

async function filesBelow(folder: string, pattern: string): Promise<string[]> {
  const paths = await glob(pattern, {
    cwd: folder,
    absolute: true,
    caseSensitiveMatch: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
  });
  return paths.map((path) => resolve(path)).sort();
}
