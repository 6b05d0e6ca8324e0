import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  MarkupKind,
  type Range,
} from 'vscode-languageserver/node';
import { type CiteCompletions, citeCompletionsAt } from '../../shared/editor/citeCompletions.ts';
import { type LocatorCompletions, locatorCompletionsAt } from '../../shared/editor/locatorCompletions.ts';
import { sourceCard } from '../../shared/editor/sourceCard.ts';
import type { CellPlace } from '../../shared/editor/tableExcerpt.ts';
import { type ValueCompletions, valueCard, valueCompletionsAt } from '../../shared/editor/valueCompletions.ts';
import { type CiteKey, citeKey, type Span } from '../../shared/engine/index.ts';
import { linksOf } from './cardLinks.ts';
import type { SourceRanges } from './convert.ts';
import type { PlacedDraft } from './workspace.ts';

/** Behind these a citation, a locator or a number may begin. */
export const triggerCharacters: readonly string[] = ['@', ';', '[', '{', ',', ' '];

interface ItemData {
  /** Of the draft. */
  readonly uri: string;
  /** The source whose card documents the item; where it is left out, the label is the key. */
  readonly key?: CiteKey;
  /** The cell of the source that the item is the number of. */
  readonly cell?: CellPlace;
}

/**
 * The citations, locators or numbers that fit at a position, without their documentation; null where none is being
 * written. `defaults`: the client takes what all items share in front of them.
 */
export function completionList(
  { uri, converted, draft, library }: PlacedDraft,
  { position, context }: Pick<CompletionParams, 'position' | 'context'>,
  defaults: boolean,
): CompletionList | null {
  const offset = converted.offsetAt(position);
  const list = (offer: Offer, replace: Span): CompletionList =>
    withRange(offer, converted.rangeOf(replace), { uri }, defaults);
  const locators = locatorCompletionsAt(draft, library, offset);
  if (locators !== null) return list(locatorItems(locators, uri), locators.replace);
  const citations = citeCompletionsAt(draft, library, offset);
  if (citations !== null) return list(citationItems(citations), citations.replace);
  // The other characters begin citations: a number is not what is being written.
  if ((context?.triggerCharacter ?? ' ') !== ' ') return null;
  const asked = context?.triggerKind === CompletionTriggerKind.Invoked;
  const values = valueCompletionsAt(draft, library, offset, asked);
  return values && list(valueItems(values, uri), values.replace);
}

/** Items before they are told what they replace. */
interface Offer {
  readonly items: readonly (CompletionItem & { readonly insertText: string })[];
  readonly isIncomplete: boolean;
}

function citationItems({ items }: CiteCompletions): Offer {
  return {
    // An editor's own filter knows nothing of accents, slips and several words: the server is asked again.
    isIncomplete: true,
    items: items.map(({ key, byline, title, filter, newText }, index) => ({
      label: key,
      labelDetails: { description: byline },
      kind: CompletionItemKind.Reference,
      detail: title,
      filterText: filter,
      sortText: placeIn(index),
      insertText: newText,
    })),
  };
}

function locatorItems({ items, key }: LocatorCompletions, uri: string): Offer {
  return {
    isIncomplete: false,
    items: items.map(({ text, caption, isEvidence }, index) => ({
      label: text,
      kind: CompletionItemKind.Value,
      detail: caption,
      ...(isEvidence ? { labelDetails: { description: 'states the number' }, preselect: true } : {}),
      sortText: placeIn(index),
      insertText: text,
      data: { uri, key } satisfies ItemData,
    })),
  };
}

function valueItems({ items }: ValueCompletions, uri: string): Offer {
  return {
    isIncomplete: false,
    items: items.map(
      ({ text, name, path, standing, source, newText, document, tableIndex, rowIndex, columnIndex }, index) => ({
        label: text,
        labelDetails: { ...(name === '' ? {} : { detail: ` ${name}` }), description: standing },
        kind: CompletionItemKind.Value,
        detail: path,
        sortText: placeIn(index),
        insertText: newText,
        data: { uri, key: source, cell: { document, tableIndex, rowIndex, columnIndex } } satisfies ItemData,
      }),
    ),
  };
}

/** The order of the items, for editors that sort by text. */
const placeIn = (index: number): string => String(index).padStart(3, '0');

function withRange({ items, isIncomplete }: Offer, range: Range, data: ItemData, defaults: boolean): CompletionList {
  const placed = items.map(({ insertText: newText, ...item }) =>
    defaults ? { ...item, textEditText: newText } : { data, ...item, textEdit: { range, newText } },
  );
  return { isIncomplete, ...(defaults ? { itemDefaults: { editRange: range, data } } : {}), items: placed };
}

/** The draft that a completion item was offered for. */
export function draftOfItem(item: CompletionItem): string | null {
  return (item.data as ItemData | undefined)?.uri ?? null;
}

export function resolveItem(item: CompletionItem, placed: PlacedDraft, ranges: SourceRanges): CompletionItem {
  const { key = citeKey(item.label), cell } = item.data as ItemData;
  const { draft, library } = placed;
  const source = library.sources.get(key);
  if (source === undefined) return item;
  const value =
    cell === undefined
      ? sourceCard(source, draft, linksOf(placed, ranges))
      : valueCard(cell, source, library, ranges.linkTo);
  return { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}
