import type { CiteKey } from '../bibliography/entry.ts';
import type { Draft } from '../claims/draft.ts';
import { findStatements, type Statement } from '../claims/findClaims.ts';
import { tableLexicon } from '../facts/tableLexicon.ts';
import type { SourcedValue } from '../facts/valueIndex.ts';
import type { Library } from '../library.ts';
import type { Table } from '../tables/table.ts';
import type { Span } from '../text/span.ts';
import { type Binding, bind, scoreOf } from './binding.ts';
import { aliasesFor, utteranceOf } from './boundTables.ts';
import { caretBlock } from './caretBlock.ts';
import { significantDigits } from './compare.ts';
import { placesOf } from './elsewhere.ts';
import type { Figure } from './utterance.ts';

/** A table that states numbers of a sentence in cells which the sentence names. */
export interface StatingTable {
  readonly source: CiteKey;
  readonly tableIndex: number;
  /** How well the words speak for the cells, over all numbers: 1 is one name spelled out beside one number. */
  readonly score: number;
  /** The cell of the first number, in the source. */
  readonly span: Span;
}

const MOST_TABLES = 60;
const LEAST_ROW = 0.6;
const LEAST_SCORE = 1.1;

/**
 * The tables of the library that state the numbers of the sentence at `offset`, the best first: what a citation written
 * there is most likely to name.
 */
export function statingTables(draft: Draft, offset: number, library: Library): StatingTable[] {
  const statement = statementAt(draft, offset);
  if (statement === null) return [];
  const utterance = utteranceOf(statement);
  const bindings = new Map<Table, Binding>();
  const found = new Map<Table, StatingTable>();
  utterance.figures.forEach((figure, f) => {
    const best = new Map<Table, { score: number; at: SourcedValue }>();
    for (const at of statedBy(figure, library)) {
      const { source, placed } = at;
      const { table } = placed;
      let binding = bindings.get(table);
      if (binding === undefined) {
        if (bindings.size === MOST_TABLES) continue;
        binding = bind(utterance, table, tableLexicon(table, aliasesFor(source)), []);
        bindings.set(table, binding);
      }
      const score = scoreOf(binding, f, placed);
      const isBound = (binding.rows[f]?.[placed.row] ?? 0) >= LEAST_ROW || score >= LEAST_SCORE;
      if (isBound && score > (best.get(table)?.score ?? 0)) best.set(table, { score, at });
    }
    for (const [table, { score, at }] of best) {
      const { source, tableIndex, placed } = at;
      const known = found.get(table) ?? { source: source.key, tableIndex, score: 0, span: placed.cell.span };
      found.set(table, { ...known, score: known.score + score });
    }
  });
  return [...found.values()].sort((a, b) => b.score - a.score);
}

/** The last statement with numbers before the caret, in the block of the caret. */
function statementAt(draft: Draft, offset: number): Statement | null {
  const blocks = caretBlock(draft, offset);
  const start = blocks.at(-1)?.span.start ?? offset;
  const statements = findStatements({ ...draft, blocks });
  return statements.findLast(({ span }) => start <= span.start && span.start <= offset) ?? null;
}

/** Where the library prints a number that is telling enough to be looked up. */
function statedBy(figure: Figure, library: Library): SourcedValue[] {
  const { quantity, shape } = figure;
  return shape !== 'value' || quantity.spelled || significantDigits(quantity) < 2 ? [] : placesOf(figure, library, []);
}
