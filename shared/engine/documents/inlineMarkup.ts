const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/**
 * Blanks Markdown and HTML marks in a stretch of prose, keeping its length and its words. No pattern looks past the
 * next opening mark of its kind or further than an address may be long, so that marks without end cost linear time;
 * an address is read lazily, so that one without end is not read backwards too.
 */
export function blankInlineMarkup(text: string): string {
  if (!MARKUP.test(text)) return text;
  return blankComments(text.replace(/!\[[^[\]]*\]\([^)]{0,1000}?\)/g, blank))
    .replace(/\{\{[<%](?:(?!\{\{).)*?[>%]\}\}/g, blank)
    .replace(/<\/?[a-zA-Z][^<>]*>|<https?:[^<>\s]*>/g, blank)
    .replace(
      /\[([^[\]]*)\]\([^)\s]{0,1000}?(?:\s"[^"]{0,500}")?\)/g,
      (link, words: string) => ` ${words}${' '.repeat(link.length - words.length - 1)}`,
    )
    .replace(/\bhttps?:\/\/\S+/g, blank)
    .replace(/&(?:nbsp|amp|lt|gt|quot|#\d+|#x[\da-f]+);/gi, blank)
    .replace(/\*{1,3}|`|\$|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)/g, blank)
    .replace(/\\(?=[%&#_$*])/g, ' ');
}

/** Each mark has one of these; most paragraphs have none. */
const MARKUP = /[<[{&$*_`\\]|https?:/;

/** Behind the last end of a comment none closes, and none is looked for. */
function blankComments(text: string): string {
  const end = text.lastIndexOf('-->') + 3;
  return end < 3 ? text : text.slice(0, end).replace(/<!--[\s\S]*?-->/g, blank) + text.slice(end);
}
