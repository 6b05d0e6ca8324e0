const PAIR = /\(\s*(\p{Lu}[\p{L}\p{N}@.+-]{1,11})s?\s*\)/gu;
const FOR_SHORT = /(?:\bor|\bas|,)\s+(\p{Lu}[\p{L}\p{N}-]{1,15})\s+for short/gu;
/** The s of "VLMMs", which is no letter of the name. */
const PLURAL = /(?<=\p{Lu}{2})s$/u;
const OPENING = /^\p{Lu}\p{Ll}{2,}$/u;
const CAPITALS = /^\p{Lu}{2,}$/u;
const BEFORE = 120;
const MOST_WORDS = 9;
const LEGEND =
  /\s(?:stands?\s+for|denotes?|represents?|(?:is|are)\s+short\s+for|abbreviates?|means)\s+([^.;]{3,200})/giu;
const SHORT = /^["“'‘]?[\p{L}\p{N}@][\p{L}\p{N}@.+/-]{0,11}["”'’]?$/u;
const LIST_REACH = 160;
const EQUALS = /(?:^|[\s(;,])([\p{Lu}][\p{L}\p{N}.@-]{0,9})\s*[=:]\s*([\p{L}][\p{L}\p{N}\s-]{3,40})(?=[,;.)])/gu;
/** What follows "means" where nothing is named. */
const NO_LONG_FORM = /^(?:that|not|no|whether|how|what|we|it)\b/i;
/** Words that open a sentence and are no short names: "We denote …", "Bold denotes …". */
const NO_NAME =
  /^(?:we|it|they|this|that|these|those|which|the|here|each|all|rows?|columns?|numbers?|values?|results?|scores?|entries|cells?|bold(?:face)?|italics?|underlined?|tables?|figures?|symbols?|arrows?|colou?rs?|asterisks?|stars?|dash(?:es)?)$/i;

/**
 * The short names that a text defines: "reward model (RM)", "C., M., and R. stand for CIDEr, METEOR, and ROUGE-L",
 * "… or VLM-SFT for short". Keys are as written.
 */
export function readAbbreviations(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const pattern of text.includes('for short') ? [PAIR, FOR_SHORT] : [PAIR])
    for (const match of text.matchAll(pattern)) {
      const short = (match[1] ?? '').replace(PLURAL, '');
      // Only the words right before it, so that a text without spaces costs no more than any other.
      const before = text.slice(Math.max(0, match.index - BEFORE), match.index).match(/[^.;()\n]*$/)?.[0] ?? '';
      const long = longForm(
        before
          .replace(/[\s,]+$/, '')
          .split(/\s+/)
          .slice(-MOST_WORDS),
        short,
      );
      if (long) found.set(short, long);
    }
  for (const match of text.matchAll(LEGEND)) {
    if (NO_LONG_FORM.test(match[1] ?? '')) continue;
    const before = text.slice(Math.max(0, match.index - LIST_REACH), match.index);
    const run = shortsBefore(before);
    const values = splitList((match[1] ?? '').replace(/\([^)]*(?:\)|$)/g, '').replace(/,?\s*respectively.*$/i, ''));
    // "Here, C., M. and R. …": the word that opens the sentence looks like a short name and is one too many.
    const isOpened = run.length === values.length + 1 && OPENING.test(run[0] ?? '') && before.includes(`${run[0]}, `);
    const keys = isOpened ? run.slice(1) : run;
    if (keys.length > 1 && keys.length === values.length)
      for (const [i, key] of keys.entries()) found.set(key, values[i] ?? '');
    else if (keys.length === 1 && keys[0] && values[0] && keys[0].length < values[0].length)
      found.set(keys[0], values[0]);
  }
  for (const [, short = '', long = ''] of text.matchAll(EQUALS))
    if (long.toLowerCase().startsWith(short.charAt(0).toLowerCase()) && !found.has(short))
      found.set(short, long.trim());
  return found;
}

/** The last words whose initials give the short name, in order; a word in capitals gives all of its letters. */
function longForm(words: readonly string[], short: string): string | null {
  const letters = short.replace(/[^\p{L}]/gu, '').toLowerCase();
  // One letter begins too many words.
  if (letters.length < 2) return null;
  const most = Math.min(words.length, letters.length + 3);
  // A word for each letter, or else the longest.
  for (const count of [letters.length, ...Array.from({ length: most }, (_, i) => most - i)]) {
    const tail = words.slice(-count);
    if (!tail[0]?.toLowerCase().startsWith(letters.charAt(0))) continue;
    const initials = tail
      .flatMap((word) => word.split('-'))
      .map((word) => (CAPITALS.test(word) ? word : word.charAt(0)).toLowerCase())
      .join('');
    let at = 0;
    for (const letter of letters) {
      const next = initials.indexOf(letter, at);
      if (next < 0) {
        at = -1;
        break;
      }
      at = next + 1;
    }
    if (at >= 0 && count >= 2) return tail.join(' ');
  }
  return null;
}

/** The run of short names that a text ends with: `C., M., and R.` of "The abbreviations C., M., and R.". */
function shortsBefore(text: string): string[] {
  const parts = splitList(text);
  const shorts: string[] = [];
  for (const part of parts.reverse()) {
    const last = part.split(/\s+/).at(-1) ?? '';
    if (!SHORT.test(last) || NO_NAME.test(last) || !/[\p{Lu}.“"]/u.test(last)) break;
    shorts.unshift(last.replace(/["“”'‘’]/g, ''));
    if (last !== part) break;
  }
  return shorts;
}

function splitList(text: string): string[] {
  return text
    .split(/\s*,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
