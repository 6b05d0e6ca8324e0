import { createDefinitions, definers, expand, type Macro } from '../../documents/latex/macros.ts';
import type { Token } from '../../documents/latex/token.ts';
import { tokenize } from '../../documents/latex/tokenize.ts';
import { createTokenStream, type TokenStream } from '../../documents/latex/tokenStream.ts';
import type { Span } from '../../text/span.ts';

/** A piece of LaTeX whose macros are expanded. The sources of all pieces, in order, are the whole of the source. */
export interface ExpandedPiece {
  readonly text: string;
  readonly source: Span;
  /** The source's own characters; all else was put there by a macro. */
  readonly isCopy: boolean;
}

type Macros = ReadonlyMap<string, Macro>;

/** Tokens that the uses of a stretch may give: a macro that grows without end gives no more. */
const mostTokens = 20_000;

/** Expands the macros that a stretch of LaTeX uses. */
export function expandMacros(source: string, macros: Macros): ExpandedPiece[] {
  const stream = createTokenStream(tokenize(source, 0, 'document'));
  const pieces: ExpandedPiece[] = [];
  let at = 0;
  const copyTo = (end: number): void => {
    if (at < end) pieces.push({ text: source.slice(at, end), source: { start: at, end }, isCopy: true });
    at = end;
  };
  const budget = { left: mostTokens };
  const scratch = createDefinitions();
  for (let token = stream.next(); token; token = stream.next()) {
    if (token.kind !== 'command') continue;
    const macro = macros.get(token.text);
    if (macro === undefined) {
      // What defines a macro is no use of it.
      definers.get(token.text)?.(stream, scratch);
      continue;
    }
    const given = expandAll(expand(macro, token, stream), macros, budget);
    copyTo(token.start);
    at = endOfUse(source, token, stream);
    pieces.push(...piecesOf(source, { start: token.start, end: at }, given));
  }
  copyTo(source.length);
  return pieces;
}

function expandAll(given: readonly Token[], macros: Macros, budget: { left: number }): Token[] {
  const stream = createTokenStream(given);
  const tokens: Token[] = [];
  for (let token = stream.next(); token && budget.left > 0; token = stream.next()) {
    budget.left--;
    const macro = token.kind === 'command' ? macros.get(token.text) : undefined;
    if (macro === undefined) tokens.push(token);
    else {
      const inner = expand(macro, token, stream);
      budget.left -= inner.length;
      stream.push(inner);
    }
  }
  return tokens;
}

/** Behind the last argument: spaces that may have been looked through for another one stay. */
function endOfUse(source: string, use: Token, stream: TokenStream): number {
  const next = stream.peek()?.start ?? source.length;
  return use.end + source.slice(use.end, next).trimEnd().length;
}

/**
 * The pieces of one use. Arguments stand where they are written, if the macro prints them in their order; what the
 * macro has between them stands between them.
 */
function piecesOf(source: string, use: Span, given: readonly Token[]): ExpandedPiece[] {
  const isArgument = (token: Token): boolean => token.start > use.start;
  const starts = given.filter(isArgument).map(({ start }) => start);
  const inOrder = starts.every((start, index) => start >= (starts[index - 1] ?? 0));
  const pieces: ExpandedPiece[] = [];
  let at = use.start;
  let own = '';
  const closeOwn = (end: number): void => {
    if (own !== '' || at < end) pieces.push({ text: own, source: { start: at, end }, isCopy: false });
    own = '';
    at = end;
  };
  for (const token of given) {
    const text = texOf(token);
    const isCopy = inOrder && isArgument(token) && token.start >= at && source.slice(token.start, token.end) === text;
    if (!isCopy) own += text;
    else {
      closeOwn(token.start);
      pieces.push({ text, source: { start: token.start, end: token.end }, isCopy });
      at = token.end;
    }
  }
  closeOwn(use.end);
  return pieces;
}

/** A token as LaTeX that is read as this token. */
function texOf({ kind, text }: Token): string {
  switch (kind) {
    case 'text':
      return text.replace(/[%&_#{}$]/g, '\\$&');
    case 'command':
      return /^[A-Za-z@]/.test(text) ? `\\${text} ` : `\\${text}`;
    case 'begin':
    case 'end':
      return `\\${kind}{${text}}`;
    case 'paragraph':
      return '\n\n';
    case 'parameter':
      return `#${text}`;
    case 'open':
    case 'close':
    case 'math':
    case 'align':
    case 'superscript':
    case 'subscript':
    case 'stop':
      return text;
    default:
      return kind satisfies never;
  }
}
