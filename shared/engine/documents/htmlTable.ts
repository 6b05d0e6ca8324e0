import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { expandSpans, type Grid, type PlacedCell } from '../tables/grid.ts';
import type { Span } from '../text/span.ts';
import { contentOf, isColumnOfLabels, textLines } from './htmlCell.ts';
import { hasClass, isCell, isHidden, isInlineNote, isRow, isTable, outermost, spanOf } from './htmlElements.ts';

export { textLines } from './htmlCell.ts';

/** Maps offsets of the parsed HTML to the source file. */
export type ToSource = (span: Span) => Span;

export interface HtmlTable {
  readonly grid: Grid;
  readonly caption: string;
}

/** Reads a `table` element and the data tables nested in its cells; a nested column of labels is read as lines. */
export function readHtmlTable(table: Element, toSource: ToSource): HtmlTable[] {
  const nested: HtmlTable[] = [];
  const rows: PlacedCell[][] = [];
  let declaredHeaders = 0;
  let caption = '';
  let label = '';
  const visit = (node: ChildNode, inHead: boolean): void => {
    if (!isTag(node)) return;
    if (isRow(node)) {
      const cells = node.children.filter((child): child is Element => isTag(child) && isCell(child));
      rows.push(cells.map((cell) => readCell(cell, toSource, nested)));
      if (inHead && declaredHeaders === rows.length - 1) declaredHeaders++;
    } else if (node.name === 'caption') caption = textLines(node).join(' ');
    else if (node.name === 'label') label = textLines(node).join(' ');
    else {
      const isHead = inHead || node.name === 'thead' || hasClass(node, 'ltx_thead');
      for (const child of node.children) visit(child, isHead);
    }
  };
  for (const child of table.children) visit(child, false);
  const grid = { rows: expandSpans(rows), declaredHeaders, packed: false, span: toSource(spanOf(table)) };
  const isNamed = label === '' || caption.startsWith(label);
  return [{ grid, caption: isNamed ? caption : `${label.replace(/[.:]$/, '')}: ${caption}` }, ...nested];
}

function readCell(cell: Element, toSource: ToSource, nested: HtmlTable[]): PlacedCell {
  for (const inner of outermost(cell, isTable))
    if (!isColumnOfLabels(inner)) nested.push(...readHtmlTable(inner, toSource));
  const { lines, marks, notes } = contentOf(cell);
  return {
    cell: {
      text: lines.join(' '),
      lines,
      span: toSource(contentSpan(cell)),
      header: cell.name === 'th' || cell.attribs.scope !== undefined || hasClass(cell, 'ltx_th'),
      ...(marks.length > 0 ? { marks } : {}),
      ...(notes.length > 0 ? { notes } : {}),
    },
    columns: spread(cell, 'colspan'),
    rows: spread(cell, 'rowspan'),
  };
}

/** How many columns or rows a cell spans, by its attribute or by LaTeXML's class (`ltx_colspan_2`). */
function spread(cell: Element, name: 'colspan' | 'rowspan'): number {
  const given = cell.attribs[name] ?? SPREAD[name].exec(cell.attribs.class ?? '')?.[1];
  return Number.parseInt(given ?? '1', 10) || 1;
}

const SPREAD = { colspan: /\bltx_colspan_(\d+)/, rowspan: /\bltx_rowspan_(\d+)/ };

/** From the first to the last text of a cell, so that a jump lands on the number and not on the tag. */
function contentSpan(cell: Element): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  const visit = (node: ChildNode): void => {
    if (isText(node) && node.data.trim() !== '') {
      start = Math.min(start, node.startIndex ?? 0);
      end = Math.max(end, (node.endIndex ?? 0) + 1);
    } else if (isTag(node) && !isHidden(node) && !isInlineNote(node) && node.name !== 'sup' && node.name !== 'cite')
      for (const child of node.children) visit(child);
  };
  visit(cell);
  return end < 0 ? spanOf(cell) : { start, end };
}
