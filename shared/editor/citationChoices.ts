import { type Citation, type CiteKey, type Draft, holds, type Library } from '../engine/index.ts';
import { shorten } from '../findings/index.ts';
import { citeContextAt, sentenceAround } from './citeContext.ts';
import { authorYear, titleOf } from './describe.ts';
import { referenceStyleOf } from './documentStyle.ts';
import { rankSources } from './rankSources.ts';
import { plainReference } from './reference.ts';
import { isVerbatim } from './verbatim.ts';

/** A source in a list from which citations are picked. */
export interface CitationChoice {
  readonly key: CiteKey;
  /** `Qin et al. 2025`; empty where neither authors nor year are known. */
  readonly byline: string;
  readonly title: string;
  /** As a list of references has it, in the style of the draft; plain text. */
  readonly reference: string;
  readonly tables: number;
  /** The table that states a number of the sentence (`Table 2`); null where none does. */
  readonly states: string | null;
}

export interface CitationChoices {
  /** What was typed of a key at the caret. */
  readonly query: string;
  /** The likeliest first, none that the citation at the caret has already. */
  readonly choices: readonly CitationChoice[];
}

/** The sources that can be cited at `offset`, all of them; null in code and front matter. */
export function citationChoicesAt(draft: Draft, library: Library, offset: number): CitationChoices | null {
  if (isVerbatim(draft, offset)) return null;
  const typed = unfinishedKey(draft, library, offset);
  const sentence = typed?.sentence ?? sentenceAround(draft.text, { start: offset, end: offset });
  const cited = typed?.cited ?? citedAt(draft, offset).map(({ key }) => key);
  const { best } = rankSources(draft, library, { query: '', sentence, cited, offset }, Number.POSITIVE_INFINITY);
  const style = referenceStyleOf(draft);
  return {
    query: typed?.query ?? '',
    choices: best.map(({ key, source, stating }) => ({
      key,
      byline: authorYear(source),
      title: shorten(titleOf(source), 120),
      reference: plainReference(source, style),
      tables: source.document?.tables.length ?? 0,
      states: stating === null ? null : (source.document?.tables[stating.tableIndex]?.label ?? 'a table'),
    })),
  };
}

/** The citations of the group that `offset` stands in or behind; empty where there is none. */
export function citedAt({ citations }: Draft, offset: number): Citation[] {
  const group = citations.find((citation) => holds(citation.group, offset))?.group;
  return group === undefined ? [] : citations.filter((citation) => citation.group.start === group.start);
}

/** The key that is being written at `offset`, unless it is whole. */
export function unfinishedKey(draft: Draft, library: Library, offset: number): ReturnType<typeof citeContextAt> {
  const whole = draft.citations.some(({ key, span }) => holds(span, offset) && library.sources.has(key));
  return whole ? null : citeContextAt(draft, offset);
}
