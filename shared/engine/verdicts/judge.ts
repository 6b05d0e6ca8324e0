import type { Statement } from '../claims/findClaims.ts';
import type { SourceDocument } from '../documents/document.ts';
import { proseFacts } from '../facts/proseFacts.ts';
import type { Source } from '../library.ts';
import { aggregate } from './aggregate.ts';
import { boundTables, statedBy, utteranceOf } from './boundTables.ts';
import { keepCompany } from './company.ts';
import { agreement, significantDigits } from './compare.ts';
import { type Derivation, derive, expected, followsFromOthers, potential } from './derive.ts';
import { type BoundTable, describe, type Finding, type Judged, type Scored, type Stated } from './finding.ts';
import { isPartOfName } from './mentions.ts';
import { isOfAnother, metricBeside } from './metricBeside.ts';
import { contradictingProse } from './proseMatch.ts';
import { proseSupport } from './proseSupport.ts';
import { isSettingNumber, looksLikeTables, speaksOfResults } from './resultLike.ts';
import { byScore, determined, leadOf, matchesWhole, rivalsOf, saysOtherwise } from './rivals.ts';
import {
  BOTH_AXES,
  CHANGE_MARGIN,
  DETERMINED,
  ELSEWHERE,
  FIRM,
  HOME,
  LEAD,
  LEAD_ELSEWHERE,
  LEAST_BOUND,
  NAMED,
  PROSE_BODY,
  SAME,
  SURE_CELL,
  SWAP_MARGIN,
  UNLIKELY,
} from './thresholds.ts';
import { asDifference, type Figure, type Utterance } from './utterance.ts';

/** Judges the numbers of a statement against some sources: those it cites. */
export function judgeAgainst(statement: Statement, sources: readonly Source[]): Judged[] {
  const utterance = utteranceOf(statement);
  const tables = sources.flatMap((source) => boundTables(statement, utterance, source));
  const stated = utterance.figures.map((figure, f) => statedBy(tables, f, figure));
  const judged = utterance.figures.map((figure, f) => judgeFigure(utterance, sources, tables, stated, f, figure));
  return judged.map((one, f) => withCompany(one, utterance.figures[f] as Figure, judged));
}

/** A sentence of the source that states one number of a statement vouches for the others it holds: "5.3 out of 10". */
function withCompany(judged: Judged, figure: Figure, all: readonly Judged[]): Judged {
  if (judged.finding.kind !== 'absent' && judged.finding.kind !== 'silent') return judged;
  for (const { finding } of all) {
    if (finding.kind !== 'prose') continue;
    const fact = proseFacts(finding.source.document as SourceDocument).facts.find(
      (one) =>
        one.passage === finding.match.fact.passage &&
        agreement(figure.quantity, one.quantity, figure.hedge) === 'exact',
    );
    if (fact) return { ...judged, finding: { ...finding, match: { ...finding.match, fact } } };
  }
  return judged;
}

function judgeFigure(
  utterance: Utterance,
  sources: readonly Source[],
  tables: readonly BoundTable[],
  stated: readonly Stated[],
  f: number,
  figure: Figure,
): Judged {
  const trace: string[] = [`${figure.quantity.text}: ${figure.shape}${figure.hedge ? `, ${figure.hedge}` : ''}`];
  const joined = keepCompany(utterance, stated, f);
  const found = (stated[f] as Stated).cells.map(joined).sort(byScore);
  const match = found[0];
  // Where the number stands in a table that the words speak of, only that table's other cells can speak against it.
  const home =
    match && match.score >= HOME
      ? tables.filter((bound) => found.some((one) => one.bound === bound && one.score >= match.score - HOME))
      : tables;
  const metric = metricBeside(utterance.text, figure);
  const rivals = rivalsOf(home, utterance.figures, stated, f)
    .filter(({ placed }) => !metric || !isOfAnother(metric, placed))
    .slice(0, MOST_RIVALS)
    .map(joined)
    .sort(byScore);
  const rival = rivals[0];
  const margin = (rival?.score ?? 0) - (match?.score ?? 0);
  const spoken = rival?.bound ?? match?.bound;
  if (spoken)
    trace.push(
      `names heard: ${spoken.binding.mentions.map((one) => `${one.axis} “${one.text}” ${one.strength.toFixed(2)}`).join(', ') || 'none'}`,
    );
  if (match) trace.push(`stands at ${describe(match)}, score ${match.score.toFixed(2)}`);
  if (rival)
    trace.push(
      `words speak for ${describe(rival)} = ${rival.placed.value.quantity.text}, score ${rival.score.toFixed(2)}`,
    );
  const answer = (finding: Finding): Judged => ({ finding, trace });
  const isSure = (cell: Scored): boolean => {
    const { here, elsewhere } = leadOf(cell, rivalsOf(tables, utterance.figures, stated, f).map(joined).sort(byScore));
    const stands = stated.some(({ cells }, g) => g !== f && cells[0]?.placed === cell.placed);
    return cell.score >= SURE_CELL && here >= LEAD && elsewhere >= LEAD_ELSEWHERE && !stands;
  };
  if (tables.some(({ binding }) => isPartOfName(binding.mentions, figure)))
    return answer({ kind: 'silent', why: 'The number is part of a name of the source.' });

  const prose = proseSupport(utterance, figure, sources);
  if (figure.shape !== 'value') {
    if (match && match.score >= BOTH_AXES && margin < SWAP_MARGIN)
      return answer({ kind: 'cell', cell: match, margin: -margin });
    const derived = bestDerivation(anchored(tables, utterance.figures, stated, f), f, figure, utterance.text);
    if (derived) return answer({ kind: 'derived', ...derived });
    if (prose) return answer({ kind: 'prose', ...prose });
    // A column of ratios prints what no two cells give: "6.15 times faster".
    if (match && figure.shape === 'ratio' && significantDigits(figure.quantity) > 2)
      return answer({ kind: 'cell', cell: match, margin: -margin });
    if (match && figure.quantity.sign !== null && match.score >= LEAST_BOUND)
      return answer({ kind: 'cell', cell: match, margin: -margin });
    // A change that the source prints in the very column counts, whatever its rows would give.
    const printed = match !== undefined && isChangeRow(match) && isTopColumn(match, f);
    const wanted = printed ? null : expectedDifference(tables, utterance, f, figure);
    if (wanted) return answer({ kind: 'derived-conflict', ...wanted });
    if (match && match.score >= LEAST_BOUND && isChangeRow(match)) {
      const other = rivals.find((one) => isChangeRow(one) && one.score > match.score + CHANGE_MARGIN);
      if (!other) return answer({ kind: 'cell', cell: match, margin: -margin });
      return answer({ kind: 'absent', near: [other], strength: other.score });
    }
    return answer(missing(utterance, sources, tables, stated, rivals, f, figure, isSure, trace));
  }
  const few = figure.quantity.decimals === 0 && significantDigits(figure.quantity) < 3 && figure.quantity.scale === 1;
  const bound = match && (!few || match.score >= DETERMINED || matchesWhole(match, figure));
  if (match && bound && !figure.quantity.spelled && margin < SWAP_MARGIN)
    return answer({ kind: 'cell', cell: match, margin: -margin });
  if (prose) return answer({ kind: 'prose', ...prose });
  const whole = figure.quantity.spelled ? null : aggregated(tables, f, figure, utterance.text);
  if (whole) return answer({ kind: 'derived', ...whole });
  if (figure.quantity.spelled)
    return answer({ kind: 'silent', why: 'A number word that no sentence of the source confirms.' });
  const telling = figure.quantity.decimals > 0 || significantDigits(figure.quantity) > 2;
  if (match && rival && (bound || telling)) {
    // Two digits that happen to stand somewhere in a table are no evidence of a swapped cell.
    if (!telling && (rival.score < FIRM || isSettingNumber(utterance.text, figure)))
      return answer({ kind: 'silent', why: 'A number of few digits that the words tie to no cell.' });
    const best = determined(rivals, match);
    if (best && saysOtherwise(best, figure, utterance))
      return answer({ kind: 'conflict', cell: best, sure: isSure(best), elsewhere: found.slice(0, 2), margin });
    if (isSettingNumber(utterance.text, figure)) return answer({ kind: 'silent', why: 'A setting, not a result.' });
    return answer({ kind: 'absent', near: rivals.slice(0, 2), strength: rival.score });
  }
  // "outperforms Y on all sets (1.4 on P, 2.9 on Q)": a list of differences that no word near them announces.
  const like = looksLikeTables(
    figure,
    tables.map(({ binding }) => binding.table),
  );
  const difference = match ? null : asDifference(utterance.text, figure);
  const derived = difference ? bestDerivation(tables, f, difference, utterance.text) : null;
  if (derived && derived.derivation.chance <= (like ? 0 : UNLIKELY)) return answer({ kind: 'derived', ...derived });
  const asked = like ? figure : (difference ?? figure);
  return answer(missing(utterance, sources, tables, stated, rivals, f, asked, isSure, trace));
}

/** How many rivals are looked at closely: what is named worse than these speaks against nothing. */
const MOST_RIVALS = 12;

function missing(
  utterance: Utterance,
  sources: readonly Source[],
  tables: readonly BoundTable[],
  stated: readonly Stated[],
  rivals: readonly Scored[],
  f: number,
  figure: Figure,
  isSure: (cell: Scored) => boolean,
  trace: string[],
): Finding {
  for (const source of sources) {
    if (!source.document || figure.quantity.spelled) continue;
    const match = contradictingProse(utterance, figure, proseFacts(source.document));
    if (match) return { kind: 'prose-conflict', source, match };
  }
  if (figure.shape !== 'value' && followsFromOthers(figure, utterance.figures))
    return { kind: 'silent', why: 'It follows from other numbers of the sentence.' };
  const rival = rivals[0];
  const strength = Math.max(
    0,
    ...tables.map(
      ({ binding }) => Math.max(0, ...(binding.rows[f] ?? [0])) + Math.max(0, ...(binding.columns[f] ?? [0])),
    ),
  );
  if (figure.quantity.spelled) return { kind: 'silent', why: 'A number word that no sentence of the source confirms.' };
  if (figure.shape === 'value' && rival && rival.score >= (figure.quantity.scale > 1 ? LEAST_BOUND : DETERMINED)) {
    const best = determined(rivals);
    if (best && saysOtherwise(best, figure, utterance))
      return { kind: 'conflict', cell: best, sure: isSure(best), elsewhere: [], margin: best.score };
  }
  const body = sources.some((source) => source.document && proseFacts(source.document).sentences >= PROSE_BODY);
  trace.push(`no source value agrees; strength ${strength.toFixed(2)}`);
  const near = rivals.slice(0, 2);
  if (body && !isIncidental(figure)) return { kind: 'absent', near: strength >= LEAST_BOUND ? near : [], strength };
  // What is said of a named system in three digits or more is a claim whatever it counts.
  if (strength >= NAMED && significantDigits(figure.quantity) >= 3) return { kind: 'absent', near, strength };
  if (figure.shape === 'value' && isSettingNumber(utterance.text, figure))
    return { kind: 'silent', why: 'A setting, not a result.' };
  const measured = figure.quantity.decimals > 0 || figure.quantity.unit === 'percent' || figure.quantity.scale > 1;
  const like = looksLikeTables(
    figure,
    tables.map(({ binding }) => binding.table),
  );
  // What stands in a row with numbers of the source is said of the source.
  if (measured && like && isListedWithStated(utterance, stated, f)) return { kind: 'absent', near, strength };
  if (figure.shape !== 'value') {
    if (measured && strength >= LEAST_NAMED) return { kind: 'absent', near: [], strength };
  } else if (measured && like && (strength >= LEAST_BOUND || speaksOfResults(utterance.text)))
    return { kind: 'absent', near, strength };
  return { kind: 'silent', why: 'Nothing in the sentence names a row or column of the source.' };
}

const LISTED = /^\s*(?:%|\w+)?\s*(?:,|\/|and|or|to|vs\.?|versus|against|,\s*and)\s*$/i;

/** True where the number before or behind in a list is of the same kind and stands in the tables. */
function isListedWithStated({ figures, text }: Utterance, stated: readonly Stated[], f: number): boolean {
  const { quantity } = figures[f] as Figure;
  return [f - 1, f + 1].some((g) => {
    const other = figures[g]?.quantity;
    if (!other || figures[g]?.shape !== 'value' || !stated[g]?.cells.length || other.decimals === 0) return false;
    const [first, second] = g < f ? [other, quantity] : [quantity, other];
    return other.decimals === quantity.decimals && LISTED.test(text.slice(first.span.end, second.span.start));
  });
}

/** From this on a word names something of the tables: enough for a change to be a claim. */
const LEAST_NAMED = 0.4;

function isIncidental(figure: Figure): boolean {
  return figure.quantity.decimals === 0 && figure.quantity.unit === null && figure.quantity.value < 4;
}

/** True where no column of the table is named more firmly than this one. */
function isTopColumn({ bound, placed }: Scored, f: number): boolean {
  const columns = bound.binding.columns[f] ?? [];
  return (columns[placed.value.column] ?? 0) >= Math.max(LEAST_BOUND, ...columns) - COLUMN_SLACK;
}

const COLUMN_SLACK = 0.1;

function isChangeRow(match: Scored): boolean {
  const header = match.placed.table.rows[match.placed.row]?.header.map((label) => label.text).join(' ') ?? '';
  const column =
    match.placed.table.columns[match.placed.value.column]?.header.map((label) => label.text).join(' ') ?? '';
  return /\bgain|Δ|delta|improv|diff|\s[-−–]\s|increase|drop|relative|change|\binc\b|\bdec\b/i.test(
    `${header} ${column}`,
  );
}

/** The mean or sum that the words ask for, if some table gives it. */
function aggregated(
  tables: readonly BoundTable[],
  f: number,
  figure: Figure,
  text: string,
): { bound: BoundTable; derivation: Derivation } | null {
  for (const bound of tables) {
    const derivation = aggregate(bound.binding, f, figure, text);
    if (derivation) return { bound, derivation };
  }
  return null;
}

/** Tables in which the rows that other values of the sentence stand in count as named: a change may be told from them. */
function anchored(
  tables: readonly BoundTable[],
  figures: readonly Figure[],
  stated: readonly Stated[],
  f: number,
): BoundTable[] {
  return tables.map((bound) => {
    const anchors = new Set(
      stated.flatMap(({ cells }, g) => {
        const figure = figures[g] as Figure;
        if (g === f || figure.shape !== 'value' || figure.quantity.decimals === 0) return [];
        const top = cells.filter((cell) => cell.bound === bound && cell.score >= (cells[0]?.score ?? 0) - SAME);
        const rows = new Set(top.map(({ placed }) => placed.row));
        return rows.size === 1 ? [...rows] : [];
      }),
    );
    if (anchors.size === 0) return bound;
    const rows = bound.binding.rows.map((scores, g) =>
      g === f ? scores.map((score, row) => (anchors.has(row) ? Math.max(score, ANCHOR) : score)) : scores,
    );
    return { ...bound, binding: { ...bound.binding, rows } };
  });
}

const ANCHOR = 1;

function bestDerivation(
  tables: readonly BoundTable[],
  f: number,
  figure: Figure,
  text: string,
): { bound: BoundTable; derivation: Derivation } | null {
  let best: { bound: BoundTable; derivation: Derivation } | null = null;
  const most = Math.max(0, ...tables.map(({ binding }) => potential(binding, f)));
  for (const bound of tables) {
    const derivation = derive(bound.binding, f, figure, figure.shape, text);
    // Another table, which the words do not speak of, gives many a difference by chance.
    if (!derivation || derivation.score < most - ELSEWHERE) continue;
    if (!best || derivation.score > best.derivation.score) best = { bound, derivation };
  }
  return best;
}

/** The difference that the named operands give, where another figure of the sentence may tell the metric. */
function expectedDifference(
  tables: readonly BoundTable[],
  utterance: Utterance,
  f: number,
  figure: Figure,
): { bound: BoundTable; derivation: Derivation } | null {
  for (const bound of tables) {
    const leaves = utterance.figures.flatMap((other, g) => {
      const derived = g === f ? null : derive(bound.binding, g, other, other.shape, utterance.text);
      const column = derived ? bound.binding.table.columns[derived.operands[0].value.column] : undefined;
      return column ? [column.header.at(-1)?.text ?? ''] : [];
    });
    const derivation =
      expected(bound.binding, f, figure, null, utterance.text) ??
      (leaves[0] === undefined ? null : expected(bound.binding, f, figure, leaves[0], utterance.text));
    if (derivation) return { bound, derivation };
  }
  return null;
}
