import { isPartOfName, JOINS, type Mention, wholeRows } from './mentions.ts';
import type { Figure, Utterance } from './utterance.ts';
import { changePairs, changes, goesOver, namesOf, versusPairs } from './versus.ts';

const CLAUSE =
  /[;:]|,\s*(?:while|whereas|but|which|compared|and\s+\p{L}+\s+\p{L}+s\b)|\b(?:while|whereas|but|however|compared\s+(?:to|with)|than|versus|vs|against)\b/giu;
/** What stands right before the name of something that a number is compared with. */
export const COMPARAND =
  /\b(?:than|(?<!\b(?:averag\w*|mean|sum\w*)\s)over|versus|vs\.?|against|compared\s+(?:to|with)|comparing\s+(?:to|with)|relative\s+to|with\s+respect\s+to|w\.?r\.?t\.?|outperform\w*|improve\w*\s+(?:on|over|upon)|improvements?\s+(?:on|over)|gains?\s+over|beat\w*|leads?|led|leading|trail\w*|ahead\s+of|better\s+than|surpass\w*|exceed\w*|behind|above|below|unlike)\s+(?:(?:the|all|our|their|its|previous|both|best|a|an|several|some|any|other)\s+){0,2}(?:[^\s,;.]+\s+){0,2}[([]?$/i;
/** "…, surpassing all systems of A and B": whatever the clause goes on to name is outdone. */
const OUTDONE = /\b(?:surpass|outperform|exceed|beat|outscor)ing\b[^.;:\d]*$/i;
const COMPARED = 0.5;
const PER_NUMBER = 0.72;
const PER_CLAUSE = 0.75;
const PER_CHARACTER = 0.0035;
const ALONE = 0.93;
const OUT_OF_ORDER = 0.1;

/**
 * How much each mention governs each figure, 0 to 1: rows are figures, columns mentions. As many names as numbers are
 * paired in their order (lists, "respectively", "A (x) and B (y)"); otherwise the nearest name governs. For each figure
 * the strongest mention of a level has weight 1, so that a lone name counts fully however far it stands.
 */
export function pairing(utterance: Utterance, mentions: readonly Mention[]): number[][] {
  const { figures, text } = utterance;
  const near = figures.map((figure) => mentions.map((mention) => nearness(text, figure, mention, figures)));
  const levels = new Set(mentions.map(levelOf));
  const weights = near.map((row) => [...row]);
  // What stands in one list with the numbers of another, in the same order, is bound by that and by nothing else.
  const listed = figures.map(() => new Set<number>());
  for (const level of levels) {
    const indices = mentions.flatMap((mention, m) => (levelOf(mention) === level ? [m] : []));
    const all = distinctPlaces(indices.map((m) => mentions[m] as Mention));
    const plain = figures.flatMap((figure, f) =>
      figure.shape === 'value' && !figure.quantity.spelled && !isPartOfName(mentions, figure) ? [f] : [],
    );
    // A difference has two rows of its own, so that only its column can be one of a list.
    const changes = plain.length === 0 && level.startsWith('column');
    const owners = changes ? figures.map((_, f) => f) : plain;
    const own = owners.map((f) => figures[f] as Figure);
    const list =
      all.length === owners.length
        ? isOneComparison(owners, all, utterance)
          ? []
          : all
        : nearestList(
            listsOf(all, text).filter(({ length }) => length === owners.length),
            own,
          );
    const blocks = list === undefined ? blocksOf(all, own, text) : null;
    const places = list ?? (blocks ? [] : repeated(all, own, mentions, level));
    if (blocks)
      for (const m of indices) {
        const order = orderOf(all, mentions[m] as Mention);
        for (const [i, f] of owners.entries())
          if (order !== blocks[i]) (weights[f] as number[])[m] = (weights[f]?.[m] ?? 0) * OUT_OF_ORDER;
      }
    const isList =
      places.length === owners.length &&
      areListed(places, text) &&
      areListed(
        owners.map((f) => (figures[f] as Figure).quantity.span),
        text,
      );
    if (places.length > 1)
      for (const m of indices) {
        const order = orderOf(places, mentions[m] as Mention);
        for (const [i, f] of owners.entries()) {
          if (order !== i % places.length)
            (weights[f] as number[])[m] = (weights[f]?.[m] ?? 0) * (isList ? 0 : OUT_OF_ORDER);
          else if (isList) listed[f]?.add(m);
        }
      }
    for (const row of weights) {
      const top = Math.max(...indices.map((m) => row[m] ?? 0));
      if (top > 0) for (const m of indices) row[m] = (row[m] ?? 0) / top;
    }
  }
  const against = versusOwners(utterance, mentions);
  const comparands = comparandsOf(utterance, mentions);
  // A metric or data set that is named once is meant for all numbers, in whatever clause it stands.
  const alone = new Set(
    [...levels].filter(
      (level) =>
        level.startsWith('column') &&
        distinctPlaces(mentions.filter((mention) => levelOf(mention) === level)).length === 1,
    ),
  );
  return weights.map((row, f) =>
    row.map((weight, m) => {
      const mention = mentions[m] as Mention;
      const owner = against.get(f);
      if (owner && levelOf(mention) === levelOf(owner))
        return mention.places.some((place) => owner.places.includes(place)) ? 1 : weight * OUT_OF_ORDER;
      if (comparands.has(f) && isOnlyOfOthers(mention, f, comparands)) return weight * OUT_OF_ORDER;
      if (listed[f]?.has(m)) return weight;
      const firm = firmness(text, figures[f] as Figure, mention, figures);
      return weight * (alone.has(levelOf(mention)) ? Math.max(firm, ALONE) : firm);
    }),
  );
}

/** What each change says right behind itself that it is told against: "by 0.9 over A and by 0.7 over B". */
function comparandsOf({ figures, text }: Utterance, mentions: readonly Mention[]): Map<number, Mention> {
  const rows = wholeRows(mentions);
  return new Map(
    figures.flatMap((figure, f) => {
      if (figure.shape === 'value') return [];
      const { end } = figure.quantity.span;
      const until = figures[f + 1]?.quantity.span.start ?? text.length;
      const found = rows.find(({ start }) => start >= end && start < until && isAgainst(text.slice(end, start)));
      return found ? [[f, found] as const] : [];
    }),
  );
}

const isAgainst = (between: string): boolean => !CLAUSE_END.test(between) && COMPARAND.test(between);

/** True where other changes are told against a name, and this one against another. */
const isOnlyOfOthers = ({ places }: Mention, f: number, comparands: ReadonlyMap<number, Mention>): boolean => {
  const isOf = (comparand: Mention | undefined): boolean => places.join() === comparand?.places.join();
  return !isOf(comparands.get(f)) && [...comparands.values()].some(isOf);
};

/** For the values of "A is better than B (x vs. y)" and of "A improves B from x to y", the row that each belongs to. */
function versusOwners({ figures, text }: Utterance, mentions: readonly Mention[]): Map<number, Mention> {
  const owners = new Map<number, Mention>();
  const rows = wholeRows(mentions);
  for (const pair of versusPairs(figures, text)) {
    const names = namesOf(pair, rows, figures);
    if (!names || COMPARAND.test(text.slice(0, names[0].start))) continue;
    for (const [i, f] of pair.entries()) owners.set(f, names[i] as Mention);
  }
  for (const [from, to] of changePairs(figures, text)) {
    const names = namesOf([from, to], rows, figures);
    if (!names) continue;
    if (goesOver(text, ...names)) owners.set(from, names[0]).set(to, names[1]);
    else if (changes(text, ...names)) owners.set(from, names[1]).set(to, names[0]);
  }
  return owners;
}

/** True where two values are set against each other in one column, so that names of other clauses have no part in them. */
function isOneComparison(owners: readonly number[], places: readonly Place[], { figures, text }: Utterance): boolean {
  const [first, second] = places;
  if (!first || !second || owners.length !== 2 || !CLAUSE_END.test(text.slice(first.end, second.start))) return false;
  return versusPairs(figures, text).some(([f, g]) => owners[0] === f && owners[1] === g);
}

const CLAUSE_END = /[,;:]/;

const orderOf = (places: readonly Place[], mention: Mention): number =>
  places.findIndex((place) => place.start <= mention.start && mention.start < place.end);

/**
 * "(1 vs 2 on P and 3 vs 4 on Q)": as many numbers before (or behind) each name, as an order for each number; so too
 * "from 1 to 2 and from 3 to 4 on P and Q".
 */
function blocksOf(places: readonly Place[], owners: readonly Figure[], text: string): number[] | null {
  const size = owners.length / places.length;
  if (places.length < 2 || size < 2 || !Number.isInteger(size)) return null;
  const order = orderOfAll(places, owners);
  const group = 'N'.repeat(size);
  const names = 'M'.repeat(places.length);
  const numbers = group.repeat(places.length);
  const each = order === `${group}M`.repeat(places.length) || order === `M${group}`.repeat(places.length);
  const inPairs = size === 2 && (order === numbers + names || order === names + numbers) && areJoined(owners, text);
  if (!each && !inPairs) return null;
  return owners.map((_, i) => Math.floor(i / size));
}

/** True where every two figures are the ends of one change or comparison: "from 1 to 2 and from 3 to 4". */
const areJoined = (figures: readonly Figure[], text: string): boolean =>
  figures.every((figure, f) => {
    const next = figures[f + 1];
    const between = next ? text.slice(figure.quantity.span.end, next.quantity.span.start) : '';
    return f % 2 === 1 || /^[\s%]*(?:to|vs\.?|versus|→|->)\s*$/i.test(between);
  });

/** Two columns for each of several rows: "A has 1 on P and 2 on Q; B has 3 and 4" goes through the columns once a row. */
function repeated(
  places: readonly Place[],
  owners: readonly Figure[],
  mentions: readonly Mention[],
  level: string,
): readonly Place[] {
  if (places.length < 2 || owners.length % places.length !== 0) return [];
  const plain = owners.every(({ shape }) => shape === 'value');
  if (plain && isRepeatedList(orderOfAll(places, owners), places.length)) return places;
  const others = new Set(
    mentions
      .filter((mention) => levelOf(mention) !== level && mention.axis !== (level.startsWith('row') ? 'row' : 'column'))
      .map(levelOf),
  );
  const groups = owners.length / places.length;
  const fits = [...others].some(
    (other) => distinctPlaces(mentions.filter((mention) => levelOf(mention) === other)).length === groups,
  );
  return fits ? places : [];
}

/** A list with its names, and then lists of numbers alone: `NMNM NN`. */
function isRepeatedList(order: string, size: number): boolean {
  const lists = [...['NM', 'MN'].map((pair) => pair.repeat(size)), `${'N'.repeat(size)}${'M'.repeat(size)}`];
  return lists.some((list) => order.startsWith(list) && /^N+$/.test(order.slice(list.length)));
}

/** Names (M) and numbers (N) in the order of the text. */
function orderOfAll(places: readonly Place[], owners: readonly Figure[]): string {
  const sequence = [
    ...places.map((place) => ({ at: place.start, letter: 'M' })),
    ...owners.map((figure) => ({ at: figure.quantity.span.start, letter: 'N' })),
  ];
  return sequence
    .sort((a, b) => a.at - b.at)
    .map(({ letter }) => letter)
    .join('');
}

/** True where nothing but commas and "and" stands between places. */
const areListed = (places: readonly Place[], text: string): boolean =>
  places.every((place, i) => i === 0 || JOINS.test(text.slice(places[i - 1]?.end, place.start)));

/** Runs of places with nothing but commas and "and" between them. */
function listsOf(places: readonly Place[], text: string): Place[][] {
  const lists: Place[][] = [];
  for (const place of places) {
    const last = lists.at(-1)?.at(-1);
    if (last && JOINS.test(text.slice(last.end, place.start))) lists.at(-1)?.push(place);
    else lists.push([place]);
  }
  return lists.filter((list) => list.length > 1);
}

/** "A and B are outperformed by C and D, with 1 and 2": of several lists the one next to the numbers. */
function nearestList(lists: readonly Place[][], owners: readonly Figure[]): Place[] | undefined {
  const [from, to] = [owners[0]?.quantity.span.start ?? 0, owners.at(-1)?.quantity.span.end ?? 0];
  const away = (list: readonly Place[]): number => Math.max(from - (list.at(-1)?.end ?? 0), (list[0]?.start ?? 0) - to);
  return lists.toSorted((a, b) => away(a) - away(b))[0];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

export const levelOf = (mention: Mention): string => `${mention.axis}${mention.level}`;

/** The places that the mentions of one level take, each once, in order. */
function distinctPlaces(mentions: readonly Mention[]): Place[] {
  const places: { start: number; end: number; key: string }[] = [];
  for (const { start, end, places: meant } of mentions) {
    const last = places.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else if (!places.some((place) => place.key === meant.join())) places.push({ start, end, key: meant.join() });
  }
  return places;
}

function nearness(text: string, figure: Figure, mention: Mention, figures: readonly Figure[]): number {
  const { span } = figure.quantity;
  const from = Math.min(span.end, mention.end);
  const to = Math.max(span.start, mention.start);
  if (to <= from) return 1;
  const between = text.slice(from, to);
  const numbers = figures.filter(
    (other) => other !== figure && other.quantity.span.start >= from && other.quantity.span.end <= to,
  ).length;
  const clauses = Math.min(3, [...between.matchAll(CLAUSE)].length);
  const ofAnother = mention.start >= span.end && isBeforeNumber(text, mention, figures) ? OUT_OF_ORDER : 1;
  return ofAnother * PER_NUMBER ** numbers * PER_CLAUSE ** clauses * (1 / (1 + PER_CHARACTER * between.length));
}

/** True for a name right before a number: "…, A 81.3". */
const isBeforeNumber = (text: string, { end }: Place, figures: readonly Figure[]): boolean =>
  figures.some(({ quantity: { span } }) => span.start >= end && /^\s?\(?$/.test(text.slice(end, span.start)));

const NEAR = 60;
const ATTACHED = /^[\s%)]*(?:[\p{L}\d-]+\s+){0,3}(?:for|by|with|of|from|on|in|using|at|under)\s+(?:the\s+|our\s+)?$/u;

/** "81.3, is that of B", "81.3 is reached by B" */
const BELONGS =
  /^[\s%),]*(?:is|was|are|were|which\s+is|comes?)\s+(?:(?:that|those)\s+of|from|\p{L}+\s+(?:by|with|for))\s+(?:the\s+|our\s+)?$/iu;

/** How firmly the grammar ties a name to a number, 0 to 1: in one clause, not as what the number is compared with. */
function firmness(text: string, figure: Figure, mention: Mention, figures: readonly Figure[]): number {
  const { span } = figure.quantity;
  // What a change is told against is one of its operands; what a value is compared with is not its owner.
  const lead = text.slice(0, mention.start);
  const compared = figure.shape === 'value' && (COMPARAND.test(lead) || OUTDONE.test(lead));
  // "drops from 82.64 to 82.36 without X": the first number belongs to what is not named.
  const starting =
    mention.axis === 'row' &&
    /\bfrom\s*$/i.test(text.slice(0, span.start)) &&
    /^\s*(?:\S+\s+){0,3}to\b/i.test(text.slice(span.end))
      ? STARTING
      : 1;
  return starting * ownSubject(text, span, mention) * tie(text, figure, mention, figures, compared);
}

const STARTING = 0.5;
const OWN_SUBJECT = 0.75;
const OURS = 0.4;

/** "We reach 93.5 with X": where the writer's own system is the subject, another name is part of the setting. */
function ownSubject(text: string, number: Place, mention: Mention): number {
  if (mention.axis === 'column' || OWN_WORD.test(mention.text) || OWN_WORD.test(text.slice(mention.start, mention.end)))
    return 1;
  // "0.72 for ours", "ours at 79.57": another name has no part in this number.
  const after = text.slice(number.end, number.end + 24);
  const before = text.slice(Math.max(0, number.start - 24), number.start);
  if (/^\s*%?\s*(?:for|by|with|of|in)\s+(?:ours|our)\b/i.test(after) || /\bours\b[^.;,]{0,14}$/i.test(before))
    return OURS;
  if (/\b(?:our|we)\s+(?:\S+\s+)?$/i.test(text.slice(0, mention.start)) && mention.end <= number.start) return 1;
  const clause = text.slice(
    Math.max(text.lastIndexOf(';', number.start), text.lastIndexOf('.', number.start - 1), 0),
    number.start,
  );
  return OWN_WORD.test(clause) ? OWN_SUBJECT : 1;
}

const OWN_WORD = /\b(?:we|our|ours|proposed)\b/i;

function tie(text: string, figure: Figure, mention: Mention, figures: readonly Figure[], compared: boolean): number {
  const { span } = figure.quantity;
  const numberBetween = (from: number, to: number): boolean =>
    figures.some((other) => other !== figure && other.quantity.span.start >= from && other.quantity.span.end <= to);
  if (mention.end <= span.start) {
    const between = text.slice(mention.end, span.start);
    if (compared && REACHES.test(between) && OUTDOES.test(text.slice(0, mention.start))) return 0;
    if (compared && between.length > 25) return COMPARED;
    if (broken(between) && !LABEL.test(between)) return 0.7;
    return between.length > NEAR || numberBetween(mention.end, span.start) ? 0.92 : 1;
  }
  const between = text.slice(span.end, mention.start);
  if (compared) return COMPARED;
  if (between.length < 6 || ATTACHED.test(between) || BELONGS.test(between)) return 1;
  // "With 81.2 on X, A is the first": the subject follows.
  if (LEADING.test(text.slice(0, span.start)) && SUBJECT_FOLLOWS.test(between)) return 1;
  return broken(between) ? 0.6 : 0.8;
}

const LEADING = /(?:^|[.;]\s+)\W*(?:with|at|by|having|scoring|reaching|achieving|attaining|obtaining)\b[^,;:]*$/i;
const SUBJECT_FOLLOWS = /^[^,;:\d]*,\s*(?:the\s+|our\s+)?$/i;

/** "A outperforms B with an accuracy of 58.6": the number is that of A. */
const OUTDOES = /\b(?:outperform|surpass|exceed|beat|outscor|outdo|outrank)\w*\s+(?:the\s+)?(?:[^\s,;.]+\s+){0,2}$/i;
const REACHES = /^[^,;:()]*,?\s+(?:with|reaching|achieving|attaining|obtaining|scoring|yielding)\s[^,;:()]*$/i;

/** "Osprey: 60.2" */
const LABEL = /^\s*:\s*\(?$/;

const broken = (between: string): boolean => {
  CLAUSE.lastIndex = 0;
  return CLAUSE.test(between);
};
