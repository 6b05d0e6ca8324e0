import type { Phrase } from '../claims/findComparisons.ts';
import type { Axis } from './comparisonGrid.ts';
import type { Mention } from './mentions.ts';

/** One way to read a comparing phrase over the rows and columns of a table. */
export interface Reading {
  /** The axis that holds what is compared. */
  readonly axis: Axis;
  readonly subjects: readonly number[];
  readonly objects: readonly number[] | 'others' | 'none';
  /** Places on the other axis that the sentence names, or null where it names none. */
  readonly scope: readonly number[] | null;
  /** How firmly the names are read, 0 to 1. */
  readonly strength: number;
  readonly heard: string;
}

const LEAST = 0.55;
const MARKER =
  /\b(?:than|compared (?:to|with)|when compared (?:to|with)|in comparison (?:to|with)|relative to|versus|vs\.?|against|over)\s+/i;
const ZONE_END =
  /,|\s(?:on|in|for|at|by|across|under|when|using|while|where|with respect to|in terms of|as|regarding|within)\s/i;
const FORE_MARKER =
  /(?:^|,\s*)\W*(?:compared (?:to|with)|in comparison (?:to|with)|relative to|unlike|against|in contrast to|versus)\s+([^,]*),/i;
const OTHERS =
  /\b(?:(?:all|any|every|each)\s+(?:of\s+)?(?:the\s+)?)?(?:others?|baselines?|competing|competitors?|existing|previous|prior|remaining|rest|alternatives?|other (?:\p{L}+\s)?(?:models?|methods?|systems?|approaches)|state[\s-]of[\s-]the[\s-]art|sota|everything else|all)\b/iu;

interface Zone {
  readonly start: number;
  readonly end: number;
}

/** The readings of a comparing phrase: first the one that the grammar prefers. */
export function readSides(
  text: string,
  phrase: Phrase,
  mentions: readonly Mention[],
  earlier: readonly Mention[],
): Reading[] {
  const strong = strongest(mentions.filter((mention) => mention.strength >= LEAST));
  const inside = strong.filter((mention) => mention.start >= phrase.clause.start && mention.end <= phrase.clause.end);
  const zone = comparandZone(text, phrase);
  return (['row', 'column'] as const).flatMap((axis) => {
    const reading = readAlong(axis, text, phrase, inside, strong, earlier, zone);
    return reading ? [reading] : [];
  });
}

function readAlong(
  axis: Axis,
  text: string,
  phrase: Phrase,
  inside: readonly Mention[],
  all: readonly Mention[],
  earlier: readonly Mention[],
  zone: Zone | null,
): Reading | null {
  const along = inside.filter((mention) => mention.axis === axis);
  const named = (mention: Mention): boolean => zone !== null && mention.start >= zone.start && mention.start < zone.end;
  const objectsNamed = along.filter(named);
  const rest = along.filter(
    (mention) => !named(mention) && !(mention.start < phrase.span.end && phrase.span.start < mention.end),
  );
  const head = rest.filter((mention) => mention.end <= phrase.span.start);
  const carried = head.length === 0 && rest.length === 0 ? earlier.filter((mention) => mention.axis === axis) : [];
  const subjectsNamed = head.length > 0 ? head : rest.length > 0 ? rest : carried;
  if (subjectsNamed.length === 0) return null;
  const subjects = placesOf(subjectsNamed);
  const objects = placesOf(objectsNamed).filter((place) => !subjects.includes(place));
  const across = inside.filter((mention) => mention.axis !== axis);
  const scope = across.length > 0 ? placesOf(across) : scopeBefore(text, phrase, all, axis);
  const others = zone !== null && objects.length === 0 && OTHERS.test(text.slice(zone.start, zone.end));
  const strengths = [...subjectsNamed, ...objectsNamed].map((mention) => mention.strength);
  const reading: Reading = {
    axis,
    subjects,
    objects: objects.length > 0 ? objects : others ? 'others' : 'none',
    scope: scope && scope.length > 0 ? scope : null,
    strength: Math.min(...strengths),
    heard: `${axis}s: ${subjectsNamed.map(quote).join(', ')} against ${objects.length > 0 ? objectsNamed.map(quote).join(', ') : others ? 'all others' : 'nothing named'}; ${across.length > 0 ? `for ${across.map(quote).join(', ')}` : 'no scope named'}`,
  };
  return phrase.rule.comparand === 'passive' && objects.length > 0
    ? { ...reading, subjects: objects, objects: subjects }
    : reading;
}

const quote = (mention: Mention): string => `“${mention.text}”`;

/** A scope at the sentence's start ("On X, A …") goes on for its later clauses. */
function scopeBefore(text: string, phrase: Phrase, all: readonly Mention[], axis: Axis): number[] | null {
  const opening = /^\W*(?:on|in|for|regarding|in terms of|as for)\b[^,]*,/i.exec(text);
  if (!opening || phrase.clause.start === 0) return null;
  const named = all.filter((mention) => mention.axis !== axis && mention.end <= opening[0].length);
  return named.length > 0 ? placesOf(named) : null;
}

/** Where the other side of the comparison stands. */
function comparandZone(text: string, phrase: Phrase): Zone | null {
  const { span, clause, rule } = phrase;
  const tail = text.slice(span.end, clause.end);
  if (rule.comparand !== 'marked') {
    const stop = ZONE_END.exec(tail.replace(/^,/, ' '));
    const list = listEnd(tail, stop?.index ?? tail.length);
    return { start: span.end, end: span.end + list };
  }
  const marker = MARKER.exec(tail);
  if (marker) {
    const start = span.end + marker.index + marker[0].length;
    const rest = text.slice(start, clause.end);
    const lead = /^\s*(?:on|in|for|at|with|by|under)\s+/i.exec(rest)?.[0].length ?? 0;
    const stop = ZONE_END.exec(rest.slice(lead));
    return { start, end: start + listEnd(rest, stop ? lead + stop.index : rest.length) };
  }
  const fore = FORE_MARKER.exec(text.slice(0, span.start));
  if (!fore) return null;
  const start = fore.index + fore[0].length - 1 - (fore[1] ?? '').length;
  return { start, end: start + (fore[1] ?? '').length };
}

/** A comma inside of a list does not end it: "than A, B, and C". */
function listEnd(tail: string, stop: number): number {
  const list =
    /^[^,;]{1,40}(?:,\s+(?!(?:and\s+)?(?:it|its|we|they|this|the\s+\p{L}+\s+is)\b)[^,;]{1,40})*,?\s+(?:and|or|as well as)\s+[^,;]{1,40}/iu.exec(
      tail,
    )?.[0].length ?? 0;
  if (tail.charAt(stop) !== ',' || list <= stop) return stop;
  const end = ZONE_END.exec(tail.slice(0, list).replace(/,/g, ' '));
  return end ? end.index : list;
}

/** Of the mentions that overlap on one axis only the strongest. */
export function strongest(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(
    (one) =>
      !mentions.some(
        (other) =>
          other !== one &&
          other.axis === one.axis &&
          other.level === one.level &&
          other.start < one.end &&
          one.start < other.end &&
          other.strength > one.strength + 0.01,
      ),
  );
}

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
