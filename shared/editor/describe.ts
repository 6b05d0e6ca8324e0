import type { Evidence, Source } from '../engine/index.ts';

/** The title of a source, or the name of its file. */
export function titleOf(source: Source): string {
  return source.entry?.title || source.document?.metadata.title || fileNameOf(source.id ?? '') || source.key;
}

/** `Qin et al. 2025`, as far as it is known; else an empty string. */
export function authorYear(source: Source): string {
  const families =
    source.entry?.authors.map(({ family }) => family) ??
    source.document?.metadata.authors.map((author) => author.trim().split(/\s+/).at(-1) ?? author) ??
    [];
  const [first, second] = families;
  const names =
    first === undefined ? '' : families.length > 2 ? `${first} et al.` : [first, second].filter(Boolean).join(' and ');
  return [names, yearOf(source)].filter((part) => part !== '').join(' ');
}

export function yearOf(source: Source): string {
  return source.entry?.year || source.document?.metadata.year || '';
}

/** What a piece of evidence is called in a sentence: its table, row and column, or the beginning of its sentence. */
export function placeOf(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'cell':
      return [evidence.table, evidence.row.join(' › '), evidence.column.join(' › ')]
        .filter((part) => part !== '')
        .join(', ');
    case 'passage':
      return `“${shorten(evidence.quote, 120)}”`;
    default:
      return evidence satisfies never;
  }
}

/** One line of at most `most` UTF-16 code units, cut at a word. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most >> 1))}…`;
}

/** Text as it is, whatever Markdown would make of it; on one line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~$&!]/g, '\\$&');
}

export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
