const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/**
 * Blanks Markdown and HTML marks in a stretch of prose, keeping its length and its words. No pattern looks past the
 * next opening mark of its kind or further than an address may be long, so that marks without end cost linear time;
 * an address is read lazily, so that one without end is not read backwards too.
 */
export function blankInlineMarkup(text: string): string {
  if (!MARKUP.test(text)) return text;
  const plain = text.replace(RAW, blank).replace(ATTRIBUTES, blank);
  const unpictured = upToLast(')', plain, (closed) => closed.replace(/!\[[^[\]]*\]\([^)]{0,1000}?\)/g, blank));
  const bare = upToLast('-->', unpictured, (closed) => closed.replace(/<!--[\s\S]*?-->/g, blank))
    .replace(/\{\{[<%](?:(?!\{\{).)*?[>%]\}\}/g, blank)
    .replace(/<\/?[a-zA-Z][^<>]*>|<https?:[^<>\s]*>/g, blank);
  return upToLast(')', bare, (closed) => closed.replace(LINK, inPlace))
    .replace(SPANNED, inPlace)
    .replace(HEADING_ATTRIBUTES, blank)
    .replace(/\bhttps?:\/\/\S+/g, blank)
    .replace(/&(?:nbsp|amp|lt|gt|quot|#\d+|#x[\da-f]+);/gi, blank)
    .replace(/\*{1,3}|`|\$|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)/g, blank)
    .replace(/\\(?=[%&#_$*()[\]<>|"'.-])/g, ' ');
}

/** Text in another format: `` `\cite{key}`{=latex} ``. */
export const RAW = /`([^`]*)`\{=\w+\}/g;
/** Pandoc's `[text]{.class}`. */
export const SPANNED = /\[((?:\\[[\]]|[^[\]])*)\]\{(?:[#.]|[\w-]+=)[^{}]*\}/g;
/** What Pandoc says of a link, a picture or code. */
export const ATTRIBUTES = /(?<=[)`])\{(?:[#.]|[\w-]+=)[^{}]*\}/g;
const HEADING_ATTRIBUTES = /(?<=\s)\{[#.][^{}\n]*\}(?=\s*$)/g;
const LINK = /\[((?:\\[[\]]|[^[\]])*)\]\([^)\s]{0,1000}?(?:\s"[^"]{0,500}")?\)/g;

/** The words of a mark behind its first bracket, and blanks for the rest. */
const inPlace = (mark: string, words: string): string => ` ${words}${' '.repeat(mark.length - words.length - 1)}`;

/** Each mark has one of these; most paragraphs have none. */
const MARKUP = /[<[{&$*_`\\]|https?:/;

/** Changes a text up to the last `end` of a mark: behind it none closes, and none is looked for. */
export function upToLast(end: string, text: string, change: (closed: string) => string): string {
  const at = text.lastIndexOf(end);
  return at < 0 ? text : change(text.slice(0, at + end.length)) + text.slice(at + end.length);
}
