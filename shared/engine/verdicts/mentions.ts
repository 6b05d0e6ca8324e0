import { type Word, words } from '../facts/names.ts';
import { type Name, OWN, type TableLexicon } from '../facts/tableLexicon.ts';
import type { Figure } from './utterance.ts';

/** A place in an utterance that names rows or columns of a table. */
export interface Mention {
  readonly axis: Name['axis'];
  readonly level: number;
  /** Rows or columns that it may mean. */
  readonly places: readonly number[];
  /** 1 for a whole name, less for a part of one. */
  readonly strength: number;
  readonly text: string;
  /** Offsets into the utterance. */
  readonly start: number;
  readonly end: number;
}

/** From this strength on a mention is a whole name. */
export const WHOLE = 0.9;

/** The mentions that name rows by whole names. */
export const wholeRows = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter(({ axis, strength }) => axis === 'row' && strength >= WHOLE);

/** How many different sets of rows are named by whole names. */
export const distinctRows = (mentions: readonly Mention[]): number =>
  new Set(wholeRows(mentions).map(({ places }) => places.join())).size;

const PART = 0.8;
const ENOUGH = 0.45;
const LEAST_STRENGTH = 0.35;
// Words that stand in many headers and in nearly every sentence.
const GENERIC = new Set(
  'model method approach system result performance data set dataset task test train score baseline number value name type size our network setting metric benchmark sample base can may will not no more most other others all both each any up down high low first second last new old good best better time without full none original default'.split(
    ' ',
  ),
);

/**
 * All mentions of a table's names, the longest reading of each place first; parts of names where no whole name stands.
 * `numbered` are the words with those of the text's numbers among them, which only a whole name may hold.
 */
export function findMentions(
  found: readonly Word[],
  lexicon: TableLexicon,
  text: string,
  numbered: readonly Word[] = found,
): Mention[] {
  const named = wholeNames(numbered, lexicon, text);
  const whole = longest(named.filter((one) => found.some((word) => one.start <= word.start && word.end <= one.end)));
  const abbreviated = abbreviatedNames(found, lexicon, text).filter(
    (mention) => !whole.some((other) => overlap(mention, other)),
  );
  const wider = widerNames(found, lexicon, whole);
  const exact = [...whole.map((mention) => weakened(mention, wider, lexicon, text)), ...abbreviated].map((mention) =>
    isDenied(text, mention) ? { ...mention, strength: mention.strength * DENIED } : mention,
  );
  const all = [
    ...exact,
    ...wider,
    ...extendedNames(whole, lexicon),
    ...partsOfNames(found, lexicon, exact, text),
    ...ownSystem(lexicon, text, whole),
  ];
  return oneAxis(withoutQualified(all, text), text).sort((a, b) => a.start - b.start);
}

/** What may stand between a name and another that qualifies it: `A (large)`, `A (large) with B`. */
export const QUALIFIES = /^[)\]]?\s*(?:(?:with|using)\s+)?[([]?\s*$/;

/** "A (large)" does not name the row that is called A alone. */
function withoutQualified(mentions: readonly Mention[], text: string): Mention[] {
  const rows = wholeRows(mentions);
  const share = (one: Mention, other: Mention): boolean => one.places.some((place) => other.places.includes(place));
  return mentions.filter((one) => {
    if (one.axis !== 'row') return true;
    const beside = rows.filter(({ start }) => start >= one.end && QUALIFIES.test(text.slice(one.end, start)));
    return !beside.some(
      (next) => !share(one, next) && rows.some((twin) => twin.start === one.start && twin !== one && share(twin, next)),
    );
  });
}

/** True where a number stands in a name of the table: the 2.0 of "SQuAD 2.0". */
export function isPartOfName(mentions: readonly Mention[], { quantity }: Figure): boolean {
  return mentions.some(
    ({ text, start, end }) =>
      start < quantity.span.start && quantity.span.end <= end && text.includes(quantity.text) && text !== quantity.text,
  );
}

/** A single letter names something only as a capital that is no initial: `D`, not the D of "D. Geissenbuhler". */
function isLetterName(text: string, { start, end }: Word): boolean {
  return (
    /[\p{Lu}\d]/u.test(text.slice(start, end)) && text.charAt(end) !== '.' && !/[(\d]/.test(text.charAt(start - 1))
  );
}

function wholeNames(found: readonly Word[], lexicon: TableLexicon, text: string): Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < found.length; i++) {
    let form = '';
    let plain = '';
    for (let j = i; j < Math.min(found.length, i + lexicon.longest + 4); j++) {
      form += found[j]?.form ?? '';
      plain += found[j]?.plain ?? '';
      for (const name of lexicon.byJoined.get(form) ?? lexicon.byJoined.get(plain) ?? []) {
        const first = found[i] as Word;
        const last = found[j] as Word;
        // "The five systems" are not "our system".
        if (isGeneric(name) && /s$/i.test(text.slice(first.start, last.end)) && !/s$/i.test(name.text)) continue;
        if (last.end - first.start > 1 || isLetterName(text, first))
          mentions.push(mention(name, first, last, isGeneric(name) ? 0.6 : 1));
      }
    }
  }
  return mentions;
}

const APART = 48;

/** Names that hold a whole name and more words of the utterance beside it: "2-layer stacked BiLSTM" is no BiLSTM. */
function widerNames(found: readonly Word[], lexicon: TableLexicon, whole: readonly Mention[]): Mention[] {
  const mentions: Mention[] = [];
  for (const inner of whole) {
    const innerWords = found.filter((word) => word.start >= inner.start && word.end <= inner.end);
    const forms = innerWords.map((word) => word.form);
    const candidates = new Set(forms.flatMap((form) => lexicon.byWord.get(form) ?? []));
    for (const name of candidates) {
      if (name.axis !== inner.axis || name.forms.length <= forms.length || !goesOn(name, forms)) continue;
      const rest = name.forms.filter((form) => !forms.includes(form));
      const beside = found.filter(
        (word) =>
          rest.includes(word.form) &&
          !whole.some((other) => other !== inner && other.start <= word.start && word.end <= other.end) &&
          (word.end <= inner.start ? inner.start - word.end : word.start - inner.end) <= APART &&
          (word.end <= inner.start || word.start >= inner.end),
      );
      if (beside.length === 0) continue;
      const share = (forms.length + new Set(beside.map((word) => word.form)).size) / name.forms.length;
      const start = Math.min(inner.start, ...beside.map((word) => word.start));
      const end = Math.max(inner.end, ...beside.map((word) => word.end));
      mentions.push({
        axis: name.axis,
        level: name.level,
        places: name.places,
        strength: Math.min(1, 0.55 + 0.45 * share),
        text: name.text,
        start,
        end,
      });
    }
  }
  return mentions;
}

/** True where a name holds some words side by side in their order: Video-LLaVA is no part of LLaVA-Video-7B. */
const goesOn = (name: Name, forms: readonly string[]): boolean =>
  name.forms.some((_, at) => forms.every((form, i) => name.forms[at + i] === form));

const EXTENDED = 0.7;

/** Names that go on where the utterance stops: "ResNet-200" may be short for "ResNet-200 with ER". */
function extendedNames(whole: readonly Mention[], lexicon: TableLexicon): Mention[] {
  return whole.flatMap((inner) => {
    const forms = words(inner.text).map((word) => word.form);
    if (inner.axis === 'column' || forms.length === 0) return [];
    const wider = (lexicon.byWord.get(forms[0] ?? '') ?? []).filter(
      (name) => name.axis === inner.axis && name.forms.length > forms.length && goesOn(name, forms),
    );
    return wider.map((name) => ({
      ...inner,
      level: name.level,
      places: name.places,
      text: name.text,
      strength: inner.strength * EXTENDED,
    }));
  });
}

const UNKNOWN_PART = 0.55;

/** A whole name that is only a part of what the utterance names: beside a wider name, or behind a modifier it lacks. */
function weakened(one: Mention, wider: readonly Mention[], lexicon: TableLexicon, text: string): Mention {
  if (wider.some((other) => other.axis === one.axis && other.start <= one.start && other.end >= one.end))
    return { ...one, strength: one.strength * UNKNOWN_PART };
  const glued = isGlued(text, one);
  const modified =
    /(?:^|\s)(?:\p{Lu}[\p{L}\p{N}.-]*|\p{Ll}+-\p{L}+)\s$/u.test(text.slice(0, one.start)) &&
    !/(?:^|[.!?]\s+)\S+\s$/.test(text.slice(0, one.start));
  if (!glued && !modified) return one;
  if (isGluedBehind(text, one)) return { ...one, strength: one.strength * UNKNOWN_PART };
  const forms = words(one.text).map((word) => word.form);
  const hasWider = lexicon.names.some(
    (name) =>
      name.axis === one.axis && name.forms.length > forms.length && forms.every((form) => name.forms.includes(form)),
  );
  return hasWider ? { ...one, strength: one.strength * (glued ? UNKNOWN_PART : 0.75) } : one;
}

const DENIED = 0.4;

/** "Before filtering", "without attention": the name is said to be absent, unless it is a name with the denial in it. */
const isDenied = (text: string, { start }: Mention): boolean =>
  /\b(?:before|without|w\/o|prior\s+to|instead\s+of|rather\s+than|no)\s+(?:the\s+|any\s+|our\s+|its\s+)?$/i.test(
    text.slice(Math.max(0, start - 24), start),
  );

/** True where a word ends in what another begins: the SFT of "VLM-SFT". */
const isGluedBehind = (text: string, { start }: Pick<Mention, 'start'>): boolean =>
  /[\p{L}\p{N}][-+]$/u.test(text.slice(Math.max(0, start - 2), start));

/** True where a word goes on across a hyphen or plus. */
const isGlued = (text: string, { start, end }: Word | Mention): boolean =>
  isGluedBehind(text, { start }) || /^[-+][\p{L}\p{N}]/u.test(text.slice(end, end + 2));

const OWN_STRENGTH = 0.7;

const OWN_PHRASES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:we|our|ours)\b/gi, OWN_STRENGTH],
  [
    /\b(?:the|their|its|this)\s+(?:adapted|proposed|modified|recycled|repurposed|improved|fine-?tuned|new)\s+[\p{L}\p{N}][\p{L}\p{N}+.-]*/giu,
    0.95,
  ],
  [/\b(?:the\s+authors['’]|their)\s+(?:own\s+)?(?:model|method|system|approach|network)\b/gi, 0.95],
];

/** "We reach …", "the adapted BLIP-2", "their method": the source's own system, where a row of the table is called so. */
function ownSystem(lexicon: TableLexicon, text: string, whole: readonly Mention[]): Mention[] {
  const own = lexicon.names.filter((name) => name.axis === 'row' && OWN.test(name.text));
  if (own.length === 0) return [];
  // "Our Heron" means that row and no other of "Our Heron", "Our Tern".
  const isSpelledOut = (end: number): boolean =>
    whole.some((one) => OWN.test(one.text) && one.start >= end && one.start - end <= 1);
  return OWN_PHRASES.flatMap(([phrase, strength]) =>
    [...text.matchAll(phrase)].flatMap((match) =>
      isSpelledOut(match.index + match[0].length)
        ? []
        : own.map((name) => ({
            axis: name.axis,
            level: name.level,
            places: name.places,
            strength,
            text: name.text,
            start: match.index,
            end: match.index + match[0].length,
          })),
    ),
  );
}

/** A word that names both a row and a column names the one that nothing else names, and behind "on" the column. */
function oneAxis(mentions: readonly Mention[], text: string): Mention[] {
  const columns = mentions.filter(({ axis }) => axis === 'column');
  const isPlace = ({ start }: Mention): boolean =>
    PLACE.test(text.slice(0, start)) ||
    columns.some(
      (other) =>
        other.end < start && JOINS.test(text.slice(other.end, start)) && PLACE.test(text.slice(0, other.start)),
    );
  /** "Heron: 41.2" */
  const isLabel = ({ start, end }: Mention): boolean => text.slice(0, start).trim() === '' && text[end] === ':';
  const hasOther = (axis: Mention['axis'], { start, end }: Mention): boolean =>
    mentions.some(
      (other) => other.axis === axis && (other.start >= end || other.end <= start) && other.strength >= 0.5,
    );
  return mentions.filter((one) => {
    const twin = mentions.some(
      (other) =>
        other.axis !== one.axis &&
        other.start < one.end &&
        one.start < other.end &&
        other.strength >= one.strength - 0.1,
    );
    if (!twin) return true;
    if (isPlace(one) && hasOther('row', one)) return one.axis === 'column';
    if (isLabel(one) && !hasOther('row', one)) return one.axis === 'row';
    return !hasOther(one.axis, one) || (one.axis === 'row' && hasOther('column', one));
  });
}

const PLACE = /\bon\s+(?:the\s+)?$/i;
/** What stands between the members of a list. */
export const JOINS = /^[\s,;/&()%]*(?:and|or)?[\s(]*(?:the\s+|on\s+|for\s+)?$/;

const isGeneric = (name: Name): boolean => name.forms.every((form) => GENERIC.has(form));

function mention(name: Name, first: Word, last: Word, strength: number): Mention {
  return {
    axis: name.axis,
    level: name.level,
    places: name.places,
    strength,
    text: name.text,
    start: first.start,
    end: last.end,
  };
}

/** Drops mentions inside of longer ones: "VLM" in "VLM-RLAIF", "video" in "Video-LLaVA". */
function longest(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(
    (one) =>
      !mentions.some(
        (other) => other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start,
      ),
  );
}

const overlap = (a: Mention, b: Mention): boolean => a.axis === b.axis && a.start < b.end && b.start < a.end;

/** Names cut short: `Corr.` for "correctness", `WeakSup` for "weakly supervised". */
function abbreviatedNames(found: readonly Word[], lexicon: TableLexicon, text: string): Mention[] {
  const single = lexicon.names.filter((name) => name.forms.length === 1);
  const blended = single.flatMap((name) => {
    const form = name.text.toLowerCase().replace(/\.$/, '');
    if (!/^\p{L}{6,16}$/u.test(form)) return [];
    return found.slice(1).flatMap((second, i) => {
      const first = found[i] as Word;
      return second.start - first.end <= 1 && isBlend(form, first.form, second.form)
        ? [mention(name, first, second, 0.9)]
        : [];
    });
  });
  const cut = single
    .filter((name) => /^\p{L}{2,6}\.$/u.test(name.text))
    .flatMap((name) => {
      const stem = name.text.slice(0, -1).toLowerCase();
      return found
        .filter((word) => word.form.length > stem.length && word.form.startsWith(stem))
        .map((word) => mention(name, word, word, isGlued(text, word) ? 0.9 * UNKNOWN_PART : 0.9));
    });
  return [...blended, ...cut.filter((one) => !blended.some((other) => overlap(one, other)))];
}

const LEAST_STEM = 3;

/** True where `form` is the beginning of one word and then the beginning of the next. */
function isBlend(form: string, first: string, second: string): boolean {
  for (let at = LEAST_STEM; at <= form.length - LEAST_STEM; at++)
    if (first.startsWith(form.slice(0, at)) && second.startsWith(form.slice(at)) && first + second !== form)
      return true;
  return false;
}

/** True for a word of capitals that a header ends in, as one of two levels that ran together does: `PondNet FLOPS`. */
const isEndOf =
  (name: Name, text: string) =>
  ({ start, end }: Word): boolean => {
    const word = text.slice(start, end);
    return /\p{Lu}.*\p{Lu}/u.test(word) && name.text.endsWith(` ${word}`);
  };

/** Names of which the utterance holds the telling words, such as "2-layer stacked BiLSTM" for "2 stacked BiLSTM". */
function partsOfNames(
  found: readonly Word[],
  lexicon: TableLexicon,
  exact: readonly Mention[],
  text: string,
): Mention[] {
  const mentions: Mention[] = [];
  for (const axis of ['row', 'column'] as const) {
    const taken = exact.filter((one) => one.axis === axis);
    const free = found.filter(
      (word) => !GENERIC.has(word.form) && !taken.some((one) => word.start < one.end && one.start < word.end),
    );
    const names = new Set(
      free.flatMap((word) => lexicon.byWord.get(word.form) ?? []).filter((name) => name.axis === axis),
    );
    const weigh = (form: string): number =>
      GENERIC.has(form)
        ? 0.15
        : (/^[\d.]+$/.test(form) ? 0.5 : 1) /
          Math.sqrt((lexicon.byWord.get(form) ?? []).filter((name) => name.axis === axis).length || 1);
    for (const name of names) {
      const total = name.forms.reduce((sum, form) => sum + weigh(form), 0);
      const hits = free.filter((word) => name.forms.includes(word.form));
      const distinct = new Set(hits.map((word) => word.form));
      const said = [...distinct].reduce((sum, form) => sum + weigh(form), 0) / total;
      const share = axis === 'column' && hits.some(isEndOf(name, text)) ? Math.max(said, ENOUGH) : said;
      // A part that ends in other digits is another name: v1.5 is not v2.5.
      if (share < ENOUGH || [...distinct].every((form) => /^[\d.]+$/.test(form))) continue;
      const strength = share * PART;
      const first = hits[0];
      const last = hits.at(-1);
      if (first && last && strength >= LEAST_STRENGTH)
        mentions.push(mention(name, first, last.start - first.end > 40 ? first : last, strength));
    }
  }
  return mentions.filter(
    (one) => !mentions.some((other) => other !== one && overlap(one, other) && other.strength > one.strength + 0.15),
  );
}
