import { type CiteKey, citeKey, type Draft, type Library, type Span } from '../engine/index.ts';
import { shorten } from '../findings/index.ts';
import { citeContextAt } from './citeContext.ts';
import { authorYear, titleOf } from './describe.ts';
import { rankSources } from './rankSources.ts';

export interface CiteCompletion {
  readonly key: CiteKey;
  /** `Qin et al. 2025` */
  readonly byline: string;
  readonly title: string;
  /** What an editor may filter by while it waits for the next answer; begins with what was typed. */
  readonly filter: string;
  readonly newText: string;
}

export interface CiteCompletions {
  /** What every item replaces. */
  readonly replace: Span;
  /** The best first. */
  readonly items: readonly CiteCompletion[];
  /** True where more sources fit than there are items. */
  readonly isCut: boolean;
}

const mostItems = 100;

/**
 * The citations that fit at `offset`: sources whose key, author, title, year or venue matches every word that was typed,
 * the likeliest for the sentence first, none that the group cites already. Null where none is being written.
 */
export function citeCompletionsAt(draft: Draft, library: Library, offset: number): CiteCompletions | null {
  const context = citeContextAt(draft, offset);
  if (context === null) return null;
  const { query, replace } = context;
  // Behind a whole key the text goes on: `@smith2020 shows that`.
  const typed = draft.text.slice(replace.start, offset);
  if (/\s/.test(typed) && library.sources.has(citeKey(query.split(' ')[0] ?? ''))) return null;
  const { best, isCut } = rankSources(draft, library, { ...context, offset }, mostItems);
  return {
    replace,
    isCut,
    items: best.map(({ key, foldedKey, source }) => ({
      key,
      byline: authorYear(source),
      title: shorten(titleOf(source), 80),
      filter: shorten(`${typed} ${foldedKey} ${authorYear(source)}`.trim(), 80),
      newText: context.write([key]),
    })),
  };
}
