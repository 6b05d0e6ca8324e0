import { isUnsure, type PlacedValue, valuesOf } from '../facts/placedValues.ts';
import type { TableLexicon } from '../facts/tableLexicon.ts';
import type { Table } from '../tables/table.ts';
import { findMentions, type Mention } from './mentions.ts';
import { levelOf, pairing } from './pairing.ts';
import type { Utterance } from './utterance.ts';

/** How well the words of an utterance speak for the rows and columns of one table, for each of its figures. */
export interface Binding {
  readonly table: Table;
  readonly mentions: readonly Mention[];
  /** By figure, then by row. */
  readonly rows: readonly (readonly number[])[];
  /** By figure, then by column. */
  readonly columns: readonly (readonly number[])[];
  /** Share of the caption's and section's words that the utterance or its surroundings hold, and a cited locator. */
  readonly context: number;
}

const CONTEXT = 0.3;

/** Binds all figures of an utterance to the rows and columns of a table. */
export function bind(utterance: Utterance, table: Table, lexicon: TableLexicon, around: readonly Mention[]): Binding {
  const holding = new Set(valuesOf(table).map(({ value }) => value.column));
  const mentions = findMentions(utterance.words, lexicon, utterance.text, utterance.numbered).filter(
    // A column of marks or words says nothing of numbers.
    ({ axis, places }) => axis === 'row' || places.some((place) => holding.has(place)),
  );
  const weights = pairing(utterance, mentions);
  const named = new Set(mentions.map(levelOf));
  // What stands around the utterance speaks only for levels that the utterance itself leaves open.
  const outer = around.filter((mention) => !named.has(levelOf(mention)));
  const scores = (axis: Mention['axis'], count: number): number[][] =>
    utterance.figures.map((_, f) => {
      const places = Array.from({ length: count }, () => new Map<string, Heard>());
      const put = (mention: Mention, weight: number): void => {
        if (mention.axis !== axis) return;
        for (const place of mention.places) {
          const levels = places[place];
          const known = levels?.get(levelOf(mention));
          if (levels && weight > (known?.weight ?? 0)) levels.set(levelOf(mention), { weight, at: mention.start });
        }
      };
      for (const [m, mention] of mentions.entries()) put(mention, mention.strength * (weights[f]?.[m] ?? 0));
      for (const mention of outer) put(mention, mention.strength);
      return places.map(sumOf);
    });
  const said = new Set(utterance.words.map((word) => word.form));
  const shared = [...lexicon.context].filter((form) => said.has(form)).length;
  return {
    table,
    mentions,
    rows: scores('row', table.rows.length),
    columns: scores('column', table.columns.length),
    context: CONTEXT * Math.min(1, shared / 3),
  };
}

/** What the words say for one level of a row's or column's path. */
interface Heard {
  readonly weight: number;
  /** Where in the utterance it is said: one word speaks for a path once, however often the path repeats it. */
  readonly at: number;
}

function sumOf(levels: ReadonlyMap<string, Heard>): number {
  const best = new Map<number, number>();
  for (const { weight, at } of levels.values()) best.set(at, Math.max(best.get(at) ?? 0, weight));
  return [...best.values()].reduce((sum, weight) => sum + weight, 0);
}

/**
 * How well the words speak for one number of the table as what figure `f` says. One that may be of another row is given
 * the best of them.
 */
export function scoreOf(binding: Binding, f: number, placed: PlacedValue): number {
  const rows = binding.rows[f] ?? [];
  const columns = binding.columns[f] ?? [];
  return isUnsure(placed)
    ? Math.max(0, ...rows) + Math.max(0, ...columns) + binding.context
    : (rows[placed.row] ?? 0) + (columns[placed.value.column] ?? 0) + binding.context;
}
