import { basename } from 'node:path';
import type { Position } from 'vscode-languageserver/node';
import { subjectAt } from '../../shared/editor/at.ts';
import { titleOf } from '../../shared/editor/describe.ts';
import {
  citeKey,
  type DocumentId,
  type Library,
  type Source,
  type SourceDocument,
  type Span,
} from '../../shared/engine/index.ts';
import type {
  SourcesResult,
  SourceTablesResult,
  WireSource,
  WireSourcePlace,
  WireSourceTables,
} from '../../shared/protocol/tables.ts';
import { firstRows, tableMarkdown, tablesPage, tableTsv, viewTable } from '../../shared/report/index.ts';
import { documentIdOf, type SourceRanges } from './convert.ts';
import { asOneArea, sourcePlace } from './sourcePlace.ts';
import type { CheckedPlacedDraft } from './workspace.ts';

const mostRows = 1000;

/** A source that has a document. */
type ReadSource = Source & { readonly id: DocumentId; readonly document: SourceDocument };

/** The sources with a document, those with most tables first. */
export function sourcesOf(library: Library, current: string | null): SourcesResult {
  const sources = readSources(library).map(wireSource);
  return { sources: sources.toSorted((a, b) => b.tables - a.tables || (a.key < b.key ? -1 : 1)), current };
}

/** The key of the source that a claim or citation is about. */
export function sourceKeyAt({ converted, checked, library }: CheckedPlacedDraft, at: Position): string | null {
  const subject = subjectAt(checked, converted.offsetAt(at));
  if (subject === null) return null;
  if (subject.kind === 'citation') return subject.checked.citation.key;
  const { claim, verdict } = subject.judged;
  return (
    verdict.evidence[0]?.source ?? claim.citations.find(({ key }) => library.sources.get(key)?.document)?.key ?? null
  );
}

/** The key of the source whose document has this URI. */
export function sourceKeyOf(library: Library, uri: string): string | null {
  const id = documentIdOf(uri);
  return readSources(library).find((source) => source.id === id)?.key ?? null;
}

/** The tables of the source with this key or document URI; `nonce` is for the page. */
export function tablesOf(library: Library, named: string, ranges: SourceRanges, nonce: string): SourceTablesResult {
  const source = readSource(library, named);
  if (source === null) return null;
  const placeOf = (span: Span): WireSourcePlace => sourcePlace(source.id, span, ranges);
  const tables = source.document.tables.map((table) => {
    const view = viewTable(table, placeOf);
    return {
      ...firstRows(view, mostRows),
      place: asOneArea(view.place),
      text: { tsv: tableTsv(view), markdown: tableMarkdown(view) },
    };
  });
  // What was not understood of a table is said with it.
  const problems = source.document.problems
    .filter(({ code }) => code !== 'table-unclear')
    .map(({ message }) => message);
  const shown = { key: source.key, title: titleOf(source), file: basename(source.id), tables, problems };
  return { ...shown, page: tablesPage(shown, nonce) } satisfies WireSourceTables;
}

function readSources(library: Library): ReadSource[] {
  return [...library.sources.values()].filter((source): source is ReadSource => source.document !== null);
}

/** Another form of a paper is no source of the library, but its tables can be looked at. */
function readSource(library: Library, named: string): ReadSource | null {
  const key = sourceKeyOf(library, named) ?? named;
  const known = readSources(library).find((source) => source.key === key);
  const id = documentIdOf(named);
  const other = id === null ? undefined : library.documents.get(id);
  if (known !== undefined || other === undefined) return known ?? null;
  return { key: citeKey(basename(other.id)), entry: null, bibliography: null, ...other };
}

function wireSource(source: ReadSource): WireSource {
  const { tables } = source.document;
  return {
    key: source.key,
    title: titleOf(source),
    file: basename(source.id),
    tables: tables.length,
    unclear: tables.filter(({ unclear }) => unclear.length > 0).length,
  };
}
