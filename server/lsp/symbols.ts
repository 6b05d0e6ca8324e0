import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver/node';
import { findLibrarySymbols } from '../../shared/editor/librarySymbols.ts';
import { bibliographyOutline, draftOutline, type OutlineItem } from '../../shared/editor/outline.ts';
import type { Library } from '../../shared/engine/index.ts';
import type { BibliographyFile } from './bibliographies.ts';
import type { ConvertedText, SourceRanges } from './convert.ts';
import type { CheckedPlacedDraft } from './workspace.ts';

export function symbolsOfDraft({ draft, checked, converted }: CheckedPlacedDraft): DocumentSymbol[] {
  return draftOutline(draft, checked).map((item) => symbolOf(item, converted));
}

export function symbolsOfBibliography({ entries, converted }: BibliographyFile): DocumentSymbol[] {
  return bibliographyOutline(entries).map((item) => symbolOf(item, converted));
}

const kinds: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  section: SymbolKind.String,
  table: SymbolKind.Array,
  work: SymbolKind.Constant,
};

function symbolOf(
  { kind, name, detail, span, nameSpan, children }: OutlineItem,
  converted: ConvertedText,
): DocumentSymbol {
  return {
    name,
    detail,
    kind: kinds[kind],
    range: converted.rangeOf(span),
    selectionRange: converted.rangeOf(nameSpan),
    children: children.map((child) => symbolOf(child, converted)),
  };
}

/** So many are sent; the editor asks again with a longer query. */
const most = 200;

/** Works by key, author, title and year, and tables by label and caption, of all libraries that were read. */
export function librarySymbols(libraries: readonly Library[], query: string, ranges: SourceRanges): WorkspaceSymbol[] {
  const symbols = libraries.flatMap((library) => findLibrarySymbols(library, query, most));
  const seen = new Set<string>();
  return symbols
    .filter(({ name, place }) => {
      const id = `${place.document}\n${place.span.start}\n${name}`;
      return seen.size < most && !seen.has(id) && seen.add(id);
    })
    .map(({ kind, name, container, place }) => ({
      name,
      kind: kinds[kind],
      containerName: container,
      location: ranges.locationOf(place.document, place.span),
    }));
}
