import { escapeMarkdown } from '../findings/index.ts';
import { tableTitle } from './tableTitle.ts';
import type { TableView } from './tableView.ts';

/** A table to paste into a spreadsheet: tab-separated, one line of headers. */
export function tableTsv(table: TableView<unknown>): string {
  return textGrid(table)
    .map((line) => line.map((text) => text.replace(/\s+/g, ' ').trim()).join('\t'))
    .map((line) => `${line}\n`)
    .join('');
}

/** A table to paste into a draft: a pipe table with its caption below. */
export function tableMarkdown(table: TableView<unknown>): string {
  const [head = [], ...rows] = textGrid(table).map((line) => line.map(escapeMarkdown));
  const rule = head.map((_, i) => (i < table.stubs.length ? '---' : '---:'));
  const lines = [head, rule, ...rows].map((line) => `| ${line.join(' | ')} |`);
  const title = escapeMarkdown(tableTitle(table));
  const caption = /^Table\b/i.test(title) ? title : `Table: ${title}`;
  return `${[...lines, ...(title === '' ? [] : ['', caption])].join('\n')}\n`;
}

function textGrid({ stubs, columns, rows }: TableView<unknown>): string[][] {
  const head = [...stubs, ...columns.map(({ header }) => header.join(' › '))];
  return [
    head,
    ...rows.map(({ header, cells }) => {
      const line = Array<string>(head.length).fill('');
      for (const [i, text] of header.entries()) line[i] = text;
      for (const { column, text } of cells) line[stubs.length + column] = text;
      return line;
    }),
  ];
}
