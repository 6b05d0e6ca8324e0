const START =
  /^(Table|Tab\.|Figure|Fig\.|Algorithm|Alg\.|Listing|Box|Scheme|Chart)\s*(?:[A-Z]?[.-]?\d+(?:\.\d+)*[a-z]?|[IVX]+\b)\s*(?:[:.|–—(]|$|\s(?=\p{Lu}))/iu;

/** What the line at the head of a caption captions, or null for any other line. */
export function captionKind(line: string): 'table' | 'figure' | 'other' | null {
  const name = START.exec(line)?.[1]?.toLowerCase();
  if (name === undefined || !/^\p{Lu}/u.test(line)) return null;
  if (name.startsWith('tab')) return 'table';
  return name.startsWith('fig') ? 'figure' : 'other';
}
