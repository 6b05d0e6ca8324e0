import type { Root } from 'mdast';

/**
 * The tree of a stretch that is one paragraph of text without any markup, or null where the parser has to decide.
 * Most of a draft is such paragraphs, and this costs a hundredth of a parse.
 */
export function readPlain(text: string): Root | null {
  if (markup.test(text) || blockStart.test(text)) return null;
  const start = text.search(/[^ ]/);
  if (start < 0) return null;
  const position = { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: text.length } };
  return {
    type: 'root',
    children: [{ type: 'paragraph', position, children: [{ type: 'text', value: '', position }] }],
  };
}

/** Whatever can be markup inside a paragraph; an underscore inside a word, as keys have it, is none. */
const markup =
  /[*`<&\\|]|\r(?!\n)|\]\(|\]\[|!\[|\]:|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|\n[ \t]*\r?\n|\t| {2}\r?\n|\s$|^\s*\n/;
/** Whatever can make a line something else than a line of a paragraph. */
const blockStart = /(?:^|\n) {0,3}(?:[#>+=~-]|\d{1,9}[.)]|:-|\r?$)|^ {4}/;
