const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** Blanks Markdown and HTML marks in a stretch of prose, keeping its length and its words. */
export function blankInlineMarkup(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, blank)
    .replace(/\{\{[<%].*?[>%]\}\}/g, blank)
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/<\/?[a-zA-Z][^<>]*>|<https?:[^>\s]*>/g, blank)
    .replace(
      /\[([^\]]*)\]\([^)\s]*(?:\s"[^"]*")?\)/g,
      (link, words: string) => ` ${words}${' '.repeat(link.length - words.length - 1)}`,
    )
    .replace(/\bhttps?:\/\/\S+/g, blank)
    .replace(/&(?:nbsp|amp|lt|gt|quot|#\d+|#x[\da-f]+);/gi, blank)
    .replace(/\*{1,3}|`|\$|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)/g, blank)
    .replace(/\\(?=[%&#_$*])/g, ' ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  plusmn: '±',
  times: '×',
  minus: '−',
  ndash: '–',
  mdash: '—',
  dagger: '†',
};

/** The plain text of a Markdown table cell. */
export function plainCell(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<sup>[^<]*<\/sup>/gi, '')
    .replace(/<\/?[a-zA-Z][^<>]*>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? entity)
    .replace(
      /\\(?:mathbf|textbf|text|mathrm|underline|bf|mathit|textit)\b|\*{1,3}|`|\$|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)/g,
      '',
    )
    .replace(/\\pm\b/g, '±')
    .replace(/\\times\b/g, '×')
    .replace(/\\uparrow\b/g, '↑')
    .replace(/\\downarrow\b/g, '↓')
    .replace(/\\([%&#_$*|{}])/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
}
