import type { Link, LinkReference, PhrasingContent } from 'mdast';
import type { Span } from '../text/span.ts';
import { fill } from './mask.ts';
import type { HiddenRaw } from './maskRaw.ts';
import { decodeReferences } from './maskReferences.ts';

/** A stretch of prose without its markup, in two readings as long as the source; offsets are into the source. */
export interface BareProse {
  readonly span: Span;
  /** Prose alone: markup, code, math, URLs of links blanked, escaped characters kept. Citations still stand. */
  readonly plain: string;
  /** The same, but with everything that cannot be citation syntax (escapes, code, link texts) filled. */
  readonly syntax: string;
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
  const kept: Span[] = [];
  const words: Span[] = [];
  const links: Span[] = [];
  collect(children, false, kept, words, links);
  const within = raw.hidden.filter((hidden) => span.start < hidden.span.end && hidden.span.start < span.end);
  const blanks = gaps(span, kept);
  for (const hidden of within) {
    blanks.push(hidden.span);
    if (hidden.kind === 'math') words.push(hidden.span);
  }
  // The fill works on the whole slice, so that offsets need no second origin.
  const move = ({ start, end }: Span): Span => ({
    start: Math.max(start, span.start) - span.start,
    end: Math.min(end, span.end) - span.start,
  });
  let plain = fill(source.slice(span.start, span.end), blanks.map(move), ' ');
  if (quoteDepth > 0) plain = blankPrefixes(plain, quoteDepth);
  if (plain.includes('&')) plain = decodeReferences(plain);

  let syntax = plain;
  if (plain.includes('\\')) {
    syntax = plain.replace(escaped, '¤¤');
    plain = plain.replace(escaped, (pair) => ` ${pair.charAt(1)}`);
  }
  if (syntax.includes('@')) {
    syntax = fill(syntax, links.map(move), '¤');
    syntax = syntax.replace(address, (found) => (found.includes('@') ? '¤'.repeat(found.length) : found));
    syntax = fill(syntax, words.map(move), '¤');
  }
  return { span, plain, syntax, words };
}

const escaped = /\\[!-/:-@[-`{-~]/g;
/** A URL that is not itself a braced key. */
const address = /(?<!@\{?)\b(?:https?|ftp):\/\/[^\s<>]+/g;

function collect(
  nodes: readonly PhrasingContent[],
  isLinked: boolean,
  kept: Span[],
  words: Span[],
  links: Span[],
): void {
  for (const node of nodes) {
    const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
    switch (node.type) {
      case 'text':
        kept.push(span);
        if (isLinked) links.push(span);
        break;
      case 'inlineCode':
        words.push(span);
        break;
      case 'link':
      case 'linkReference':
        if (isReferenceMark(node)) break;
        collect(node.children, true, kept, words, links);
        break;
      case 'emphasis':
      case 'strong':
      case 'delete':
        collect(node.children, isLinked, kept, words, links);
        break;
      default:
        // Images, HTML and line breaks hold no prose.
        break;
    }
  }
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
