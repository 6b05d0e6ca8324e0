import type { CiteKey, Library, Source } from '../engine/index.ts';
import { citationMessage, escapeMarkdown, shorten } from '../findings/index.ts';
import { type LinkTo, placeOfSource } from './definition.ts';
import { titleOf, yearOf } from './describe.ts';

const mostTables = 8;
const mostAuthors = 6;

/** A source as a reader knows it: title, authors, year, venue, and the tables it holds. */
export function sourceCard(source: Source, linkTo: LinkTo): string {
  const place = placeOfSource(source, null);
  const link = place === null ? null : linkTo(place.document, place.span);
  const title = escapeMarkdown(shorten(titleOf(source), 160));
  const parts = [link === null ? `**${title}**` : `**[${title}](${link})**`];
  const record = [authorsOf(source), yearOf(source), italic(source.entry?.venue ?? '')].filter((part) => part !== '');
  if (record.length > 0) parts.push(record.join(' · '));
  parts.push(`\`@${source.key}\`${identifiers(source)}`);
  if (source.document === null)
    parts.push('The library has no document for this entry: nothing can be checked against it.');
  else parts.push(tableList(source, linkTo));
  return parts.join('\n\n');
}

/** What is said of a key that the library does not know. */
export function undefinedCard(key: CiteKey, near: readonly CiteKey[]): string {
  return escapeMarkdown(citationMessage(key, { kind: 'undefined', near }));
}

/** The documentation of a completion item. */
export function sourceDocumentation(library: Library, key: CiteKey, linkTo: LinkTo): string {
  const source = library.sources.get(key);
  return source === undefined ? '' : sourceCard(source, linkTo);
}

function authorsOf(source: Source): string {
  const names =
    source.entry?.authors.map(({ given, family }) => `${given} ${family}`.trim()) ??
    source.document?.metadata.authors ??
    [];
  if (names.length === 0) return '';
  const shown = names.slice(0, mostAuthors).map(escapeMarkdown).join(', ');
  return names.length > mostAuthors ? `${shown} and ${names.length - mostAuthors} more` : shown;
}

function identifiers({ entry }: Source): string {
  const doi = entry?.doi ? ` · [doi:${escapeMarkdown(entry.doi)}](https://doi.org/${encodeURI(entry.doi)})` : '';
  const arxiv = entry?.arxiv
    ? ` · [arXiv:${escapeMarkdown(entry.arxiv)}](https://arxiv.org/abs/${encodeURI(entry.arxiv)})`
    : '';
  return doi + arxiv;
}

function tableList(source: Source, linkTo: LinkTo): string {
  const tables = source.document?.tables ?? [];
  if (tables.length === 0) return `${source.document?.passages.length ?? 0} sentences, no table`;
  const lines = tables.slice(0, mostTables).map((table, index) => {
    const name = escapeMarkdown(table.label ?? `Table ${index + 1}`);
    const link = source.id === null ? null : linkTo(source.id, table.span);
    const caption = shorten(table.caption.replace(/^Table\s+\S+?[:.]\s*/i, ''), 80);
    const size = `${table.rows.length} × ${table.columns.length}`;
    return `- ${link === null ? name : `[${name}](${link})`}${caption === '' ? '' : `: ${escapeMarkdown(caption)}`} (${size})`;
  });
  if (tables.length > mostTables) lines.push(`- and ${tables.length - mostTables} more tables`);
  return lines.join('\n');
}

function italic(text: string): string {
  return text === '' ? '' : `*${escapeMarkdown(text)}*`;
}
