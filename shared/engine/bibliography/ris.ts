import type { Problem } from '../problem.ts';
import type { Span } from '../text/span.ts';
import { type BibEntry, citeKey, createEntry, type EntryDetails, type EntryFields, type Person } from './entry.ts';
import type { Bibliography, BibliographyFormat } from './format.ts';
import { readArxiv, readDoi } from './identifiers.ts';
import { typeOfRis } from './types.ts';
import { uniqueKey, workKey } from './workKey.ts';

/** RIS: a tag and a value on each line, from `TY` to `ER`. */
export const ris: BibliographyFormat = {
  name: 'ris',
  extensions: ['.ris'],
  recognizes: (head) => /^\s{0,99}TY[ \t]{1,4}-/.test(head),
  read: readRis,
  detailsReader: () => null,
};

/** The values of a record by tag, with the places that matter. */
interface RisRecord {
  readonly type: string;
  readonly start: number;
  end: number;
  /** The line of `TY`. */
  readonly head: Span;
  readonly values: Map<string, string[]>;
  id: { readonly text: string; readonly span: Span } | null;
  isClosed: boolean;
}

function readRis(text: string): Bibliography {
  const records = recordsOf(text);
  const taken = new Set(records.flatMap(({ id }) => (id === null ? [] : [id.text])));
  const entries: BibEntry[] = [];
  const problems: Problem[] = [];
  for (const record of records) {
    if (!record.isClosed) {
      const message = 'A record of the bibliography is not closed: put a line `ER  - ` at its end.';
      problems.push({ code: 'bib-entry-broken', message, span: record.head });
    }
    const fields = fieldsOf(record);
    const key = record.id?.text ?? derivedKey(fields, taken);
    taken.add(key);
    const span = { start: record.start, end: record.end };
    const keySpan = record.id?.span ?? record.head;
    entries.push(createEntry({ ...fields, key: citeKey(key), span, keySpan }, detailsOf(record)));
  }
  if (records.length === 0 && text.trim() !== '') {
    const message = 'The file is no RIS bibliography: records that begin with `TY  - ` are expected.';
    problems.push({ code: 'bib-entry-broken', message, span: null });
  }
  return { entries, problems };
}

function derivedKey(
  { authors, year, title }: Omit<EntryFields, 'key' | 'span' | 'keySpan'>,
  taken: Set<string>,
): string {
  return uniqueKey(workKey(authors[0]?.family ?? '', year, title) || 'source', (key) => taken.has(key));
}

function recordsOf(text: string): RisRecord[] {
  const records: RisRecord[] = [];
  let open: RisRecord | null = null;
  let last: string[] = [];
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    const tagged = /^([A-Z][A-Z0-9])[ \t]{1,4}-(?:[ \t]|$)[ \t]*/.exec(line);
    if (tagged === null) {
      // A long value may go on in the next line.
      const begun = last.pop();
      if (begun !== undefined) last.push(`${begun} ${line.trim()}`.trim());
      if (open !== null && line.trim() !== '') open.end = end;
      continue;
    }
    const [{ length }, tag = ''] = tagged;
    const value = line.slice(length).trimEnd();
    if (tag === 'TY') {
      open = { type: value, start, end, head: { start, end }, values: new Map(), id: null, isClosed: false };
      last = [];
      records.push(open);
    } else if (open !== null && tag === 'ER') {
      open.end = end;
      open.isClosed = true;
      open = null;
      last = [];
    } else if (open !== null) {
      open.end = end;
      last = open.values.get(tag) ?? [];
      last.push(value);
      open.values.set(tag, last);
      if (tag === 'ID' && value !== '') {
        const from = start + length;
        open.id ??= { text: value, span: { start: from, end: from + value.length } };
      }
    }
  }
  return records;
}

/** Lines without what ends them: `\n`, `\r\n` or `\r`. */
function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ start, end: text.length });
  return lines;
}

function reader({ values }: RisRecord): (...tags: string[]) => string {
  return (...tags) => {
    for (const tag of tags) {
      const value = values.get(tag)?.find((one) => one !== '');
      if (value !== undefined) return value;
    }
    return '';
  };
}

function fieldsOf(record: RisRecord): Omit<EntryFields, 'key' | 'span' | 'keySpan'> {
  const text = reader(record);
  const url = text('UR', 'LK');
  const doi = readDoi(text('DO')) ?? (/doi\.org/.test(url) ? readDoi(url) : null);
  const authors = people(record, ['AU', 'A1']);
  return {
    aliases: [],
    type: typeOfRis(record.type),
    title: text('TI', 'T1', 'CT', ...(containerTag(record) === 'BT' ? [] : ['BT'])),
    authors: authors.length > 0 ? authors : people(record, ['ED', 'A2']),
    year: /\d{4}/.exec(text('PY', 'Y1', 'DA'))?.[0] ?? '',
    venue: containerOf(record) || text('PB'),
    doi,
    arxiv:
      [doi ?? '', url, text('JO', 'JF', 'T2'), text('M1', 'N1')].map(readArxiv).find((one) => one !== null) ?? null,
    url: url || null,
    files: ['L1', 'L2', 'L4'].flatMap((tag) => record.values.get(tag) ?? []).filter(isLocal),
    fieldNames: [...record.values].filter(([, all]) => all.some((one) => one !== '')).map(([tag]) => tag.toLowerCase()),
  };
}

function detailsOf(record: RisRecord): EntryDetails {
  const text = reader(record);
  const [first, last] = [text('SP'), text('EP')];
  const hasAuthors = record.values.has('AU') || record.values.has('A1');
  const number = text('SN');
  return {
    container: containerOf(record),
    volume: text('VL'),
    issue: text('IS'),
    pages: last === '' || last === first ? first.replace(/(\d)\s*-\s*(?=\d)/g, '$1–') : `${first}–${last}`,
    publisher: text('PB'),
    place: text('CY', 'PP'),
    edition: text('ET'),
    series: text('T3'),
    editors: hasAuthors ? people(record, ['ED', 'A2']) : [],
    date: (text('DA') || text('PY', 'Y1')).replace(/\/+/g, '-').replace(/^(\d{4}(?:-\d\d){0,2}).*/, '$1'),
    isbn: /^[\d-]{10,17}X?/.test(number) && number.replace(/\D/g, '').length >= 9 ? number : '',
    pmid: /pubmed|medline/i.test(text('DB', 'DP')) ? text('AN', 'C5') : '',
    pmcid: /^PMC\d+$/.exec(text('C2'))?.[0] ?? '',
    note: text('N1'),
    abstract: text('AB', 'N2') || null,
  };
}

function containerTag({ values }: RisRecord): string | undefined {
  return ['JO', 'JF', 'T2', 'BT', 'JA', 'J2', 'J1'].find(
    (tag) => values.has(tag) && !(tag === 'BT' && !values.has('TI') && !values.has('T1')),
  );
}

function containerOf(record: RisRecord): string {
  const tag = containerTag(record);
  return tag === undefined ? '' : reader(record)(tag);
}

function people({ values }: RisRecord, tags: readonly string[]): Person[] {
  return tags
    .flatMap((tag) => values.get(tag) ?? [])
    .flatMap((name) => {
      const [family = '', given = '', suffix = ''] = name.split(/\s*,\s*/);
      return family === '' ? [] : [{ family, given: `${given} ${suffix}`.trim() }];
    });
}

function isLocal(path: string): boolean {
  return path !== '' && !/^https?:/i.test(path);
}
