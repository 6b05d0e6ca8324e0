import { type CiteKey, citeKey } from '../../bibliography/entry.ts';
import { readArgument } from './latexCite.ts';

/** The keys of a reference list that is written out: `\\bibitem{key}`, `\\bibitem[label]{key}`. */
export function itemKeysIn(text: string): ReadonlySet<CiteKey> {
  const keys = new Set<CiteKey>();
  for (const match of text.matchAll(/\\bibitem(?![A-Za-z@])/g)) {
    const start = match.index + match[0].length;
    const label = readArgument(text, start, '[');
    const behind = label?.end ?? start;
    // Long labels end with a comment, so that the line end is no space.
    const key = readArgument(text, text.startsWith('%', behind) ? text.indexOf('\n', behind) : behind, '{');
    if (key !== null) keys.add(citeKey(text.slice(key.inner.start, key.inner.end).trim()));
  }
  return keys;
}
