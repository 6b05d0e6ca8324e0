import type { Element } from 'domhandler';
import { childrenOf, firstBelow, parseXml } from '../xml/elements.ts';

/** The levels of heading styles by their ids, 1 for the title of the document. */
export function headingLevels(styles: string): ReadonlyMap<string, number> {
  const known = new Map(
    childrenOf(firstBelow(parseXml(styles), 'styles'), 'style').map((style) => [
      style.attribs['w:styleId'] ?? '',
      style,
    ]),
  );
  const levels = new Map<string, number>();
  for (const id of known.keys()) {
    const level = styleLevel(id, known, new Set());
    if (level !== null) levels.set(id, level);
  }
  return levels;
}

/** The level of a paragraph as a heading, or null. */
export function levelOf(paragraph: Element, levels: ReadonlyMap<string, number>): number | null {
  const [properties = null] = childrenOf(paragraph, 'pPr');
  return outlineLevel(properties) ?? levels.get(settingOf(properties, 'pStyle') ?? '') ?? null;
}

function styleLevel(id: string, known: ReadonlyMap<string, Element>, seen: Set<string>): number | null {
  const style = known.get(id);
  if (!style || seen.has(id)) return null;
  seen.add(id);
  const name = settingOf(style, 'name') ?? '';
  if (/^title$/i.test(name)) return 1;
  const heading = /^heading ([1-9])$/i.exec(name)?.[1];
  if (heading !== undefined) return 1 + Number(heading);
  const [properties = null] = childrenOf(style, 'pPr');
  return outlineLevel(properties) ?? styleLevel(settingOf(style, 'basedOn') ?? '', known, seen);
}

/** Word counts outline levels from 0 and calls body text 9. */
function outlineLevel(properties: Element | null): number | null {
  const value = settingOf(properties, 'outlineLvl');
  return value !== null && /^[0-8]$/.test(value) ? 2 + Number(value) : null;
}

function settingOf(parent: Element | null, name: string): string | null {
  return childrenOf(parent, name)[0]?.attribs['w:val'] ?? null;
}
