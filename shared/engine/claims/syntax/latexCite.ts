import { citeKey } from '../../bibliography/entry.ts';
import type { Span } from '../../text/span.ts';
import { readArgument } from '../../text/texArgument.ts';
import type { Citation } from '../draft.ts';
import { readLocator } from './locator.ts';

/** A citing command with all its arguments. */
export interface LatexCite {
  readonly end: number;
  readonly citations: readonly Citation[];
}

/**
 * Reads the citing command of LaTeX, natbib, biblatex or apacite that begins at an offset: `\citep[see][p. 3]{a,b}`,
 * `\parencites(see)()[3]{a}[4]{b}`. Null where another command stands there or its keys are missing. `\nocite` and
 * cross-references cite nothing.
 */
export function readLatexCite(text: string, start: number): LatexCite | null {
  command.lastIndex = start;
  const match = command.exec(text);
  if (match === null) return null;
  const name = match[1] as string;
  const isMany = /[a-z]cites$|^[Cc]ites$/.test(name);
  let at = command.lastIndex;
  // The notes for all groups of a command for many.
  for (let notes = 0; isMany && notes < 2; notes++) at = readArgument(text, at, '(')?.end ?? at;
  const groups: KeyGroup[] = [];
  for (let isFirst = true; isFirst || isMany; isFirst = false) {
    const group = readGroup(text, at, hasVolume.test(name));
    if (group === null) break;
    groups.push(group);
    at = group.end;
  }
  if (groups.length === 0) return null;
  const span = { start, end: at };
  return { end: at, citations: groups.flatMap((group) => citationsOf(text, group, span, modeOf(name))) };
}

const command =
  /\\((?:[Pp]aren|[Ff]oot|[Tt]ext|[Ss]mart|[Aa]uto|[Ss]uper|[Ff]ull|footfull|short|[Pp]?note|fnote|[pfsta]?vol|online)?[Cc]ite(?:s|[tp](?:alias)?|al[tp]|author|fullauthor|year(?:par)?|title|date|url|num|A|N|NP|field)?)(?![A-Za-z])\*?/y;
const hasVolume = /vol[Cc]ite/;

function modeOf(name: string): Citation['mode'] {
  if (/year|date$/.test(name)) return 'year-only';
  return /^(?:[Tt]extcites?|[Cc]itet(?:alias)?|[Cc]itealt|[Cc]ite(?:full)?author|citeA)$/.test(name)
    ? 'narrative'
    : 'parenthetical';
}

/** The keys of one pair of braces, with the note behind them. */
interface KeyGroup {
  readonly keys: Span;
  readonly note: Span | null;
  readonly end: number;
}

/** `[note]{keys}` or `[prenote][note]{keys}`; with a volume `[prenote]{volume}[note]{keys}`. */
function readGroup(text: string, from: number, hasVolume: boolean): KeyGroup | null {
  let at = from;
  if (hasVolume) {
    at = readArgument(text, at, '[')?.end ?? at;
    const volume = readArgument(text, at, '{');
    if (volume === null) return null;
    at = volume.end;
  }
  const first = readArgument(text, at, '[');
  const second = first === null ? null : readArgument(text, first.end, '[');
  const keys = readArgument(text, (second ?? first)?.end ?? at, '{');
  return keys === null ? null : { keys: keys.inner, note: (second ?? first)?.inner ?? null, end: keys.end };
}

function citationsOf(text: string, { keys, note }: KeyGroup, group: Span, mode: Citation['mode']): Citation[] {
  const locator =
    note === null ? null : readLocator(text.slice(note.start, note.end).replace(/[~{}]/g, ' '), note.start);
  return [...text.slice(keys.start, keys.end).matchAll(keyPattern)].flatMap((match): Citation[] => {
    const key = match[0];
    if (key === '*' || key.startsWith('%')) return [];
    const start = keys.start + match.index;
    const span = { start, end: start + key.length };
    return [{ style: 'latex', key: citeKey(key), span, keySpan: span, group, mode, locator }];
  });
}

/** A key, or a comment between keys. */
const keyPattern = /%[^\n]*|[^\s,%{}\\](?:[^,%{}\\\n]*[^\s,%{}\\])?/g;
