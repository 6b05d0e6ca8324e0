import type { Link, LinkReference, PhrasingContent } from 'mdast';
import { holds, type Span } from '../text/span.ts';
import type { Citation } from './draft.ts';
import { fill } from './mask.ts';
import type { HiddenRaw } from './maskRaw.ts';
import { decodeReferences } from './maskReferences.ts';
import { attributeList } from './maskSyntax.ts';
import type { Unit } from './syntax/pandoc.ts';
import { withBracedKeys } from './syntax/pandocKey.ts';
import { signFormula } from './syntax/plainFormula.ts';

/** A stretch of prose without its markup, in two readings as long as the source; offsets are into the source. */
export interface BareProse {
  readonly span: Span;
  /** Prose alone: markup, code, math, URLs of links blanked, escaped characters kept. Citations still stand. */
  readonly plain: string;
  /** The source, with everything that cannot be citation syntax (escapes, code, tags, the marks of links) filled. */
  readonly syntax: string;
  /** Emphasis, links and the like, in order, outer ones first; offsets into `syntax`. */
  readonly units: readonly Unit[];
  /** Those that are written otherwise than Pandoc's. */
  readonly citations: readonly Citation[];
  /** Code and math: they take part in a sentence like words. */
  readonly words: readonly Span[];
}

/** Reads the children of a paragraph, heading or cell of `source`, of which the tree was made with `raw.text`. */
export function bareProse(
  source: string,
  children: readonly PhrasingContent[],
  span: Span,
  raw: HiddenRaw,
  quoteDepth: number,
): BareProse {
  const found: Inline = { kept: [], words: [], opaque: [], units: [] };
  collect(source, children, found);
  const within = raw.hidden.filter((hidden) => span.start < hidden.span.end && hidden.span.start < span.end);
  const hidden = within.map((one) => one.span);
  const words = [...found.words, ...within.filter(({ kind }) => kind === 'math').map((one) => one.span)];
  // The fill works on the whole slice, so that offsets need no second origin.
  const move = ({ start, end }: Span): Span => ({
    start: Math.max(start, span.start) - span.start,
    end: Math.min(end, span.end) - span.start,
  });
  const written = source.slice(span.start, span.end);
  let plain = fill(written, [...gaps(span, found.kept), ...hidden].map(move), ' ');
  plain = withSigns(plain, source, span.start, within);
  if (quoteDepth > 0) plain = blankPrefixes(plain, quoteDepth);
  if (plain.includes('&')) plain = decodeReferences(plain);

  let syntax = plain;
  if (written.includes('@')) {
    syntax = fill(written, [...found.opaque, ...hidden].map(move), '¤');
    if (quoteDepth > 0) syntax = blankPrefixes(syntax, quoteDepth);
    for (const pattern of [address, attributeList])
      syntax = syntax.replace(pattern, (match) => (match.includes('@') ? '¤'.repeat(match.length) : match));
  }
  if (written.includes('\\')) {
    syntax = syntax.replace(escaped, '¤¤');
    plain = plain.replace(escaped, (pair) => ` ${pair.charAt(1)}`);
  }
  syntax = withBracedKeys(syntax, written);
  const units = found.units.map((unit): Unit => ({ span: move(unit.span), inner: move(unit.inner) }));
  const citations = raw.citations.filter(({ group }) => holds(span, group.start));
  return { span, plain, syntax, units, citations, words };
}

/** Puts back the formulas that are a sign beside a number; `start` is where `plain` begins in the source. */
function withSigns(plain: string, source: string, start: number, hidden: HiddenRaw['hidden']): string {
  let result = plain;
  for (const { kind, span } of hidden) {
    const content = kind === 'math' ? /^\$([^$]{1,16})\$$/.exec(source.slice(span.start, span.end))?.[1] : undefined;
    const sign = content === undefined ? null : signFormula(content);
    if (sign === null || span.start <= start) continue;
    const at = span.start - start;
    // Where the dollar sign stood, so that it follows its number.
    result = result.slice(0, at) + sign + result.slice(at + sign.length);
  }
  return result;
}

const escaped = /\\[!-/:-@[-`{-~]/g;
/** A URL that is not itself a key. */
const address = /(?<!@\{?)\b(?:https?|ftp):\/\/[^\s<>]+/g;

interface Inline {
  /** Text. */
  readonly kept: Span[];
  readonly words: Span[];
  /** What holds no citation. */
  readonly opaque: Span[];
  readonly units: Unit[];
}

function collect(source: string, nodes: readonly PhrasingContent[], found: Inline): void {
  for (const node of nodes) {
    const span = spanOf(node);
    switch (node.type) {
      case 'text':
        found.kept.push(span);
        break;
      case 'inlineCode':
        found.words.push(span);
        found.opaque.push(span);
        break;
      case 'link':
      case 'linkReference':
        if (isHandle(source, node)) found.opaque.push(span);
        if (isReferenceMark(node)) found.opaque.push(span);
        else collectUnit(source, span, node.children, 'opaque marks', found);
        break;
      case 'emphasis':
      case 'strong':
      case 'delete':
        collectUnit(source, span, node.children, 'plain marks', found);
        break;
      case 'image':
      case 'imageReference':
        collectImage(source, span, found);
        break;
      case 'html':
        found.opaque.push(span);
        break;
      default:
        // Line breaks hold no prose.
        break;
    }
  }
}

function collectUnit(
  source: string,
  span: Span,
  children: readonly PhrasingContent[],
  marks: 'opaque marks' | 'plain marks',
  found: Inline,
): void {
  const [first] = children;
  const last = children.at(-1);
  if (first === undefined || last === undefined) {
    found.opaque.push(span);
    return;
  }
  const inner = { start: spanOf(first).start, end: spanOf(last).end };
  found.units.push({ span, inner });
  if (marks === 'opaque marks') {
    found.opaque.push({ start: span.start, end: inner.start }, { start: inner.end, end: span.end });
  }
  collect(source, children, found);
}

/** The text of an image is no prose of the draft, but it may cite. */
function collectImage(source: string, span: Span, found: Inline): void {
  const start = span.start + 2;
  const close = source.slice(start, span.end).search(/\](?:[([][^[\]]*[)\]])?$/);
  const inner = { start, end: close < 0 ? start : start + close };
  found.units.push({ span, inner });
  found.opaque.push({ start: span.start, end: inner.start }, { start: inner.end, end: span.end });
}

function spanOf(node: PhrasingContent): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** True for a link such as `[@name](https://host/name)`: it names an account, and not a work. */
function isHandle(source: string, node: Link | LinkReference): boolean {
  const { start, end } = spanOf(node);
  const name = /^\[\\?@([\w-]+)\](?=[([])/.exec(source.slice(start, end))?.[1];
  return name !== undefined && node.type === 'link' && node.url.replace(/\/$/, '').endsWith(name);
}

/** True for `[12](#ref)` and `[12]` with a definition: the number of a reference, not a number of the text. */
function isReferenceMark(node: Link | LinkReference): boolean {
  const only = node.children.length === 1 ? node.children[0] : undefined;
  return only?.type === 'text' && /^\d{1,3}$/.test(only.value);
}

function gaps(span: Span, kept: readonly Span[]): Span[] {
  const result: Span[] = [];
  let at = span.start;
  for (const { start, end } of kept) {
    if (start > at) result.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < span.end) result.push({ start: at, end: span.end });
  return result;
}

/** Blanks the `>` that a quotation repeats before the lines of its paragraphs. */
function blankPrefixes(text: string, depth: number): string {
  const prefix = new RegExp(`(\\n[ \\t]*)((?:>[ \\t]*){1,${depth}})`, 'g');
  return text.replace(prefix, (_, lead: string, marks: string) => lead + marks.replace(/>/g, ' '));
}
