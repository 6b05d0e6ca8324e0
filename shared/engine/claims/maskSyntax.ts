import type { Span } from '../text/span.ts';

/**
 * What stands in the text but is no prose although Markdown knows no node for it: footnote marks, addresses and
 * identifiers, attributes, task boxes, struck-out text, marks of wiki links.
 */
export function noProse(plain: string, syntax: string): Span[] {
  if (!/[[{@]|~~|:\/\/|www\.|10\.\d{4}|arxiv/i.test(plain)) return [];
  const spans: Span[] = [];
  for (const pattern of inPlain) for (const match of plain.matchAll(pattern)) spans.push(spanOf(match));
  // Brackets and braces count only where they are not escaped.
  for (const pattern of inSyntax) for (const match of syntax.matchAll(pattern)) spans.push(spanOf(match));
  for (const match of syntax.matchAll(wikiLink)) {
    const target = match[1] ?? '';
    spans.push({ start: match.index, end: match.index + 2 + target.length });
    spans.push({ start: match.index + match[0].length - 2, end: match.index + match[0].length });
  }
  return spans;
}

const inPlain: readonly RegExp[] = [
  /(?:\b(?:https?|ftp|file):\/\/|\bwww\.)[^\s<>]*[^\s<>.,;:!?'")\]}*_]/gi,
  /(?:\bdoi:[ \t]?)?\b10\.\d{4,9}\/[^\s<>]*[^\s<>.,;:!?'")\]}*_]/gi,
  /\barxiv:[ \t]?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?/gi,
  // Quarto's shortcodes.
  /\{\{<[^{}]{0,300}>\}\}/g,
  /[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
];

/** `{#id .class key="value"}`. */
export const attributeList =
  /\{(?:[#.][\w:-]+|[\w-]+=(?:"[^"\n]*"|[^\s{}"]+))(?:[ \t]+(?:[#.][\w:-]+|[\w-]+=(?:"[^"\n]*"|[^\s{}"]+)))*[ \t]*\}/g;

const inSyntax: readonly RegExp[] = [
  /\[\^[^\]\s]+\]/g,
  attributeList,
  /^[ \t]*\[[ xX]\](?=\s)/g,
  /^[ \t]*\[![A-Za-z-]+\][+-]?/g,
  // Numbered references: `[12]`, `[3, 4]`, `[5-7]`.
  /\[\d{1,3}(?:[ \t]*[,;–-][ \t]*\d{1,3})*\]/g,
  /~~(?=\S)[^~\n]+~~/g,
];

const wikiLink = /\[\[([^[\]|\n]{0,200}\|)?[^[\]|\n]{1,200}\]\]/g;

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
