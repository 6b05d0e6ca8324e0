/** What was written around a label's name and is not part of it. */
export interface CleanLabel {
  readonly text: string;
  /** `up` where the header carries ↑ (more is better), `down` for ↓. */
  readonly direction: 'up' | 'down' | null;
}

const YEAR = '(?:19|20)\\d{2}[a-z]?';
const BRACKETED_CITATION = new RegExp(
  `\\s*[([](?:[^()[\\]]*(?:\\b(?:et al\\.?|and)|&)[^()[\\]]*,?\\s*${YEAR}|[A-Z][\\p{L}'’-]+,?\\s+${YEAR})(?:\\s*[,;][^()[\\]]*)?[)\\]]`,
  'gu',
);
const NUMBERED_CITATION = /\s*\[\s*\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\s*\]/g;
const ET_AL = new RegExp(`\\s+\\p{Lu}[\\p{L}'’-]*\\s+et al\\.?,?\\s*[([]?${YEAR}(?:,\\s*[a-z])*[)\\]]?`, 'gu');
const TWO_AUTHORS = new RegExp(
  `((?:\\s+\\p{Lu}[\\p{Ll}'’-]+){1,2})\\s+(?:and|&)\\s+\\p{Lu}[\\p{L}'’-]*(?:\\s+\\p{Lu}[\\p{L}'’-]*)?,?\\s*[([]${YEAR}[)\\]]`,
  'gu',
);
const FOOTNOTE_MARKS = /[†‡§¶♠♣♦♥⋆★☆]+|(?<=[\p{L}\p{N})])\*+(?=\s|$)/gu;
const PANDOC_CITATION = /\s*\[-?@[^\]]*\]/g;

/** Takes citations, footnote signs, arrows and stray markup off a header or stub. */
export function cleanLabel(text: string): CleanLabel {
  const direction = /[↑⇑]|\\uparrow/.test(text) ? 'up' : /[↓⇓]|\\downarrow/.test(text) ? 'down' : null;
  const name = text
    .replace(/\\(?:up|down)arrow|[↑↓⇑⇓]/g, '')
    .replace(/<\/?[a-z]+[^<>]*>/gi, '')
    .replace(PANDOC_CITATION, '')
    .replace(BRACKETED_CITATION, '')
    .replace(NUMBERED_CITATION, '')
    .replace(ET_AL, '')
    .replace(TWO_AUTHORS, '')
    .replace(FOOTNOTE_MARKS, '')
    .replace(/\$\s*\^\s*\{?[^$}]*\}?\s*\$/g, '')
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  return { text: name === '' ? text.trim() : name, direction };
}

/** True for cells that say "no value": `-`, `–`, `n/a`, nothing. */
export function isMissing(text: string): boolean {
  return /^(?:[-–—−.…]*|n\.?\s?\/?\s?a\.?|none|nan|\?)$/i.test(text.trim());
}

/** True for the marks of ablation tables. */
export function isMark(text: string): boolean {
  return /^(?:[✓✔✗✘×☑☒☐●○•√]|\\cmark|\\xmark|\\checkmark|yes|no|y|n)$/i.test(text.trim());
}
