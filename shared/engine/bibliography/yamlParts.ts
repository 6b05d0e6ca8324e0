import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Span } from '../text/span.ts';

/** A mapping of a YAML text, with its place in it. */
export interface YamlPart {
  readonly span: Span;
  readonly map: YAMLMap;
  /** Dates stay as they are written. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Of a part of a mapping: its key, and where it stands. */
  readonly name: { readonly text: string; readonly span: Span } | null;
  readonly offset: number;
}

export interface YamlParts {
  readonly parts: readonly YamlPart[];
  /** What is no valid YAML, and why. */
  readonly broken: readonly { readonly span: Span; readonly message: string }[];
}

/**
 * The mappings of a list whose items begin with `-` at one column, each read by itself: a broken one costs only
 * itself, and the time is that of the text's length. A list of another kind is read as a whole.
 */
export function listParts(text: string, { start, end }: Span): YamlParts {
  const first = /^([ \t]*)-(?=\s)/m.exec(text.slice(start, end));
  const isSplit = first !== null && text.slice(start, start + first.index).trim() === '' && !refersToAnchors(text);
  if (!isSplit) return partsOf(text, { start, end });
  const indent = first[1] as string;
  return joined(
    chunks(text, { start, end }, new RegExp(`^${indent}-(?=\\s)`, 'gm')).map((span) => partsOf(text, span)),
  );
}

/** The mappings by name of a text whose keys stand at the first column, each read by itself. */
export function mappingParts(text: string): YamlParts {
  const whole = { start: 0, end: text.length };
  if (refersToAnchors(text)) return partsOf(text, whole);
  return joined(chunks(text, whole, /^(?![ \t#\r\n]|---|\.\.\.|%)/gm).map((span) => partsOf(text, span)));
}

/** Anchors are defined in one item and used in another. */
function refersToAnchors(text: string): boolean {
  return /[:-][ \t]+\*[A-Za-z]/.test(text) && /[:-][ \t]+&[A-Za-z]/.test(text);
}

function chunks(text: string, { start, end }: Span, opening: RegExp): Span[] {
  const starts: number[] = [];
  opening.lastIndex = start;
  for (let match = opening.exec(text); match !== null && match.index < end; match = opening.exec(text)) {
    starts.push(match.index);
    opening.lastIndex = match.index + 1;
  }
  return starts.map((from, index) => ({ start: from, end: trimmed(text, from, starts[index + 1] ?? end) }));
}

function trimmed(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

function joined(all: readonly YamlParts[]): YamlParts {
  return { parts: all.flatMap(({ parts }) => parts), broken: all.flatMap(({ broken }) => broken) };
}

function partsOf(text: string, span: Span): YamlParts {
  const source = text.slice(span.start, span.end);
  const document = parseDocument(source, { logLevel: 'silent', prettyErrors: false, merge: true });
  const error = document.errors[0];
  if (error !== undefined) return { parts: [], broken: [{ span, message: error.message }] };
  const { contents } = document;
  const offset = span.start;
  const at = (start: number, end: number): Span => ({
    start: offset + start,
    end: trimmed(text, offset + start, offset + end),
  });
  if (isSeq(contents)) {
    const parts = contents.items.flatMap((map) =>
      isMap(map) && map.range
        ? [{ span: at(map.range[0], map.range[1]), map, values: valuesOf(map, document), name: null, offset }]
        : [],
    );
    return { parts, broken: [] };
  }
  const pairs = isMap(contents) ? contents.items : [];
  const parts = pairs.flatMap(({ key, value: map }) => {
    if (!isScalar(key) || !key.range || !isMap(map) || !map.range) return [];
    const name = { text: String(key.value), span: bare(key, offset) as Span };
    return [{ span: at(key.range[0], map.range[1]), map, values: valuesOf(map, document), name, offset }];
  });
  return { parts, broken: [] };
}

function valuesOf(map: YAMLMap, document: Document): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = map.toJS(document, { maxAliasCount: 100 });
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // Aliases of aliases, made to grow without end.
    return {};
  }
}

/** Where the value of a field stands in the text, without quotes; null where it is no plain value. */
export function valueSpan({ map, offset }: YamlPart, name: string): Span | null {
  return bare(map.get(name, true), offset);
}

function bare(value: unknown, offset: number): Span | null {
  if (!isScalar(value) || !value.range) return null;
  const quote = value.type === 'QUOTE_DOUBLE' || value.type === 'QUOTE_SINGLE' ? 1 : 0;
  return { start: offset + value.range[0] + quote, end: offset + value.range[1] - quote };
}
