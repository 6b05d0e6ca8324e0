/**
 * A formula of a title as one reads it aloud on a line: raised and lowered characters where there are such letters,
 * a slash for a fraction, a root sign for a root. Commands for letters and signs stay for who knows them.
 */
export function plainFormula(tex: string): string {
  let text = tex;
  // Inner groups come first, so that a fraction inside a root is taken apart too.
  for (let depth = 0; depth < 4; depth++) {
    const before = text;
    text = text
      .replace(
        /\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g,
        (_, top: string, below: string) => `${part(top)}/${part(below)}`,
      )
      .replace(/\\sqrt\s*\{([^{}]*)\}/g, (_, under: string) => `√${part(under)}`)
      .replace(
        /\\(?:math(?:bb|bf|cal|frak|it|rm|sf|scr|tt)|text(?:bf|it|rm|sc|sf|tt)?|operatorname\*?|boldsymbol|bm|mbox)\s*\{([^{}]*)\}/g,
        '$1',
      )
      .replace(/\^\s*(?:\{([^{}]*)\}|([^\s\\{}]))/g, (whole, group?: string, one?: string) =>
        shifted(whole, group ?? one ?? '', raised),
      )
      .replace(/_\s*(?:\{([^{}]*)\}|([^\s\\{}]))/g, (whole, group?: string, one?: string) =>
        shifted(whole, group ?? one ?? '', lowered),
      );
    if (text === before) break;
  }
  return text
    .replace(/\\[,;:!]|\\q?quad\b/g, ' ')
    .replace(/\\(?:left|right|big|Big)\b\s*/g, '')
    .replace(/(\\[A-Za-z]+)[ \t]+(?=[^ \t{])/g, '$1{} ');
}

/** What is more than one sign needs brackets. */
function part(text: string): string {
  return /^\s*(?:\d+|\w|\\[A-Za-z]+)\s*$/.test(text) ? text.trim() : `(${text.trim()})`;
}

function shifted(whole: string, text: string, letters: ReadonlyMap<string, string>): string {
  const found = [...text.trim()].map((character) => letters.get(character));
  return found.length > 0 && found.every((one) => one !== undefined) ? found.join('') : whole;
}

const raised = lettersOf('0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ');
const lowered = lettersOf('0123456789+-=()aeoxhklmnpst', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ');

function lettersOf(plain: string, set: string): ReadonlyMap<string, string> {
  const there = [...set];
  return new Map([...plain].map((character, index) => [character, there[index] as string]));
}
