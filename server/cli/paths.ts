import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A path as the caller would write it: relative to the current folder where it lies below it, with slashes. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  const shown = near === '' || near.startsWith('..') || isAbsolute(near) ? path : near;
  return sep === '\\' ? shown.replaceAll('\\', '/') : shown;
}

/** A path of a report as a URI: relative to the current folder where it lies below it, else absolute. */
export function uriOf(path: string): string {
  const shown = shownPath(resolve(path));
  return isAbsolute(shown) ? pathToFileURL(shown).href : shown.split('/').map(encodeURIComponent).join('/');
}
