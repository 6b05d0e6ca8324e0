import type { BibEntry, CheckedDraft, Draft, DraftBlock, Span } from '../engine/index.ts';
import { plural, shorten } from '../findings/index.ts';

/** One line of a file's outline. */
export interface OutlineItem {
  readonly kind: 'section' | 'table' | 'work';
  readonly name: string;
  /** A few words beside the name, or an empty string. */
  readonly detail: string;
  readonly span: Span;
  /** What is selected when the line is chosen; within `span`. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineItem[];
}

const longest = 80;

/** The sections of a draft with what is claimed in each, its tables and the works it cites. */
export function draftOutline(draft: Draft, checked: CheckedDraft): OutlineItem[] {
  const headings = draft.blocks.filter((block) => block.kind === 'heading');
  const firstAt = headings[0]?.span.start ?? draft.text.length;
  const preamble = contents(draft, { start: 0, end: firstAt });
  return [...preamble, ...sections(draft, checked, headings, draft.text.length)];
}

type Heading = Extract<DraftBlock, { kind: 'heading' }>;

/** The headings, each with the lower ones behind it as its children. */
function sections(draft: Draft, checked: CheckedDraft, headings: readonly Heading[], end: number): OutlineItem[] {
  const items: OutlineItem[] = [];
  for (let index = 0; index < headings.length; ) {
    const heading = headings[index] as Heading;
    let next = index + 1;
    while (next < headings.length && (headings[next] as Heading).level > heading.level) next++;
    const inner = headings.slice(index + 1, next);
    const span = { start: heading.span.start, end: headings[next]?.span.start ?? end };
    const own = { start: span.start, end: inner[0]?.span.start ?? span.end };
    items.push({
      kind: 'section',
      name: heading.title || '(untitled)',
      detail: claimsIn(checked, span),
      span,
      nameSpan: heading.span,
      children: [...contents(draft, own), ...sections(draft, checked, inner, span.end)],
    });
    index = next;
  }
  return items;
}

/** `12 claims, 2 contradicted`, or an empty string. */
function claimsIn({ claims }: CheckedDraft, span: Span): string {
  const inside = claims.filter(({ claim }) => isWithin(claim.span, span));
  const wrong = inside.filter(({ verdict }) => verdict.kind === 'contradicted').length;
  if (inside.length === 0) return '';
  return wrong === 0 ? plural(inside.length, 'claim') : `${plural(inside.length, 'claim')}, ${wrong} contradicted`;
}

function contents(draft: Draft, span: Span): OutlineItem[] {
  const tables = draft.blocks.filter((block) => block.kind === 'table').filter((table) => isWithin(table.span, span));
  const works = new Map<string, OutlineItem>();
  for (const { key, span: place } of draft.citations)
    if (isWithin(place, span) && !works.has(key)) works.set(key, leaf('work', `@${key}`, '', place));
  return [
    ...tables.map((table) => leaf('table', shorten(captionOf(table), longest) || 'Table', '', table.span)),
    ...works.values(),
  ];
}

/** A caption without the gaps that its citations leave. */
function captionOf({ caption }: Extract<DraftBlock, { kind: 'table' }>): string {
  return caption.replace(/\s+(?=[.,;:!?)]|$)/g, '');
}

/** The entries of a bibliography. */
export function bibliographyOutline(entries: readonly BibEntry[]): OutlineItem[] {
  return entries.map((entry) => ({
    kind: 'work',
    name: entry.key,
    detail: entryLine(entry),
    span: entry.span,
    nameSpan: entry.keySpan,
    children: [],
  }));
}

/** `Smith 2020: Captioning with Nets`, as far as it is known. */
export function entryLine({ authors, year, title }: BibEntry): string {
  const [first] = authors;
  const who = [first === undefined ? '' : `${first.family}${authors.length > 1 ? ' et al.' : ''}`, year].filter(
    Boolean,
  );
  return [who.join(' '), shorten(title, longest)].filter(Boolean).join(': ');
}

function leaf(kind: OutlineItem['kind'], name: string, detail: string, span: Span): OutlineItem {
  return { kind, name, detail, span, nameSpan: span, children: [] };
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
