import { createExpander } from '../../documents/latex/expander.ts';
import type { Macro } from '../../documents/latex/macros.ts';
import { createProject } from '../../documents/latex/project.ts';
import { type Token, written } from '../../documents/latex/token.ts';
import type { ReadContext } from '../../documents/textReader.ts';
import type { DraftMacro } from '../draftLabels.ts';

/** The files around a LaTeX draft: those that it includes, seen from its main file, and that main file. */
export interface DraftContext extends ReadContext {
  /** The text of the document that includes the draft; empty where there is none, or where the draft itself is it. */
  readonly main: string;
}

type Macros = ReadonlyMap<string, DraftMacro>;

/**
 * Reads what a draft, its main file and the files that their preambles include define. They are read again only when
 * the draft's own definitions change.
 */
export function createDefinitionReader(context: DraftContext): (text: string) => Macros {
  const around = definingParts(context.main);
  let last: { readonly text: string; readonly macros: Macros } | null = null;
  return (text) => {
    const defining = around + definingParts(text);
    if (last?.text !== defining) last = { text: defining, macros: readMacros(defining, context) };
    return last.macros;
  };
}

/** Where the text of a document begins; 0 for a file that is no document by itself. */
export function endOfPreamble(text: string): number {
  const begin = /^[^%\n]*\\begin\{document\}/m.exec(text);
  return begin === null ? 0 : begin.index + begin[0].length;
}

/** The preamble, and the paragraphs behind it that define something. */
function definingParts(text: string): string {
  const body = endOfPreamble(text);
  const preamble = text.slice(0, body).replace(/\\begin\{document\}$/, '');
  return [preamble, ...(text.slice(body).match(defining) ?? [])].join('\n\n');
}

const defining =
  /^[^%\n]*\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|(?:New|Renew|Provide|Declare)DocumentCommand|[gex]?def|let)(?![A-Za-z@])(?:[^\n]*\S[^\n]*(?:\n|$))*/gm;

function readMacros(text: string, context: ReadContext): Macros {
  if (text.trim() === '') return noMacros;
  const { known, next } = createExpander(createProject(text, context));
  for (let token = next(); token; token = next()) if (token.kind === 'end' && token.text === 'document') break;
  return new Map([...known.macros].map(([name, macro]) => [name, identified(macro)]));
}

const noMacros: Macros = new Map();

/** The macro without the places of its definition: what it prints stands where it is used. */
function identified({ parameters, body }: Macro): DraftMacro {
  const kinds = parameters.map((one) => (one.kind === 'optional' ? `[${written(one.fallback)}]` : one.kind));
  return {
    parameters: parameters.map((one) =>
      one.kind === 'optional' ? { ...one, fallback: placeless(one.fallback) } : one,
    ),
    body: placeless(body),
    id: `${kinds.join()} ${written(body)}`,
  };
}

function placeless(tokens: readonly Token[]): Token[] {
  return tokens.map((token) => ({ ...token, start: -1, end: -1 }));
}

/** The macros that a stretch uses, those in the bodies of others included. */
export function usedIn(source: string, macros: Macros): Macros {
  const used = new Map<string, DraftMacro>();
  const use = (name: string): void => {
    const macro = used.has(name) ? undefined : macros.get(name);
    if (macro === undefined) return;
    used.set(name, macro);
    for (const token of macro.body) if (token.kind === 'command') use(token.text);
  };
  for (const [, name = ''] of source.matchAll(/\\([A-Za-z@]+)/g)) use(name);
  return used;
}
