import type { Word } from '../facts/names.ts';
import type { Name, TableLexicon } from '../facts/tableLexicon.ts';

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

const PART = 0.8;
const ENOUGH = 0.45;
const LEAST_STRENGTH = 0.35;
// Words that stand in many headers and in nearly every sentence.
const GENERIC = new Set(
  'model method approach system result performance data set dataset task test train score baseline number value name type size our network setting metric benchmark sample base'.split(' '),
);

/** All mentions of a table's names, the longest reading of each place first; parts of names where no whole name stands. */
export function findMentions(found: readonly Word[], lexicon: TableLexicon): Mention[] {
  const whole = longest(wholeNames(found, lexicon));
  const abbreviated = abbreviatedNames(found, lexicon).filter((mention) => !whole.some((other) => overlap(mention, other)));
  const exact = [...whole, ...abbreviated];
  return [...exact, ...partsOfNames(found, lexicon, exact)].sort((a, b) => a.start - b.start);
}

function wholeNames(found: readonly Word[], lexicon: TableLexicon): Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < found.length; i++) {
    let form = '';
    for (let j = i; j < Math.min(found.length, i + lexicon.longest + 4); j++) {
      form += found[j]?.form ?? '';
      for (const name of lexicon.byJoined.get(form) ?? []) mentions.push(mention(name, found[i] as Word, found[j] as Word, isGeneric(name) ? 0.6 : 1));
    }
  }
  return mentions;
}

const isGeneric = (name: Name): boolean => name.forms.every((form) => GENERIC.has(form));

function mention(name: Name, first: Word, last: Word, strength: number): Mention {
  return { axis: name.axis, level: name.level, places: name.places, strength, text: name.text, start: first.start, end: last.end };
}

/** Drops mentions inside of longer ones: "VLM" in "VLM-RLAIF", "video" in "Video-LLaVA". */
function longest(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(
    (one) => !mentions.some((other) => other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start),
  );
}

const overlap = (a: Mention, b: Mention): boolean => a.axis === b.axis && a.start < b.end && b.start < a.end;

/** `Corr.` for "correctness": a header cut off by a point. */
function abbreviatedNames(found: readonly Word[], lexicon: TableLexicon): Mention[] {
  const cut = lexicon.names.filter((name) => name.forms.length === 1 && /^\p{L}{2,6}\.$/u.test(name.text));
  return cut.flatMap((name) => {
    const stem = name.text.slice(0, -1).toLowerCase();
    return found.filter((word) => word.form.length > stem.length && word.form.startsWith(stem)).map((word) => mention(name, word, word, 0.9));
  });
}

/** Names of which the utterance holds the telling words, such as "2-layer stacked BiLSTM" for "2 stacked BiLSTM". */
function partsOfNames(found: readonly Word[], lexicon: TableLexicon, exact: readonly Mention[]): Mention[] {
  const mentions: Mention[] = [];
  for (const axis of ['row', 'column'] as const) {
    const taken = exact.filter((one) => one.axis === axis);
    const free = found.filter((word) => !GENERIC.has(word.form) && !taken.some((one) => word.start < one.end && one.start < word.end));
    const names = new Set(free.flatMap((word) => lexicon.byWord.get(word.form) ?? []).filter((name) => name.axis === axis));
    const weigh = (form: string): number =>
      GENERIC.has(form) ? 0.15 : 1 / Math.sqrt((lexicon.byWord.get(form) ?? []).filter((name) => name.axis === axis).length || 1);
    for (const name of names) {
      const total = name.forms.reduce((sum, form) => sum + weigh(form), 0);
      const hits = free.filter((word) => name.forms.includes(word.form));
      const distinct = new Set(hits.map((word) => word.form));
      const share = [...distinct].reduce((sum, form) => sum + weigh(form), 0) / total;
      // A part that ends in other digits is another name: v1.5 is not v2.5.
      if (share < ENOUGH || [...distinct].every((form) => /^[\d.]+$/.test(form))) continue;
      const strength = share * PART;
      const first = hits[0];
      const last = hits.at(-1);
      if (first && last && strength >= LEAST_STRENGTH) mentions.push(mention(name, first, last.start - first.end > 40 ? first : last, strength));
    }
  }
  return mentions.filter((one) => !mentions.some((other) => other !== one && overlap(one, other) && other.strength > one.strength + 0.15));
}
