import { citeKey } from '../../bibliography/entry.ts';
import type { Span } from '../../text/span.ts';
import type { Citation } from '../draft.ts';
import { readLocator } from './locator.ts';

/** A role with its text. */
export interface MystRole {
  readonly span: Span;
  /** None where the role does not cite. */
  readonly citations: readonly Citation[];
}

/**
 * Reads the role of which the text in backticks is `code`: `` {cite:p}`{see}a{p. 3},b` ``, `` {cite:t}`a` ``,
 * `` {doi}`10.1000/x` ``. Null where no role stands before it.
 */
export function readMystRole(text: string, code: Span): MystRole | null {
  const match = role.exec(text.slice(Math.max(0, code.start - longestRole), code.start));
  if (match === null) return null;
  const span = { start: code.start - match[0].length, end: code.end };
  const ticks = /^`+/.exec(text.slice(code.start, code.end))?.[0].length ?? 1;
  const body = { start: code.start + ticks, end: code.end - ticks };
  const mode = modeOf(match[1] as string);
  if (!citing.test(match[1] as string)) return { span, citations: [] };
  const citations = [...text.slice(body.start, body.end).matchAll(part)].map((found): Citation => {
    const [whole, before = '', key = '', behind = ''] = found;
    const keyStart = body.start + found.index + before.length;
    const keySpan = { start: keyStart, end: keyStart + key.length };
    const rest = body.start + found.index + whole.length - behind.length;
    return {
      style: 'myst',
      key: citeKey(key),
      span: keySpan,
      keySpan,
      group: span,
      mode,
      locator: readLocator(behind.replace(/[{}]/g, ' '), rest),
    };
  });
  return { span, citations };
}

const role = /\{([a-z][\w:-]*)\}$/;
const longestRole = 40;
const citing = /^(?:(?:foot)?cite(?::?[a-z]+)?|doi)$/;

/** Words in braces, a key, words in braces; parts end at a comma or a semicolon. */
const part = /([\s,;]*(?:\{[^{}]*\})?\s*)([^\s,;{}]+)(\s*\{[^{}]*\})?/g;

function modeOf(name: string): Citation['mode'] {
  if (/year/.test(name)) return 'year-only';
  return /(?:cite:?(?:c?ts?|author)|author)$/.test(name) ? 'narrative' : 'parenthetical';
}
