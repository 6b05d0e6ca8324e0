import type { CiteKey, Draft, Source } from '../engine/index.ts';
import { citationMessage, codeInMarkdown, escapeMarkdown, plural, shorten } from '../findings/index.ts';
import { type LinkTo, placeOfSource } from './definition.ts';
import { fileNameOf } from './describe.ts';
import { referenceStyleOf } from './documentStyle.ts';
import { referenceTo } from './reference.ts';
import { withoutLabel } from './tableCaption.ts';

/** Links that the editor can follow. */
export interface Links {
  readonly inLibrary: LinkTo;
  /** A line of the draft, counted from 1, and the link that leads to an offset in it; null where it cannot be followed. */
  inDraft(offset: number): { readonly line: number; readonly link: string | null };
}

const mostTables = 8;
const mostLines = 12;
const abstractLength = 400;
/** With its label and size a table then stands on one line. */
const mostCaption = 72;

/**
 * A source as a reader knows it: its reference in the style of the draft, links, abstract, the tables it holds, and where
 * the draft cites it.
 */
export function sourceCard(source: Source, draft: Draft, links: Links): string {
  const place = placeOfSource(source, null);
  const link = place === null ? null : links.inLibrary(place.document, place.span);
  const abstract = source.entry?.abstract ?? '';
  const parts = [
    referenceTo(source, referenceStyleOf(draft), link),
    [codeInMarkdown(`@${source.key}`), ...addresses(source, links)].join(' · '),
    abstract === '' ? '' : `> ${escapeMarkdown(shorten(abstract, abstractLength))}`,
    source.document === null
      ? 'The library has no document for this entry: nothing can be checked against it.'
      : tableList(source, links),
    citedIn(draft, source.key, links),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What is said of a key that the library does not know. */
export function undefinedCard(key: CiteKey, near: readonly CiteKey[]): string {
  return escapeMarkdown(citationMessage(key, { kind: 'undefined', near }));
}

/** The DOI, the arXiv number, an address of another kind, and the file. */
function addresses({ entry, id }: Source, { inLibrary }: Links): string[] {
  const found: string[] = [];
  const add = (name: string, address: string): void => void found.push(`[${escapeMarkdown(name)}](${address})`);
  if (entry?.doi) add(`doi:${entry.doi}`, linkSafe(`https://doi.org/${encodeURI(entry.doi)}`));
  if (entry?.arxiv) add(`arXiv:${entry.arxiv}`, linkSafe(`https://arxiv.org/abs/${encodeURI(entry.arxiv)}`));
  const other = /^https?:\/\/(?:www\.)?([^/\s?#]+)\S*$/i.exec(entry?.url ?? '');
  if (other?.[1] !== undefined && !/(?:doi|arxiv)\.org$/i.test(other[1])) add(other[1], linkSafe(other[0]));
  const file = id === null ? null : inLibrary(id, { start: 0, end: 0 });
  if (id !== null && file !== null) add(fileNameOf(id), file);
  return found;
}

/** Brackets and spaces would end the link. */
function linkSafe(address: string): string {
  return address.replace(/[()<>\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
}

function tableList(source: Source, { inLibrary }: Links): string {
  const tables = source.document?.tables ?? [];
  if (tables.length === 0) return `${source.document?.passages.length ?? 0} sentences, no table`;
  const lines = tables.slice(0, mostTables).map((table, index) => {
    const name = escapeMarkdown(table.label ?? `Table ${index + 1}`);
    const link = source.id === null ? null : inLibrary(source.id, table.span);
    const caption = shorten(withoutLabel(table.caption), mostCaption);
    const size = `${table.rows.length}\u00a0×\u00a0${table.columns.length}`;
    return `- ${link === null ? name : `[${name}](${link})`}${caption === '' ? '' : `: ${escapeMarkdown(caption)}`} (${size})`;
  });
  if (tables.length > mostTables) lines.push(`- and ${tables.length - mostTables} more tables`);
  return lines.join('\n');
}

/** `Cited 3 times in this draft: lines 4, 9 and 31`; an empty string where it is not. */
function citedIn({ citations }: Draft, key: CiteKey, { inDraft }: Links): string {
  const places = citations.filter((citation) => citation.key === key).map(({ span }) => inDraft(span.start));
  if (places.length === 0) return '';
  const lines = new Map(places.map(({ line, link }) => [line, link === null ? `${line}` : `[${line}](${link})`]));
  const shown = [...lines.values()].slice(0, mostLines);
  const more = lines.size > mostLines ? ' and more' : '';
  const times = places.length === 1 ? 'once' : plural(places.length, 'time');
  return `Cited ${times} in this draft: ${lines.size === 1 ? 'line' : 'lines'} ${shown.join(', ')}${more}`;
}
