/**
 * What a token is. `text`: characters as they print; `command`: a control word or symbol, without its backslash;
 * `begin`, `end`: of the environment that `text` names; `parameter`: the number behind `#`; `stop`: the end of tokens
 * that are read apart.
 */
export type TokenKind =
  | 'text'
  | 'command'
  | 'begin'
  | 'end'
  | 'open'
  | 'close'
  | 'math'
  | 'align'
  | 'superscript'
  | 'subscript'
  | 'parameter'
  | 'paragraph'
  | 'stop';

/** A piece of LaTeX and where it stands in the project's text; what a macro gave stands where the macro is used. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export const STOP: Token = { kind: 'stop', text: '', start: 0, end: 0 };

/** Tokens as they are written, for names, keys and measures: `\linewidth`, `tab:main`. */
export function written(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens)
    text += token.kind === 'command' ? `\\${token.text}` : token.kind === 'parameter' ? `#${token.text}` : token.text;
  return text.trim();
}

export function isBlank(token: Token): boolean {
  return token.kind === 'text' && token.text.trim() === '';
}

export function isCommand(token: Token | undefined, name: string): boolean {
  return token?.kind === 'command' && token.text === name;
}
