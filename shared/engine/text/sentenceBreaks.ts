/** A terminator with the brackets, quotes and spaces behind it. */
const ENDING = /[.!?。！？][\p{Ps}\p{Pe}\p{Pi}\p{Pf}"']*\s*/gu;
/** Another terminator, a sign that goes on with the sentence, what belongs to the character before it. */
const CONTINUATION = /[\p{Sentence_Terminal},:\-–—、，：－\p{M}\p{Cf}]/uy;
/** A small letter, whatever stands before it but letters and terminators. */
const SMALL_LETTER = /[^\p{Alphabetic}\p{Sentence_Terminal}\u0085\u2028\u2029]*\p{Lowercase}/uy;
/** A digit, or a capital where a letter stands before the point. */
const PART_OF_WORD = /\p{Nd}|(?<=[\p{Lowercase}\p{Uppercase}\p{Lt}]\.)[\p{Uppercase}\p{Lt}]/uy;

/**
 * The offsets at which a sentence may begin, by the rules of Unicode (UAX #29, SB6 to SB11) for the terminators that
 * end one here; `Intl.Segmenter`, which has them all, takes most of the time of reading a text.
 */
export function* sentenceBreaks(text: string): Generator<number> {
  for (const { 0: ending, index } of text.matchAll(ENDING)) {
    const at = index + ending.length;
    if (at === text.length || isAt(CONTINUATION, text, at)) continue;
    if (ending.startsWith('.') && isAt(SMALL_LETTER, text, at)) continue;
    if (ending === '.' && isAt(PART_OF_WORD, text, at)) continue;
    yield at;
  }
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
