import { decodeTex } from './decodeTex.ts';
import { type CiteKey, citeKey, type EntryDetails, type EntryFields, type Person } from './entry.ts';
import { readFileField } from './fileField.ts';
import { readArxiv, readBareArxiv, readDoi } from './identifiers.ts';
import type { FieldReader } from './inherit.ts';
import { readNames } from './names.ts';
import type { RawEntry } from './scanBib.ts';
import type { ShareNames } from './sharedNames.ts';

/** What is kept of an entry of a .bib file. */
export function toFields(raw: RawEntry, field: FieldReader, share: ShareNames): EntryFields {
  const title = decodeTex(field('title'));
  const subtitle = decodeTex(field('subtitle'));
  const url = verbatim(field('url'));
  return {
    key: citeKey(raw.key),
    aliases: keysIn(raw.fields.get('ids') ?? ''),
    type: raw.type,
    title: subtitle === '' ? title : `${title}: ${subtitle}`,
    authors: people(field('author', 'editor')),
    year: decodeTex(field('year')) || (/-?\d{4}/.exec(field('date'))?.[0] ?? ''),
    venue: decodeTex(
      field('journal', 'journaltitle', 'booktitle', 'publisher', 'institution', 'school', 'organization'),
    ),
    doi: readDoi(field('doi')) ?? (/doi\.org/i.test(url) ? readDoi(url) : null),
    arxiv: arxivOf(field),
    url: url === '' ? null : url,
    files: filesOf(field('file')),
    fieldNames: share(field.names),
    span: raw.span,
    keySpan: raw.keySpan,
  };
}

export function toDetails(field: FieldReader): EntryDetails {
  const text = (...names: string[]): string => decodeTex(field(...names));
  const isPubmed = field('eprinttype').trim().toLowerCase() === 'pubmed';
  return {
    container: text('journal', 'journaltitle', 'booktitle'),
    volume: text('volume'),
    issue: text('number', 'issue'),
    pages: text('pages').replace(/(\d)\s*[-‒]\s*(?=\d)/g, '$1–'),
    publisher: text('publisher', 'institution', 'school', 'organization'),
    place: text('address', 'location'),
    edition: text('edition'),
    series: text('series'),
    editors: field('author') === '' ? [] : people(field('editor')),
    date: text('date') || dateOf(text('year'), text('month'), text('day')),
    isbn: text('isbn'),
    pmid: text('pmid') || (isPubmed ? text('eprint') : ''),
    pmcid: text('pmcid', 'pmc'),
    note: text('note', 'addendum', 'howpublished'),
    abstract: text('abstract') || null,
  };
}

const nobody: readonly Person[] = [];

function people(names: string): readonly Person[] {
  return names === '' ? nobody : readNames(names);
}

const noKeys: readonly CiteKey[] = [];

function keysIn(list: string): readonly CiteKey[] {
  if (list === '') return noKeys;
  return list
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '')
    .map(citeKey);
}

const noFiles: readonly string[] = [];

function filesOf(field: string): readonly string[] {
  return field === '' ? noFiles : readFileField(field.replace(/\{\\?([_&%#])\}/g, '$1').replace(/[{}]/g, ''));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dateOf(year: string, month: string, day: string): string {
  if (!/^\d{4}$/.test(year) || month === '') return year;
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const number = named > 0 ? named : Number(month);
  if (!Number.isInteger(number) || number < 1 || number > 12) return year;
  const whole = `${year}-${String(number).padStart(2, '0')}`;
  return /^\d{1,2}$/.test(day) ? `${whole}-${day.padStart(2, '0')}` : whole;
}

function arxivOf(field: FieldReader): string | null {
  const eprint = field('eprint', 'arxivid');
  const archive = field('archiveprefix', 'eprinttype').trim().toLowerCase();
  if (eprint !== '' && (archive === '' || archive === 'arxiv')) {
    const bare = readBareArxiv(decodeTex(eprint)) ?? readArxiv(eprint);
    if (bare !== null) return bare;
  }
  for (const name of PLACES_OF_ARXIV) {
    const value = field(name);
    const found = value === '' ? null : readArxiv(value);
    if (found !== null) return found;
  }
  return null;
}

const PLACES_OF_ARXIV = ['doi', 'url', 'journal', 'journaltitle', 'note', 'howpublished', 'volume', 'number'];

/** An address: braces and escapes go, nothing else is TeX. */
function verbatim(value: string): string {
  if (!/[\\{}\s]/.test(value)) return value;
  return value
    .replace(/^\s*\\url\s*/, '')
    .replace(/\\([_&%#~{}$])/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
}
