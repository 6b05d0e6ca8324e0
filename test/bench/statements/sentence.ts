import type { Random } from './random.ts';
import type { Mistake, Slot } from './slots.ts';

/** Words and numbers in their order. */
export type Sentence = readonly (string | Slot)[];

/** Puts words and numbers together: say`${name} reaches ${number}.`; null where one of them is missing. */
export function say(words: TemplateStringsArray, ...parts: readonly (string | Slot | null)[]): Sentence | null {
  const sentence: (string | Slot)[] = [];
  for (const [i, word] of words.entries()) {
    sentence.push(word);
    const part = parts[i];
    if (part === null) return null;
    if (part !== undefined) sentence.push(part);
  }
  return sentence;
}

const isSlot = (part: string | Slot): part is Slot => typeof part !== 'string';

/** A sentence as a marked draft, all of it true. */
export function soundText(sentence: Sentence, label: 'S' | 'N'): string {
  return sentence.map((part) => (isSlot(part) ? mark(part.text, label) : part)).join('');
}

/** A sentence as a marked draft with one mistake; null where it cannot be wrong in that way. */
export function wrongText(
  sentence: Sentence,
  label: 'S' | 'N',
  mistake: Mistake,
  cited: { readonly key: string; readonly other: string },
  random: Random,
): string | null {
  if (mistake === 'source') return citedElsewhere(sentence, label, cited);
  if (mistake === 'exchange') return exchanged(sentence, label);
  for (const slot of random.shuffled(sentence.filter(isSlot))) {
    const wrong = slot.wrong(mistake, random);
    if (wrong === null || wrong === slot.text) continue;
    return sentence
      .map((part) => (part === slot ? mark(wrong, 'C', slot.kind === 'phrase' ? null : slot.text) : part))
      .map((part) => (isSlot(part) ? mark(part.text, label) : part))
      .join('');
  }
  return null;
}

function citedElsewhere(
  sentence: Sentence,
  label: 'S' | 'N',
  { key, other }: { key: string; other: string },
): string | null {
  if (label === 'N' || sentence.some((part) => isSlot(part) && part.kind !== 'value')) return null;
  const words = sentence.map((part) => (isSlot(part) ? mark(part.text, 'M') : part)).join('');
  return words.replaceAll(`@${key}`, `@${other}`);
}

/** The first two values of a sentence in each other's place. */
function exchanged(sentence: Sentence, label: 'S' | 'N'): string | null {
  const [one, other] = sentence.filter((part) => isSlot(part)).filter(({ kind }) => kind === 'value');
  if (!one || !other || one.text === other.text || one.text.length !== other.text.length) return null;
  return sentence
    .map((part) => {
      if (part === one) return mark(other.text, 'C', one.text);
      if (part === other) return mark(one.text, 'C', other.text);
      return isSlot(part) ? mark(part.text, label) : part;
    })
    .join('');
}

function mark(text: string, label: string, truth: string | null = null): string {
  return truth === null ? `⟦${text}|${label}⟧` : `⟦${text}|${label}|${truth}⟧`;
}
