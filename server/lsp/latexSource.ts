import { dirname, relative, sep } from 'node:path';
import type { LibraryLocation } from '../host/locate.ts';

/**
 * True where a LaTeX document that cites is itself a source: papers come as LaTeX too, with bibliographies of their
 * own. It is one where the library of another draft holds it, or its own, unless that is only the folder of the
 * bibliography that the document names. What names the very bibliography of another draft is a draft beside it.
 */
export function isLatexSource(path: string | null, own: LibraryLocation, others: readonly LibraryLocation[]): boolean {
  if (path === null) return false;
  const shares = ({ bibliographies }: LibraryLocation): boolean =>
    own.bibliographies.some((bibliography) => bibliographies.includes(bibliography));
  if (others.some((other) => !shares(other) && other.folders.some((folder) => isWithin(path, folder)))) return true;
  const named = new Set(own.bibliographies.map((bibliography) => dirname(bibliography)));
  return own.folders.some((folder) => !named.has(folder) && isWithin(path, folder));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !way.startsWith(sep);
}
