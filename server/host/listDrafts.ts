import { resolve } from 'node:path';
import { glob } from 'tinyglobby';

/**
 * The files below a folder that may be drafts, as absolute paths in a stable order: without folders that start with a
 * dot and `node_modules`.
 */
export async function listDrafts(folder: string): Promise<string[]> {
  const paths = await glob('**/*.{md,markdown}', {
    cwd: folder,
    absolute: true,
    caseSensitiveMatch: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
  });
  return paths.map((path) => resolve(path)).sort();
}
