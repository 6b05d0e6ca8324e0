import { resolve } from 'node:path';
import { glob } from 'tinyglobby';
import { draftFiles } from './listFiles.ts';

/**
 * The files below a folder that may be drafts, as absolute paths in a stable order: without folders that start with a
 * dot and `node_modules`.
 */
export async function draftsBelow(folder: string): Promise<string[]> {
  const paths = await glob(draftFiles, {
    cwd: folder,
    absolute: true,
    caseSensitiveMatch: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
  });
  return paths.map((path) => resolve(path)).sort();
}
