/** The words of a title alone: two titles are the same work where these are equal. */
export function canonicalTitle(title: string): string {
  // Most titles are plain, and thousands are compared.
  if (!/[^ -~]/.test(title))
    return (
      title
        .toLowerCase()
        .match(/[a-z0-9]+/g)
        ?.join(' ') ?? ''
    );
  return (
    title
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}

export function withoutVersion(arxiv: string): string {
  return arxiv.toLowerCase().replace(/v\d+$/, '');
}

export function normalPath(path: string): string {
  return path.replace(/\\/g, '/');
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The path against the folder; an absolute one stays. */
export function resolvePath(folder: string, path: string): string {
  const normal = normalPath(path).replace(/^file:\/\//, '');
  const isAbsolute = normal.startsWith('/') || /^[A-Za-z]:\//.test(normal);
  const full = isAbsolute || folder === '' ? normal : `${folder}/${normal}`;
  const parts: string[] = [];
  for (const part of full.split('/')) {
    if (part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..' && parts.at(-1) !== '') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

export function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function stemOf(path: string): string {
  return path.replace(/\.[^./]*$/, '');
}

/** The file's name without folder and extension. */
export function nameOf(path: string): string {
  return stemOf(baseOf(normalPath(path))).toLowerCase();
}
