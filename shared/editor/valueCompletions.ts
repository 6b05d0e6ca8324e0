import {
  type Draft,
  type Library,
  type OfferedValue,
  type Source,
  type Span,
  styleOf,
  valuesFor,
  writeCitation,
} from '../engine/index.ts';
import { escapeMarkdown, shorten } from '../findings/index.ts';
import { askingOf } from './askingPhrases.ts';
import type { LinkTo } from './definition.ts';
import { authorYear, titleOf } from './describe.ts';
import { withoutLabel } from './tableCaption.ts';
import { type CellPlace, tableExcerpt } from './tableExcerpt.ts';
import { valueNames } from './valueNames.ts';

export interface ValueCompletion extends OfferedValue {
  /** What tells it from the others that are offered: `CIDEr`, or `VAST › CIDEr`. */
  readonly name: string;
  /** `Cockatiel-13B › Average › Acc` */
  readonly path: string;
  /** `Qin et al. 2025, Table 1` */
  readonly standing: string;
  readonly newText: string;
}

export interface ValueCompletions {
  /** What every item replaces: the digits before the caret. */
  readonly replace: Span;
  readonly items: readonly ValueCompletion[];
}

/**
 * The library's own numbers for what the sentence at `offset` speaks of, with their citation where the sentence has none.
 * Unless `asked` for outright they are offered only where the words ask for a number, or may and name a column besides.
 * Null where there is nothing to offer.
 */
export function valueCompletionsAt(
  draft: Draft,
  library: Library,
  offset: number,
  asked: boolean,
): ValueCompletions | null {
  const { text } = draft;
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const typed = /(?<![\p{L}\p{N}.,-])\d{1,9}(?:[.,]\d{0,6})?$/u.exec(line)?.[0] ?? '';
  const before = line.slice(0, line.length - typed.length);
  const isApart = /[\s(]$/.test(before);
  const asking = asked && isApart ? 'surely' : askingOf(before);
  if (asking === 'no') return null;
  const replace = { start: offset - typed.length, end: offset };
  const { values, isCited, namesColumn } = valuesFor(draft, replace, library);
  if (values.length === 0 || (asking === 'perhaps' && !namesColumn)) return null;
  const style = styleOf(draft.syntax);
  const names = valueNames(values, library);
  const items = values.map((value, index): ValueCompletion => {
    const source = library.sources.get(value.source);
    const citation = isCited ? '' : ` ${writeCitation(style, [value.source], null)}`;
    const written = style === 'latex' ? value.written.replace('%', '\\%') : value.written;
    return {
      ...value,
      name: names[index] ?? '',
      path: [...value.row, ...value.column].filter((part) => part !== '').join(' › '),
      standing: [source === undefined ? '' : authorYear(source) || value.source, value.table ?? '']
        .filter((part) => part !== '')
        .join(', '),
      newText: (isApart || typed !== '' ? '' : ' ') + written + citation,
    };
  });
  return { replace, items };
}

/** The documentation stands in a narrow box beside the list. */
const columnsBesideList = 3;

/** The documentation of a value: its row of the table with the value in bold, and where the table stands. */
export function valueCard(cell: CellPlace, source: Source, library: Library, linkTo: LinkTo): string {
  const table = source.document?.tables[cell.tableIndex];
  if (table === undefined) return '';
  const name = escapeMarkdown(table.label ?? `Table ${cell.tableIndex + 1}`);
  const link = linkTo(cell.document, table.span);
  const caption = escapeMarkdown(shorten(withoutLabel(table.caption), 90));
  const standing = `${link === null ? name : `[${name}](${link})`}${caption === '' ? '' : `: ${caption}`}`;
  const who = [
    `@${escapeMarkdown(source.key)}`,
    escapeMarkdown(authorYear(source)),
    `*${escapeMarkdown(shorten(titleOf(source), 80))}*`,
  ];
  const excerpt = tableExcerpt([cell], [], library, columnsBesideList) ?? '';
  return `${standing} · ${who.filter((part) => part !== '').join(', ')}\n\n${excerpt}`;
}
