/**
 * True where a word begins with what was typed but for one letter: changed, left out, put in, or swapped with the next.
 * The first letter must be right.
 */
export function beginsWithOneEdit(word: string, typed: string): boolean {
  let at = 0;
  while (at < typed.length && word.charCodeAt(at) === typed.charCodeAt(at)) at++;
  if (at === typed.length) return true;
  if (at === 0) return false;
  const swapped = typed[at] === word[at + 1] && typed[at + 1] === word[at];
  return (
    word.startsWith(typed.slice(at + 1), at + 1) ||
    word.startsWith(typed.slice(at), at + 1) ||
    word.startsWith(typed.slice(at + 1), at) ||
    (swapped && word.startsWith(typed.slice(at + 2), at + 2))
  );
}
