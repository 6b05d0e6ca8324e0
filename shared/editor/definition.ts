import type { CheckedDraft, DocumentId, Library, Source, Span } from '../engine/index.ts';
import { subjectAt } from './at.ts';

/** Where something stands in a file of the library. */
export interface LibraryPlace {
  readonly document: DocumentId;
  readonly span: Span;
}

/** A link to a place in a library file that the editor can follow, or null where it cannot. */
export type LinkTo = (document: DocumentId, span: Span) => string | null;

export interface Definition {
  /** In the draft: what the place was asked for. */
  readonly origin: Span;
  /** The best first. */
  readonly places: readonly LibraryPlace[];
}

/**
 * Where the source says what the draft says at `offset`: for a claim the deciding cells or sentences,
 * for a citation the table of its locator, else its document, else its bibliography entry.
 */
export function definitionAt(checked: CheckedDraft, library: Library, offset: number): Definition | null {
  const subject = subjectAt(checked, offset);
  if (subject === null) return null;
  if (subject.kind === 'claim') {
    const { claim, verdict } = subject.judged;
    const places = verdict.evidence.map(({ document, span }) => ({ document, span }));
    return places.length === 0 ? null : { origin: claim.span, places };
  }
  const { citation } = subject.checked;
  const source = library.sources.get(citation.key);
  const table = citation.locator?.label === 'table' ? citation.locator.value : null;
  const place = source === undefined ? null : placeOfSource(source, table);
  return place === null ? null : { origin: citation.span, places: [place] };
}

/** The table of that number in the source, else the beginning of its document, else its bibliography entry. */
export function placeOfSource(source: Source, tableNumber: string | null): LibraryPlace | null {
  if (source.id !== null) {
    const table = source.document?.tables.find(
      ({ label }) => tableNumber !== null && label?.endsWith(` ${tableNumber}`),
    );
    return { document: source.id, span: table?.span ?? { start: 0, end: 0 } };
  }
  if (source.bibliography !== null && source.entry !== null) {
    return { document: source.bibliography, span: source.entry.keySpan };
  }
  return null;
}
