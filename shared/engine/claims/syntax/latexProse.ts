import { skipArguments } from '../../documents/latex/signatures.ts';
import { type Token, written } from '../../documents/latex/token.ts';
import type { TokenStream } from '../../documents/latex/tokenStream.ts';
import { createTokenStream } from '../../documents/latex/tokenStream.ts';
import type { Span } from '../../text/span.ts';
import { accents, symbols } from '../../text/texSymbols.ts';
import { readLatexCite } from './latexCite.ts';
import { plainFormula } from './plainFormula.ts';
import type { Sheet } from './sheet.ts';

/** A stretch of LaTeX that is read from its tokens onto a sheet. */
export interface LatexReading {
  readonly source: string;
  readonly sheet: Sheet;
  readonly stream: TokenStream;
}

/** Prints tokens that were taken as an argument. */
export function printAll(reading: LatexReading, tokens: readonly Token[]): void {
  const inner = { ...reading, stream: createTokenStream(tokens) };
  for (let token = inner.stream.next(); token; token = inner.stream.next()) printToken(inner, token);
}

export function spanOfTokens(tokens: readonly Token[]): Span | null {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** Prints what a token gives within a line; its arguments are taken from the stream. */
export function printToken(reading: LatexReading, token: Token): void {
  const { sheet, source } = reading;
  switch (token.kind) {
    case 'text':
      if (isVerbatim(source, token)) sheet.word(token);
      else if (token.text === '%') sheet.copy(token);
      else sheet.print(token, token.text);
      break;
    case 'math':
      printFormula(reading, token, (one) => one.kind === 'math' && one.text === token.text);
      break;
    case 'command':
      printCommand(reading, token);
      break;
    default:
      // Braces, marks of columns, scripts and environments print nothing themselves.
      break;
  }
}

/** The tokenizer gives the inside of `\verb|…|` as text. */
function isVerbatim(source: string, { start }: Token): boolean {
  return /\\(?:verb\*?|lstinline|mintinline)\W$/.test(source.slice(Math.max(0, start - 14), start));
}

function printFormula({ sheet, source, stream }: LatexReading, open: Token, isEnd: (token: Token) => boolean): void {
  const close = stream.skipPast((token) => token.kind === 'paragraph' || isEnd(token));
  if (close === null || close.kind === 'paragraph') return;
  const inner = { start: open.end, end: close.start };
  const plain = open.text === '$$' ? null : plainFormula(source.slice(inner.start, inner.end));
  if (plain === null) sheet.word({ start: open.start, end: close.end });
  else sheet.print(inner, plain);
}

function printCommand(reading: LatexReading, token: Token): void {
  const { sheet, source, stream } = reading;
  const name = token.text;
  const cite = /cite/i.test(name) ? readLatexCite(source, token.start) : null;
  if (cite !== null) {
    sheet.cite(cite.citations);
    for (let one = stream.peek(); one !== undefined && one.start < cite.end; one = stream.peek()) stream.next();
    return;
  }
  const symbol = symbols.get(name);
  const signature = skipped.get(name) ?? (/ref$|^nocite/i.test(name) ? '*om' : undefined);
  if (symbol !== undefined) sheet.print(token, symbol);
  else if (accents[name] !== undefined) printAccent(reading, token, accents[name]);
  else if (isFootnote.test(name)) addFootnote(reading);
  else if (name === 'SI' || name === 'qty') printQuantity(reading);
  else if (name === '(') printFormula(reading, token, (one) => one.kind === 'command' && one.text === ')');
  else if (name === '[') stream.skipPast((one) => one.kind === 'command' && one.text === ']');
  else if (signature !== undefined) skip(signature, stream);
  else skipArguments(name, stream);
}

const isFootnote = /^(?:table)?footnote(?:text)?$|^sidenote$/;

function printAccent({ sheet, stream }: LatexReading, token: Token, accent: string): void {
  const base = stream.argument();
  const span = base === null ? null : spanOfTokens(base);
  if (base === null || span === null) return;
  const text = written(base).replace(/^\\/, '').replace('ı', 'i');
  sheet.print({ start: token.start, end: span.end }, (text.charAt(0) + accent).normalize('NFC') + text.slice(1));
}

function addFootnote(reading: LatexReading): void {
  reading.stream.optional();
  const text = reading.stream.argument('long') ?? [];
  printAll(reading, text);
  const span = spanOfTokens(text);
  if (span !== null) reading.sheet.prose(span, 'footnote');
}

/** Of a quantity of siunitx only the number: its unit stands in braces of its own, apart from it. */
function printQuantity(reading: LatexReading): void {
  reading.stream.optional();
  printAll(reading, reading.stream.argument() ?? []);
  reading.stream.argument();
}

/** Commands that print nothing here: `*` a star, `o` an optional argument, `m` an argument. */
const skipped: ReadonlyMap<string, string> = new Map([
  ...'label input include subfile includeonly bibliography pagestyle tag textsuperscript footnotemark author date affil usepackage documentclass'
    .split(' ')
    .map((name): [string, string] => [name, '*om']),
  ...'newcommand renewcommand providecommand DeclareRobustCommand'
    .split(' ')
    .map((name): [string, string] => [name, '*moom']),
  ['DeclareMathOperator', '*mm'],
  ['newenvironment', '*moomm'],
  ['renewenvironment', '*moomm'],
  ['def', 'mm'],
  ['let', 'mm'],
  ['\\', '*o'],
  ['newline', ''],
  ['multirow', 'omomo'],
  ['multicolumn', 'mm'],
  ['num', 'o'],
  ['ang', 'o'],
  ['si', 'om'],
  ['unit', 'om'],
]);

function skip(signature: string, stream: TokenStream): void {
  for (const part of signature)
    if (part === '*') stream.star();
    else if (part === 'o') stream.optional();
    else stream.argument('long');
}
