const NAMES =
  /^\s*(?:\d+(?:\.\d+)*\.?\s+)?(?:abstract|introduction|related works?|background|methods?|methodology|experiments?|results|key results|discussion|conclusions?|limitations|references|bibliography|acknowledge?ments?|appendix|supplementary material)\s*$/i;

/** True for the headings that nearly every paper has, which therefore name none. */
export function isSectionName(text: string): boolean {
  return NAMES.test(text);
}

/** True for the heading of a document's reference list. */
export function isReferences(heading: string): boolean {
  return /^\s*(?:\d+\.?\s*)?(?:references|bibliography|works cited|literature cited)\b/i.test(heading);
}
