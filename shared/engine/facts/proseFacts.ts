import type { Passage, SourceDocument } from '../documents/document.ts';
import type { Quantity } from '../text/quantity.ts';
import { readQuantities } from '../text/readQuantities.ts';
import { type Word, words } from './names.ts';

/** A number in a source's own sentence: its labels are the sentence's words. */
export interface ProseFact {
  readonly passage: Passage;
  /** Offsets into the passage's text. */
  readonly quantity: Quantity;
  readonly words: readonly Word[];
}

export interface ProseFacts {
  readonly facts: readonly ProseFact[];
  /** How much a word tells, 0 to 1: rare words of the document tell most. */
  readonly weight: (form: string) => number;
  /** Sentences of running text; a source of tables alone has none. */
  readonly sentences: number;
}

const known = new WeakMap<SourceDocument, ProseFacts>();

/** The numbers in the sentences and captions of a document, read once. */
export function proseFacts(document: SourceDocument): ProseFacts {
  const found = known.get(document);
  if (found) return found;
  const frequency = new Map<string, number>();
  const facts: ProseFact[] = [];
  let sentences = 0;
  for (const passage of document.passages) {
    const said = words(passage.text);
    for (const form of new Set(said.map((word) => word.form))) frequency.set(form, (frequency.get(form) ?? 0) + 1);
    if (passage.kind === 'sentence' && said.length > 4) sentences++;
    if (/\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b/i.test(passage.text))
      for (const quantity of readQuantities(passage.text)) facts.push({ passage, quantity, words: said });
  }
  const total = document.passages.length;
  const weight = (form: string): number => Math.log(1 + total / (frequency.get(form) ?? 1)) / Math.log(1 + total);
  const result = { facts, weight, sentences };
  known.set(document, result);
  return result;
}
