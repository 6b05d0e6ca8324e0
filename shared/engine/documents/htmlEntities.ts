import { isText, type Text } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { Span } from '../text/span.ts';

/**
 * The text of a node piece by piece, each with its place in the source: what stands between two character references
 * is as long as its source, a reference such as `&nbsp;` stands for what it gives.
 */
export function textPieces(node: Text, source: string): { readonly text: string; readonly span: Span }[] {
  const start = node.startIndex ?? 0;
  const end = (node.endIndex ?? 0) + 1;
  const whole = [{ text: node.data, span: { start, end } }];
  if (end - start === node.data.length) return whole;
  const written = source.slice(start, end);
  const decoded = new Map<string, string>();
  const pieces: { text: string; span: Span }[] = [];
  for (const match of written.matchAll(PIECE)) {
    const [piece] = match;
    if (piece.startsWith('&') && !decoded.has(piece)) decoded.set(piece, decode(piece));
    const at = start + match.index;
    pieces.push({ text: decoded.get(piece) ?? piece, span: { start: at, end: at + piece.length } });
  }
  // Where the parser took the references otherwise, the node's own place is still right.
  return pieces.map(({ text }) => text).join('') === node.data ? pieces : whole;
}

const PIECE = /&(?:#?[\p{L}\p{N}]{1,40};?)?|[^&]+/gu;

/** What the parser itself makes of a reference, so that both agree. */
function decode(reference: string): string {
  const [child] = parseDocument(reference).children;
  return child && isText(child) ? child.data : reference;
}
