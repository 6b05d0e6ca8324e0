import type { BibEntry, Draft, Library, Span } from '../engine/index.ts';
import { type LibraryPlace, placeOfSource } from './definition.ts';
import { titleOf } from './describe.ts';

/** A stretch of a draft that leads to a place of its library. */
export interface CitationLink {
  readonly span: Span;
  readonly place: LibraryPlace;
  /** The title of the source. */
  readonly title: string;
}

/** The citations of a draft with the sources they lead to: the document, else the entry. */
export function citationLinks(draft: Draft, library: Library): CitationLink[] {
  return draft.citations.flatMap(({ key, span }) => {
    const source = library.sources.get(key);
    const place = source === undefined ? null : placeOfSource(source, null);
    return source === undefined || place === null ? [] : [{ span, place, title: titleOf(source) }];
  });
}

/** A stretch of a bibliography that leads to a file or an address. */
export interface EntryLink {
  readonly span: Span;
  readonly to:
    | { readonly kind: 'address'; readonly address: string }
    | { readonly kind: 'file'; readonly path: string };
}

/** The identifiers, addresses and files of entries, wherever their format writes them. */
export function entryLinks(entries: readonly BibEntry[], text: string): EntryLink[] {
  return entries.flatMap((entry) => {
    const links: EntryLink[] = [];
    const add = (written: string | null, to: EntryLink['to']): void => {
      const span = written === null ? null : placeIn(text, entry.span, written);
      if (span !== null && !links.some((link) => link.span.start <= span.start && span.end <= link.span.end))
        links.push({ span, to });
    };
    const address = (url: string): EntryLink['to'] => ({ kind: 'address', address: encodeURI(url) });
    if (entry.url !== null && /^https?:/i.test(entry.url)) add(entry.url, { kind: 'address', address: entry.url });
    add(entry.doi, address(`https://doi.org/${entry.doi}`));
    add(entry.arxiv, address(`https://arxiv.org/abs/${entry.arxiv}`));
    for (const path of entry.files) add(path, { kind: 'file', path });
    return links;
  });
}

/** Where an entry writes a value, as it is or with TeX's escapes; the last place, as keys are often made of DOIs. */
function placeIn(text: string, { start, end }: Span, value: string): Span | null {
  const entry = text.slice(start, end);
  for (const written of [value, value.replace(/[_&%#]/g, '\\$&'), value.replace(/:/g, '\\:')]) {
    const at = entry.lastIndexOf(written);
    if (at >= 0) return { start: start + at, end: start + at + written.length };
  }
  return null;
}
