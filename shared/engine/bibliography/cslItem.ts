import { type CiteKey, citeKey, type EntryDetails, type EntryFields, type Person } from './entry.ts';
import { readArxiv, readDoi } from './identifiers.ts';
import { typeOfCsl } from './types.ts';

/** An item of CSL, as JSON or YAML has it. */
export type CslItem = Readonly<Record<string, unknown>>;

/** The key of an item, or null where it has none. */
export function keyOfItem(item: CslItem): CiteKey | null {
  const id = item.id;
  return (typeof id === 'string' && id.trim() !== '') || typeof id === 'number' ? citeKey(String(id)) : null;
}

export function fieldsOfItem(item: CslItem): Omit<EntryFields, 'key' | 'span' | 'keySpan'> {
  const text = textReader(item);
  const url = text('URL');
  const doi = readDoi(text('DOI')) ?? (/doi\.org/.test(url) ? readDoi(url) : null);
  const arxiv = ['number', 'DOI', 'URL', 'note', 'publisher', 'container-title'].map((name) => readArxiv(text(name)));
  const other = text('citation-key');
  const date = dateOf(item.issued);
  return {
    aliases: other === '' || other === String(item.id) ? [] : [citeKey(other)],
    type: typeOfCsl(text('type')),
    title: text('title'),
    authors: persons(item.author ?? item.editor),
    year: /^-?\d{1,4}/.exec(date)?.[0] ?? '',
    venue: text('container-title') || text('publisher'),
    doi,
    arxiv: arxiv.find((found) => found !== null) ?? null,
    url: url || null,
    files: [],
    fieldNames: Object.keys(item)
      .filter((name) => !isEmpty(item[name]))
      .map((name) => name.toLowerCase()),
  };
}

export function detailsOfItem(item: CslItem): EntryDetails {
  const text = textReader(item);
  const note = text('note');
  const noted = (name: RegExp): string => name.exec(note)?.[1] ?? '';
  return {
    container: text('container-title'),
    volume: text('volume'),
    issue: text('issue') || text('number'),
    pages: text('page').replace(/(\d)\s*[-‒]\s*(?=\d)/g, '$1–'),
    publisher: text('publisher'),
    place: text('publisher-place') || text('event-place'),
    edition: text('edition'),
    series: text('collection-title'),
    editors: item.author === undefined ? [] : persons(item.editor),
    date: dateOf(item.issued),
    isbn: text('ISBN'),
    pmid: text('PMID') || noted(/\bPMID:\s*(\d+)/),
    pmcid: text('PMCID') || noted(/\bPMCID:\s*(PMC\d+)/),
    note,
    abstract: text('abstract') || null,
  };
}

function textReader(item: CslItem): (name: string) => string {
  return (name) => {
    const value = item[name];
    return typeof value === 'string' || typeof value === 'number' ? plain(String(value)) : '';
  };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Titles may hold the markup of CSL, or of JATS where a publisher gave the abstract. */
function plain(text: string): string {
  const bare = text.includes('<')
    ? text.replace(/<\/?(?:i|b|em|strong|sub|sup|span|sc|p|jats:[a-z-]{1,20})(?:\s[^>]{0,200})?>/g, '')
    : text;
  return bare.replace(/\s+/g, ' ').trim();
}

function persons(value: unknown): Person[] {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.flatMap((one) => {
    if (typeof one === 'string') return one.trim() === '' ? [] : [{ family: plain(one), given: '' }];
    const person = typeof one === 'object' && one !== null ? (one as CslItem) : {};
    const part = textReader(person);
    const particle = part('non-dropping-particle') || part('dropping-particle');
    const family = `${particle} ${part('family') || part('literal') || part('name')}`.trim();
    return family === '' ? [] : [{ family, given: `${part('given')} ${part('suffix')}`.trim() }];
  });
}

/** CSL's date parts, Pandoc's `year` and `month`, or a date as text. */
function dateOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return isoIn(value);
  if (Array.isArray(value)) return value.slice(0, 2).map(dateOf).filter(Boolean).join('/');
  if (typeof value !== 'object' || value === null) return '';
  const date = value as CslItem;
  const parts = date['date-parts'];
  if (Array.isArray(parts)) return parts.slice(0, 2).map(joined).filter(Boolean).join('/');
  if (date.year !== undefined) return joined([date.year, date.month, date.day]);
  return isoIn(String(date.raw ?? date.literal ?? ''));
}

function joined(parts: unknown): string {
  const numbers: unknown[] = Array.isArray(parts) ? parts : [parts];
  const known = numbers.slice(0, 3).filter((one) => /^-?\d{1,4}$/.test(String(one)));
  return known.map((one, index) => (index === 0 ? String(one) : String(one).padStart(2, '0'))).join('-');
}

function isoIn(text: string): string {
  return /-?\d{4}(?:-\d\d(?:-\d\d)?)?(?:\/\d{4}(?:-\d\d(?:-\d\d)?)?)?/.exec(text)?.[0] ?? '';
}
