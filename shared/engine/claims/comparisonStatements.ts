import type { MappedText } from '../text/mappedText.ts';
import type { Span } from '../text/span.ts';
import type { Citation, Draft, DraftProse } from './draft.ts';
import { findComparisons, type Phrase } from './findComparisons.ts';
import { findSummaries } from './findSummaries.ts';
import { countsOwnThings, isOwnWork } from './nonClaims.ts';
import { spoken } from './spoken.ts';
import type { Summary } from './summary.ts';

/** What of a sentence compares: phrases between cells, and summaries of whole rows, columns and tables. */
export interface Compared {
  readonly phrases: readonly Phrase[];
  readonly summaries: readonly Summary[];
}

/** Reads what a sentence compares. */
export function readCompared(text: string): Compared {
  return { phrases: findComparisons(text), summaries: countsOwnThings(text) ? [] : findSummaries(text) };
}

/** A sentence of a draft that compares, with what vouches for it. */
export interface ComparisonStatement extends Compared {
  readonly text: string;
  /** Leads from offsets into the text to the draft. */
  readonly toDraft: MappedText['toSource'];
  /** The sentence, in the draft. */
  readonly span: Span;
  /** The heading above it. */
  readonly around: string;
  /** Both sides of a comparison may carry their citation, so that all of the sentence vouch for it. */
  readonly citations: readonly Citation[];
  readonly cited: 'sentence' | 'paragraph' | 'none';
}

/** The sentences of a draft that compare without a number, in order. Headings and tables hold none. */
export function findComparisonStatements(
  draft: Draft,
  find: (text: string) => Compared = readCompared,
): ComparisonStatement[] {
  const statements: ComparisonStatement[] = [];
  let heading = '';
  for (const block of draft.blocks) {
    if (block.kind === 'heading') heading = block.title;
    if (block.kind === 'prose') statements.push(...proseStatements(block, heading, find));
  }
  return statements;
}

function proseStatements(block: DraftProse, around: string, find: (text: string) => Compared): ComparisonStatement[] {
  return block.sentences.flatMap((span, i) => {
    const { text, toSource } = spoken(block, span);
    const { phrases, summaries } = find(text);
    if (phrases.length === 0 && summaries.length === 0) return [];
    // A citation group right behind the full stop still belongs to the sentence.
    const end = block.sentences[i + 1]?.start ?? block.span.end;
    const own = block.citations.filter(({ group }) => group.start >= span.start && group.start < end);
    if (own.length === 0 && isOwnWork(text)) return [];
    const citations = own.length > 0 ? own : block.citations;
    return [
      {
        text,
        toDraft: toSource,
        phrases,
        summaries,
        span,
        around,
        citations,
        cited: own.length > 0 ? 'sentence' : citations.length > 0 ? 'paragraph' : 'none',
      },
    ];
  });
}
