import { type ChildNode, type Element, isTag } from 'domhandler';
import type { Span } from '../text/span.ts';

export function hasClass(element: Element, ...names: readonly string[]): boolean {
  const given = element.attribs.class;
  return given !== undefined && names.some((name) => given.includes(name) && given.split(/\s+/).includes(name));
}

/** A `table`, or what LaTeXML puts in its place inside of a line. */
export const isTable = (element: Element): boolean => element.name === 'table' || hasClass(element, 'ltx_tabular');
export const isRow = (element: Element): boolean => element.name === 'tr' || hasClass(element, 'ltx_tr');
export const isCell = (element: Element): boolean =>
  element.name === 'td' || element.name === 'th' || hasClass(element, 'ltx_td', 'ltx_th');

/** Text that is set twice for the eye, or that belongs to no line of the page. */
export const isHidden = (element: Element): boolean =>
  SKIPPED.has(element.name) ||
  element.attribs['aria-hidden'] === 'true' ||
  hasClass(element, 'katex-html', 'MathJax_Preview');

const SKIPPED = new Set(['script', 'style', 'annotation', 'annotation-xml', 'template', 'noscript', 'svg', 'button']);

/** A footnote that stands where its mark stands. */
export const isInlineNote = (element: Element): boolean => hasClass(element, 'ltx_note', 'footnote-inline');

/** The outermost elements below `element` for which `is` holds. */
export function outermost(element: Element, is: (one: Element) => boolean): Element[] {
  const found: Element[] = [];
  for (const child of element.children)
    if (isTag(child)) {
      if (is(child)) found.push(child);
      else found.push(...outermost(child, is));
    }
  return found;
}

export function spanOf(node: ChildNode): Span {
  return { start: node.startIndex ?? 0, end: (node.endIndex ?? 0) + 1 };
}
