import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { expandSpans, type Grid, type PlacedCell } from '../tables/grid.ts';
import type { Span } from '../text/span.ts';

/** Maps offsets of the parsed HTML to the source file. */
export type ToSource = (span: Span) => Span;

export interface HtmlTable {
  readonly grid: Grid;
  readonly caption: string;
}

const SKIPPED = new Set(['script', 'style', 'annotation', 'annotation-xml', 'sup', 'template', 'noscript', 'svg']);
const BREAKS = new Set(['br', 'p', 'div', 'li', 'tr', 'table']);

/** Reads a `table` element and the data tables nested in its cells; a nested column of labels is read as lines. */
export function readHtmlTable(table: Element, toSource: ToSource): HtmlTable[] {
  const nested: HtmlTable[] = [];
  const rows: PlacedCell[][] = [];
  let declaredHeaders = 0;
  let caption = '';
  const visit = (node: ChildNode, inHead: boolean): void => {
    if (!isTag(node)) return;
    if (node.name === 'tr') {
      const cells = node.children.filter(
        (child): child is Element => isTag(child) && (child.name === 'td' || child.name === 'th'),
      );
      rows.push(cells.map((cell) => readCell(cell, toSource, nested)));
      if (inHead && declaredHeaders === rows.length - 1) declaredHeaders++;
    } else if (node.name === 'caption') caption = textLines(node).join(' ');
    else for (const child of node.children) visit(child, inHead || node.name === 'thead');
  };
  for (const child of table.children) visit(child, false);
  const grid = { rows: expandSpans(rows), declaredHeaders, packed: false, span: toSource(spanOf(table)) };
  return [{ grid, caption }, ...nested];
}

function readCell(cell: Element, toSource: ToSource, nested: HtmlTable[]): PlacedCell {
  for (const inner of findTables(cell)) if (!isColumnOfLabels(inner)) nested.push(...readHtmlTable(inner, toSource));
  const lines = textLines(cell);
  return {
    text: lines.join(' '),
    lines,
    span: toSource(contentSpan(cell)),
    header: cell.name === 'th',
    columns: Number.parseInt(cell.attribs.colspan ?? '1', 10) || 1,
    rows: Number.parseInt(cell.attribs.rowspan ?? '1', 10) || 1,
  };
}

function findTables(node: Element): Element[] {
  return node.children.filter(isTag).flatMap((child) => (child.name === 'table' ? [child] : findTables(child)));
}

/** True for a nested table with one cell a row: a label set in several lines. */
function isColumnOfLabels(table: Element): boolean {
  const rows: Element[] = [];
  const visit = (node: Element): void => {
    if (node.name === 'tr') rows.push(node);
    else for (const child of node.children) if (isTag(child)) visit(child);
  };
  visit(table);
  return rows.every((row) => row.children.filter((child) => isTag(child) && /^t[dh]$/.test(child.name)).length <= 1);
}

/** The lines of an element's text, without superscripts, scripts and nested data tables. */
export function textLines(element: Element): string[] {
  let text = '';
  const visit = (node: ChildNode): void => {
    if (isText(node)) text += node.data.replace(/\s+/g, ' ');
    else if (isTag(node) && !SKIPPED.has(node.name) && !(node.name === 'table' && !isColumnOfLabels(node))) {
      if (node.name === 'math' && node.attribs.alttext) text += node.attribs.alttext;
      else {
        if (BREAKS.has(node.name)) text += '\n';
        for (const child of node.children) visit(child);
        if (BREAKS.has(node.name)) text += '\n';
      }
    }
  };
  for (const child of element.children) visit(child);
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

export function spanOf(element: Element): Span {
  return { start: element.startIndex ?? 0, end: (element.endIndex ?? 0) + 1 };
}

/** From the first to the last text of a cell, so that a jump lands on the number and not on the tag. */
function contentSpan(cell: Element): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = -1;
  const visit = (node: ChildNode): void => {
    if (isText(node) && node.data.trim() !== '') {
      start = Math.min(start, node.startIndex ?? 0);
      end = Math.max(end, (node.endIndex ?? 0) + 1);
    } else if (isTag(node) && !SKIPPED.has(node.name) && node.name !== 'cite')
      for (const child of node.children) visit(child);
  };
  visit(cell);
  return end < 0 ? spanOf(cell) : { start, end };
}
