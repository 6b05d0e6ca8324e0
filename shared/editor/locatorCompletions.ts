import {
  type CiteKey,
  citeKey,
  type Draft,
  type Library,
  type Source,
  type Span,
  statingTables,
} from '../engine/index.ts';
import { pageOf, shorten } from '../findings/index.ts';
import { locatorPlaces } from './locatorPlaces.ts';
import { withoutLabel } from './tableCaption.ts';
import { isVerbatim } from './verbatim.ts';

export interface LocatorCompletion {
  /** `Table 2`, `p. 6` */
  readonly text: string;
  /** The caption of the table. */
  readonly caption: string;
  /** True where it states a number of the sentence in a cell which the sentence names. */
  readonly isEvidence: boolean;
}

export interface LocatorCompletions {
  /** What every item replaces. */
  readonly replace: Span;
  readonly key: CiteKey;
  /** The one that states what the sentence says first, then in the order of the source. */
  readonly items: readonly LocatorCompletion[];
}

const mostItems = 40;
/** No group is longer. */
const MOST_BEFORE = 400;

/**
 * The tables and pages of a source at a place where the locator of its citation is being written, as behind `[@key, `.
 * Null where none is, or the source is not in the library.
 */
export function locatorCompletionsAt(draft: Draft, library: Library, offset: number): LocatorCompletions | null {
  const found = locatorAt(draft, offset);
  if (found === null) return null;
  const source = library.sources.get(found.key);
  if (source?.document == null) return null;
  const typed = draft.text.slice(found.replace.start, offset).toLowerCase();
  const items = locatorsOf(source, draft, offset, library).filter(({ text }) => text.toLowerCase().startsWith(typed));
  return items.length === 0 ? null : { ...found, items: items.slice(0, mostItems) };
}

function locatorAt(draft: Draft, offset: number): { key: CiteKey; replace: Span } | null {
  const lineStart = draft.text.lastIndexOf('\n', offset - 1) + 1;
  const before = draft.text.slice(Math.max(lineStart, offset - MOST_BEFORE), offset);
  const after = draft.text.slice(offset, offset + 200).split('\n')[0] ?? '';
  for (const { ahead, behind } of locatorPlaces(draft.syntax)) {
    const match = ahead.exec(before);
    const rest = behind.exec(after);
    const key = match?.groups?.key ?? rest?.groups?.key;
    if (match === null || rest === null || key === undefined) continue;
    if (isVerbatim(draft, offset - match[0].length)) return null;
    const typed = match.groups?.typed ?? '';
    return { key: citeKey(key), replace: { start: offset - typed.length, end: offset } };
  }
  return null;
}

function locatorsOf(source: Source, draft: Draft, offset: number, library: Library): LocatorCompletion[] {
  const tables = source.document?.tables ?? [];
  const stating = statingTables(draft, offset, library).find((one) => one.source === source.key)?.tableIndex ?? null;
  const order = tables.map((_, index) => index).sort((a, b) => Number(b === stating) - Number(a === stating));
  const items = new Map<string, LocatorCompletion>();
  for (const index of order) {
    const table = tables[index];
    if (table === undefined) continue;
    const page = source.id === null ? null : pageOf(library, source.id, table.span);
    const caption = shorten(withoutLabel(table.caption), 100);
    const isEvidence = index === stating;
    for (const text of [table.label, page === null ? null : `p. ${page}`])
      if (text !== null && !items.has(text)) items.set(text, { text, caption, isEvidence });
  }
  return [...items.values()];
}
