import { type DocumentId, type Evidence, type Library, placeOf, type Span } from '../engine/index.ts';

/**
 * What a piece of evidence is called in one line: its page if its source has pages, then its table, row and column, or
 * its sentence, cut to `most` characters.
 */
export function describeEvidence(evidence: Evidence, most = 160): string {
  const onPage = evidence.page === null ? '' : `page ${evidence.page}`;
  switch (evidence.kind) {
    case 'cell':
      return [onPage, evidence.table, evidence.row.join(' › '), evidence.column.join(' › ')]
        .filter((part) => part !== '')
        .join(', ');
    case 'passage':
      return [onPage, `“${shorten(evidence.quote, most)}”`].filter((part) => part !== '').join(', ');
    default:
      return evidence satisfies never;
  }
}

/** The page that a span of a document is printed on, counted from 1; null where the document has no pages. */
export function pageOf(library: Library, id: DocumentId, span: Span): number | null {
  const origin = library.documents.get(id)?.document.origin;
  const place = origin && placeOf(origin, span);
  return place?.kind === 'page' ? place.page : null;
}

/** One line of at most `most` UTF-16 code units, cut at a word, with the cut marked. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most >> 1)).replace(/[,;:]$/, '')}…`;
}

/** `1 claim`, `2 claims`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Text as code in Markdown, on one line; the sign that would end it is another. */
export function codeInMarkdown(text: string): string {
  return `\`${text.replace(/\s+/g, ' ').replaceAll('`', "'")}\``;
}

/** Text as it is, whatever Markdown would make of it; on one line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~$&!]/g, '\\$&');
}
