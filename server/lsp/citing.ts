import type { Position } from 'vscode-languageserver/node';
import { citationChoicesAt } from '../../shared/editor/citationChoices.ts';
import { citationEditAt } from '../../shared/editor/citationEdit.ts';
import { placeOfSource } from '../../shared/editor/definition.ts';
import { citeKey } from '../../shared/engine/index.ts';
import type { CitationChoicesResult, CitationEditResult, SourcePlaceResult } from '../../shared/protocol/citations.ts';
import type { SourceRanges } from './convert.ts';
import type { PlacedDraft } from './workspace.ts';

/** The sources that can be cited at a position, the likeliest first. */
export function choicesAt({ converted, draft, library }: PlacedDraft, at: Position): CitationChoicesResult {
  return citationChoicesAt(draft, library, converted.offsetAt(at));
}

/** The edit that cites sources at a position. */
export function editAt(
  { converted, draft, library }: PlacedDraft,
  at: Position,
  keys: readonly string[],
): CitationEditResult {
  const edit = citationEditAt(draft, library, converted.offsetAt(at), keys.map(citeKey));
  return edit && { range: converted.rangeOf(edit.span), newText: edit.text };
}

/** Where a source stands: its document, else its bibliography entry. */
export function placeOf({ library }: PlacedDraft, key: string, ranges: SourceRanges): SourcePlaceResult {
  const source = library.sources.get(citeKey(key));
  const place = source === undefined ? null : placeOfSource(source, null);
  return place && ranges.locationOf(place.document, place.span);
}
