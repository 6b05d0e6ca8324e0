import { tablesJson } from '../json/table.ts';
import { choice, readOptions } from '../options.ts';
import { writeResult } from '../output.ts';
import { shownPath } from '../paths.ts';
import { type OpenedLibrary, openSources } from '../sources.ts';
import { tablesCsv } from '../tables/csv.ts';
import type { DocumentTables } from '../tables/documentTables.ts';
import { tablesMarkdown } from '../tables/markdown.ts';
import { tablesText } from '../tables/text.ts';
import { paletteFor } from '../terminal.ts';

const formats = ['text', 'json', 'csv', 'markdown'] as const;
type Format = (typeof formats)[number];

/** `grounded tables`: the tables of sources as they were understood. */
export async function tables(args: readonly string[]): Promise<number> {
  const { positionals, library: folders, values } = readOptions('tables', args, ['format']);
  const format = choice('format', values.format, formats);
  const opened = await openSources(positionals, folders);
  const { library, ids } = opened;
  const keys = new Map([...library.sources.values()].map(({ id, key }) => [id, key]));
  const documents = ids.flatMap((id) => {
    const named = library.documents.get(id);
    return named ? [{ id, path: shownPath(id), source: keys.get(id) ?? null, document: named.document }] : [];
  });
  await writeResult(render(format, documents, opened));
  return opened.failed > 0 ? 2 : 0;
}

function render(format: Format, documents: readonly DocumentTables[], { libraries, library }: OpenedLibrary): string {
  const { placeIn } = libraries;
  switch (format) {
    case 'json':
      return tablesJson(documents, library);
    case 'text':
      return tablesText(documents, placeIn, paletteFor(undefined));
    case 'csv':
      return tablesCsv(documents, placeIn);
    case 'markdown':
      return tablesMarkdown(documents, placeIn);
    default:
      return format satisfies never;
  }
}
