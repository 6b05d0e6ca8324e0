import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LinkTo } from '../../shared/report/index.ts';

/** A path as the caller would write it, with slashes: relative to the current folder where that is the shorter way. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  const isShorter = near !== '' && !isAbsolute(near) && (isBelow(near) || near.length < path.length);
  return withSlashes(isShorter ? near : path);
}

/** A path of a report as a URI: relative to the current folder where it lies below it, else absolute. */
export function uriOf(path: string): string {
  const near = relative(process.cwd(), resolve(path));
  return isBelow(near) ? encoded(near) : pathToFileURL(resolve(path)).href;
}

/** Links of a Markdown report that is written to `output`, or printed where the caller stands. */
export function linksFrom(output: string | undefined): LinkTo {
  const folder = output === undefined ? process.cwd() : dirname(resolve(output));
  return (file, position) =>
    `${encoded(relative(folder, resolve(file)))}${position === null ? '' : `#L${position.line + 1}`}`;
}

function isBelow(relativePath: string): boolean {
  return relativePath !== '' && !isAbsolute(relativePath) && !/^\.\.(?:[\\/]|$)/.test(relativePath);
}

function encoded(path: string): string {
  return withSlashes(path).split('/').map(encodeURIComponent).join('/');
}

function withSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
