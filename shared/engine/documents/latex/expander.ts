import { chooseBranch, enterConditional, isConditional, leaveConditional } from './conditionals.ts';
import { createDefinitions, type Definitions, definers, expand } from './macros.ts';
import type { Project } from './project.ts';
import { type Token, written } from './token.ts';
import { createTokenStream, type TokenStream } from './tokenStream.ts';

/** The tokens of a project with its files included, its macros expanded and its conditionals decided. */
export interface Expander {
  readonly stream: TokenStream;
  readonly known: Definitions;
  /** The next token that no definition accounts for. */
  next(): Token | undefined;
}

/** Tokens that macros may give in all: macros that grow without end stop being expanded. */
const BUDGET = 200_000;
/** Stands behind the tokens of an included file; no control word has a space. */
const END_OF_FILE: Token = { kind: 'command', text: 'end of file', start: 0, end: 0 };
const END_OF_STYLE: Token = { ...END_OF_FILE, text: 'end of style' };

export function createExpander(project: Project): Expander {
  const stream = createTokenStream(project.tokens);
  const known = createDefinitions();
  let budget = BUDGET;

  const put = (tokens: readonly Token[]): void => {
    budget -= tokens.length + 1;
    if (budget > 0) stream.push(tokens);
  };
  const include = (name: string, token: Token): void => {
    const tokens = name === '' ? null : project.open(name, token);
    if (tokens) stream.push([...tokens, END_OF_FILE]);
  };
  const readFileName = (): string => {
    const bare = stream.peek()?.kind === 'text' ? stream.take(/^\s*\S+/) : null;
    return (bare ?? written(stream.argument() ?? [])).trim();
  };

  /** What stands behind it in its file is not read. */
  const endInput = (): void => {
    const end = stream.skipPast((one) => one === END_OF_STYLE || one === END_OF_FILE);
    if (end) stream.push([end]);
  };
  const includeNamed = (token: Token): void => include(readFileName(), token);
  const includeFrom = (token: Token): void => include(readFileName() + readFileName(), token);
  const primitives = new Map<string, (token: Token) => void>([
    ['input', includeNamed],
    ['include', includeNamed],
    ['subfile', includeNamed],
    ['subfileinclude', includeNamed],
    ['import', includeFrom],
    ['subimport', includeFrom],
    ['usepackage', () => includeStyles()],
    [END_OF_STYLE.text, () => known.styles--],
    [END_OF_FILE.text, () => project.close()],
    ['endinput', endInput],
    ['ifthenelse', () => stream.push(chooseBranch(stream, known))],
    ['else', () => leaveConditional(stream)],
    ['fi', () => {}],
    ['begin', (token) => compose('begin', token)],
    ['end', (token) => compose('end', token)],
  ]);
  const includeStyles = (): void => {
    stream.optional();
    for (const name of readFileName().split(',')) {
      const tokens = project.openStyle(name.trim());
      if (!tokens) continue;
      known.styles++;
      stream.push([...tokens, END_OF_STYLE, END_OF_FILE]);
    }
  };
  /** `\begin{#1}` of a macro, when its name is known. */
  const compose = (kind: 'begin' | 'end', token: Token): void => {
    const name = stream.argument();
    if (name) stream.push([{ kind, text: written(name), start: token.start, end: token.end }]);
  };

  /** True where `token` was read as a command of its own kind. */
  const obey = (token: Token): boolean => {
    const macro = known.macros.get(token.text);
    if (macro) {
      put(expand(macro, token, stream));
      return true;
    }
    const definer = definers.get(token.text);
    if (definer) {
      definer(stream, known);
      return true;
    }
    const primitive = primitives.get(token.text);
    if (primitive) {
      primitive(token);
      return true;
    }
    if (isConditional(token.text)) {
      enterConditional(token.text, stream, known);
      return true;
    }
    return turnsSwitch(token.text, known);
  };
  const enterEnvironment = (token: Token): boolean => {
    const environment = known.environments.get(token.text);
    if (!environment) return false;
    put(expand(token.kind === 'begin' ? environment.begin : { parameters: [], body: environment.end }, token, stream));
    return true;
  };

  return {
    stream,
    known,
    next() {
      for (;;) {
        const token = stream.next();
        switch (token?.kind) {
          case 'command':
            if (obey(token)) continue;
            return token;
          case 'begin':
          case 'end':
            if (enterEnvironment(token)) continue;
            return token;
          default:
            return token;
        }
      }
    },
  };
}

/** `\drafttrue` and `\draftfalse`, where `\newif` made the switch. */
function turnsSwitch(name: string, known: Definitions): boolean {
  const value = name.endsWith('true');
  if (!value && !name.endsWith('false')) return false;
  const condition = name.slice(0, value ? -4 : -5);
  if (!known.switches.has(condition)) return false;
  known.switches.set(condition, value);
  return true;
}
