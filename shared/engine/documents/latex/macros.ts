import { symbols } from '../../text/texSymbols.ts';
import { isReserved } from './reserved.ts';
import { hasSignature } from './signatures.ts';
import { isCommand, type Token, written } from './token.ts';
import type { TokenStream } from './tokenStream.ts';

type Parameter =
  | { readonly kind: 'mandatory' | 'star' }
  | { readonly kind: 'optional'; readonly fallback: readonly Token[] };

/** What a name stands for. */
export interface Macro {
  readonly parameters: readonly Parameter[];
  readonly body: readonly Token[];
}

/** What the document itself defines. */
export interface Definitions {
  readonly macros: Map<string, Macro>;
  readonly environments: Map<string, { readonly begin: Macro; readonly end: readonly Token[] }>;
  readonly columnTypes: Map<string, Macro>;
  /** The switches of `\newif` and `\newboolean`, without their `if`. */
  readonly switches: Map<string, boolean>;
  /** Style files that are being read: what they define of the common commands is how these look. */
  styles: number;
}

export function createDefinitions(): Definitions {
  return { macros: new Map(), environments: new Map(), columnTypes: new Map(), switches: new Map(), styles: 0 };
}

type Definer = (stream: TokenStream, known: Definitions) => void;

/** The commands that define something, each with what reads the rest of the definition. */
export const definers: ReadonlyMap<string, Definer> = new Map<string, Definer>(
  Object.entries({
    newcommand: (stream, known) => readCommand(stream, known, true),
    renewcommand: (stream, known) => readCommand(stream, known, true),
    providecommand: (stream, known) => readCommand(stream, known, false),
    DeclareRobustCommand: (stream, known) => readCommand(stream, known, true),
    newrobustcmd: (stream, known) => readCommand(stream, known, true),
    NewDocumentCommand: readDocumentCommand,
    RenewDocumentCommand: readDocumentCommand,
    ProvideDocumentCommand: readDocumentCommand,
    DeclareDocumentCommand: readDocumentCommand,
    DeclareMathOperator: readOperator,
    def: readDef,
    gdef: readDef,
    edef: readDef,
    xdef: readDef,
    let: readLet,
    newcolumntype: readColumnType,
    newenvironment: readEnvironment,
    renewenvironment: readEnvironment,
    newif: readSwitch,
    newboolean: readBoolean,
    setboolean: readBoolean,
  }),
);

/** The tokens that `macro` gives where it is used; its arguments are taken from the stream. */
export function expand(macro: Macro, use: Token, stream: TokenStream): Token[] {
  const values = macro.parameters.map((parameter) => readArgument(parameter, stream));
  const output: Token[] = [];
  // Cells stand where they are written, all else where the macro is used.
  const holdsCells = macro.body.some(({ kind }) => kind === 'align');
  for (const token of macro.body) {
    if (token.kind !== 'parameter') output.push(holdsCells ? token : at(token, use));
    else if (token.text.startsWith('#')) output.push(at({ ...token, text: token.text.slice(1) }, use));
    else for (const one of values[Number(token.text) - 1] ?? []) output.push(one);
  }
  return output;
}

function at(token: Token, use: Token): Token {
  return { kind: token.kind, text: token.text, start: use.start, end: use.end };
}

function readArgument(parameter: Parameter, stream: TokenStream): readonly Token[] {
  switch (parameter.kind) {
    case 'mandatory':
      return stream.argument('long') ?? [];
    case 'optional':
      return stream.optional() ?? parameter.fallback;
    case 'star':
      stream.star();
      return [];
    default:
      return parameter satisfies never;
  }
}

/** `{\name}` or `\name`, without the backslash. */
function readName(stream: TokenStream): string | null {
  const [token] = (stream.argument('long') ?? []).filter((one) => one.kind === 'command');
  return token?.text ?? null;
}

function define(known: Definitions, name: string | null, macro: Macro | null): void {
  if (name === null || !macro || isReserved(name)) return;
  if (known.styles > 0 && (hasSignature(name) || symbols.has(name))) return;
  known.macros.set(name, macro);
}

/** `[2][default]{body}`: what follows the name in LaTeX's own definitions. */
function readMacro(stream: TokenStream): Macro | null {
  const count = Number.parseInt(written(stream.optional() ?? []), 10) || 0;
  const fallback = count > 0 ? stream.optional() : null;
  const body = stream.argument('long');
  if (!body) return null;
  const parameters = Array.from({ length: Math.min(count, 9) }, (_, i): Parameter => {
    return i === 0 && fallback ? { kind: 'optional', fallback } : { kind: 'mandatory' };
  });
  return { parameters, body };
}

function readCommand(stream: TokenStream, known: Definitions, replaces: boolean): void {
  stream.star();
  const name = readName(stream);
  const macro = readMacro(stream);
  if (replaces || (name !== null && !known.macros.has(name))) define(known, name, macro);
}

function readOperator(stream: TokenStream, known: Definitions): void {
  stream.star();
  const name = readName(stream);
  const body = stream.argument('long');
  define(known, name, body && { parameters: [], body });
}

/** `\def\name#1#2{body}`; text between the parameters is taken for none. */
function readDef(stream: TokenStream, known: Definitions): void {
  const name = readName(stream);
  let count = 0;
  for (let token = stream.peek(); token && token.kind !== 'open'; token = stream.peek()) {
    if (token.kind === 'paragraph' || token.kind === 'stop') return;
    if (token.kind === 'parameter') count++;
    stream.next();
  }
  const body = stream.argument('long');
  const parameters = Array.from({ length: Math.min(count, 9) }, (): Parameter => ({ kind: 'mandatory' }));
  define(known, name, body && { parameters, body });
}

function readLet(stream: TokenStream, known: Definitions): void {
  const name = readName(stream);
  stream.take(/^\s*=/);
  const [target] = stream.argument() ?? [];
  if (!target || isCommand(target, name ?? '')) return;
  const macro = target.kind === 'command' ? known.macros.get(target.text) : undefined;
  define(known, name, macro ?? { parameters: [], body: [target] });
}

function readDocumentCommand(stream: TokenStream, known: Definitions): void {
  const name = readName(stream);
  const signature = written(stream.argument('long') ?? []);
  const body = stream.argument('long');
  const parameters = [...signature.matchAll(/[+!]*([mosvO])(?:\s*\{([^{}]*)\})?/g)].map(
    ([, letter, text]): Parameter => {
      if (letter === 's') return { kind: 'star' };
      if (letter === 'm' || letter === 'v') return { kind: 'mandatory' };
      return { kind: 'optional', fallback: text ? [{ kind: 'text', text, start: 0, end: 0 }] : [] };
    },
  );
  define(known, name, body && { parameters, body });
}

function readColumnType(stream: TokenStream, known: Definitions): void {
  const name = written(stream.argument('long') ?? []);
  const macro = readMacro(stream);
  if (macro) known.columnTypes.set(name, macro);
}

function readEnvironment(stream: TokenStream, known: Definitions): void {
  stream.star();
  const name = written(stream.argument('long') ?? []);
  const begin = readMacro(stream);
  const end = stream.argument('long');
  if (begin && end && !isReserved(name)) known.environments.set(name, { begin, end });
}

function readSwitch(stream: TokenStream, known: Definitions): void {
  const name = readName(stream);
  if (name?.startsWith('if')) known.switches.set(name.slice(2), false);
}

function readBoolean(stream: TokenStream, known: Definitions): void {
  const name = written(stream.argument('long') ?? []);
  const value = stream.peek()?.kind === 'open' ? written(stream.argument('long') ?? []) : 'false';
  known.switches.set(name, value === 'true');
}
