import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  MarkupKind,
  type Position,
} from 'vscode-languageserver/node';
import { citeCompletionsAt } from '../../shared/editor/citeCompletions.ts';
import { sourceDocumentation } from '../../shared/editor/sourceCard.ts';
import { citeKey } from '../../shared/engine/index.ts';
import type { SourceRanges } from './convert.ts';
import type { PlacedDraft } from './workspace.ts';

interface ItemData {
  readonly key: string;
  readonly uri: string;
}

/** The citations that fit at a position, without their documentation; null where none is being written. */
export function completionList({ uri, converted, library }: PlacedDraft, position: Position): CompletionList | null {
  const found = citeCompletionsAt(converted.text, library, converted.offsetAt(position));
  if (found === null) return null;
  const range = converted.rangeOf(found.replace);
  const items = found.items.map(
    ({ key, byline, title, filter, newText }, index): CompletionItem => ({
      label: key,
      labelDetails: { description: byline },
      kind: CompletionItemKind.Reference,
      detail: title,
      filterText: filter,
      sortText: String(index).padStart(3, '0'),
      textEdit: { range, newText },
      data: { key, uri } satisfies ItemData,
    }),
  );
  return { isIncomplete: true, items };
}

/** The draft that a completion item was offered for. */
export function draftOfItem(item: CompletionItem): string | null {
  return (item.data as ItemData | undefined)?.uri ?? null;
}

export function resolveItem(item: CompletionItem, { library }: PlacedDraft, ranges: SourceRanges): CompletionItem {
  const key = (item.data as ItemData | undefined)?.key ?? item.label;
  const value = sourceDocumentation(library, citeKey(key), ranges.linkTo);
  return value === '' ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}
