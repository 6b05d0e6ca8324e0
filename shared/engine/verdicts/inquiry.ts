import { areInOneRow } from '../facts/placedValues.ts';
import type { Source } from '../library.ts';
import { keepCompany } from './company.ts';
import { type BoundTable, describe, isCredible, type Scored, type Stated } from './finding.ts';
import { cellsOfListedRow } from './listedRow.ts';
import { distinctRows } from './mentions.ts';
import { isOfAnother, metricBeside } from './metricBeside.ts';
import { byScore, leadOf, rivalsOf } from './rivals.ts';
import { HOME, LEAD, LEAD_ELSEWHERE, LISTED_ROW, SURE_CELL, SWAP_MARGIN } from './thresholds.ts';
import type { Figure, Utterance } from './utterance.ts';
import { changePairs } from './versus.ts';

/** An utterance with the tables it may speak of, bound to its words. */
export interface Bound {
  readonly utterance: Utterance;
  readonly sources: readonly Source[];
  readonly tables: readonly BoundTable[];
  /** By figure: where the tables state it. */
  readonly stated: readonly Stated[];
}

/** One figure of an utterance with the cells that speak for and against it. */
export interface Inquiry extends Bound {
  /** Index of the figure. */
  readonly f: number;
  readonly figure: Figure;
  /** The cells that say what the figure says, best first. */
  readonly found: readonly Scored[];
  /** The cells that the words speak for and that say something else, best first. */
  readonly rivals: readonly Scored[];
  /** How far the best rival is ahead of the best cell that agrees. */
  readonly margin: number;
  /** How well the words speak for any row and any column. */
  readonly strength: number;
  /**
   * True where no other cell is meant nearly as well, no other figure states the cell, and the figures that stand in a
   * table stand in its table too.
   */
  readonly isSure: (cell: Scored) => boolean;
  readonly trace: string[];
}

/** How many rivals are looked at closely: what is named worse than these speaks against nothing. */
const MOST_RIVALS = 12;

export function inquire(bound: Bound, f: number): Inquiry {
  const { utterance, tables, stated } = bound;
  const { figures, text } = utterance;
  const figure = figures[f] as Figure;
  const listed = cellsOfListedRow(utterance, stated, f);
  const company = keepCompany(utterance, stated, f);
  const joined = (scored: Scored): Scored => {
    const kept = company(scored);
    return listed.has(scored.placed) ? { ...kept, score: kept.score + LISTED_ROW } : kept;
  };
  const found = (stated[f] as Stated).cells.map(joined).sort(byScore);
  const [match] = found;
  const metric = metricBeside(text, figure);
  // "A raises P from 1 to 2": the cell of A speaks for the end, not against the beginning, which is of what is not named.
  const begins = changePairs(figures, text).some(([from]) => from === f);
  const rivals = rivalsOf(homeOf(tables, found), figures, stated, f)
    .filter(({ placed }) => !metric || !isOfAnother(metric, placed))
    .filter(
      ({ bound, placed }) =>
        !begins || distinctRows(bound.binding.mentions) > 1 || !match || !areInOneRow(match.placed, placed),
    )
    .slice(0, MOST_RIVALS)
    .map(joined)
    .sort(byScore);
  return {
    ...bound,
    f,
    figure,
    found,
    rivals,
    margin: (rivals[0]?.score ?? 0) - (match?.score ?? 0),
    strength: strengthOf(tables, f),
    isSure: (cell) => {
      const { here, elsewhere } = leadOf(cell, rivalsOf(tables, figures, stated, f).map(joined).sort(byScore));
      const stands = stated.some(({ cells }, g) => g !== f && cells[0]?.placed === cell.placed);
      const others = stated.filter((own, g) => g !== f && isCredible(own, SWAP_MARGIN));
      const atHome = others.length === 0 || others.some(({ cells }) => cells.some(({ bound }) => bound === cell.bound));
      return cell.score >= SURE_CELL && here >= LEAD && elsewhere >= LEAD_ELSEWHERE && !stands && atHome;
    },
    trace: traceOf(figure, match, rivals[0]),
  };
}

/** Where the number stands in a table that the words speak of, only that table's other cells can speak against it. */
function homeOf(tables: readonly BoundTable[], found: readonly Scored[]): readonly BoundTable[] {
  const [match] = found;
  if (!match || match.score < HOME) return tables;
  return tables.filter((table) => found.some(({ bound, score }) => bound === table && score >= match.score - HOME));
}

function strengthOf(tables: readonly BoundTable[], f: number): number {
  const best = (scores: readonly number[] = []): number => Math.max(0, ...scores);
  return Math.max(0, ...tables.map(({ binding }) => best(binding.rows[f]) + best(binding.columns[f])));
}

function traceOf(figure: Figure, match: Scored | undefined, rival: Scored | undefined): string[] {
  const trace = [`${figure.quantity.text}: ${figure.shape}${figure.hedge ? `, ${figure.hedge}` : ''}`];
  const spoken = rival?.bound ?? match?.bound;
  if (spoken) {
    const names = spoken.binding.mentions.map((one) => `${one.axis} “${one.text}” ${one.strength.toFixed(2)}`);
    trace.push(`names heard: ${names.join(', ') || 'none'}`);
  }
  if (match) trace.push(`stands at ${describe(match)}, score ${match.score.toFixed(2)}`);
  if (rival) {
    const { text } = rival.placed.value.quantity;
    trace.push(`words speak for ${describe(rival)} = ${text}, score ${rival.score.toFixed(2)}`);
  }
  return trace;
}
