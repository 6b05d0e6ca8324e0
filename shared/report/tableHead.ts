import { escaped } from './escapeHtml.ts';
import type { ColumnView, TableView } from './tableView.ts';

/** The header rows of a table in HTML: a header stands once over all the columns that it is common to. */
export function renderTableHead({ stubs, columns }: TableView<unknown>): string {
  const levels = Math.max(1, ...columns.map(({ header }) => header.length));
  const corner = stubs.map((name) => {
    const rows = levels > 1 ? ` rowspan="${levels}"` : '';
    return name === '' ? `<td${rows}></td>` : `<th scope="col"${rows}>${escaped(name)}</th>`;
  });
  const lines = Array.from({ length: levels }, (_, level) => {
    const cells = headersAt(columns, level, levels);
    return `<tr>${level === 0 ? corner.join('') : ''}${cells.join('')}</tr>`;
  });
  return `<thead>\n${lines.join('\n')}\n</thead>`;
}

function headersAt(columns: readonly ColumnView[], level: number, levels: number): string[] {
  const cells: string[] = [];
  for (let c = 0; c < columns.length; c++) {
    const column = columns[c] as ColumnView;
    const { header } = column;
    // The innermost header of a shorter path reaches down to the values; a column without one has a blank.
    if (level >= Math.max(1, header.length)) continue;
    if (level + 1 >= header.length) {
      cells.push(innermost(column, levels - level));
      continue;
    }
    const from = c;
    while (isSameGroup(column, columns[c + 1], level)) c++;
    const over = c - from + 1;
    const scope = over > 1 ? `scope="colgroup" colspan="${over}"` : 'scope="col"';
    cells.push(`<th ${scope}>${escaped(header[level] ?? '')}</th>`);
  }
  return cells;
}

function isSameGroup({ header }: ColumnView, next: ColumnView | undefined, level: number): boolean {
  if (next === undefined || level + 1 >= next.header.length) return false;
  return header.slice(0, level + 1).every((text, i) => text === next.header[i]);
}

function innermost({ header, unit, direction }: ColumnView, rows: number): string {
  const down = rows > 1 ? ` rowspan="${rows}"` : '';
  const text = header.at(-1) ?? '';
  if (text === '') return `<td${down}></td>`;
  const arrow = { up: ' <small title="More is better">↑</small>', down: ' <small title="Less is better">↓</small>' };
  const isSaid = unit === null || text.includes(unit);
  const measured = isSaid ? '' : ` <small>${escaped(unit)}</small>`;
  return `<th scope="col"${down}>${escaped(text)}${measured}${direction === null ? '' : arrow[direction]}</th>`;
}
