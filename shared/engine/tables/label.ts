import { oneLine } from '../text/whiteSpace.ts';
import { takeCitations } from './labelCitations.ts';

/** What was written around a label's name and is not part of it. */
export interface CleanLabel {
  readonly text: string;
  /** `up` where the header carries ↑ (more is better), `down` for ↓. */
  readonly direction: 'up' | 'down' | null;
  /** The unit in brackets behind the name or after "in"; it stays in the text. */
  readonly unit: string | null;
  /** Footnote signs. */
  readonly notes: readonly string[];
  readonly citations: readonly string[];
}

const UP = /[↑⇑⬆▲]|\\[Uu]parrow/;
const DOWN = /[↓⇓⬇▼]|\\[Dd]ownarrow/;
const FOOTNOTE_SIGNS = /[†‡§¶♠♣♦♥⋆★☆]+|(?<=[\p{L}\p{N})])[*∗]+(?=\s|$)|^[*∗]+(?=\s?[\p{L}(])/gu;
const RAISED = /\$\s*\^\s*\{?([^$}]*)\}?\s*\$/g;

/** What none of is in a name, that has nothing around it. */
const ADORNMENT = /[^\p{L}\p{N}\s.,:;@&/+-]|et al/u;

/** Takes citations, footnote signs, arrows and stray markup off a header or stub. */
export function cleanLabel(text: string): CleanLabel {
  if (!ADORNMENT.test(text)) {
    const name = oneLine(text);
    return { text: name, direction: null, unit: unitOf(name), notes: [], citations: [] };
  }
  const direction = UP.test(text) ? 'up' : DOWN.test(text) ? 'down' : null;
  const notes: string[] = [];
  const note = (_: string, sign: string): string => {
    if (sign.trim() !== '') notes.push(sign.trim());
    return '';
  };
  const bare = text.replace(/\\(?:up|down|Up|Down)arrow\b|[↑↓⇑⇓⬆⬇▲▼]\ufe0f?/g, '').replace(/<\/?[a-z]+[^<>]*>/gi, '');
  const { text: uncited, citations } = takeCitations(bare);
  const name = oneLine(
    uncited
      .replace(FOOTNOTE_SIGNS, (sign) => note(sign, sign))
      .replace(RAISED, note)
      .replace(/\(\s*\)|\[\s*\]/g, ''),
  );
  // A name that is nothing but a citation stays a name.
  if (name === '') return { text: text.trim(), direction, unit: null, notes: [], citations };
  return { text: name, direction, unit: unitOf(name), notes, citations };
}

const BRACKETED_UNIT = /[([]\s*(?:in\s+)?([^()[\]]{1,12}?)\s*[)\]]\s*$/;
const UNIT_IN_WORDS = /(?:\bin|,|\/)\s+([\p{L}%°µμ/]{1,8})\s*$/u;
const UNIT =
  /^(?:[%％‰]|pp|points?|s|secs?|seconds?|ms|[µμ]s|us|ns|mins?|minutes?|h|hrs?|hours?|days?|years?|yrs?|[kmg]?hz|[kmgt]i?b|bytes?|[kmgt]?flops?|[kmg]?macs?|fps|frames?\/s|[kmb]|thousands?|millions?|billions?|×?\s?10\^?-?\d|db|dbm|px|pixels?|[mcnk]?m|[µμ]m|mm\^?[23²³]|m\^?[23²³]|km\/h|m\/s|[mkµμ]?g|[mµμk]?l|[mµμn]?g\/[mµμk]?[lg]|°c?|°|k|[mk]?w|[mk]?wh|[mk]?j|m?v|usd|eur|\$|€|tokens?(?:\/s)?|items?\/s|it\/s|words?)$/i;

/** The unit that a header names: `%` of "Acc (%)", `ms` of "Latency [ms]" and "time in ms". */
export function unitOf(text: string): string | null {
  const bracketed = BRACKETED_UNIT.exec(text)?.[1];
  if (bracketed !== undefined && UNIT.test(bracketed)) return bracketed;
  const words = UNIT_IN_WORDS.exec(text)?.[1];
  if (words !== undefined && words.length > 0 && UNIT.test(words)) return words;
  return text.endsWith('%') && /(?:^|\p{L}\.?\s*)%$/u.test(text) ? '%' : null;
}

/** True for cells that say "no value": `-`, `–`, `n/a`, nothing. */
export function isMissing(text: string): boolean {
  return MISSING.test(text.trim());
}

const MISSING = /^(?:[-–—−.…_]*|n\.?\s?\/?\s?a\.?|n\/r|none|nan|\?|#|\(\s*\))[*†‡§]?$/i;

const TICK = /^(?:[✓✔☑●√✅]\ufe0f?|\\cmark|\\checkmark|yes|y)$/i;
const CROSS = /^(?:[✗✘×☒☐○❌❎]\ufe0f?|\\xmark|no|n)$/i;

/** True for the marks of ablation tables. */
export function isMark(text: string): boolean {
  return isTick(text) || CROSS.test(text.trim());
}

/** True for the marks that say yes. */
export function isTick(text: string): boolean {
  return TICK.test(text.trim());
}
