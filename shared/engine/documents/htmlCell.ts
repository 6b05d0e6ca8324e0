import { type ChildNode, type Element, isTag, isText, type Text } from 'domhandler';
import type { Mark } from '../tables/grid.ts';
import { oneLine, singleSpaced } from '../text/whiteSpace.ts';
import { hasClass, isCell, isHidden, isInlineNote, isRow, isTable, outermost } from './htmlElements.ts';
import { isBoldTex, isUnderlinedTex, plainTex, raised } from './plainTex.ts';

/** What a reader of a page sees in an element: its lines, how they are set off, and the notes they carry. */
export interface CellContent {
  readonly lines: readonly string[];
  readonly marks: readonly Mark[];
  readonly notes: readonly string[];
}

const BREAKS = new Set(['br', 'p', 'div', 'li', 'tr', 'table']);
const LONGEST_ALT = 24;

/** The content of an element without scripts and nested data tables. */
export function contentOf(element: Element): CellContent {
  const [only] = element.children;
  return only && element.children.length === 1 && isText(only) ? wordsOf(only, markOf(element)) : contentOfAll(element);
}

/** Most cells: words on one line. */
function wordsOf({ data }: Text, marks: readonly Mark[]): CellContent {
  const line = oneLine(data);
  return { lines: line === '' ? [] : [line], marks: SAYS.test(line) ? marks : [], notes: [] };
}

const SAYS = /[\p{L}\p{N}]/u;

function contentOfAll(element: Element): CellContent {
  const marks = new Set<Mark>();
  const notes: string[] = [];
  let text = '';
  const add = (words: string, style: readonly Mark[]): void => {
    text += words;
    if (SAYS.test(words)) for (const mark of style) marks.add(mark);
  };
  const visit = (node: ChildNode, style: readonly Mark[]): void => {
    if (isText(node)) add(singleSpaced(node.data), style);
    else if (isTag(node)) visitElement(node, style);
  };
  const visitElement = (node: Element, style: readonly Mark[]): void => {
    const sign = iconOf(node);
    if (sign !== null) text += sign;
    else if (isHidden(node) || (isTable(node) && !isColumnOfLabels(node))) return;
    else if (isInlineNote(node)) {
      const mark = outermost(node, (one) => one.name === 'sup')[0];
      if (mark) notes.push(plainText(mark));
    } else if (node.name === 'sup') {
      const { text: kept, note } = raised(text, plainText(node));
      text += kept;
      if (note) notes.push(note);
    } else if (node.name === 'math' && node.attribs.alttext) {
      const tex = node.attribs.alttext;
      add(plainTex(tex), [...style, ...(isBoldTex(tex) ? BOLD : []), ...(isUnderlinedTex(tex) ? UNDERLINE : [])]);
    } else {
      const breaks = BREAKS.has(node.name) || isRow(node);
      if (breaks) text += '\n';
      const inner = [...style, ...markOf(node)];
      for (const child of node.children) visit(child, inner);
      if (breaks) text += '\n';
    }
  };
  const outer = markOf(element);
  for (const child of element.children) visit(child, outer);
  const lines = text
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '');
  return { lines, marks: [...marks], notes };
}

const BOLD: readonly Mark[] = ['bold'];
const UNDERLINE: readonly Mark[] = ['underline'];
const NONE: readonly Mark[] = [];

const BOLD_NAMES = new Set(['b', 'strong']);
const BOLD_STYLE = /font-weight:\s*(?:bold|[6-9]00)/i;
const LINE_NAMES = new Set(['u', 'ins']);
const LINE_STYLE = /text-decoration[^;]*underline/i;

function markOf(element: Element): readonly Mark[] {
  const { style = '' } = element.attribs;
  if (BOLD_NAMES.has(element.name) || hasClass(element, 'ltx_font_bold') || BOLD_STYLE.test(style)) return BOLD;
  const isLine =
    LINE_NAMES.has(element.name) || hasClass(element, 'ltx_ulem_uline', 'ltx_framed_underline', 'underline');
  return isLine || LINE_STYLE.test(style) ? UNDERLINE : NONE;
}

/** A tick or a cross that is an icon, or the words that stand for a small picture. */
function iconOf(element: Element): string | null {
  if (element.name === 'img') {
    const alt = element.attribs.alt?.trim() ?? '';
    return alt.length <= LONGEST_ALT && !/\.(?:png|jpe?g|gif|svg)$/i.test(alt) ? alt : '';
  }
  if (element.name !== 'i' && element.name !== 'span') return null;
  if (hasClass(element, 'fa-check', 'fa-check-circle', 'glyphicon-ok', 'icon-check', 'bi-check')) return '✓';
  return hasClass(element, 'fa-times', 'fa-xmark', 'fa-close', 'glyphicon-remove', 'bi-x') ? '✗' : null;
}

function plainText(element: Element): string {
  return element.children
    .map((child) => {
      if (isText(child)) return child.data;
      if (!isTag(child) || isHidden(child)) return '';
      return child.name === 'math' && child.attribs.alttext ? plainTex(child.attribs.alttext) : plainText(child);
    })
    .join('');
}

/** True for a nested table with one cell a row: a label set in several lines. */
export function isColumnOfLabels(table: Element): boolean {
  return outermost(table, isRow).every(
    (row) => row.children.filter((child) => isTag(child) && isCell(child)).length <= 1,
  );
}

/** The lines of an element's text, without superscripts, scripts and nested data tables. */
export function textLines(element: Element): string[] {
  return [...contentOf(element).lines];
}
