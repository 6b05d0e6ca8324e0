import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { createTextBuilder, unmapped } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';
import { spacesOnly } from '../text/whiteSpace.ts';
import type { Block, Blocks, TextBlock } from './blocks.ts';
import { textLines } from './htmlCell.ts';
import { isCell, isHidden, isInlineNote, isRow, isTable, outermost, spanOf } from './htmlElements.ts';
import { textPieces } from './htmlEntities.ts';
import { readMeta } from './htmlMeta.ts';
import { readHtmlTable } from './htmlTable.ts';
import { tableUse } from './htmlTableUse.ts';
import { parseMarkup } from './markup.ts';
import { plainTex, raised } from './plainTex.ts';

const HEADING = /^h([1-6])$/;
const SKIPPED = new Set(['nav', 'head', 'form', 'iframe']);
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer header hr html legend li main ol p pre section summary table td tfoot th tr ul'.split(
    ' ',
  ),
);

/** Reads a page as browsers save it: LaTeXML and publishers' papers, blogs. */
export function readHtml(source: string): Blocks {
  const root = parseMarkup(source);
  const builder = createTextBuilder();
  const blocks: Block[] = [];
  let open: { start: number; parts: string[]; kind: TextBlock['kind']; level: number } | null = null;
  let notes: Element[] = [];
  let figureCaption = '';
  const close = (): void => {
    const text = open?.parts.join('') ?? '';
    if (open && text.trim() !== '') blocks.push({ kind: open.kind, level: open.level, text, start: open.start });
    builder.add('\n', { start: 0, end: 0 });
    open = null;
    const waiting = notes;
    notes = [];
    for (const note of waiting) visitBlock(note);
  };
  const add = (text: string, span: Span): void => {
    open ??= { start: builder.length, parts: [], kind: 'text', level: 0 };
    builder.add(text, span);
    open.parts.push(text);
  };
  const visit = (node: ChildNode): void => {
    if (isText(node)) for (const { text, span } of textPieces(node, source)) add(spacesOnly(text), span);
    else if (isTag(node) && !SKIPPED.has(node.name) && !isHidden(node)) visitElement(node);
  };
  const visitBlock = (node: Element): void => {
    close();
    node.children.forEach(visit);
    close();
  };
  const visitElement = (node: Element): void => {
    const heading = HEADING.exec(node.name);
    if (isTable(node)) visitTable(node);
    else if (heading) {
      close();
      open = { start: builder.length, parts: [], kind: 'heading', level: Number(heading[1]) };
      node.children.forEach(visit);
      close();
    } else if (node.name === 'math' && node.attribs.alttext !== undefined)
      add(plainTex(node.attribs.alttext), spanOf(node));
    else if (node.name === 'sup')
      add(raised(open?.parts.slice(-2).join('') ?? '', textLines(node).join(' ')).text, spanOf(node));
    else if (isInlineNote(node)) notes.push(node);
    else if (node.name === 'figure') visitFigure(node);
    else if (BLOCKS.has(node.name)) visitBlock(node);
    else node.children.forEach(visit);
  };
  const visitTable = (node: Element): void => {
    const use = tableUse(node);
    if (use === 'code') return;
    if (use === 'layout') {
      visitBlock(node);
      return;
    }
    close();
    for (const { grid, caption } of readHtmlTable(node, (span) => span))
      blocks.push({ kind: 'grid', grid, caption: caption === '' ? figureCaption : caption });
    for (const beside of besideRows(node)) visitBlock(beside);
  };
  /** What a figure's caption says, it says of each of its tables; an inner figure adds its own. */
  const visitFigure = (node: Element): void => {
    const outer = figureCaption;
    const own = outermost(node, (one) => one.name === 'figcaption' || one.name === 'figure');
    const said = own.filter((one) => one.name === 'figcaption').map((one) => textLines(one).join(' '));
    figureCaption = [outer, ...said].join(' ').trim();
    visitBlock(node);
    figureCaption = outer;
  };
  root.children.forEach(visit);
  close();
  const mapped = builder.length > 0 ? builder.build() : unmapped('');
  return { mapped, blocks, metadata: readMeta(root.children) };
}

const INSIDE = new Set(['thead', 'tbody', 'tfoot', 'colgroup', 'caption', 'label']);

/** What a publisher puts into a table beside its rows: a legend, footnotes. */
function besideRows(table: Element): Element[] {
  return table.children.filter(isTag).flatMap((child) => {
    if (INSIDE.has(child.name) || isRow(child) || isCell(child)) return [];
    return outermost(child, isRow).length > 0 ? besideRows(child) : [child];
  });
}
