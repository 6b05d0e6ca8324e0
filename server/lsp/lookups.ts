import { type Hover, type LocationLink, MarkupKind, type Position } from 'vscode-languageserver/node';
import { subjectAt } from '../../shared/editor/at.ts';
import { definitionAt } from '../../shared/editor/definition.ts';
import { titleOf } from '../../shared/editor/describe.ts';
import { explanationOf } from '../../shared/editor/explanation.ts';
import { hoverCardAt } from '../../shared/editor/hoverCard.ts';
import { searchPassages } from '../../shared/engine/index.ts';
import type { ExplainResult, SearchHit, SourceAtResult } from '../../shared/protocol/messages.ts';
import { linksOf } from './cardLinks.ts';
import type { SourceRanges } from './convert.ts';
import type { LocatedLibrary } from './libraries.ts';
import { sourcePlace } from './sourcePlace.ts';
import type { CheckedPlacedDraft } from './workspace.ts';

export function hoverAt(placed: CheckedPlacedDraft, at: Position, ranges: SourceRanges): Hover | null {
  const { converted, library } = placed;
  const card = hoverCardAt(placed, library, converted.offsetAt(at), linksOf(placed, ranges));
  if (card === null) return null;
  return { contents: { kind: MarkupKind.Markdown, value: card.markdown }, range: converted.rangeOf(card.span) };
}

export function definitionLinks(
  { converted, checked, library }: CheckedPlacedDraft,
  at: Position,
  ranges: SourceRanges,
): LocationLink[] {
  const definition = definitionAt(checked, library, converted.offsetAt(at));
  if (definition === null) return [];
  const originSelectionRange = converted.rangeOf(definition.origin);
  return definition.places.map(({ document, span }) => {
    const { uri, range } = ranges.locationOf(document, span);
    return { originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range };
  });
}

export function placeAt(
  { converted, checked, library }: CheckedPlacedDraft,
  at: Position,
  ranges: SourceRanges,
): SourceAtResult {
  const [first] = definitionAt(checked, library, converted.offsetAt(at))?.places ?? [];
  return first === undefined ? null : sourcePlace(first.document, first.span, ranges);
}

/** How the claim at a position was bound and judged, step by step. */
export function explanationAt({ converted, checked, draft }: CheckedPlacedDraft, at: Position): ExplainResult {
  const subject = subjectAt(checked, converted.offsetAt(at));
  return subject?.kind === 'claim' ? { markdown: explanationOf(draft, subject.judged) } : null;
}

export function searchHits(
  { library }: LocatedLibrary,
  query: string,
  limit: number,
  ranges: SourceRanges,
): SearchHit[] {
  return searchPassages(library, query, limit).map(({ source, id, passage }) => {
    const named = library.sources.get(source);
    return {
      key: source,
      title: named === undefined ? source : titleOf(named),
      text: passage.text,
      place: sourcePlace(id, passage.span, ranges),
    };
  });
}
