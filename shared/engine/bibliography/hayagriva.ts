import type { Problem } from '../problem.ts';
import { type BibEntry, citeKey, createEntry, type EntryDetails, type EntryFields, type Person } from './entry.ts';
import type { Bibliography, BibliographyFormat } from './format.ts';
import { readArxiv, readBareArxiv, readDoi } from './identifiers.ts';
import { typeOfHayagriva } from './types.ts';
import { mappingParts } from './yamlParts.ts';

/** Hayagriva's YAML, as Typst reads it: entries by key, each with what it stands in below `parent`. */
export const hayagriva: BibliographyFormat = {
  name: 'hayagriva',
  extensions: ['.yml', '.yaml'],
  recognizes: (head) =>
    /^[^\s#-][^\r\n]{0,200}:[ \t]{0,9}\r?\n(?:[ \t]{0,99}(?:#[^\r\n]{0,200})?\r?\n){0,9}[ \t]{1,99}[\w-]{1,40}[ \t]{0,9}:/m.test(
      head,
    ),
  read: readHayagriva,
  detailsReader: () => null,
};

function readHayagriva(text: string): Bibliography {
  const entries: BibEntry[] = [];
  const { parts, broken } = mappingParts(text);
  const problems: Problem[] = broken.map(({ span, message }) => ({
    code: 'bib-entry-broken',
    message: `An entry of the bibliography is no valid YAML and was left out: ${message}.`,
    span: { start: span.start, end: span.start + 1 },
  }));
  for (const part of parts) {
    if (part.name === null) continue;
    const item = part.values;
    const fields = { ...fieldsOf(item), key: citeKey(part.name.text), span: part.span, keySpan: part.name.span };
    entries.push(createEntry(fields, detailsOf(item)));
  }
  return { entries, problems };
}

type Item = Readonly<Record<string, unknown>>;

function fieldsOf(item: Item): Omit<EntryFields, 'key' | 'span' | 'keySpan'> {
  const [parent = {}] = parentsOf(item);
  const url = textOf(item.url) || textOf(parent.url);
  const serial = serialOf(item, parent);
  const doi = readDoi(serial('doi')) ?? (/doi\.org/.test(url) ? readDoi(url) : null);
  const authors = people(item.author);
  return {
    aliases: [],
    type: typeOfHayagriva(textOf(item.type), textOf(parent.type)),
    title: textOf(item.title),
    authors: authors.length > 0 ? authors : people(item.editor),
    year: /^-?\d{1,4}/.exec(textOf(item.date) || textOf(parent.date))?.[0] ?? '',
    venue: textOf(parent.title) || publisherOf(item, parent).name,
    doi,
    arxiv: readBareArxiv(serial('arxiv')) ?? readArxiv(doi ?? '') ?? readArxiv(url),
    url: url || null,
    files: [],
    fieldNames: Object.keys(item).map((name) => name.toLowerCase()),
  };
}

function detailsOf(item: Item): EntryDetails {
  const parents = parentsOf(item);
  const [parent = {}] = parents;
  const text = (name: string): string => textOf(item[name]) || textOf(parents.find((one) => name in one)?.[name]);
  const serial = serialOf(item, parent);
  const publisher = publisherOf(item, parent);
  return {
    container: textOf(parent.title),
    volume: text('volume'),
    issue: text('issue'),
    pages: text('page-range').replace(/(\d)\s*[-‒]\s*(?=\d)/g, '$1–'),
    publisher: publisher.name,
    place: publisher.place || text('location'),
    edition: text('edition'),
    series: textOf(parents[1]?.title) || textOf(parentsOf(parent)[0]?.title),
    editors: item.author === undefined ? [] : people(item.editor ?? parent.editor),
    date: textOf(item.date) || textOf(parent.date),
    isbn: serial('isbn'),
    pmid: serial('pmid'),
    pmcid: serial('pmcid'),
    note: textOf(item.note),
    abstract: textOf(item.abstract) || null,
  };
}

function parentsOf(item: Item): Item[] {
  const all: unknown[] = Array.isArray(item.parent) ? item.parent : [item.parent];
  return all.filter(isItem);
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A plain value, or the one below `value` of a text with its form. */
function textOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value).replace(/\s+/g, ' ').trim();
  return isItem(value) ? textOf(value.value ?? value.name) : '';
}

function serialOf(item: Item, parent: Item): (name: string) => string {
  const numbers = [item['serial-number'], parent['serial-number']];
  return (name) => {
    for (const one of numbers) {
      if (isItem(one) && textOf(one[name]) !== '') return textOf(one[name]);
      if (name === 'doi' && typeof one === 'string') return one;
    }
    return textOf(item[name]);
  };
}

function publisherOf(item: Item, parent: Item): { readonly name: string; readonly place: string } {
  const given = item.publisher ?? parent.publisher ?? item.organization ?? parent.organization;
  return { name: textOf(given), place: isItem(given) ? textOf(given.location) : '' };
}

/** `Family, Given`, or its parts by name; one or several. */
function people(value: unknown): Person[] {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.flatMap((one) => {
    if (isItem(one)) {
      const prefix = textOf(one.prefix);
      const family = `${prefix} ${textOf(one.name)}`.trim();
      const given = `${textOf(one['given-name'])} ${textOf(one.suffix)}`.trim();
      return family === '' ? [] : [{ family, given }];
    }
    const [family = '', second = '', third] = textOf(one).split(/\s*,\s*/);
    if (family === '') return [];
    return [{ family, given: third === undefined ? second : `${third} ${second}` }];
  });
}
