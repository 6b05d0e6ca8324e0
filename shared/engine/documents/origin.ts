import type { Span } from '../text/span.ts';

/** A rectangle on a page: points (1/72 inch) from the top left corner of the page as it is shown. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A stretch of a document's text that one included file gave: `span` of the document is `source` of the file. */
export interface Part {
  readonly span: Span;
  /** Relative to the file that includes it, with forward slashes. */
  readonly path: string;
  /** Where the stretch begins in that file. */
  readonly start: number;
}

/** A line of a page: a stretch of the document's text and where it is printed. Pages count from 1. */
export interface PageLine {
  readonly span: Span;
  readonly page: number;
  readonly rectangle: Rectangle;
}

/**
 * What the offsets of a document refer to. `file`: the file's own text. `parts`: a project's files, one after the
 * other. `pages`: the text that was read off a paged document. `extract`: a text taken out of a packed file.
 */
export type Origin =
  | { readonly kind: 'file' }
  | { readonly kind: 'parts'; readonly text: string; readonly parts: readonly Part[] }
  | { readonly kind: 'pages'; readonly text: string; readonly lines: readonly PageLine[] }
  | { readonly kind: 'extract'; readonly text: string };

/** Where a reader finds a span: in the file itself, in a file it includes, on a page, or in the text taken out of it. */
export type Place =
  | { readonly kind: 'file'; readonly span: Span }
  | { readonly kind: 'part'; readonly path: string; readonly span: Span }
  | { readonly kind: 'page'; readonly page: number; readonly rectangles: readonly Rectangle[] }
  | { readonly kind: 'extract'; readonly span: Span };

/** The place of a span of a document whose text came from `origin`. */
export function placeOf(origin: Origin, span: Span): Place {
  switch (origin.kind) {
    case 'file':
    case 'extract':
      return { kind: origin.kind, span };
    case 'parts': {
      const part = origin.parts.findLast((one) => one.span.start <= span.start);
      if (!part) return { kind: 'file', span };
      const shift = part.start - part.span.start;
      return { kind: 'part', path: part.path, span: { start: span.start + shift, end: span.end + shift } };
    }
    case 'pages': {
      const lines = linesOf(origin.lines, span);
      const page = lines[0]?.page ?? 1;
      return { kind: 'page', page, rectangles: lines.filter((one) => one.page === page).map((one) => one.rectangle) };
    }
    default:
      return origin satisfies never;
  }
}

function linesOf(lines: readonly PageLine[], span: Span): PageLine[] {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as PageLine).span.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: PageLine[] = [];
  for (let at = low; at < lines.length && (lines[at] as PageLine).span.start < span.end; at++)
    found.push(lines[at] as PageLine);
  return found;
}
