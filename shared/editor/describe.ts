import { isOthers, type Source } from '../engine/index.ts';

/** The title of a source, or the name of its file. */
export function titleOf(source: Source): string {
  return source.entry?.title || source.document?.metadata.title || fileNameOf(source.id ?? '') || source.key;
}

/** `Qin et al. 2025`, as far as it is known; else an empty string. */
export function authorYear({ entry, document }: Source): string {
  const families =
    entry?.authors.filter((author) => !isOthers(author)).map(({ family }) => family) ??
    document?.metadata.authors.map((author) => author.trim().split(/\s+/).at(-1) ?? author) ??
    [];
  const [first, second] = families;
  const isLong = families.length > 2 || (entry?.authors.some(isOthers) ?? false);
  const names = first === undefined ? '' : isLong ? `${first} et al.` : [first, second].filter(Boolean).join(' and ');
  return [names, yearOf({ entry, document })].filter((part) => part !== '').join(' ');
}

/** The names of the authors as they are spoken, given names first. */
export function authorNames(source: Source): readonly string[] {
  return (
    source.entry?.authors
      .filter((author) => !isOthers(author))
      .map(({ given, family }) => `${given} ${family}`.trim()) ??
    source.document?.metadata.authors ??
    []
  );
}

export function yearOf({ entry, document }: Pick<Source, 'entry' | 'document'>): string {
  return entry?.year || document?.metadata.year || '';
}

export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
