import type { Quantity } from '../text/quantity.ts';
import { readQuantities } from '../text/readQuantities.ts';
import { type Span, shift } from '../text/span.ts';
import type { Citation, Draft, DraftProse, DraftTable } from './draft.ts';
import { createListLeads, type ListLead } from './listLeads.ts';
import { countsOwnThings, isNoClaim, isOwnWork } from './nonClaims.ts';
import { spoken } from './spoken.ts';

/** A number of a statement that may be a claim. */
export interface Candidate {
  /** Its offsets are into `Statement.text`. */
  readonly quantity: Quantity;
  /** In the draft. */
  readonly span: Span;
  readonly citations: readonly Citation[];
  readonly cited: 'sentence' | 'paragraph' | 'none';
}

/** A sentence, or one cell of a draft's table with its headers, whose numbers are judged together. */
export interface Statement {
  readonly text: string;
  readonly candidates: readonly Candidate[];
  /** The sentence or row, in the draft. */
  readonly span: Span;
  /** What may name what the statement leaves open: the heading, or the caption of the draft's table. */
  readonly around: string;
  /**
   * The last sentence before it that stands on its own, where this one leans on it by a pronoun or ellipsis, or what
   * leads the list that it stands in; else empty.
   */
  readonly before: string;
  readonly place: 'sentence' | 'cell';
}

/** The statements of a draft that hold numbers which may be claims, in order. */
export function findStatements(draft: Draft, read: ReadClaimable = readClaimable): Statement[] {
  const statements: Statement[] = [];
  let heading = '';
  const leadOf = createListLeads(draft);
  for (const block of draft.blocks) {
    const lead = leadOf(block);
    if (block.kind === 'heading') heading = block.title;
    else if (block.kind === 'prose') statements.push(...proseStatements(block, heading, lead, read));
    else statements.push(...tableStatements(block, heading, read));
  }
  return statements;
}

// Words that lean on the sentence before: pronouns at its start, ellipsis.
const LEANING =
  /^\W*(?:it|its|they|their|this|these|that|those|he|she|both|the (?:same|former|latter|gap|gain|difference|other)|there|here|on the same|also|again|with|and|but|while|by contrast|in contrast|however|similarly|for comparison)\b/i;
const LEANING_INSIDE = /\b(?:it|its|they|their|the same|there|the former|the latter)\b/i;

function proseStatements(block: DraftProse, heading: string, lead: ListLead | null, read: ReadClaimable): Statement[] {
  const statements: Statement[] = [];
  const around = block.citations.length > 0 ? block.citations : (lead?.citations ?? []);
  let before = lead?.text ?? '';
  for (const sentence of block.sentences) {
    const { text, toSource } = spoken(block, sentence);
    const citations = block.citations.filter(
      ({ group }) => group.start >= sentence.start && group.start < trailing(block, sentence),
    );
    const own = citations.length === 0 && isOwnWork(text);
    const candidates = own
      ? []
      : read(text).map((quantity): Candidate => {
          const span = toSource(quantity.span);
          const near = vouching(citations, span);
          if (near.length > 0) return { quantity, span, citations: near, cited: 'sentence' };
          return {
            quantity,
            span,
            citations: around,
            cited: around.length > 0 ? 'paragraph' : 'none',
          };
        });
    const leans = LEANING.test(text) || LEANING_INSIDE.test(text);
    if (candidates.length > 0)
      statements.push({
        text,
        candidates,
        span: sentence,
        around: heading,
        before: leans ? before : (lead?.text ?? ''),
        place: 'sentence',
      });
    // What a chain of pronouns points back to is what its first sentence names.
    if (!leans) before = text;
  }
  return statements;
}

/** The numbers of a sentence that may be claims; offsets into it. */
export type ReadClaimable = (text: string) => readonly Quantity[];

/** The numbers of a stretch of prose or of a cell that may be claims, in order. */
export function readClaimable(text: string): Quantity[] {
  return readQuantities(text).filter(
    (quantity) => !isNoClaim(text, quantity) && !(quantity.spelled && countsOwnThings(text)),
  );
}

/** A citation group right behind the sentence's full stop still vouches for it. */
function trailing(block: DraftProse, sentence: Span): number {
  const next = block.sentences.find((other) => other.start > sentence.start);
  return next ? next.start : block.span.end;
}

/** The citations that vouch for a number of their sentence: the next group behind it, with those named before it. */
function vouching(citations: readonly Citation[], number: Span): Citation[] {
  const next = citations.find((citation) => citation.span.start >= number.end);
  const named = citations.filter((citation) => citation.mode === 'narrative' && citation.span.end <= number.start);
  if (next && next.mode !== 'narrative')
    return [...named, ...citations.filter((citation) => citation.group.start === next.group.start)];
  const last = named.at(-1) ?? citations.findLast((citation) => citation.span.end <= number.start) ?? next;
  return last ? citations.filter((citation) => citation.group.start === last.group.start) : [];
}

function tableStatements(table: DraftTable, heading: string, read: ReadClaimable): Statement[] {
  const statements: Statement[] = [];
  for (const row of table.rows) {
    const first = row[0];
    const last = row.at(-1);
    if (!first || !last) continue;
    const span = { start: first.span.start, end: last.span.end };
    const cited = table.citations.filter(
      (citation) => citation.span.start >= span.start && citation.span.end <= span.end,
    );
    for (const [c, cell] of row.entries()) {
      if (c === 0) continue;
      const { text, toSource } = spoken(cell);
      const quantities = read(text);
      if (
        quantities.length === 0 ||
        /\p{L}{3}/u.test(text.replace(/\b(?:million|billion|thousand|points?|percent)\b/g, ''))
      )
        continue;
      // The headers are put before the cell, so that it reads as a short sentence.
      const labels = [
        spoken(first).text,
        table.header[c]?.masked ?? '',
        ...row
          .slice(1, c)
          .map((other) => spoken(other).text)
          .filter((other) => !/\d/.test(other)),
      ];
      const lead = `${labels.map((label) => label.trim()).join(' , ')} = `;
      const citations = cited.length > 0 ? cited : table.citations;
      statements.push({
        text: lead + text,
        candidates: quantities.map((quantity) => ({
          quantity: { ...quantity, span: shift(quantity.span, lead.length) },
          span: toSource(quantity.span),
          citations,
          cited: cited.length > 0 ? 'sentence' : citations.length > 0 ? 'paragraph' : 'none',
        })),
        span,
        around: `${heading}. ${table.caption}`,
        before: '',
        place: 'cell',
      });
    }
  }
  return statements;
}
