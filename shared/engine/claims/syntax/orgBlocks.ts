import type { Span } from '../../text/span.ts';
import type { ChunkBlocks } from '../chunkBlocks.ts';
import type { DraftProse, DraftTableCell } from '../draft.ts';
import { printOrg } from './orgMarkup.ts';
import { createSheet, type Sheet } from './sheet.ts';

/** Reads a stretch of an Org draft, line by line. */
export function readOrgChunk(source: string): ChunkBlocks {
  const sheet = createSheet(source);
  const walk: Walk = { source, sheet, from: 0, to: 0, place: 'paragraph', caption: null };
  for (let at = 0; at < source.length; ) {
    const newline = source.indexOf('\n', at);
    const end = newline < 0 ? source.length : newline;
    at = readLine(walk, { start: at, end });
  }
  endParagraph(walk);
  return sheet.blocks();
}

interface Walk {
  readonly source: string;
  readonly sheet: Sheet;
  /** The lines of the paragraph that is read. */
  from: number;
  to: number;
  place: DraftProse['place'];
  /** The caption of what comes next. */
  caption: Span | null;
}

/** Reads the line, with the lines that belong to it, and gives where the next begins. */
function readLine(walk: Walk, line: Span): number {
  const { source } = walk;
  const text = source.slice(line.start, line.end);
  const next = line.end + 1;
  const heading = /^(\*+)[ \t]+(?:(?:TODO|DONE|NEXT|WAITING)[ \t]+)?(?:\[#[A-Z0-9]\][ \t]+)?/.exec(text);
  if (heading !== null) {
    endParagraph(walk);
    const title = text.replace(/[ \t]+:[\w@#%:]+:[ \t\r]*$/, '');
    printOrg(walk, { start: line.start + heading[0].length, end: line.start + title.length });
    walk.sheet.heading((heading[1] as string).length, line);
    return startAt(walk, next);
  }
  const keyword = /^[ \t]*#\+([\w-]+?)(?:_(\S+))?(?:\[[^\]\n]*\])?(?::|(?=\s|$))[ \t]*/.exec(text);
  if (keyword !== null) {
    endParagraph(walk);
    return startAt(walk, readKeyword(walk, line, keyword));
  }
  if (/^[ \t]*#(?:\s|$)/.test(text)) {
    endParagraph(walk);
    walk.sheet.comment({ start: line.start + text.indexOf('#'), end: line.start + text.trimEnd().length });
    return startAt(walk, next);
  }
  const drawer = /^[ \t]*:[\w-]+:[ \t\r]*$/.test(text) ? /^[ \t]*:end:[ \t\r]*$/im : null;
  const environment = /^[ \t]*\\begin\{([A-Za-z]+\*?)\}/.exec(text);
  if (drawer !== null || environment !== null) {
    endParagraph(walk);
    return startAt(walk, endOfLines(source, line.end, drawer ?? `\\end{${environment?.[1]}}`));
  }
  if (/^[ \t]*(?::(?:\s|$)|(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):|-{5,}[ \t\r]*$)/.test(text)) {
    endParagraph(walk);
    return startAt(walk, next);
  }
  if (/^[ \t]*\|/.test(text)) {
    endParagraph(walk);
    return startAt(walk, readTable(walk, line.start));
  }
  const item = /^(?:[ \t]*(?:[-+]|\d+[.)])|[ \t]+\*)[ \t]+(?:\[[ X-]\][ \t]+)?/.exec(text);
  const note = /^\[fn:[\w-]+\][ \t]*/.exec(text);
  if (item !== null || note !== null) {
    endParagraph(walk);
    startAt(walk, line.start + ((item ?? note)?.[0].length ?? 0));
    walk.place = note === null ? 'item' : 'footnote';
  }
  walk.to = line.end;
  return next;
}

function startAt(walk: Walk, at: number): number {
  walk.from = at;
  walk.to = at;
  walk.place = 'paragraph';
  return at;
}

function endParagraph(walk: Walk): void {
  const span = { start: walk.from, end: Math.max(walk.from, walk.to) };
  printOrg(walk, span);
  walk.sheet.prose(span, walk.place);
  startAt(walk, span.end);
}

/** Blocks of code and examples hold no prose; of a quotation only the marks are left out. */
function readKeyword(walk: Walk, line: Span, [whole, name = '', kind = '']: RegExpExecArray): number {
  const { source, sheet } = walk;
  const next = line.end + 1;
  const value = { start: line.start + whole.length, end: line.end };
  switch (name.toLowerCase()) {
    case 'begin': {
      const isProse = /^(?:quote|center|verse|abstract|note|warning|tip)$/i.test(kind);
      return isProse ? next : endOfLines(source, line.end, `#+end_${kind}`);
    }
    case 'title':
      printOrg(walk, value);
      sheet.heading(1, value);
      return next;
    case 'caption':
      printOrg(walk, value);
      sheet.prose(value, 'paragraph');
      walk.caption = value;
      return next;
    default:
      return next;
  }
}

/** The start of the line behind the first that holds the mark; of the next line where none does. */
function endOfLines(source: string, from: number, mark: string | RegExp): number {
  const rest = source.slice(from);
  const at = typeof mark === 'string' ? rest.toLowerCase().indexOf(mark.toLowerCase()) : rest.search(mark);
  if (at < 0) return from + 1;
  const newline = source.indexOf('\n', from + Math.max(at, 1));
  return newline < 0 ? source.length : newline + 1;
}

/** Reads the lines of a table; the row above its first rule is the header. */
function readTable(walk: Walk, start: number): number {
  const { source, sheet } = walk;
  const rows: DraftTableCell[][] = [];
  let headers = 0;
  let at = start;
  let end = start;
  while (at < source.length && /^[ \t]*\|/.test(source.slice(at, at + 200))) {
    const newline = source.indexOf('\n', at);
    end = newline < 0 ? source.length : newline;
    const line = source.slice(at, end);
    if (/^[ \t]*\|[-+]/.test(line)) {
      if (headers === 0) headers = rows.length;
    } else rows.push(cellsOf(walk, at, line));
    at = end + 1;
  }
  const header = headers > 0 && headers < rows.length ? headers : 1;
  sheet.table({ span: { start, end }, header: rows[header - 1] ?? [], rows: rows.slice(header) }, walk.caption);
  walk.caption = null;
  return at;
}

function cellsOf(walk: Walk, start: number, line: string): DraftTableCell[] {
  const bars = [...line.matchAll(/\|/g)].map(({ index }) => index);
  return bars.flatMap((bar, index): DraftTableCell[] => {
    const close = bars[index + 1] ?? line.length;
    if (bars[index + 1] === undefined && line.slice(bar + 1).trim() === '') return [];
    const span = { start: start + bar + 1, end: start + close };
    printOrg(walk, span);
    return [walk.sheet.cell(span)];
  });
}
