import { plural } from '../findings/index.ts';
import { escaped } from './escapeHtml.ts';
import { renderTableHead } from './tableHead.ts';
import { script } from './tablesPageScript.ts';
import { style } from './tablesPageStyle.ts';
import { tableTitle } from './tableTitle.ts';
import type { CellView, RowView, TableView } from './tableView.ts';

/** The place of a table or cell, as a reader knows it: `paper.md:12:5`, `page 6`. */
export interface NamedPlace {
  readonly name: string;
}

/** A source with what was read of its tables. */
export interface ShownSource<Place extends NamedPlace = NamedPlace> {
  readonly key: string;
  readonly title: string;
  /** As the reader would write it. */
  readonly file: string;
  readonly tables: readonly TableView<Place>[];
  /** What could not be read of the source, in words. */
  readonly problems: readonly string[];
}

/**
 * The tables of a source as a page for an editor's web view, in the colours of its theme. `nonce` is what makes the
 * page's own script and style run, and no others; it must be another one each time.
 */
export function tablesPage(source: ShownSource, nonce: string): string {
  const { key, title, file, tables, problems } = source;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>Tables of ${escaped(key)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p><code>@${escaped(key)}</code> · ${escaped(file)} · ${escaped(summary(tables))}</p>
${sentences('unclear', problems)}
<p class="search" role="search"><label for="filter">Search rows</label>
<input type="search" id="filter" autocomplete="off" spellcheck="false"> <output for="filter" id="found"></output></p>
</header>
<main>
${tables.map(renderTable).join('\n')}
</main>
<script nonce="${nonce}">${script}</script>
</body>
</html>
`;
}

function summary(tables: ShownSource['tables']): string {
  if (tables.length === 0) return 'no tables were found';
  const unclear = tables.filter((table) => table.unclear.length > 0).length;
  return unclear === 0
    ? `${plural(tables.length, 'table')}, understood in full`
    : `${plural(tables.length, 'table')}, ${unclear} not understood in full`;
}

function renderTable(table: TableView<NamedPlace>, index: number): string {
  const id = `t${index}`;
  const title = tableTitle(table) || `Table without a caption (${index + 1} of the source)`;
  const { name } = table.place;
  const section = table.section.length === 0 ? '' : `<p class="section">${escaped(table.section.join(' › '))}</p>`;
  return `<section>
${section}
<p class="tools"><a class="place" id="${id}" href="#${id}" data-place title="Show in the source">${escaped(name)}</a>
<button type="button" data-copy="tsv" data-table="${index}">Copy as TSV</button>
<button type="button" data-copy="markdown" data-table="${index}">Copy as Markdown</button></p>
<div class="scroll" role="region" aria-labelledby="${id}-title" tabindex="0">
<table>
<caption id="${id}-title">${escaped(title)}</caption>
${renderTableHead(table)}
<tbody>
${table.rows.map((row, r) => renderRow(row, `${id}-r${r}`, table)).join('\n')}
</tbody>
</table>
</div>
${sentences('notes', [...leftOut(table), ...table.notes])}
${sentences('unclear', table.unclear)}
</section>`;
}

function leftOut({ rowsLeftOut }: TableView<unknown>): string[] {
  return rowsLeftOut === 0 ? [] : [`${plural(rowsLeftOut, 'more row')} not shown and not searched; a copy has them.`];
}

function renderRow({ header, cells, unsure }: RowView<NamedPlace>, id: string, table: TableView<NamedPlace>): string {
  const stubs = table.stubs.length;
  const names = header.length === 0 ? [''] : header;
  const parts = names.map((text, i) => {
    const span = i === names.length - 1 ? stubs - i : 1;
    return text === '' ? `<td${spanning(span)}></td>` : `<th scope="row"${spanning(span)}>${escaped(text)}</th>`;
  });
  let column = 0;
  for (const [c, cell] of cells.entries()) {
    if (cell.column > column) parts.push(`<td${spanning(cell.column - column)}></td>`);
    parts.push(`<td${spanning(cell.width)}>${renderCell(cell, `${id}-c${c}`)}</td>`);
    column = cell.column + cell.width;
  }
  if (column < table.columns.length) parts.push(`<td${spanning(table.columns.length - column)}></td>`);
  const doubt = unsure ? ' class="unsure" title="These numbers may be those of another row."' : '';
  return `<tr${doubt}>${parts.join('')}</tr>`;
}

function renderCell({ text, marks, notes, place }: CellView<NamedPlace>, id: string): string {
  const underlined = marks.includes('underline') ? `<u>${escaped(text)}</u>` : escaped(text);
  const marked = marks.includes('bold') ? `<b>${underlined}</b>` : underlined;
  const sup = notes.length === 0 ? '' : `<sup>${escaped(notes.join(' '))}</sup>`;
  return `<a id="${id}" href="#${id}" data-place title="${escaped(place.name)}">${marked}${sup}</a>`;
}

function spanning(columns: number): string {
  return columns > 1 ? ` colspan="${columns}"` : '';
}

function sentences(kind: 'notes' | 'unclear', texts: readonly string[]): string {
  if (texts.length === 0) return '';
  const lead = kind === 'unclear' ? '<b>Not understood:</b> ' : '';
  return `<ul class="${kind}">${texts.map((text) => `<li>${lead}${escaped(text)}</li>`).join('')}</ul>`;
}
