import type { Subject, Topic } from './namedTable.ts';
import type { Random } from './random.ts';
import { computedSlot, type Operation, type Slot, type Tables, valueSlot } from './slots.ts';

/** What a pattern may speak of: three rows and up to three columns of one table, `a` better than `b` in column `x`. */
export interface Scene {
  readonly a: Subject;
  readonly b: Subject;
  readonly c: Subject;
  /** The row with the highest number of column `x`. */
  readonly best: Subject;
  readonly x: Topic;
  /** The measure of `x` in another place. */
  readonly y: Topic | null;
  /** Another measure in the place of `x`. */
  readonly z: Topic | null;
  readonly key: string;
  /** A source that has no part in it. */
  readonly other: string;
  /** `Table 2`, where the source says so. */
  readonly label: string | null;
  /** The number of a place, as printed; null where it has none. */
  value(subject: Subject, topic: Topic | null, print?: Parameters<typeof valueSlot>[3]): Slot | null;
  /** What an operation gives over two rows of a column. */
  computed(a: Subject, b: Subject, topic: Topic | null, by: Operation): Slot | null;
}

/** Draws a scene from a table; null where the draw falls on rows without numbers. */
export function drawScene(tables: Tables, random: Random): Scene | null {
  const { all, here } = tables;
  const x = random.pick(here.topics);
  if (!x) return null;
  const size = (subject: Subject): number => here.at(subject, x)?.value ?? 0;
  const filled = here.subjects.filter((subject) => here.at(subject, x) !== null);
  const [one, two, c] = random.shuffled(filled);
  if (!one || !two || !c || size(one) === size(two)) return null;
  const [a, b] = size(one) > size(two) ? [one, two] : [two, one];
  const best = filled.reduce((top, subject) => (size(subject) > size(top) ? subject : top));
  const isElse = (topic: Topic): boolean => topic.metric === x.metric && topic.place !== x.place;
  const isBeside = (topic: Topic): boolean => topic.metric !== x.metric && topic.place === x.place;
  const others = [...new Set(all.map(({ key }) => key))].filter((key) => key !== here.key);
  return {
    a,
    b,
    c,
    best,
    x,
    y: random.pick(here.topics.filter(isElse)) ?? null,
    z: random.pick(here.topics.filter(isBeside)) ?? null,
    key: here.key,
    other: random.pick(others) ?? here.key,
    label: here.label,
    value: (subject, topic, print) => topic && valueSlot(tables, subject, topic, print),
    computed: (first, second, topic, by) => topic && computedSlot(tables, first, second, topic, by),
  };
}

/** ` on MSVD`, where the column names a place. */
export const on = ({ place }: Topic): string => (place === null ? '' : ` on ${place}`);

/** `On MSVD, `, where the column names a place. */
export const onFirst = ({ place }: Topic): string => (place === null ? '' : `On ${place}, `);

/** `CIDEr on MSVD` */
export const of = (topic: Topic): string => `${topic.metric}${on(topic)}`;
