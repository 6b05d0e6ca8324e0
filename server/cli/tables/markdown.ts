import { type PlaceIn, tableTitle } from '../../../shared/report/index.ts';
import { type DocumentTables, gridOf } from './documentTables.ts';
import { placeOfTable } from './text.ts';

/** Tables as Markdown, with their captions, their places and what was not understood. */
export function tablesMarkdown(documents: readonly DocumentTables[], placeIn: PlaceIn): string {
  const cell = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\|]/g, '\\$&');
  return documents
    .flatMap((one) => [
      `## ${one.path}\n`,
      ...one.document.tables.map((table) => {
        const [head = [], ...rows] = gridOf(table);
        const lines = [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`);
        const title = tableTitle(table).replace(/\s+/g, ' ');
        const unclear = table.unclear.map((text) => `\nNot understood: ${text}`);
        return [...lines, '', `Table: ${title} (${placeOfTable(one, table, placeIn)})`, ...unclear, ''].join('\n');
      }),
    ])
    .join('\n');
}
