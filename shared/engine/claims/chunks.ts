import type { Span } from '../text/span.ts';

/** A stretch of a draft that can be read without the rest of it. */
export interface Chunk {
  readonly span: Span;
  /** `code`, `raw`: fenced code, display math and other text that holds no prose. */
  readonly kind: 'flow' | 'footnote' | 'code' | 'raw';
}

/**
 * Cuts a draft, from an offset on, into stretches that Markdown reads alike alone and together: at blank lines before
 * lines that are not indented, and around fenced code, display math, TeX environments and footnotes.
 */
export function splitChunks(text: string, from: number): Chunk[] {
  const chunks: Chunk[] = [];
  let open: OpenChunk | null = null;
  /** The line before is the last one of a table with bars, blank lines aside. */
  let isBehindTable = false;
  /** Ends a stretch that may hold blank lines: fenced code, a comment, display math. */
  let until: Closing | null = null;
  /** The fences of the directives that are open. */
  const directives: string[] = [];
  /** What of a directive the line before is; an option may go on in indented lines. */
  let behind: 'opening' | 'option' | null = null;
  const close = (): void => {
    if (open !== null) chunks.push({ span: { start: open.start, end: open.end }, kind: open.kind });
    isBehindTable = open?.lastHasPipe ?? false;
    open = null;
  };

  for (let at = from; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, next).trimEnd();
    const end = at + line.length;
    const start = at;
    at = next;

    if (until !== null && open !== null) {
      if (line !== '') open.end = end;
      if (!until.test(line)) continue;
      if (until.endsChunk) close();
      until = null;
      continue;
    }
    if (line === '') {
      if (open !== null) open.blank = true;
      continue;
    }
    const indented = line.charCodeAt(0) === 32 || line.charCodeAt(0) === 9;
    if (open?.blank && (!indented || open.isCaption)) close();

    const directive = isSpecial(line) ? readDirective(line, directives) : null;
    if (directive !== null) {
      close();
      chunks.push({ span: { start, end }, kind: 'raw' });
      behind = directive === 'opening' ? 'opening' : null;
      continue;
    }
    if (behind === 'opening' && line === '---' && directiveYaml.test(text.slice(next, next + longestYaml))) {
      open = opened('raw', start, end);
      until = { test: (candidate) => candidate === '---', endsChunk: true };
      behind = null;
      continue;
    }
    if (behind !== null && (directiveOption.test(line) || (indented && behind === 'option'))) {
      chunks.push({ span: { start, end }, kind: 'raw' });
      behind = 'option';
      continue;
    }
    behind = null;
    if (line.startsWith('+++ ')) {
      // MyST parts blocks so, with what it says of the next one in JSON.
      close();
      chunks.push({ span: { start, end }, kind: 'raw' });
      continue;
    }
    const special: Opening | null = isSpecial(line) ? readOpening(line, text, next, open) : null;
    if (special !== null) {
      close();
      if (special.closing === null) chunks.push({ span: { start, end }, kind: special.kind });
      else {
        open = opened(special.kind, start, end);
        until = special.closing;
      }
      continue;
    }

    const note = line.startsWith('[^') ? /^\[\^[^\]\s]+\]:[ \t]*/.exec(line) : null;
    if (note !== null) {
      close();
      const body = start + note[0].length;
      open = opened('footnote', body, Math.max(end, body));
    } else if (open?.kind === 'footnote' && open.blank) {
      // Each paragraph of a footnote is read alone, without the indentation that would make it code.
      close();
      open = opened('footnote', end - line.trimStart().length, end);
    } else if (captionMark.test(line) && (open?.lastHasPipe || (open === null && isBehindTable))) {
      close();
      open = { ...opened('flow', start, end), isCaption: true };
    } else if (open === null) open = opened('flow', start, end);
    open.end = end;
    open.blank = false;
    open.itemColumn = itemColumn(line, open.itemColumn);
    open.lastHasPipe = line.endsWith('|') || line.trimStart().startsWith('|');
    until = readInnerOpening(line, text, next);
  }
  close();
  return chunks;
}

/** The column of the text of the list item that the line opens, or `known` where it opens none or an inner one. */
function itemColumn(line: string, known: number): number {
  // What can interrupt a paragraph ends the list; any other line may be a lazy continuation of its text.
  if (/^ {0,3}(?:#{1,6}(?:\s|$)|>|(?:[-*_][ \t]*){3,}$)/.test(line) && line.search(/\S/) < known) return 0;
  const item = /^( {0,3})([-*+]|\d{1,9}[.)])( {1,4}(?! )|\s|$)/.exec(line);
  if (item === null || (known > 0 && (item[1] as string).length >= known)) return known;
  return Math.max(item[0].length, (item[1] as string).length + (item[2] as string).length + 1);
}

function isInItem(indentation: string, { itemColumn: column }: OpenChunk): boolean {
  return column > 0 && indentation.length >= column;
}

interface OpenChunk {
  start: number;
  end: number;
  readonly kind: Chunk['kind'];
  blank: boolean;
  /** Where the text of its last list item of the outermost list begins; 0 where it has none. */
  itemColumn: number;
  lastHasPipe: boolean;
  /** The caption of the table before it, which ends at a blank line. */
  readonly isCaption: boolean;
}

function opened(kind: Chunk['kind'], start: number, end: number): OpenChunk {
  return { start, end, kind, blank: false, itemColumn: 0, lastHasPipe: false, isCaption: false };
}

const captionMark = /^(?:Table:|:)[ \t]/;

interface Closing {
  readonly test: (line: string) => boolean;
  readonly endsChunk: boolean;
}

interface Opening {
  readonly kind: 'code' | 'raw';
  /** Null where the line is all of it. */
  readonly closing: Closing | null;
}

const specials = new Set(['`', '~', '$', ':', '\\', ' ']);

function isSpecial(line: string): boolean {
  return specials.has(line.charAt(0));
}

/**
 * Reads the line of a directive or a div, of which the inside is prose: `:::{note}`, `::: {.warning}`, MyST's
 * `` ```{note} `` with its closing fence. `open` are the fences that are open.
 */
function readDirective(line: string, open: string[]): 'opening' | 'closing' | null {
  if (line.startsWith(':::')) return /^:+\s*$/.test(line) ? 'closing' : 'opening';
  const fence = /^([`~]{3,})(?:\{([a-z][\w:-]*)\}|$)/.exec(line);
  const mark = fence?.[1] as string;
  if (fence === null) return null;
  if (fence[2] === undefined) {
    const last = open.at(-1);
    if (last === undefined || !mark.startsWith(last)) return null;
    open.pop();
    return 'closing';
  }
  if (!proseDirective.test(fence[2])) return null;
  open.push(mark);
  return 'opening';
}

const proseDirective =
  /^(?:note|admonition|attention|caution|danger|error|hint|important|seealso|tip|warning|figure|table|list-table|sidebar|margin|aside|topic|epigraph|pull-quote|blockquote|dropdown|card|grid|grid-item|grid-item-card|tab-set|tab-item|versionadded|versionchanged|exercise|solution|prf:[a-z]+)$/;
const directiveOption = /^:[\w-]+:(?:\s|$)/;
/** The options of a directive between `---` lines. */
const directiveYaml = /^[\w-]+[ \t]*:[^\n]*\n(?:[^\n]*\n)*?---[ \t\r]*(?:\n|$)/;
const longestYaml = 2000;

/** Reads a line that opens a stretch without prose, if it does. */
function readOpening(line: string, text: string, next: number, open: OpenChunk | null): Opening | null {
  const fence = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})/.exec(line);
  if (fence !== null) {
    // Inside a list item or a footnote an indented fence belongs to the item, and Markdown itself finds its end.
    if (fence[1] !== '' && open !== null && (isInItem(fence[1] as string, open) || open.kind === 'footnote'))
      return null;
    const mark = fence[2] as string;
    const closing = new RegExp(`^ {0,3}${mark.charAt(0)}{${mark.length},}$`);
    return { kind: 'code', closing: { test: (candidate) => closing.test(candidate), endsChunk: true } };
  }
  if (line.startsWith('$$')) {
    if (line.indexOf('$$', 2) >= 0) return null;
    const close = text.indexOf('$$', next);
    if (close < 0 || close - next > longestMath) return null;
    return { kind: 'raw', closing: { test: (candidate) => candidate.includes('$$'), endsChunk: true } };
  }
  const environment = /^\\begin\{([A-Za-z]+\*?)\}/.exec(line);
  if (environment !== null) {
    const mark = `\\end{${environment[1]}}`;
    if (line.includes(mark)) return { kind: 'raw', closing: null };
    if (text.indexOf(mark, next) < 0) return null;
    return { kind: 'raw', closing: { test: (candidate) => candidate.includes(mark), endsChunk: true } };
  }
  return null;
}

/** Display math longer than this is a pair of stray dollar signs. */
const longestMath = 4000;

/** Reads what a line of prose opens and a later line closes, blank lines in between included. */
function readInnerOpening(line: string, text: string, next: number): Closing | null {
  if (!line.includes('<')) return null;
  const comment = line.lastIndexOf('<!--');
  if (comment >= 0 && line.indexOf('-->', comment) < 0 && text.indexOf('-->', next) >= 0) {
    const isCode = /(`+)(?:(?!\1).)*<!--(?:(?!\1).)*\1/.test(line);
    if (!isCode) return { test: (candidate) => candidate.includes('-->'), endsChunk: false };
  }
  const raw = /^ {0,3}<(script|pre|style|textarea)(?=[\s>]|$)/i.exec(line);
  if (raw !== null) {
    const mark = `</${(raw[1] as string).toLowerCase()}>`;
    if (!line.toLowerCase().includes(mark)) {
      return { test: (candidate) => candidate.toLowerCase().includes(mark), endsChunk: false };
    }
  }
  return null;
}
