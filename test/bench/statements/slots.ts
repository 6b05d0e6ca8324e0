import type { Quantity } from '../../../shared/engine/text/quantity.ts';
import type { NamedTable, Subject, Topic } from './namedTable.ts';
import type { Random } from './random.ts';

/**
 * How a number is made wrong: the value of another row or column, of another table, a changed digit, the difference of
 * two other cells, two numbers exchanged, or another source cited. A phrase that compares is turned round.
 */
export const MISTAKES = ['row', 'column', 'table', 'digit', 'chance', 'exchange', 'source', 'reversed'] as const;
export type Mistake = (typeof MISTAKES)[number];

/** A number (or comparing phrase) of a statement: as it is true, and as it is wrong. */
export interface Slot {
  readonly kind: 'value' | 'computed' | 'phrase';
  readonly text: string;
  /** The text with a mistake; null where this number cannot be wrong in that way. */
  wrong(mistake: Mistake, random: Random): string | null;
}

/** All tables that statements are made of, and the one that a statement speaks of. */
export interface Tables {
  readonly all: readonly NamedTable[];
  readonly here: NamedTable;
}

type Print = (quantity: Quantity) => string;

/** The number of one place, as the source prints it or as `print` does. */
export function valueSlot(
  { all, here }: Tables,
  subject: Subject,
  topic: Topic,
  print: Print = ({ text }) => text,
): Slot | null {
  const truth = here.at(subject, topic);
  if (!truth) return null;
  const told = all.filter(({ key }) => key === here.key);
  const forbidden = told.flatMap((table) => namesakes(table, subject, topic));
  const isOther = (one: Quantity): boolean =>
    isLike(one, truth) && forbidden.every((value) => !isSame(print(one), print(value)));
  const choose = (list: readonly (Quantity | null)[], random: Random): string | null => {
    const found = random.pick(list.filter((one) => one !== null && isOther(one)) as Quantity[]);
    return found ? print(found) : null;
  };
  return {
    kind: 'value',
    text: print(truth),
    wrong(mistake, random) {
      const { subjects, topics } = here;
      if (mistake === 'row')
        return choose(
          subjects.map((other) => here.at(other, topic)),
          random,
        );
      if (mistake === 'column')
        return choose(
          topics.map((other) => here.at(subject, other)),
          random,
        );
      if (mistake === 'table') return choose(all.filter((table) => table !== here).flatMap(valuesOf), random);
      if (mistake !== 'digit') return null;
      const printed = new Set(told.flatMap(valuesOf).map(print));
      return changedDigit(print(truth), random, (text) => !printed.has(text));
    },
  };
}

/** What an operation gives over the numbers of two rows in one column. */
export interface Operation {
  readonly result: (a: number, b: number) => number;
  readonly print: (result: number, decimals: number) => string;
}

export function computedSlot({ all, here }: Tables, a: Subject, b: Subject, topic: Topic, by: Operation): Slot | null {
  const first = here.at(a, topic);
  const second = here.at(b, topic);
  if (!first || !second || first.scale !== 1 || second.scale !== 1) return null;
  const decimals = Math.max(first.decimals, second.decimals);
  const text = by.print(by.result(first.value, second.value), decimals);
  if (Number.parseFloat(text) <= 0) return null;
  const forbidden = all
    .filter(({ key }) => key === here.key)
    .flatMap((table) =>
      namesakes(table, a, topic).flatMap((one) =>
        namesakes(table, b, topic).map((other) => by.print(Math.abs(by.result(one.value, other.value)), decimals)),
      ),
    );
  const isOther = (result: string): boolean => {
    const ratio = Number.parseFloat(result) / Number.parseFloat(text);
    return ratio > 1 / FAR && ratio < FAR && [text, ...forbidden].every((value) => !isNear(result, value));
  };
  return {
    kind: 'computed',
    text,
    wrong(mistake, random) {
      if (mistake === 'digit') return changedDigit(text, random, isOther);
      if (mistake !== 'chance') return null;
      const chosen = here.topics.flatMap((other) => {
        const x = here.at(a, other);
        const y = here.at(b, other);
        return x && y && x.scale === 1 && y.scale === 1
          ? [by.print(Math.abs(by.result(x.value, y.value)), decimals)]
          : [];
      });
      const inColumn = here.subjects.flatMap((one) => {
        const x = here.at(one, topic);
        return x ? [by.print(Math.abs(by.result(x.value, second.value)), decimals)] : [];
      });
      return random.pick([...chosen, ...inColumn].filter(isOther)) ?? null;
    },
  };
}

/** A phrase that compares, and the one that says the contrary. */
export function phraseSlot(text: string, contrary: string): Slot {
  return { kind: 'phrase', text, wrong: (mistake) => (mistake === 'reversed' ? contrary : null) };
}

const FAR = 2.5;

/** Two numbers that one could be taken for the other. */
function isLike(one: Quantity, other: Quantity): boolean {
  const ratio = one.value / other.value;
  return one.decimals === other.decimals && one.scale === other.scale && ratio > 1 / FAR && ratio < FAR;
}

const isSame = (one: string, other: string): boolean => Number.parseFloat(one) === Number.parseFloat(other);

/** One unit of the last place apart, or less: the reader may have rounded otherwise. */
function isNear(one: string, other: string): boolean {
  const step = 10 ** -(/\.(\d+)/.exec(one)?.[1]?.length ?? 0);
  return Math.abs(Number.parseFloat(one) - Number.parseFloat(other)) < 1.5 * step;
}

/** The numbers that any row of that name has in any column of that measure. */
function namesakes(table: NamedTable, subject: Subject, topic: Topic): Quantity[] {
  return table.subjects
    .filter(({ base }) => base === subject.base)
    .flatMap((one) =>
      table.topics
        .filter(({ metric, place }) => metric === topic.metric && isSamePlace(place, topic.place))
        .map((other) => table.at(one, other)),
    )
    .filter((quantity) => quantity !== null);
}

/** Places whose names begin alike may be one: MSVD and MSVD-QA. */
function isSamePlace(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true;
  return one.startsWith(other) || other.startsWith(one);
}

function valuesOf(table: NamedTable): Quantity[] {
  return table.subjects
    .flatMap((subject) => table.topics.map((topic) => table.at(subject, topic)))
    .filter((one) => one !== null);
}

function changedDigit(text: string, random: Random, isFit: (text: string) => boolean): string | null {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  for (const place of random.shuffled(places)) {
    for (const shift of random.shuffled([1, 2, 3, 4, 5, 6, 7, 8, 9])) {
      const digit = (Number(text[place]) + shift) % 10;
      const changed = `${text.slice(0, place)}${digit}${text.slice(place + 1)}`;
      if (!(digit === 0 && place === 0) && isFit(changed)) return changed;
    }
  }
  return null;
}
