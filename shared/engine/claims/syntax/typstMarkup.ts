import type { Span } from '../../text/span.ts';
import type { Citation } from '../draft.ts';
import { isCrossReference } from './crossReference.ts';
import { plainFormula } from './plainFormula.ts';
import type { Sheet } from './sheet.ts';
import { readTypstCitation, readTypstReference } from './typstCite.ts';
import { endOfRaw, partArguments, readCall, readTypstCode, type TypstCode } from './typstCode.ts';
import { readTypstTable } from './typstTable.ts';

/** A stretch of Typst that is read onto a sheet. */
export interface TypstReading {
  readonly source: string;
  readonly sheet: Sheet;
  /** The labels that the draft defines. */
  readonly parts: ReadonlySet<string>;
  /** How many more brackets that never close are looked for; each may cost the length of the text. */
  searches: number;
}

/**
 * Prints markup; `startLine` is told where a line begins that stands in no bracket, and says where to go on. Where a
 * block ends there, it closes the group of citations that stands before.
 */
export function printMarkup(
  reading: TypstReading,
  { start, end }: Span,
  startLine: (at: number, closeGroup: () => void) => number = (at) => at,
): void {
  const group = createGroups(reading);
  let at = startLine(start, group.close);
  while (at < end) {
    const next = Math.max(readSign(reading, at, end, group), at + 1);
    const isNewLine = reading.source.charAt(next - 1) === '\n';
    at = isNewLine && next < end ? startLine(next, group.close) : next;
  }
  group.close();
}

/** Reads what stands at an offset, and gives where it ends. */
function readSign(reading: TypstReading, at: number, limit: number, groups: Groups): number {
  const { source, sheet } = reading;
  const character = source.charAt(at);
  switch (character) {
    case '\\':
      sheet.copy({ start: at + 1, end: Math.min(at + 2, limit) });
      return at + 2;
    case '/':
      return endOfComment(reading, at) ?? copy(reading, at);
    case '`': {
      const end = endOfRaw(source, at);
      sheet.word({ start: at, end });
      return end;
    }
    case '$':
      return readFormula(reading, at, limit);
    case '@': {
      const reference = readTypstReference(source, at);
      if (reference === null) return copy(reading, at);
      const isPart = reading.parts.has(reference.citation.key) || isCrossReference(reference.citation.key);
      if (!isPart) groups.add(reference.citation);
      return reference.end;
    }
    case '#': {
      const code = reading.searches > 0 ? readTypstCode(source, at) : null;
      if (code === null) {
        reading.searches--;
        return copy(reading, at);
      }
      const citation = code.name === 'cite' ? readTypstCitation(source, at, code) : null;
      if (citation !== null) groups.add(citation);
      else printCode(reading, code);
      return code.end;
    }
    case '<': {
      const label = /^<[\p{L}\p{N}_][\p{L}\p{N}_.:-]{0,200}>/u.exec(source.slice(at, at + 210));
      return label === null ? copy(reading, at) : at + label[0].length;
    }
    case '~':
    case '*':
      return at + 1;
    case '_': {
      const isInWord = /\w/.test(source.charAt(at - 1)) && /\w/.test(source.charAt(at + 1));
      return isInWord ? copy(reading, at) : at + 1;
    }
    case 'h': {
      address.lastIndex = at;
      return address.test(source) ? address.lastIndex : copy(reading, at);
    }
    default:
      return copy(reading, at);
  }
}

const address = /https?:\/\/[^\s\])"]+/y;

function copy({ sheet }: TypstReading, at: number): number {
  sheet.copy({ start: at, end: at + 1 });
  return at + 1;
}

function endOfComment({ source, sheet }: TypstReading, at: number): number | null {
  const mark = source.slice(at, at + 2);
  if (mark !== '//' && mark !== '/*') return null;
  const close = source.indexOf(mark === '//' ? '\n' : '*/', at);
  const end = close < 0 ? source.length : mark === '//' ? close : close + 2;
  sheet.comment({ start: at, end });
  return end;
}

function readFormula({ source, sheet }: TypstReading, start: number, limit: number): number {
  let end = start + 1;
  while (end < limit && source.charAt(end) !== '$') end += source.charAt(end) === '\\' ? 2 : 1;
  if (end >= limit) return start + 1;
  const inner = { start: start + 1, end };
  const plain = plainFormula(source.slice(inner.start, inner.end));
  if (plain === null) sheet.word({ start, end: end + 1 });
  else sheet.print(inner, plain);
  return end + 1;
}

/** Prints what a call sets as text. */
export function printCode(reading: TypstReading, code: TypstCode): void {
  const { source, sheet } = reading;
  const args = code.arguments === null ? [] : partArguments(source, code.arguments);
  switch (code.name) {
    case 'table':
      sheet.table(readTypstTable(reading, code), null);
      break;
    case 'figure':
      printFigure(reading, code, args);
      break;
    case 'footnote':
      printContents(reading, code, args);
      for (const content of contentsOf(source, code, args)) sheet.prose(content, 'footnote');
      break;
    default:
      printContents(reading, code, args);
  }
}

function printContents(reading: TypstReading, code: TypstCode, args: readonly Span[]): void {
  for (const content of contentsOf(reading.source, code, args)) printMarkup(reading, content);
  for (const arg of args) {
    const inner = callIn(reading.source, arg);
    if (inner !== null) printCode(reading, inner);
  }
}

/** The insides of the content brackets of a call, among its arguments and behind them. */
export function contentsOf(source: string, code: TypstCode, args: readonly Span[]): Span[] {
  const written = args.flatMap(({ start, end }): Span[] => {
    const text = source.slice(start, end);
    const match = /^\s*\[/.exec(text);
    return match === null ? [] : [{ start: start + match[0].length, end: start + text.trimEnd().length - 1 }];
  });
  return [...written, ...code.contents];
}

/** The call that an argument consists of. */
export function callIn(source: string, { start, end }: Span): TypstCode | null {
  const match = /^\s*([a-z][\w-]*(?:\.[a-z][\w-]*)*)[([]/.exec(source.slice(start, end));
  if (match === null) return null;
  const name = match[1] as string;
  return readCall(source, start + match[0].length - 1 - name.length, name);
}

function printFigure(reading: TypstReading, code: TypstCode, args: readonly Span[]): void {
  const { source, sheet } = reading;
  const captionArg = args.find((arg) => /^\s*caption:/.test(source.slice(arg.start, arg.end)));
  const caption = captionArg === undefined ? null : contentIn(source, captionArg);
  if (caption !== null) {
    printMarkup(reading, caption);
    sheet.prose(caption, 'paragraph');
  }
  for (const arg of args) {
    const inner = callIn(source, arg);
    if (inner?.name === 'table') sheet.table(readTypstTable(reading, inner), caption);
    else if (inner !== null) printCode(reading, inner);
  }
  for (const content of contentsOf(source, code, args)) printMarkup(reading, content);
}

function contentIn(source: string, { start, end }: Span): Span | null {
  const open = source.indexOf('[', start);
  const close = source.lastIndexOf(']', end - 1);
  return open < 0 || open >= close ? null : { start: open + 1, end: close };
}

interface Groups {
  add(citation: Citation): void;
  close(): void;
}

/** Citations with nothing between them are set as one group. */
function createGroups({ source, sheet }: TypstReading): Groups {
  let open: Citation[] = [];
  const close = (): void => {
    const [first] = open;
    const last = open.at(-1);
    if (first === undefined || last === undefined) return;
    const group = { start: first.group.start, end: last.group.end };
    sheet.cite(open.map((citation) => ({ ...citation, group })));
    open = [];
  };
  return {
    close,
    add(citation) {
      const last = open.at(-1);
      if (last !== undefined && source.slice(last.group.end, citation.group.start).trim() !== '') close();
      open.push(citation);
    },
  };
}
