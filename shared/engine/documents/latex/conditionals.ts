import type { Definitions } from './macros.ts';
import { type Token, written } from './token.ts';
import type { TokenStream } from './tokenStream.ts';

/** Commands that begin as conditionals do and take their branches as arguments, or are symbols. */
const OTHERS =
  /^(?:iff|ifthenelse|ifstrequal|ifstrempty|ifnotempty|ifblank|ifbool|iftoggle|ifdef|ifundef|ifdefstring|ifcsdef|ifnumcomp|ifnumequal|ifboolexpr|ifinlist)$/;

export function isConditional(name: string): boolean {
  return name.startsWith('if') && /^if[a-z@]/.test(name) && !OTHERS.test(name);
}

/** Reads the condition that `name` opens and leaves the stream at the branch that holds. */
export function enterConditional(name: string, stream: TokenStream, known: Definitions): void {
  if (!holds(name.slice(2), stream, known)) stream.skipPast(branchEnd(true));
}

/** From the end of a branch that was read to the end of its conditional. */
export function leaveConditional(stream: TokenStream): void {
  stream.skipPast(branchEnd(false));
}

/** Picks the `\fi` of the conditional that is open, or its `\else`. */
function branchEnd(orElse: boolean): (token: Token) => boolean {
  let depth = 0;
  return (token) => {
    if (token.kind !== 'command') return false;
    if (token.text === 'fi') return depth-- === 0;
    if (token.text === 'else') return orElse && depth === 0;
    if (isConditional(token.text)) depth++;
    return false;
  };
}

function holds(condition: string, stream: TokenStream, known: Definitions): boolean {
  switch (condition) {
    case 'true':
      return true;
    case 'x': {
      const first = meaning(stream, known);
      return first === meaning(stream, known);
    }
    case 'defined': {
      const [token] = stream.argument() ?? [];
      return token?.kind === 'command' && known.macros.has(token.text);
    }
    case 'num': {
      const compared = /(-?\d+)\s*([<>=])\s*(-?\d+)/.exec(stream.take(/^\s*-?\d+\s*[<>=]\s*-?\d+/) ?? '');
      if (!compared) return false;
      const difference = Number(compared[1]) - Number(compared[3]);
      return compared[2] === '<' ? difference < 0 : compared[2] === '>' ? difference > 0 : difference === 0;
    }
    default:
      return known.switches.get(condition) ?? false;
  }
}

/** What the next token stands for; commands that are not defined have one meaning with `\undefined`. */
function meaning(stream: TokenStream, known: Definitions): string {
  const [token] = stream.argument() ?? [];
  if (token?.kind !== 'command') return written(token ? [token] : []);
  const macro = known.macros.get(token.text);
  return macro ? written(macro.body) : '\\undefined';
}

/** `\ifthenelse{condition}{…}{…}`: the tokens of the branch that holds. */
export function chooseBranch(stream: TokenStream, known: Definitions): readonly Token[] {
  const condition = stream.argument('long') ?? [];
  const [yes, no] = [stream.argument('long') ?? [], stream.argument('long') ?? []];
  const text = written(condition);
  const equal = /^\\equal\{([^{}]*)\}\{([^{}]*)\}$/.exec(text);
  const name = /^\\boolean\{([^{}]*)\}$/.exec(text)?.[1];
  return (equal ? equal[1] === equal[2] : name !== undefined && known.switches.get(name)) ? yes : no;
}
