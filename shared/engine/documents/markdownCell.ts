import type { Mark } from '../tables/grid.ts';
import { ATTRIBUTES, RAW, SPANNED, upToLast } from './inlineMarkup.ts';
import { isBoldTex, isUnderlinedTex, plainTex, raised } from './plainTex.ts';

/** What a cell of a Markdown table says, and how it is set off. */
export interface MarkdownCell {
  /** Lines are parted by a line feed. */
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly notes: readonly string[];
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
  check: '✓',
  cross: '✗',
};

const BOLD = /\*\*\s*[^*\s]|(?<!\w)__(?=\S)|<(?:b|strong)\b/i;
const UNDERLINED = /<(?:u|ins)\b|\]\{\.(?:underline|ul)\}/i;
/** A star that closes nothing is a footnote sign. */
const PAIRED_STARS = /(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1/g;
const EMPHASIS = /\*{2,}|`|\$|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)/g;
const CITE = /\\cite[a-zA-Z]*\*?\{([^{}]*)\}/g;
/** Pandoc's superscripts and subscripts: `81.2^\*^`, `x~1~`. */
const SUPERSCRIPT = /\^([^\s^]{1,20})\^/g;
const SUBSCRIPT = /(?<!~)~([^\s~]{1,20})~(?!~)/g;
/** Before a letter, what looks like an escaped quote is an accent. */
const ESCAPE = /\\([!#$%&()*+\-.<>@[\\\]_{|}]|["'^`~](?!\p{L}))/gu;
const FORMULA = /\$([^$]{1,400})\$/g;
const TEX_COMMAND =
  /\\(?:mathbf|textbf|boldsymbol|bm|text|mathrm|underline|bf|mathit|textit|pm|times|uparrow|downarrow|checkmark|dagger|ddagger)\b/;

/** Each mark has one of these; most cells have none. */
const MARKUP = /[<[{}&$*_`\\]/;

/** Reads a cell of a Markdown table: its plain text, bold and underline, superscripts and footnotes as notes. */
export function readMarkdownCell(raw: string): MarkdownCell {
  if (!MARKUP.test(raw)) return { text: raw.trim(), marks: [], notes: [] };
  const notes: string[] = [];
  const raise = (_: string, inner: string, at: number, whole: string): string => {
    const { text, note } = raised(whole.slice(0, at), inner);
    if (note) notes.push(note);
    return text;
  };
  const formula = (tex: string): string => (/[\\^_{]/.test(tex) ? plainTex(tex) : tex);
  const plain = raw
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(CITE, '[@$1]')
    .replace(/\[\^([^\]\s]{1,20})\]/g, raise)
    .replace(/<sup>([^<]*)<\/sup>/gi, raise)
    .replace(/<\/?[a-zA-Z][^<>]*>/g, '')
    .replace(RAW, '$1')
    .replace(ATTRIBUTES, '');
  let text = withoutSpans(upToLast(')', plain, (closed) => closed.replace(LINK, '$1')))
    .replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? entity)
    .replace(FORMULA, (_, tex: string) => formula(tex));
  if (!raw.includes('$')) text = text.replace(SUPERSCRIPT, raise).replace(SUBSCRIPT, '$1');
  if (TEX_COMMAND.test(text)) text = text.split('\n').map(plainTex).join('\n');
  text = text.replace(PAIRED_STARS, '$2').replace(EMPHASIS, '').replace(ESCAPE, '$1').replace(/[{}]/g, '').trim();
  const marks: Mark[] = [];
  if (BOLD.test(raw) || isBoldTex(raw)) marks.push('bold');
  if (UNDERLINED.test(raw) || isUnderlinedTex(raw)) marks.push('underline');
  return { text, marks, notes };
}

const LINK = /!?\[((?:\\[[\]]|[^[\]])*)\]\([^)]{0,1000}?\)/g;
const MOST_NESTED = 3;

/** Without the brackets and attributes of Pandoc's spans, which may be nested: `[[81.2]{.underline}]{style="…"}`. */
function withoutSpans(text: string): string {
  let bare = text;
  for (let depth = 0; depth < MOST_NESTED && bare.includes(']{'); depth++) bare = bare.replace(SPANNED, '$1');
  return bare;
}
