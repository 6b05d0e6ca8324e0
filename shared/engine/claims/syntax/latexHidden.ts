import { isConditional } from '../../documents/latex/conditionals.ts';

/**
 * Where what `\iffalse` hides ends: behind its `\fi`, or behind the `\else` from which on text is printed. `at` is
 * behind `\iffalse`; null where it is never closed.
 */
export function endOfHidden(text: string, at: number): number | null {
  let depth = 0;
  mark.lastIndex = at;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    const name = match[1] ?? '';
    if (name === 'else' || name === 'fi') {
      if (depth === 0) return mark.lastIndex;
      if (name === 'fi') depth--;
    } else if (isConditional(name)) depth++;
  }
  return null;
}

/** A comment, a command or an escaped character. */
const mark = /%[^\n]*|\\([A-Za-z@]+)|\\[^A-Za-z@]/g;
