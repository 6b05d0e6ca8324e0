import type { Phrase } from '../claims/findComparisons.ts';
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
  /** True where the others are what is said to be better: the phrase counts the other way round. */
  readonly turned?: boolean;
  readonly heard: string;
}

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
  if (!lead) return turned(axis, text, phrase, objectsNamed);
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

/** "All other systems outperform A": A against all others, the other way round. */
function turned(axis: Axis, text: string, phrase: Phrase, named: readonly Mention[]): Sides | null {
  const [first] = named;
  if (!first || phrase.rule.comparand !== 'direct' || phrase.rule.relation !== 'comparative') return null;
  if (!ALL_OTHERS.test(text.slice(phrase.clause.start, phrase.span.start))) return null;
  return {
    axis,
    subjects: placesOf(named),
    level: first.level,
    objects: 'others',
    named,
    strength: Math.min(...named.map(({ strength }) => strength)),
    carried: false,
    implied: false,
    turned: true,
    heard: `${axis}s all others against ${named.map(quote).join(', ')}`,
  };
}

const ALL_OTHERS = /\ball (?:of )?(?:the )?(?:other|baselines?|competing|remaining)\b/i;

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
