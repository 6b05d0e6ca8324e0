import type { Palette } from '../../../shared/report/index.ts';
import { type DocumentTables, tablesJson } from '../json/table.ts';
import { choice, readOptions } from '../options.ts';
import { writeResult } from '../output.ts';
import { shownPath } from '../paths.ts';
import { openSources } from '../sources.ts';
import { tablesCsv, tablesMarkdown, tablesText } from '../tableText.ts';
import { paletteFor } from '../terminal.ts';

const formats = ['text', 'json', 'csv', 'markdown'] as const;
type Format = (typeof formats)[number];

/** `grounded tables`: the tables of sources as they were understood. */
export async function tables(args: readonly string[]): Promise<number> {
  const { positionals, library: folders, values } = readOptions('tables', args, ['format']);
  const format = choice('format', values.format, formats);
  const { library, ids, failed } = await openSources(positionals, folders);
  const keys = new Map([...library.sources.values()].map(({ id, key }) => [id, key]));
  const documents = ids.flatMap((id) => {
    const named = library.documents.get(id);
    return named ? [{ path: shownPath(id), source: keys.get(id) ?? null, document: named.document }] : [];
  });
  await writeResult(render(format, documents, paletteFor(undefined)));
  return failed > 0 ? 2 : 0;
}

function render(format: Format, documents: readonly DocumentTables[], palette: Palette): string {
  switch (format) {
    case 'text':
      return tablesText(documents, palette);
    case 'json':
      return tablesJson(documents);
    case 'csv':
      return tablesCsv(documents);
    case 'markdown':
      return tablesMarkdown(documents);
    default:
      return format satisfies never;
  }
}
