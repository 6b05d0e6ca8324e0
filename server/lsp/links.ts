import { dirname, normalize, resolve, sep } from 'node:path';
import type { DocumentLink } from 'vscode-languageserver/node';
import { citationLinks, entryLinks } from '../../shared/editor/links.ts';
import { stampOf } from '../host/readText.ts';
import type { BibliographyFile } from './bibliographies.ts';
import { pathOf, type SourceRanges, uriOf } from './convert.ts';
import type { PlacedDraft } from './workspace.ts';

/** The bibliographies that a draft names, and its citations with what they lead to. */
export function linksOfDraft(
  { uri, draft, library, location, converted }: PlacedDraft,
  ranges: SourceRanges,
): DocumentLink[] {
  const folder = dirname(pathOf(uri) ?? '');
  const bibliographies = draft.bibliographies.flatMap(({ path: written, span }) => {
    const path = location.bibliographies.find(
      (one) => one === resolve(folder, written) || one.endsWith(sep + normalize(written)),
    );
    return path === undefined ? [] : [{ range: converted.rangeOf(span), target: uriOf(path), tooltip: path }];
  });
  const citations = citationLinks(draft, library).map(({ span, place, title }) => ({
    range: converted.rangeOf(span),
    target: ranges.addressOf(place.document, place.span),
    tooltip: title,
  }));
  return [...bibliographies, ...citations];
}

/** The identifiers, addresses and files of a bibliography; a file that is not there has no link. */
export async function linksOfBibliography({ path, entries, converted }: BibliographyFile): Promise<DocumentLink[]> {
  const links = await Promise.all(
    entryLinks(entries, converted.text).map(async ({ span, to }): Promise<DocumentLink | null> => {
      const range = converted.rangeOf(span);
      if (to.kind === 'address') return { range, target: to.address };
      const file = resolve(dirname(path), to.path);
      return (await stampOf(file)) === null ? null : { range, target: uriOf(file), tooltip: file };
    }),
  );
  return links.filter((link) => link !== null);
}
