import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, relative, resolve, sep } from 'node:path';
import { decode, type FileStamp } from '../readText.ts';

/** The files that a project's main file includes. */
export interface Includes {
  /** Gives the file that `name` stands for, seen from the main file or from the root; null where there is none. */
  include(name: string): { readonly path: string; readonly text: string } | null;
  /** All files that were looked for, in the state they had. */
  readonly seen: ReadonlyMap<string, FileStamp | null>;
}

/** Names with these extensions are whole. */
const complete = /^\.(?:tex|sty|cls)$/i;

/** Nothing outside of `root` is included, and no more than `most` bytes in all. */
export function createIncludes(main: string, root: string, most: number): Includes {
  const seen = new Map<string, FileStamp | null>();
  const folder = dirname(main);
  const top = realPath(root);
  let left = most;
  const read = (path: string): string | null => {
    const real = realPath(path);
    const stamp = real === null || top === null || !real.startsWith(top + sep) ? null : stampNow(real);
    // Style files are mostly those of the TeX distribution: one that turns up later is not waited for.
    if (stamp !== null || !/\.(?:sty|cls)$/i.test(path)) seen.set(path, stamp);
    if (real === null || stamp === null || stamp.size > left) return null;
    left -= stamp.size;
    return decode(readFileSync(real));
  };
  const find = (name: string): { path: string; text: string } | null => {
    for (const path of candidates(name, folder, root)) {
      const text = read(path);
      if (text !== null) return { path: relative(folder, path).split(sep).join('/'), text };
    }
    return null;
  };
  const known = new Map<string, ReturnType<typeof find>>();
  return {
    seen,
    include(name) {
      const found = known.has(name) ? (known.get(name) ?? null) : find(name);
      known.set(name, found);
      return found;
    },
  };
}

/** TeX adds its own extension where there is none; a dot may also belong to the name. */
function candidates(name: string, folder: string, root: string): string[] {
  const extension = extname(name).toLowerCase();
  const names = complete.test(extension) ? [name] : extension === '' ? [`${name}.tex`, name] : [name, `${name}.tex`];
  return [...new Set([folder, root].flatMap((from) => names.map((one) => resolve(from, one))))];
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

function stampNow(path: string): FileStamp | null {
  const stats = statSync(path);
  return stats.isFile() ? { modified: stats.mtimeMs, size: stats.size } : null;
}
