import { proseFacts } from '../facts/proseFacts.ts';
import type { Source } from '../library.ts';
import { type ProseMatch, supportingProse } from './proseMatch.ts';
import type { Figure, Utterance } from './utterance.ts';

/** A sentence of a source. */
export interface SourcedProse {
  readonly source: Source;
  readonly match: ProseMatch;
}

/** The sentence of some sources that states a figure in the most of its words, or null. */
export function proseSupport(utterance: Utterance, figure: Figure, sources: readonly Source[]): SourcedProse | null {
  let best: SourcedProse | null = null;
  for (const source of sources) {
    if (!source.document) continue;
    const match = supportingProse(utterance, figure, proseFacts(source.document));
    if (match && match.overlap > (best?.match.overlap ?? 0)) best = { source, match };
  }
  return best;
}
