import { type ChildNode, type Element, isCDATA, isTag, isText } from 'domhandler';
import { textLines } from '../htmlTable.ts';
import { parseMarkup } from '../markup.ts';

interface Parent {
  readonly children: readonly ChildNode[];
}

/** An XML text with the places of its nodes; throws a RangeError where they are nested too deeply. */
export function parseXml(source: string): Parent {
  return parseMarkup(source, { xmlMode: true });
}

/** The name of an element without the prefix of its namespace. */
export function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The child elements of a name, or all of them. */
export function childrenOf(node: Parent | null, name?: string): Element[] {
  const elements = node?.children.filter(isTag) ?? [];
  return name === undefined ? elements : elements.filter((child) => localName(child) === name);
}

/** The first element of a name below a node, in the order of the document. */
export function firstBelow(node: Parent | null, name: string): Element | null {
  for (const child of node?.children ?? []) {
    if (!isTag(child)) continue;
    const found = localName(child) === name ? child : firstBelow(child, name);
    if (found) return found;
  }
  return null;
}

/** The elements of a name below a node, without those inside of one. */
export function allBelow(node: Parent | null, name: string): Element[] {
  return childrenOf(node).flatMap((child) => (localName(child) === name ? [child] : allBelow(child, name)));
}

/** The text of an element on one line, without superscripts; empty where there is none. */
export function lineOf(element: Element | null): string {
  return element ? textLines(element).join(' ') : '';
}

/** The text of a node to the letter. */
export function rawText(node: ChildNode): string {
  if (isText(node)) return node.data;
  return isTag(node) || isCDATA(node) ? node.children.map(rawText).join('') : '';
}
