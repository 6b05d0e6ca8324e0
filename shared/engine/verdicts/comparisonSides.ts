import type { Phrase } from '../claims/findComparisons.ts';
import type { Word } from '../facts/names.ts';
import type { TableLexicon } from '../facts/tableLexicon.ts';
import type { Axis } from './comparisonGrid.ts';
import { comparandZone, namesOthers, type Zone } from './comparisonZone.ts';
import type { Mention } from './mentions.ts';

/** Who is compared with whom along one axis of a table, as far as the sentence names them. */
export interface Sides {
  readonly axis: Axis;
  readonly subjects: readonly number[];
  /** The level of the subjects' label, 0 for the innermost. */
  readonly level: number;
  /** `rest` where the phrase leaves the other side to be understood: the only sibling, or each other. */
  readonly objects: readonly number[] | 'others' | 'rest';
  /** The names that were heard on either side. */
  readonly named: readonly Mention[];
  /** How firmly the names are read, 0 to 1. */
  readonly strength: number;
  /** True where "it" or nothing stands for the subject, and the phrase before told who that is. */
  readonly carried: boolean;
  /** True for "higher for A" and "A and B have the same": the other side needs no word. */
  readonly implied: boolean;
  readonly heard: string;
}

const LEAST = 0.5;

/**
 * The names that count in a sentence: firm enough, the strongest of each place, no "we" where a system is named. A name
 * spelled out is that name, whatever longer names begin with it.
 */
export function soundMentions(text: string, found: readonly Mention[], exact: readonly Mention[]): Mention[] {
  const overlap = (a: Mention, b: Mention): boolean => a.axis === b.axis && a.start < b.end && b.start < a.end;
  const mentions = [...exact, ...found.filter((one) => !exact.some((other) => overlap(one, other)))];
  const firm = mentions.filter((mention) => mention.strength >= LEAST && !isNumbering(text, mention));
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
      for (const { axis, level, places, text: name } of lexicon.byJoined.get(form) ?? [])
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

/** "Table 3", "top 5": digits that number something else. */
const isNumbering = (text: string, { start, end }: Mention): boolean =>
  /^\d{1,3}$/.test(text.slice(start, end)) &&
  /\b(?:tables?|figures?|fig\.?|sections?|sec\.?|equations?|appendix|top|rank|and|of|by|to)[\s~-]*$/i.test(
    text.slice(0, start),
  );

const PREPOSITION =
  /\b(?:on|in|for|of|under|at|with respect to|in terms of|regarding|within|across|among|to)\s+(?:the\s+|both\s+|all\s+)?(?:[\p{L}-]+\s+)?$/iu;
const AGENT =
  /\b(?:by|with|is|are|was|were|for|in|from|of|at|on|when|using|to|title|called)\s+(?:not\s+)?(?:the\s+|our\s+)?(?:[\p{L}-]+\s+)?$/iu;

/** Reads who is compared along an axis; null where the clause names nothing there. */
export function readSides(
  axis: Axis,
  text: string,
  phrase: Phrase,
  mentions: readonly Mention[],
  earlier: readonly Mention[],
): Sides | null {
  const inside = mentions.filter(
    (mention) => mention.axis === axis && mention.start >= phrase.clause.start && mention.end <= phrase.clause.end,
  );
  const zone = comparandZone(text, phrase);
  const inZone = (mention: Mention): boolean =>
    zone !== null && mention.start >= zone.start && mention.start < zone.end;
  const objectsNamed = inside.filter(inZone);
  const rest = inside.filter(
    (mention) => !inZone(mention) && !(mention.start < phrase.span.end && phrase.span.start < mention.end),
  );
  const head = rest.filter((mention) => mention.end <= phrase.span.start);
  const tail = rest.filter((mention) => mention.start >= phrase.span.end);
  const { subjectsNamed, carried } = subjectsOf(
    text,
    phrase,
    head,
    tail,
    zone,
    earlier.filter((mention) => mention.axis === axis),
  );
  const lead = subjectsNamed[0];
  if (!lead) return null;
  const last = subjectsNamed.at(-1) ?? lead;
  const strong = subjectsNamed.reduce((best, mention) => (mention.strength > best.strength ? mention : best), last);
  const subjects = placesOf(subjectsNamed);
  const objects = placesOf(objectsNamed).filter((place) => !subjects.includes(place));
  const others = zone !== null && objects.length === 0 && namesOthers(text.slice(zone.start, zone.end));
  const named = [...subjectsNamed, ...objectsNamed];
  const sides: Sides = {
    axis,
    subjects,
    level: strong.level,
    objects: objects.length > 0 ? objects : others ? 'others' : 'rest',
    named,
    strength: Math.min(
      ...subjectsNamed.map(({ strength }) => strength),
      ...objectsNamed.map(({ strength }) => strength),
    ),
    carried,
    implied: isImplied(text, phrase, zone, subjectsNamed),
    heard: `${axis}s ${subjectsNamed.map(quote).join(', ')} against ${objects.length > 0 ? objectsNamed.map(quote).join(', ') : others ? 'all others' : 'nothing named'}`,
  };
  return phrase.rule.comparand === 'passive' && objects.length > 0
    ? { ...sides, subjects: objects, objects: subjects }
    : sides;
}

function subjectsOf(
  text: string,
  phrase: Phrase,
  head: readonly Mention[],
  tail: readonly Mention[],
  zone: Zone | null,
  earlier: readonly Mention[],
): { subjectsNamed: readonly Mention[]; carried: boolean } {
  const before = (mention: Mention): string => text.slice(0, mention.start);
  const lead = head.filter((mention) => !PREPOSITION.test(before(mention)));
  if (phrase.rule.relation === 'superlative') {
    // "The best F1 is reached by A": what follows is the subject, unless it is what A is compared with.
    const agents = tail.filter(
      (mention) =>
        AGENT.test(text.slice(phrase.span.end, mention.start)) &&
        (zone === null || mention.end <= zone.start || mention.start >= zone.end) &&
        !COMPARED_TO.test(before(mention)),
    );
    if (lead.length > 0) return { subjectsNamed: head, carried: false };
    if (agents.length > 0) return { subjectsNamed: [...head, ...agents], carried: false };
    if (head.length > 0) return { subjectsNamed: head, carried: false };
  } else {
    // "Error is higher for A": without another side, what follows is the subject.
    const agents =
      zone === null && phrase.rule.comparand === 'marked'
        ? tail.filter((mention) => FOR.test(text.slice(phrase.span.end, mention.start)))
        : [];
    const agent = agents[0];
    if (agent)
      return { subjectsNamed: [...head.filter(({ level }) => level !== agent.level), ...agents], carried: false };
    if (head.length > 0) return { subjectsNamed: head, carried: false };
    // "better on X than on Y", "higher results than B are obtained by A".
    if (phrase.rule.comparand === 'marked' && tail.length > 0) return { subjectsNamed: tail, carried: false };
  }
  return { subjectsNamed: earlier, carried: true };
}

/** "Error is higher for A", "A and B have the same error": complete without another side. */
function isImplied(text: string, phrase: Phrase, zone: Zone | null, subjects: readonly Mention[]): boolean {
  const before = text.slice(0, phrase.span.start);
  if (phrase.rule.relation === 'equal')
    return (
      phrase.rule.comparand === 'marked' && HAVE.test(before) && new Set(subjects.map(({ start }) => start)).size > 1
    );
  if (zone !== null || ELSEWHERE.test(text) || !HAVE.test(before)) return false;
  return subjects.some(
    (mention) => mention.start >= phrase.span.end && FOR.test(text.slice(phrase.span.end, mention.start)),
  );
}

const HAVE =
  /\b(?:is|are|was|were|has|have|had|shares?|shows?|gets?|obtains?|reach(?:es)?)\s+(?:not\s+)?(?:an?\s+)?(?:\p{L}+ly\s+|much\s+|far\s+)?$/iu;
const ELSEWHERE = /\b(?:compar\w+|than|versus|vs|relative|baseline|whereas|while|from)\b/i;
const FOR = /^\s*(?:\p{L}+\s+)?(?:for|in|on|with|among|by)\s+(?:the\s+)?$/iu;
const COMPARED_TO =
  /\b(?:compared (?:to|with)|than|over|versus|vs\.?|relative to|with respect to|against)\s+(?:the\s+|all\s+)?(?:[\p{L}-]+\s+)?$/iu;

const quote = (mention: Mention): string => `“${mention.text}”`;

/** The rows or columns that all levels of the mentions allow. */
export function placesOf(mentions: readonly Mention[]): number[] {
  const levels = new Map<number, Set<number>>();
  for (const { level, places } of mentions) {
    const set = levels.get(level) ?? new Set<number>();
    for (const place of places) set.add(place);
    levels.set(level, set);
  }
  let found: number[] | null = null;
  for (const [, set] of [...levels].sort(([a], [b]) => a - b)) {
    const both: number[] = found === null ? [...set] : found.filter((place: number) => set.has(place));
    if (found === null || both.length > 0) found = both;
  }
  return found ?? [];
}
