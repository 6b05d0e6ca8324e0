const YEAR = '(?:19|20)\\d{2}[a-z]?';
/** `(Devlin et al., 2019)`, `[Chen & Dolan, 2011]`, `(Yu, 2022)`. */
const BRACKETED = new RegExp(
  `\\s*[([](?:[^()[\\]]*(?:\\b(?:et al\\.?|and)|&)[^()[\\]]*,?\\s*${YEAR}|\\s*[A-Z][\\p{L}'’-]+,?\\s+${YEAR})(?:\\s*[,;][^()[\\]]*)?\\s*[)\\]]`,
  'gu',
);
const NUMBERED = /\s*\[\s*\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\s*\]/g;
const ET_AL = new RegExp(`\\s+\\p{Lu}[\\p{L}'’-]*\\s+et al\\.?,?\\s*[([]?\\s*${YEAR}(?:,\\s*[a-z])*\\s*[)\\]]?`, 'gu');
const TWO_AUTHORS = new RegExp(
  `((?:\\s+\\p{Lu}[\\p{Ll}'’-]+){1,2})\\s+(?:and|&)\\s+\\p{Lu}[\\p{L}'’-]*(?:\\s+\\p{Lu}[\\p{L}'’-]*)?,?\\s*[([]\\s*${YEAR}\\s*[)\\]]`,
  'gu',
);
const PANDOC = /\s*\[-?@[^\]]*\]/g;
const TEX = /[\s~]{0,3}\\cite[a-zA-Z]*\*?(?:\[[^\]]*\]){0,2}\{[^{}]*\}/g;

/** Takes the citations off a name, and keeps them apart, as printed and without their brackets. */
export function takeCitations(text: string): { readonly text: string; readonly citations: readonly string[] } {
  if (!/[([\\]|et al/.test(text)) return { text, citations: [] };
  const citations: string[] = [];
  let rest = text;
  for (const pattern of [PANDOC, TEX, BRACKETED, NUMBERED, ET_AL, TWO_AUTHORS])
    rest = rest.replace(pattern, (citation) => {
      citations.push(citation.trim().replace(/^[([]\s*(.*?)\s*[)\]]$/, '$1'));
      return '';
    });
  return { text: rest, citations };
}
