import type { Draft, DraftProse } from '../claims/draft.ts';
import { moveCitation } from '../claims/draftProse.ts';
import { type Candidate, findStatements, type Statement } from '../claims/findClaims.ts';
import { sentenceSpans } from '../text/sentences.ts';
import { type Span, shift } from '../text/span.ts';
import { caretBlock } from './caretBlock.ts';

/** A statement that is being written, with the number that is to stand at the caret. */
export interface Unfinished {
  readonly statement: Statement;
  /** Stands for the number to come: its digits mean nothing. */
  readonly candidate: Candidate;
}

/**
 * The statement at the caret, read as if a number stood there in place of `typed`, the digits that the writer has begun.
 * Null where no number of a claim can stand: outside of prose, behind "Section".
 */
export function unfinishedAt(draft: Draft, typed: Span): Unfinished | null {
  const blocks = caretBlock(draft, typed.start);
  const block = blocks.pop();
  if (block?.kind !== 'prose') return null;
  const statements = findStatements({ ...draft, blocks: [...blocks, withNumber(block, typed)] });
  for (const statement of statements)
    for (const candidate of statement.candidates)
      if (candidate.span.start === typed.start + 1) return { statement, candidate };
  return null;
}

/** A number as results have it, apart from the word before it. */
const NUMBER = ' 50.5';

/** The block with the number at the caret; what follows is moved. */
function withNumber(block: DraftProse, typed: Span): DraftProse {
  const { start } = block.span;
  const rest = block.masked.slice(typed.end - start);
  const number = /^[\p{L}\p{N}]/u.test(rest) ? `${NUMBER} ` : NUMBER;
  const masked = block.masked.slice(0, typed.start - start).padEnd(typed.start - start) + number + rest;
  const by = number.length - (typed.end - typed.start);
  return {
    ...block,
    masked,
    printed: block.printed.map((one) => (one.span.start >= typed.start ? { ...one, span: shift(one.span, by) } : one)),
    span: { start, end: start + masked.length },
    sentences: sentenceSpans(masked, start),
    citations: block.citations.map((one) => (one.span.start >= typed.start ? moveCitation(one, by) : one)),
  };
}
