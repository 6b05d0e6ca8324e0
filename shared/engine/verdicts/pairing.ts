import type { Mention } from './mentions.ts';
import type { Figure, Utterance } from './utterance.ts';

const CLAUSE = /[;:]|,\s*(?:while|whereas|but|which|compared|and\s+\p{L}+\s+\p{L}+s\b)|\b(?:while|whereas|but|however|compared\s+(?:to|with)|than|versus|vs|against)\b/giu;
const PER_NUMBER = 0.72;
const PER_CLAUSE = 0.75;
const PER_CHARACTER = 0.0035;
const OUT_OF_ORDER = 0.45;

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
  for (const level of levels) {
    const indices = mentions.flatMap((mention, m) => (levelOf(mention) === level ? [m] : []));
    const places = distinctPlaces(indices.map((m) => mentions[m] as Mention));
    const owners = figures.flatMap((figure, f) => (figure.shape === 'value' ? [f] : []));
    if (places.length > 1 && places.length === owners.length)
      for (const m of indices) {
        const order = places.findIndex((place) => place.start <= (mentions[m] as Mention).start && (mentions[m] as Mention).start < place.end);
        for (const [i, f] of owners.entries()) if (order >= 0 && order !== i) (weights[f] as number[])[m] = (weights[f]?.[m] ?? 0) * OUT_OF_ORDER;
      }
    for (const row of weights) {
      const top = Math.max(...indices.map((m) => row[m] ?? 0));
      if (top > 0) for (const m of indices) row[m] = (row[m] ?? 0) / top;
    }
  }
  return weights;
}

export const levelOf = (mention: Mention): string => `${mention.axis}${mention.level}`;

/** The places that the mentions of one level take, each once, in order. */
function distinctPlaces(mentions: readonly Mention[]): { start: number; end: number }[] {
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
  const numbers = figures.filter((other) => other !== figure && other.quantity.span.start >= from && other.quantity.span.end <= to).length;
  const clauses = Math.min(3, [...between.matchAll(CLAUSE)].length);
  return PER_NUMBER ** numbers * PER_CLAUSE ** clauses * (1 / (1 + PER_CHARACTER * between.length));
}
