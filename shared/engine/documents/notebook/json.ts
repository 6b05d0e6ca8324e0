import type { Span } from '../../text/span.ts';

/** A JSON value with its place; strings are decoded only where they are wanted. */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, JsonNode> }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  /** `span` is what stands between the quotes. */
  | { readonly kind: 'string'; readonly span: Span }
  | { readonly kind: 'other' };

/** Parses JSON with the places of its strings; null where the text is no JSON. Deep nesting exhausts the stack. */
export function parseJson(text: string): JsonNode | null {
  let at = 0;
  const skipSpace = (): void => {
    while (at < text.length && text.charCodeAt(at) <= 32) at++;
  };
  const take = (mark: string): boolean => {
    skipSpace();
    const isThere = text[at] === mark;
    if (isThere) at++;
    return isThere;
  };
  const string = (): Span | null => {
    if (!take('"')) return null;
    const start = at;
    let end = text.indexOf('"', at);
    while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
    if (end < 0) return null;
    at = end + 1;
    return { start, end };
  };
  const value = (): JsonNode | null => {
    skipSpace();
    if (text[at] === '{') return object();
    if (text[at] === '[') return array();
    if (text[at] === '"') {
      const span = string();
      return span && { kind: 'string', span };
    }
    const literal = /[-+\w.]+/y;
    literal.lastIndex = at;
    const length = literal.exec(text)?.[0].length ?? 0;
    at += length;
    return length > 0 ? { kind: 'other' } : null;
  };
  const object = (): JsonNode | null => {
    const members = new Map<string, JsonNode>();
    at++;
    if (take('}')) return { kind: 'object', members };
    do {
      skipSpace();
      const name = string();
      const member = name && take(':') ? value() : null;
      if (name === null || member === null) return null;
      members.set(text.slice(name.start, name.end), member);
    } while (take(','));
    return take('}') ? { kind: 'object', members } : null;
  };
  const array = (): JsonNode | null => {
    const items: JsonNode[] = [];
    at++;
    if (take(']')) return { kind: 'array', items };
    do {
      const item = value();
      if (item === null) return null;
      items.push(item);
    } while (take(','));
    return take(']') ? { kind: 'array', items } : null;
  };
  return value();
}

/** True where an odd number of backslashes stands before the place. */
function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text[from - 1] === '\\') from--;
  return (at - from) % 2 === 1;
}

/** A stretch of a decoded string and where it is written. */
export interface DecodedPiece {
  readonly text: string;
  readonly span: Span;
}

const ESCAPE = /\\(?:u[\dA-Fa-f]{4}|[^u]|u)/g;
const NAMED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** The text of a string piece by piece: what stands between two escapes is as long as it is written. */
export function decodeString(text: string, { start, end }: Span): DecodedPiece[] {
  const written = text.slice(start, end);
  const pieces: DecodedPiece[] = [];
  let from = 0;
  const plain = (to: number): void => {
    if (to > from) pieces.push({ text: written.slice(from, to), span: { start: start + from, end: start + to } });
  };
  for (const match of written.matchAll(ESCAPE)) {
    plain(match.index);
    const [mark] = match;
    from = match.index + mark.length;
    pieces.push({ text: decodeEscape(mark), span: { start: start + match.index, end: start + from } });
  }
  plain(written.length);
  return pieces;
}

function decodeEscape(mark: string): string {
  if (mark.length === 6) return String.fromCharCode(Number.parseInt(mark.slice(2), 16));
  return NAMED[mark.charAt(1)] ?? mark.charAt(1);
}
