/**
 * Where what `\iffalse` leaves out ends: behind its `\fi`, or behind the `\else` from which on text is printed. `at` is
 * behind `\iffalse`; null where it is never closed.
 */
export function endOfFalseBranch(text: string, at: number): number | null {
  let depth = 0;
  mark.lastIndex = at;
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    const name = match[1];
    // A comment, an escaped character, or what only looks like a condition.
    if (name === undefined || unconditional.has(name)) continue;
    if (name === 'else' || name === 'fi') {
      if (depth === 0) return mark.lastIndex;
      if (name === 'fi') depth--;
    } else depth++;
  }
  return null;
}

const mark = /%[^\n]*|\\(if[A-Za-z@]*|else(?![A-Za-z@])|fi(?![A-Za-z@]))|\\[^A-Za-z]/g;

/** Commands that have their branches as arguments, and the sign of equivalence. */
const unconditional: ReadonlySet<string> = new Set(['iff', 'ifthenelse', 'ifstrequal', 'ifblank', 'ifstrempty']);
