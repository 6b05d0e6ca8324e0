import type { Element } from 'domhandler';
import type { BlockWriter } from '../blockWriter.ts';
import { readHtmlTable } from '../htmlTable.ts';
import { allBelow, childrenOf, localName } from './elements.ts';

/** Writes the tables below an element under one caption; returns how many there are. */
export function writeTables(element: Element, caption: string, writer: BlockWriter): number {
  const tables = allBelow(element, 'table');
  for (const table of tables)
    for (const one of readHtmlTable(asHtmlTable(table), (span) => span))
      writer.addGrid(one.grid, caption || one.caption);
  return tables.length;
}

/** HTML's names for what other vocabularies of tables call otherwise. */
const AS_HTML: Readonly<Record<string, string>> = {
  row: 'tr',
  cell: 'td',
  entry: 'td',
  break: 'br',
  lb: 'br',
  bold: 'b',
  italic: 'i',
  underline: 'u',
};

/**
 * Turns a table of JATS, CALS or TEI into one of HTML, in place: the names of elements, the attributes of spans,
 * citations as `cite`, footnote marks as `sup`.
 */
function asHtmlTable(table: Element): Element {
  const columns = new Map(allBelow(table, 'colspec').map(({ attribs }, i) => [attribs.colname ?? `${i + 1}`, i]));
  renameBelow(table, (element) => {
    const { attribs } = element;
    const name = localName(element);
    if (name === 'xref' || name === 'ref')
      return /^(?:bibr|biblio)$/.test(attribs['ref-type'] ?? attribs.type ?? '') ? 'cite' : footnote(attribs);
    if (name === 'entry') spanColumns(attribs, columns);
    if (name === 'cell') {
      if (attribs.cols) attribs.colspan = attribs.cols;
      if (attribs.rows) attribs.rowspan = attribs.rows;
    }
    const isHead = attribs.role === 'label' || (element.parent as Element | null)?.attribs?.role === 'label';
    if (isHead && name === 'cell') return 'th';
    // Formulas come twice: as MathML, and as TeX that no reader of cells can use.
    if (name === 'tex-math') return 'template';
    return AS_HTML[name] ?? name;
  });
  table.name = 'table';
  return table;
}

function renameBelow(element: Element, nameOf: (element: Element) => string): void {
  for (const child of childrenOf(element)) {
    child.name = nameOf(child);
    renameBelow(child, nameOf);
  }
}

function footnote(attribs: Element['attribs']): string {
  return /^(?:table-fn|fn|foot)$/.test(attribs['ref-type'] ?? attribs.type ?? '') ? 'sup' : 'span';
}

/** CALS names the first and the last column of a cell, and counts the rows beyond the first. */
function spanColumns(attribs: Element['attribs'], columns: ReadonlyMap<string, number>): void {
  const first = columns.get(attribs.namest ?? '');
  const last = columns.get(attribs.nameend ?? '');
  if (first !== undefined && last !== undefined) attribs.colspan = `${last - first + 1}`;
  if (attribs.morerows) attribs.rowspan = `${Number.parseInt(attribs.morerows, 10) + 1}`;
}
