import { decodeTex } from './decodeTex.ts';
import { type BibEntry, citeKey } from './entry.ts';
import { readFileField } from './fileField.ts';
import { readArxiv, readBareArxiv, readDoi } from './identifiers.ts';
import { readNames } from './names.ts';
import type { RawEntry } from './scanBib.ts';

/** Makes an entry of what a .bib file says; `inherited` are the fields of the entry it refers to by `crossref`. */
export function toEntry(raw: RawEntry, inherited: ReadonlyMap<string, string> | null): BibEntry {
  const field = (...names: string[]): string => {
    for (const name of names) {
      const value = raw.fields.get(name) ?? (ownOnly.has(name) ? undefined : inherited?.get(name));
      if (value !== undefined && value.trim() !== '') return value;
    }
    return '';
  };
  const title = decodeTex(field('title'));
  const subtitle = decodeTex(field('subtitle'));
  const booktitle = field('booktitle') || (inherited?.get('title') ?? '');
  const venue =
    field('journal', 'journaltitle') || booktitle || field('publisher', 'institution', 'school', 'organization');
  const url = verbatim(field('url'));
  return {
    key: citeKey(raw.key),
    type: raw.type,
    title: subtitle === '' ? title : `${title}: ${subtitle}`,
    authors: readNames(field('author', 'editor')),
    year: decodeTex(field('year')) || (/\d{4}/.exec(field('date'))?.[0] ?? ''),
    venue: decodeTex(venue),
    doi: readDoi(field('doi')) ?? (/doi\.org/i.test(url) ? readDoi(url) : null),
    arxiv: arxivOf(field),
    url: url === '' ? null : url,
    abstract: decodeTex(field('abstract')) || null,
    files: readFileField(
      field('file')
        .replace(/\{\\?([_&%#])\}/g, '$1')
        .replace(/[{}]/g, ''),
    ),
    span: raw.span,
    keySpan: raw.keySpan,
  };
}

/** What belongs to the work itself and is not inherited. */
const ownOnly: ReadonlySet<string> = new Set([
  'title',
  'subtitle',
  'doi',
  'url',
  'eprint',
  'abstract',
  'file',
  'note',
  'booktitle',
]);

function arxivOf(field: (...names: string[]) => string): string | null {
  const eprint = field('eprint', 'arxivid');
  const archive = field('archiveprefix', 'eprinttype').trim().toLowerCase();
  if (eprint !== '' && (archive === '' || archive === 'arxiv')) {
    const bare = readBareArxiv(decodeTex(eprint)) ?? readArxiv(eprint);
    if (bare !== null) return bare;
  }
  for (const name of ['doi', 'url', 'journal', 'journaltitle', 'note', 'howpublished', 'volume', 'number']) {
    const found = readArxiv(field(name));
    if (found !== null) return found;
  }
  return null;
}

/** An address: braces and escapes go, nothing else is TeX. */
function verbatim(value: string): string {
  return value
    .replace(/^\s*\\url\s*/, '')
    .replace(/\\([_&%#~{}$])/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
}
