import { canonicalWord, type Word, words } from '../facts/names.ts';
import type { TableLexicon } from '../facts/tableLexicon.ts';
import type { Mention } from './mentions.ts';

const LEAST = 0.5;
/** How firmly a name is read that was said without its size: the "Net" of "Net/300". */
const SIZELESS = 0.8;

/**
 * The names that count in a sentence: firm enough, the strongest of each place, no "we" where a system is named. A name
 * spelled out is that name, whatever longer names begin with it.
 */
export function soundMentions(text: string, found: readonly Mention[], exact: readonly Mention[]): Mention[] {
  const overlap = (a: Mention, b: Mention): boolean => a.axis === b.axis && a.start < b.end && b.start < a.end;
  const mentions = [...exact, ...found.filter((one) => !exact.some((other) => overlap(one, other)))];
  const firm = mentions
    .map((mention) =>
      mention.strength < SIZELESS && (lacksSize(text, mention) || isSpelledOut(text, mention))
        ? { ...mention, strength: SIZELESS }
        : mention,
    )
    .filter((mention) => mention.strength >= LEAST && !isNumbering(text, mention) && !isOthers(text, mention));
  const best = firm.filter(
    (one) =>
      !firm.some(
        (other) =>
          other !== one && other.level === one.level && overlap(one, other) && other.strength > one.strength + 0.01,
      ),
  );
  const isWe = ({ start, end }: Mention): boolean => /^(?:we|our|ours|us)$/i.test(text.slice(start, end));
  return best.filter(
    (one) => !isWe(one) || !best.some((other) => other.axis === one.axis && !isWe(other) && other.start > one.start),
  );
}

/** Names that a sentence spells out, not glued to more: "GDPL", but not the GDPL of "GDPL-sess". */
export function exactMentions(text: string, found: readonly Word[], lexicon: TableLexicon): Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < found.length; i++) {
    let form = '';
    for (let j = i; j < Math.min(found.length, i + lexicon.longest + 2); j++) {
      form += found[j]?.form ?? '';
      const [start, end] = [found[i]?.start ?? 0, found[j]?.end ?? 0];
      if (
        /[\p{L}\p{N}][-+/]$/u.test(text.slice(0, start)) ||
        /^[-+/][\p{L}\p{N}]/u.test(text.slice(end)) ||
        !/\p{Lu}|\d\D/u.test(text.slice(start, end))
      )
        continue;
      // A name in capitals throughout is the same name: "ORACLE" of a row "Oracle".
      const small = i === j ? canonicalWord(capitalized(text.slice(start, end))) : form;
      for (const { axis, level, places, text: name } of lexicon.byJoined.get(form) ?? lexicon.byJoined.get(small) ?? [])
        mentions.push({ axis, level, places, text: name, strength: 1, start, end });
    }
  }
  return mentions.filter(
    (one) =>
      !mentions.some(
        (other) =>
          other.axis === one.axis &&
          other.start <= one.start &&
          one.end <= other.end &&
          other.end - other.start > one.end - one.start,
      ),
  );
}

/** True for "our model" where a row is called so. */
const isSpelledOut = (text: string, { start, end, text: name }: Mention): boolean =>
  text.slice(start, end).toLowerCase() === name.toLowerCase();

/** True where all that a mention leaves out of a name is a number behind it. */
function lacksSize(text: string, { start, end, text: name }: Mention): boolean {
  const said = words(text.slice(start, end)).map(({ form }) => form);
  const whole = words(name).map(({ form }) => form);
  return (
    whole.length > said.length &&
    said.length > 0 &&
    said.every((form, i) => form === whole[i]) &&
    whole.slice(said.length).every((form) => /^\d+$/.test(form)) &&
    /\p{Lu}.*\p{Lu}/u.test(text.slice(start, end))
  );
}

/** The "models" of "all other models" are not "our model". */
const isOthers = (text: string, { start, text: name }: Mention): boolean =>
  /^our\b/i.test(name) &&
  /\b(?:other|others|all|these|those|baseline|previous|existing)\s+$/i.test(text.slice(0, start));

const capitalized = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();

/** "Table 3", "top 5": digits that number something else. */
const isNumbering = (text: string, { start, end }: Mention): boolean =>
  /^\d{1,3}$/.test(text.slice(start, end)) &&
  /\b(?:tables?|figures?|fig\.?|sections?|sec\.?|equations?|appendix|top|rank|and|of|by|to)[\s~-]*$/i.test(
    text.slice(0, start),
  );
