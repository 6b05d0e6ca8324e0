import type { ReadCell } from './readCells.ts';

/**
 * The names in a cell that holds so many: on lines of their own, beginning alike (`w/ A w/ B`), or each of them known
 * from other rows. Null where it does not hold as many.
 */
export function nameParts(
  { text, lines }: ReadCell,
  count: number,
  known: ReadonlySet<string>,
): readonly string[] | null {
  if (lines.length === count) return lines;
  const alike = partsAlike(text);
  return alike.length === count ? alike : chainOf(text, count, known);
}

/** The parts of a text that begin as it does: with its first word, or with what that word begins with up to a sign. */
function partsAlike(text: string): readonly string[] {
  const [beginning = ''] = /^(?:\p{L}*[/+-]|\S+)/u.exec(text) ?? [];
  const parts: string[] = [];
  for (const word of text.split(' '))
    if (word.startsWith(beginning)) parts.push(word);
    else parts.push(`${parts.pop()} ${word}`);
  return parts;
}

/** A text as so many known names in a row; `dead` are the ends, by their length and count, that are none. */
function chainOf(
  text: string,
  count: number,
  known: ReadonlySet<string>,
  dead = new Set<string>(),
): readonly string[] | null {
  if (count === 1) return known.has(text) ? [text] : null;
  const end = `${text.length} ${count}`;
  if (dead.has(end)) return null;
  for (const name of known) {
    if (name === '' || !text.startsWith(`${name} `)) continue;
    const rest = chainOf(text.slice(name.length + 1), count - 1, known, dead);
    if (rest) return [name, ...rest];
  }
  dead.add(end);
  return null;
}
