import type { PlaceIn } from '../../../shared/report/index.ts';
import { type DocumentTables, headerOf } from './documentTables.ts';
import { placeOfTable } from './text.ts';

const HEAD = ['document', 'source', 'table', 'row', 'column', 'text', 'value', 'unit', 'place', 'unclear'];

/** One value per line (RFC 4180), with the place of its table and what was not understood of that. */
export function tablesCsv(documents: readonly DocumentTables[], placeIn: PlaceIn): string {
  const lines = [HEAD];
  for (const one of documents)
    for (const [index, table] of one.document.tables.entries()) {
      const where = placeOfTable(one, table, placeIn);
      for (const row of table.rows)
        for (const cell of row.cells)
          for (const { quantity, column } of cell.values)
            lines.push([
              one.path,
              one.source ?? '',
              table.label ?? `${index + 1}`,
              row.header.map(({ text }) => text).join(' › '),
              headerOf(table, column),
              quantity.text,
              `${quantity.value}`,
              quantity.unit ?? '',
              where,
              table.unclear.join(' '),
            ]);
    }
  return `${lines.map((line) => line.map(field).join(',')).join('\r\n')}\r\n`;
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
