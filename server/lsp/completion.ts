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
  /** Of the draft; the label is the key. */
  readonly uri: string;
}

/**
 * The citations that fit at a position, without their documentation; null where none is being written.
 * `defaults`: the client takes what all items share in front of them.
 */
export function completionList(
  { uri, converted, library }: PlacedDraft,
  position: Position,
  defaults: boolean,
): CompletionList | null {
  const found = citeCompletionsAt(converted.text, library, converted.offsetAt(position));
  if (found === null) return null;
  const range = converted.rangeOf(found.replace);
  const data: ItemData = { uri };
  const items = found.items.map(
    ({ key, byline, title, filter, newText }, index): CompletionItem => ({
      label: key,
      labelDetails: { description: byline },
      kind: CompletionItemKind.Reference,
      detail: title,
      filterText: filter,
      sortText: String(index).padStart(3, '0'),
      ...(defaults ? { textEditText: newText } : { textEdit: { range, newText }, data }),
    }),
  );
  return { isIncomplete: true, ...(defaults ? { itemDefaults: { editRange: range, data } } : {}), items };
}

/** The draft that a completion item was offered for. */
export function draftOfItem(item: CompletionItem): string | null {
  return (item.data as ItemData | undefined)?.uri ?? null;
}

export function resolveItem(item: CompletionItem, { library }: PlacedDraft, ranges: SourceRanges): CompletionItem {
  const value = sourceDocumentation(library, citeKey(item.label), ranges.linkTo);
  return value === '' ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}
