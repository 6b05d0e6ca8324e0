import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

/** Parses a stretch of Markdown (CommonMark with tables); offsets in the tree are offsets into `text`. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(tame(text), { extensions: [tables], mdastExtensions: [tableNodes] });
}

const tables = gfmTable();
const tableNodes = gfmTableFromMarkdown();

/**
 * Emphasis marks and open brackets cost the parser time that grows with the square of their number. No writer comes
 * near this many without a blank line between; where a text does, they are read as plain characters.
 */
const tooManyMarks = 600;

function tame(text: string): string {
  if (text.length < tooManyMarks) return text;
  let emphasis = 0;
  let depth = 0;
  let deepest = 0;
  let mostEmphasis = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === star || code === underscore) emphasis++;
    else if (code === openBracket) depth++;
    else if (code === closeBracket && depth > 0) depth--;
    else if (code === newline && isBlankLine(text, index + 1)) {
      emphasis = 0;
      depth = 0;
    }
    if (depth > deepest) deepest = depth;
    if (emphasis > mostEmphasis) mostEmphasis = emphasis;
  }
  let tamed = text;
  if (mostEmphasis > 2 * tooManyMarks) tamed = tamed.replace(/[*_]/g, '¤');
  if (deepest > tooManyMarks) tamed = tamed.replace(/[[\]]/g, '¤');
  return tamed;
}

const star = 42;
const underscore = 95;
const openBracket = 91;
const closeBracket = 93;
const newline = 10;

function isBlankLine(text: string, at: number): boolean {
  for (let index = at; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '\n') return true;
    if (!' \t\r>'.includes(character)) return false;
  }
  return true;
}
