import type { Candidate, Statement } from '../claims/findClaims.ts';
import { isUnsure } from '../facts/placedValues.ts';
import { tableLexicon } from '../facts/tableLexicon.ts';
import { type SourcedValue, valueIndex } from '../facts/valueIndex.ts';
import type { Library, Source } from '../library.ts';
import type { Table } from '../tables/table.ts';
import { bind, scoreOf } from './binding.ts';
import { aliasesFor, boundTables, statedBy, utteranceOf } from './boundTables.ts';
import { agreement, significantDigits } from './compare.ts';
import type { BoundTable, Scored } from './finding.ts';
import { proseSupport, type SourcedProse } from './proseSupport.ts';
import { isSettingNumber } from './resultLike.ts';
import { rivalsOf } from './rivals.ts';
import { LEAST_BOUND, SWAP_MARGIN } from './thresholds.ts';
import type { Figure, Utterance } from './utterance.ts';

/**
 * The best place outside of the cited sources that states a number, where the words leave no doubt: the row is named and
 * the digits are telling, or the same table states several numbers of the sentence.
 */
export function findElsewhere(
  statement: Statement,
  candidate: Candidate,
  library: Library,
  except: readonly Source[],
): Scored | null {
  const f = statement.candidates.indexOf(candidate);
  const utterance = utteranceOf(statement);
  const figure = utterance.figures[f];
  if (figure?.shape !== 'value' || figure.quantity.spelled || significantDigits(figure.quantity) < 2) return null;
  if (isSettingNumber(statement.text, figure)) return null;
  const telling = figure.quantity.decimals > 0 && significantDigits(figure.quantity) >= 3;
  const companions = companionTables(utterance, library, except);
  const tables = new Map<Table, BoundTable>();
  let best: Scored | null = null;
  for (const { source, tableIndex, placed } of placesOf(figure, library, except)) {
    let bound = tables.get(placed.table);
    if (!bound) {
      const lexicon = tableLexicon(placed.table, aliasesFor(source));
      bound = { source, tableIndex, binding: bind(utterance, placed.table, lexicon, []) };
      tables.set(placed.table, bound);
    }
    const row = bound.binding.rows[f]?.[placed.row] ?? 0;
    const column = bound.binding.columns[f]?.[placed.value.column] ?? 0;
    const company = Math.min(3, (companions.get(placed.table)?.size ?? 1) - 1);
    const score = row + column + bound.binding.context + COMPANY * company;
    const named = row >= ROW_NAMED && row + column >= (telling ? 1.1 : PLACE_NAMED);
    const together = telling && company >= 1 && row + column >= LEAST_BOUND;
    if ((named || together) && (!best || score > best.score)) best = { bound, placed, score };
  }
  return best && !(except.length === 0 && isOutdone(best, utterance.figures, f)) ? best : null;
}

/** True where the words speak for another cell of the same table, which says otherwise. */
function isOutdone(best: Scored, figures: readonly Figure[], f: number): boolean {
  const rival = rivalsOf([best.bound], figures, [], f)[0];
  return rival !== undefined && rival.score >= scoreOf(best.bound.binding, f, best.placed) + SWAP_MARGIN;
}

const MOST_SOURCES = 200;
const SURE_OVERLAP = 1.5;

/** The sentence outside of the cited sources that states a number in the same words, if one does without a doubt. */
export function findProseElsewhere(
  statement: Statement,
  candidate: Candidate,
  library: Library,
  except: readonly Source[],
): SourcedProse | null {
  const utterance = utteranceOf(statement);
  const figure = utterance.figures[statement.candidates.indexOf(candidate)];
  const others = [...library.sources.values()].filter((source) => source.document !== null && !except.includes(source));
  if (!figure || figure.quantity.spelled || figure.quantity.decimals === 0 || others.length > MOST_SOURCES) return null;
  const found = proseSupport(utterance, figure, others);
  return found && found.match.overlap >= SURE_OVERLAP && found.match.shared.length >= 3 ? found : null;
}

const ROW_NAMED = 0.6;
const PLACE_NAMED = 1.6;
const COMPANY = 0.5;

/** Where the library prints the number, outside of some sources and in rows that are sure. */
export function placesOf({ quantity }: Figure, library: Library, except: readonly Source[]): SourcedValue[] {
  const half = quantity.step / 2 + 1e-9;
  return valueIndex(library)
    .between(quantity.value - half, quantity.value + half + quantity.step)
    .filter(
      ({ source, placed }) =>
        !except.includes(source) && !isUnsure(placed) && agreement(quantity, placed.value.quantity) !== null,
    );
}

/** For each table of the library, which telling numbers of the sentence it states. */
function companionTables(utterance: Utterance, library: Library, except: readonly Source[]): Map<Table, Set<number>> {
  const found = new Map<Table, Set<number>>();
  utterance.figures.forEach((figure, g) => {
    if (figure.quantity.decimals === 0 || significantDigits(figure.quantity) < 3) return;
    for (const { placed } of placesOf(figure, library, except))
      found.set(placed.table, (found.get(placed.table) ?? new Set()).add(g));
  });
  return found;
}

/** True where the cited sources state another number of the sentence: then the sentence is about them. */
export function statesAnother(statement: Statement, candidate: Candidate, sources: readonly Source[]): boolean {
  const utterance = utteranceOf(statement);
  const tables = sources.flatMap((source) => boundTables(statement, utterance, source));
  return utterance.figures.some(
    (figure, g) =>
      statement.candidates[g] !== candidate &&
      keysOf(statement.candidates[g]) === keysOf(candidate) &&
      figure.quantity.decimals > 0 &&
      significantDigits(figure.quantity) >= 3 &&
      (statedBy(tables, g, figure).cells[0]?.score ?? 0) >= LEAST_BOUND,
  );
}

const keysOf = (candidate: Candidate | undefined): string => candidate?.citations.map(({ key }) => key).join() ?? '';
