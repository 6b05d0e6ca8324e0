import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  checkDraft,
  createLibrary,
  documentId,
  type JudgedClaim,
  type Library,
  readBibliography,
  readDraft,
  readSource,
  type Span,
} from '../../../shared/engine/index.ts';

/** A sentence of a public set with what is known of it. */
export interface PublicRecord {
  readonly set: string;
  readonly kind: string;
  /** The key of the source that it is about. */
  readonly cite: string;
  readonly sentence: string;
  /** The number that is labelled; null where the whole sentence is. */
  readonly target: readonly [number, number] | null;
  /** The source's own value. */
  readonly truth?: string;
  /** The key of the source that has the number, where another one is cited. */
  readonly right?: string;
  /** Whether the sentence says enough to tell a swapped value. */
  readonly decidable?: boolean;
  /** The numbers of an unlabelled sentence. */
  readonly numbers?: readonly (readonly [number, number])[];
}

/** A record with all that the engine said of its sentence. */
export interface Answered {
  readonly record: PublicRecord;
  readonly claims: readonly JudgedClaim[];
}

interface PublicSource {
  readonly key: string;
  readonly title: string;
  readonly tables: readonly {
    readonly caption: string;
    readonly header: readonly (readonly string[])[];
    readonly rows: readonly (readonly string[])[];
  }[];
}

/** Checks every sentence of the public sets in a folder against the tables that stand with them. */
export function answerPublicSets(folder: string): Answered[] {
  const sources = readLines<PublicSource>(path.join(folder, 'sources.jsonl'));
  const library = libraryOf(sources);
  return readLines<PublicRecord>(path.join(folder, 'records.jsonl')).map((record) => ({
    record,
    claims: checkDraft(readDraft(draftOf(record)), library).claims,
  }));
}

export const spanOf = ([start, end]: readonly [number, number]): Span => ({ start, end });

function readLines<T>(file: string): T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T);
}

/** The sentence as a draft that cites its own source and no other; offsets into it stay. */
function draftOf({ sentence, cite }: PublicRecord): string {
  const alone = sentence.replace(/\[@[^\]]*\]/g, (citation) => ' '.repeat(citation.length));
  return `${alone.replace(/[\s.]+$/, '')} [@${cite}].\n`;
}

/** Each source as a page with its tables, tied to its key by a bibliography. */
function libraryOf(sources: readonly PublicSource[]): Library {
  const documents = sources.map((source) => {
    const file = `${source.key}.html`;
    return { id: documentId(file), document: readSource(file, pageOf(source)) };
  });
  const entries = sources.map(
    ({ key, title }) => `@misc{${key}, title = {${title.replace(/[{}\\]/g, '')}}, year = {2020}, file = {${key}.html}}`,
  );
  const name = 'references.bib';
  return createLibrary(documents, [{ id: documentId(name), ...readBibliography(name, entries.join('\n')) }]);
}

function pageOf({ title, tables }: PublicSource): string {
  const shown = tables.map(({ caption, header, rows }, index) => {
    const named = /^table/i.test(caption) ? caption : `Table ${index + 1}: ${caption}`;
    return element(
      'table',
      element('caption', escaped(named)),
      element('thead', ...header.map((cells) => rowOf('th', cells))),
      element('tbody', ...rows.map((cells) => rowOf('td', cells))),
    );
  });
  const head = element('head', '<meta charset="utf-8">', element('title', escaped(title)));
  return `<!doctype html>${element('html', head, element('body', element('h1', escaped(title)), ...shown))}`;
}

const rowOf = (name: string, cells: readonly string[]): string =>
  element('tr', ...cells.map((cell) => element(name, escaped(cell))));

const element = (name: string, ...content: readonly string[]): string => `<${name}>${content.join('\n')}</${name}>`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
