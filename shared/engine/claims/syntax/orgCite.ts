import { citeKey } from '../../bibliography/entry.ts';
import type { Span } from '../../text/span.ts';
import type { Citation } from '../draft.ts';
import { readLocator } from './locator.ts';

/** What cites at one place. */
export interface OrgCite {
  readonly end: number;
  readonly citations: readonly Citation[];
}

/** Reads `[cite/t:see @a p. 3;@b]` or org-ref's `[[cite:&a p. 3]]`, `cite:a,b` at an offset; null where none stands. */
export function readOrgCite(text: string, start: number): OrgCite | null {
  return readOwn(text, start) ?? readLink(text, start);
}

function readOwn(text: string, start: number): OrgCite | null {
  own.lastIndex = start;
  const match = own.exec(text);
  if (match === null) return null;
  const style = match[1] ?? '';
  if (/^\/n(?:ocite)?\b/.test(style)) return { end: own.lastIndex, citations: [] };
  const mode = /^\/(?:t|text)\b/.test(style)
    ? 'narrative'
    : /^\/(?:na|noauthor)\b/.test(style)
      ? 'year-only'
      : 'parenthetical';
  const body = { start: start + match[0].length - 1 - (match[2] as string).length, end: own.lastIndex - 1 };
  const group = { start, end: own.lastIndex };
  return { end: group.end, citations: keysIn(text, body, ownKey, group, mode) };
}

const own = /\[cite((?:\/[\w-]+)*):([^[\]]{1,2000}(?:\[[^[\]]*\][^[\]]*)*)\]/y;

function readLink(text: string, start: number): OrgCite | null {
  link.lastIndex = start;
  const match = link.exec(text);
  if (match === null || (match[1] === undefined && /[\w:]/.test(text.charAt(start - 1)))) return null;
  const type = match[2] as string;
  const bodyStart = link.lastIndex;
  let body: Span;
  let end: number;
  if (match[1] === undefined) {
    const keys =
      /^[^\s\][(){}<>"']+/.exec(text.slice(bodyStart, bodyStart + longest))?.[0].replace(/[.,;:!?]+$/, '') ?? '';
    body = { start: bodyStart, end: bodyStart + keys.length };
    end = body.end;
  } else {
    const rest = text.slice(bodyStart, bodyStart + longest);
    const close = /^([^[\]\n]*)\](?:\[[^[\]]*\])?\]/.exec(rest);
    if (close === null) return null;
    body = { start: bodyStart, end: bodyStart + (close[1] as string).length };
    end = bodyStart + close[0].length;
  }
  if (body.start === body.end || type.startsWith('no')) return body.start === body.end ? null : { end, citations: [] };
  const mode = /citet|textcite|author/.test(type)
    ? 'narrative'
    : /year|date/.test(type)
      ? 'year-only'
      : 'parenthetical';
  const pattern = text.slice(body.start, body.end).includes('&') ? markedKey : bareKey;
  return { end, citations: keysIn(text, body, pattern, { start, end }, mode) };
}

const link = /(\[\[)?((?:no|paren|text|auto|foot|full|smart|super)?[Cc]ite[a-zA-Z]*\*?):(?=\S)/y;
const longest = 2000;

/** A key, with its mark before it, in `[cite:…]`, in a link of org-ref's third version, and in one of its second. */
const ownKey = /(@)([^\s;,@[\](){}"']*[^\s;,@[\](){}"'.:!?])/g;
const markedKey = /(?<![^\s;,])(&)([^\s;,[\](){}"']*[^\s;,[\](){}"'.:!?])/g;
const bareKey = /()([^\s,]+)/g;

function keysIn(text: string, body: Span, pattern: RegExp, group: Span, mode: Citation['mode']): Citation[] {
  const inside = text.slice(body.start, body.end);
  const matches = [...inside.matchAll(pattern)];
  return matches.map((match, index): Citation => {
    const [whole, mark = '', key = ''] = match;
    const start = body.start + match.index;
    const end = start + whole.length;
    const next = matches[index + 1]?.index ?? inside.length;
    const rest = inside.slice(match.index + whole.length, next).split(';')[0] ?? '';
    return {
      style: 'org',
      key: citeKey(key),
      span: { start, end },
      keySpan: { start: start + mark.length, end },
      group,
      mode,
      locator: rest.trim() === '' ? null : readLocator(rest, end),
    };
  });
}
