import type { Candidate, Statement } from '../claims/findClaims.ts';
import type { SourceDocument } from '../documents/document.ts';
import { aliasesOf } from '../facts/aliases.ts';
import { words } from '../facts/names.ts';
import { proseFacts } from '../facts/proseFacts.ts';
import { tableLexicon } from '../facts/tableLexicon.ts';
import { type SourcedValue, valueIndex } from '../facts/valueIndex.ts';
import type { Library, Source } from '../library.ts';
import type { Table } from '../tables/table.ts';
import { type Binding, bind, type PlacedValue, scoreOf, valuesOf } from './binding.ts';
import { agreement, comparable, significantDigits } from './compare.ts';
import { type Derivation, derive, expected } from './derive.ts';
import { findMentions, type Mention } from './mentions.ts';
import { contradictingProse, type ProseMatch, supportingProse } from './proseMatch.ts';
import { isSettingNumber, looksLikeTables, speaksOfResults } from './resultLike.ts';
import { asDifference, createUtterance, type Figure, type Utterance } from './utterance.ts';

/** A table in scope with what the statement's words say about it. */
export interface BoundTable {
  readonly source: Source;
  readonly tableIndex: number;
  readonly binding: Binding;
}

/** A number of a table with how well the words speak for it. */
export interface Scored {
  readonly bound: BoundTable;
  readonly placed: PlacedValue;
  readonly score: number;
}

/** What was found out about one number, before it is put in a writer's words. */
export type Finding =
  | { readonly kind: 'cell'; readonly cell: Scored; readonly margin: number }
  | { readonly kind: 'prose'; readonly source: Source; readonly match: ProseMatch }
  | { readonly kind: 'derived'; readonly bound: BoundTable; readonly derivation: Derivation }
  | {
      readonly kind: 'conflict';
      readonly cell: Scored;
      readonly sole: boolean;
      readonly elsewhere: readonly Scored[];
      readonly margin: number;
    }
  | { readonly kind: 'derived-conflict'; readonly bound: BoundTable; readonly derivation: Derivation }
  | { readonly kind: 'prose-conflict'; readonly source: Source; readonly match: ProseMatch }
  | { readonly kind: 'absent'; readonly near: readonly Scored[]; readonly strength: number }
  | { readonly kind: 'silent'; readonly why: string };

/** How firmly words tie a figure to the place that states it and to the place that says otherwise. */
export interface Features {
  readonly matchRow: number;
  readonly matchColumn: number;
  readonly rivalRow: number;
  readonly rivalColumn: number;
  /** Numbers of the statement, the figure included. */
  readonly figures: number;
  /** How many rows and columns the words name. */
  readonly mentions: number;
}

export interface Judged {
  readonly finding: Finding;
  readonly trace: readonly string[];
  readonly features: Features | null;
}

/** Thresholds, in units of whole names: 1 is one name spelled out next to the number. */
const SWAP_MARGIN = 0.7;
const SAME = 0.03;
const UNLIKELY = 0.1;
const CHANGE_MARGIN = 0.45;
const HOME = 0.3;
const LEAST_BOUND = 0.55;
const DETERMINED = 1.2;
const BOTH_AXES = 1.35;
const NAMED = 0.85;
const FIRM = 1.9;
const PROSE_BODY = 12;

/** Judges the numbers of a statement against some sources: those it cites. */
export function judgeAgainst(statement: Statement, sources: readonly Source[]): Judged[] {
  const utterance = utteranceOf(statement);
  const tables = sources.flatMap((source) => boundTables(statement, utterance, source));
  const stated = utterance.figures.map((figure, f) => matches(tables, f, figure));
  const judged = utterance.figures.map((figure, f) =>
    judgeFigure(statement, utterance, sources, tables, stated, f, figure),
  );
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

export function utteranceOf(statement: Statement): Utterance {
  return createUtterance(
    statement.text,
    statement.candidates.map((candidate) => candidate.quantity),
    statement.around,
  );
}

function boundTables(statement: Statement, utterance: Utterance, source: Source): BoundTable[] {
  const { document } = source;
  if (!document) return [];
  const aliases = aliasesFor(source);
  const locators = new Set(
    statement.candidates.flatMap((candidate) =>
      candidate.citations.flatMap(({ key, locator }) =>
        key === source.key && locator?.label === 'table' ? [locator.value] : [],
      ),
    ),
  );
  const named = document.tables.map((table) => locators.has(table.label?.replace(/^Table\s+/, '') ?? ''));
  const around = words(statement.around);
  const before = words(statement.before);
  return document.tables.flatMap((table, tableIndex) => {
    if (named.includes(true) && !named[tableIndex]) return [];
    const lexicon = tableLexicon(table, aliases);
    const outer = [
      ...weighed(findMentions(before, lexicon, statement.before).filter(isSubject), BEFORE),
      ...weighed(findMentions(around, lexicon, statement.around), AROUND),
    ];
    return [{ source, tableIndex, binding: bind(utterance, table, lexicon, outer) }];
  });
}

/** How much the heading, and the sentence that a pronoun points back to, count beside the statement's own words. */
const AROUND = 0.35;
const BEFORE = 0.8;
/** A subject stands at the start of its sentence. */
const SUBJECT_REACH = 40;

const weighed = (mentions: readonly Mention[], weight: number): Mention[] =>
  mentions.map((mention) => ({ ...mention, strength: mention.strength * weight }));

/** What a pronoun can point back to: columns, and a row where no other row is named. */
function isSubject(mention: Mention, _: number, all: readonly Mention[]): boolean {
  if (mention.axis === 'column') return true;
  const rows = all.filter(({ axis, strength }) => axis === 'row' && strength >= 0.9);
  return new Set(rows.map(({ start }) => start)).size === 1 && mention.strength >= 0.9 && mention.start < SUBJECT_REACH;
}

const aliasCache = new WeakMap<object, (label: string) => readonly string[]>();

function aliasesFor(source: Source): (label: string) => readonly string[] {
  const { document } = source;
  if (!document) return () => [];
  const known = aliasCache.get(document) ?? aliasesOf(document);
  aliasCache.set(document, known);
  return known;
}

function matches(tables: readonly BoundTable[], f: number, figure: Figure): Scored[] {
  return tables
    .flatMap((bound) =>
      valuesOf(bound.binding.table)
        .filter((placed) => agreement(figure.quantity, placed.value.quantity, figure.hedge) !== null)
        .map((placed) => ({ bound, placed, score: scoreOf(bound.binding, f, placed) })),
    )
    .sort((a, b) => b.score - a.score);
}

function judgeFigure(
  statement: Statement,
  utterance: Utterance,
  sources: readonly Source[],
  tables: readonly BoundTable[],
  stated: readonly Scored[][],
  f: number,
  figure: Figure,
): Judged {
  const trace: string[] = [`${figure.quantity.text}: ${figure.shape}${figure.hedge ? `, ${figure.hedge}` : ''}`];
  const found = stated[f] ?? [];
  const match = found[0];
  // Where the number stands in a table that the words speak of, only that table's other cells can speak against it.
  const home =
    match && match.score >= HOME
      ? tables.filter((bound) => found.some((one) => one.bound === bound && one.score >= match.score - HOME))
      : tables;
  const rivals = rivalsOf(home, stated, f, figure);
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
  const features = match && rival ? featuresOf(match, rival, f, utterance) : null;
  const answer = (finding: Finding): Judged => ({ finding, trace, features });

  const prose = proseSupport(utterance, figure, sources);
  if (figure.shape !== 'value') {
    if (match && match.score >= BOTH_AXES && margin < SWAP_MARGIN)
      return answer({ kind: 'cell', cell: match, margin: -margin });
    const derived = bestDerivation(tables, f, figure, utterance.text);
    if (derived) return answer({ kind: 'derived', ...derived });
    if (prose) return answer({ kind: 'prose', ...prose });
    if (match && figure.quantity.sign !== null && match.score >= LEAST_BOUND)
      return answer({ kind: 'cell', cell: match, margin: -margin });
    const wanted = expectedDifference(tables, utterance, f, figure);
    if (wanted) return answer({ kind: 'derived-conflict', ...wanted });
    if (match && isChangeRow(match)) {
      const other = rivals.find((one) => isChangeRow(one) && one.score > match.score + CHANGE_MARGIN);
      if (!other) return answer({ kind: 'cell', cell: match, margin: -margin });
      return answer({ kind: 'absent', near: [other], strength: other.score });
    }
    return answer(missing(statement, utterance, sources, tables, rivals, f, figure, trace));
  }
  const few = figure.quantity.decimals === 0 && significantDigits(figure.quantity) < 3 && figure.quantity.scale === 1;
  const bound = match && (!few || match.score >= DETERMINED || matchesWhole(match, figure));
  if (match && bound && !figure.quantity.spelled && margin < SWAP_MARGIN)
    return answer({ kind: 'cell', cell: match, margin: -margin });
  if (prose) return answer({ kind: 'prose', ...prose });
  if (figure.quantity.spelled)
    return answer({ kind: 'silent', why: 'A number word that no sentence of the source confirms.' });
  const telling = figure.quantity.decimals > 0 || significantDigits(figure.quantity) > 2;
  if (match && rival && (bound || telling)) {
    // Two digits that happen to stand somewhere in a table are no evidence of a swapped cell.
    if (!telling && (rival.score < FIRM || isSettingNumber(utterance.text, figure)))
      return answer({ kind: 'silent', why: 'A number of few digits that the words tie to no cell.' });
    const { sole, best } = determined(rivals);
    if (sole && saysOtherwise(best, figure, utterance))
      return answer({ kind: 'conflict', cell: best, sole, elsewhere: found.slice(0, 2), margin });
    if (isSettingNumber(utterance.text, figure)) return answer({ kind: 'silent', why: 'A setting, not a result.' });
    return answer({ kind: 'absent', near: rivals.slice(0, 2), strength: rival.score });
  }
  // "outperforms Y on all sets (1.4 on P, 2.9 on Q)": a list of differences that no word near them announces.
  const like = looksLikeTables(
    figure,
    tables.map(({ binding }) => binding.table),
  );
  const difference = match || like ? null : asDifference(utterance.text, figure);
  const derived = difference ? bestDerivation(tables, f, difference, utterance.text) : null;
  if (derived && derived.derivation.chance <= UNLIKELY) return answer({ kind: 'derived', ...derived });
  return answer(missing(statement, utterance, sources, tables, rivals, f, difference ?? figure, trace));
}

/** Cells that the words speak for and that say something else, best first, without those that other figures state. */
function rivalsOf(tables: readonly BoundTable[], stated: readonly Scored[][], f: number, figure: Figure): Scored[] {
  const taken = new Set<PlacedValue>();
  stated.forEach((list, g) => {
    const top = list[0];
    if (g === f || !top) return;
    for (const one of list) if (one.score >= top.score - SAME) taken.add(one.placed);
  });
  return tables
    .flatMap((bound) =>
      valuesOf(bound.binding.table)
        .filter(
          (placed) =>
            !taken.has(placed) &&
            comparable(figure.quantity, placed.value.quantity) &&
            agreement(figure.quantity, placed.value.quantity, figure.hedge) === null,
        )
        .map((placed) => ({ bound, placed, score: scoreOf(bound.binding, f, placed) })),
    )
    .sort((a, b) => b.score - a.score)
    .slice(0, 12);
}

function featuresOf(match: Scored, rival: Scored, f: number, utterance: Utterance): Features {
  const row = ({ bound, placed }: Scored): number => bound.binding.rows[f]?.[placed.row] ?? 0;
  const column = ({ bound, placed }: Scored): number => bound.binding.columns[f]?.[placed.value.column] ?? 0;
  return {
    matchRow: row(match),
    matchColumn: column(match),
    rivalRow: row(rival),
    rivalColumn: column(rival),
    figures: utterance.figures.length,
    mentions: rival.bound.binding.mentions.length,
  };
}

/** True where a whole number stands in its cell as a whole number: 23 is not what is left of 23.9. */
function matchesWhole(match: Scored, figure: Figure): boolean {
  const { quantity } = match.placed.value;
  const whole = quantity.decimals === 0 && quantity.value === figure.quantity.value;
  return (whole || figure.quantity.unit === 'percent') && match.score >= LEAST_BOUND;
}

/**
 * Whether a place is named so firmly that its value contradicts another: by row and column, for a number of its kind.
 * A number of few digits may well count something else than the column does.
 */
function saysOtherwise({ score, placed }: Scored, figure: Figure, utterance: Utterance): boolean {
  if (figure.quantity.decimals > 0) return score >= BOTH_AXES;
  const alike = placed.value.quantity.decimals === 0 && placed.value.quantity.unit === figure.quantity.unit;
  return figure.quantity.scale > 1
    ? score >= LEAST_BOUND
    : alike && score >= FIRM && !isSettingNumber(utterance.text, figure);
}

/** Whether the best cells all have one value. */
function determined(rivals: readonly Scored[]): { sole: boolean; best: Scored } {
  const best = rivals[0] as Scored;
  const top = rivals.filter((rival) => rival.score >= best.score - SAME);
  return { sole: new Set(top.map((rival) => rival.placed.value.quantity.value)).size === 1, best };
}

function missing(
  _statement: Statement,
  utterance: Utterance,
  sources: readonly Source[],
  tables: readonly BoundTable[],
  rivals: readonly Scored[],
  f: number,
  figure: Figure,
  trace: string[],
): Finding {
  for (const source of sources) {
    if (!source.document || figure.quantity.spelled) continue;
    const match = contradictingProse(utterance, figure, proseFacts(source.document));
    if (match) return { kind: 'prose-conflict', source, match };
  }
  const rival = rivals[0];
  const strength = Math.max(
    0,
    ...tables.map(
      ({ binding }) => Math.max(0, ...(binding.rows[f] ?? [0])) + Math.max(0, ...(binding.columns[f] ?? [0])),
    ),
  );
  if (figure.quantity.spelled) return { kind: 'silent', why: 'A number word that no sentence of the source confirms.' };
  if (figure.shape === 'value' && rival && rival.score >= (figure.quantity.scale > 1 ? LEAST_BOUND : DETERMINED)) {
    const { sole, best } = determined(rivals);
    if (sole && saysOtherwise(best, figure, utterance))
      return { kind: 'conflict', cell: best, sole, elsewhere: [], margin: best.score };
  }
  const body = sources.some((source) => source.document && proseFacts(source.document).sentences >= PROSE_BODY);
  trace.push(`no source value agrees; strength ${strength.toFixed(2)}`);
  const near = rivals.slice(0, 2);
  if (body && !isIncidental(figure)) return { kind: 'absent', near: strength >= LEAST_BOUND ? near : [], strength };
  // What is said of a named system in three digits or more is a claim whatever it counts.
  if (strength >= NAMED && significantDigits(figure.quantity) >= 3) return { kind: 'absent', near, strength };
  if (isSettingNumber(utterance.text, figure)) return { kind: 'silent', why: 'A setting, not a result.' };
  const measured = figure.quantity.decimals > 0 || figure.quantity.unit === 'percent' || figure.quantity.scale > 1;
  const like = looksLikeTables(
    figure,
    tables.map(({ binding }) => binding.table),
  );
  if (figure.shape !== 'value') {
    if (measured && strength >= LEAST_BOUND) return { kind: 'absent', near: [], strength };
  } else if (measured && like && (strength >= LEAST_BOUND || speaksOfResults(utterance.text)))
    return { kind: 'absent', near, strength };
  return { kind: 'silent', why: 'Nothing in the sentence names a row or column of the source.' };
}

function isIncidental(figure: Figure): boolean {
  return figure.quantity.decimals === 0 && figure.quantity.unit === null && figure.quantity.value < 4;
}

function isChangeRow(match: Scored): boolean {
  const header = match.placed.table.rows[match.placed.row]?.header.map((label) => label.text).join(' ') ?? '';
  const column =
    match.placed.table.columns[match.placed.value.column]?.header.map((label) => label.text).join(' ') ?? '';
  return /\bgain|Δ|delta|improv|diff|\s[-−–]\s|increase|drop|relative|change/i.test(`${header} ${column}`);
}

function bestDerivation(
  tables: readonly BoundTable[],
  f: number,
  figure: Figure,
  text: string,
): { bound: BoundTable; derivation: Derivation } | null {
  let best: { bound: BoundTable; derivation: Derivation } | null = null;
  for (const bound of tables) {
    const derivation = derive(bound.binding, f, figure, figure.shape, text);
    if (derivation && (!best || derivation.score > best.derivation.score)) best = { bound, derivation };
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

function proseSupport(
  utterance: Utterance,
  figure: Figure,
  sources: readonly Source[],
): { source: Source; match: ProseMatch } | null {
  let best: { source: Source; match: ProseMatch } | null = null;
  for (const source of sources) {
    if (!source.document) continue;
    const match = supportingProse(utterance, figure, proseFacts(source.document));
    if (match && match.overlap > (best?.match.overlap ?? 0)) best = { source, match };
  }
  return best;
}

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
  return best;
}

const MOST_SOURCES = 200;
const SURE_OVERLAP = 1.5;

/** The sentence outside of the cited sources that states a number in the same words, if one does without a doubt. */
export function findProseElsewhere(
  statement: Statement,
  candidate: Candidate,
  library: Library,
  except: readonly Source[],
): { source: Source; match: ProseMatch } | null {
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

function placesOf({ quantity }: Figure, library: Library, except: readonly Source[]): SourcedValue[] {
  const half = quantity.step / 2 + 1e-9;
  return valueIndex(library)
    .between(quantity.value - half, quantity.value + half + quantity.step)
    .filter(({ source, placed }) => !except.includes(source) && agreement(quantity, placed.value.quantity) !== null);
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
      figure.quantity.decimals > 0 &&
      significantDigits(figure.quantity) >= 3 &&
      (matches(tables, g, figure)[0]?.score ?? 0) >= LEAST_BOUND,
  );
}

function describe({ bound, placed }: Scored): string {
  const { table, row, value } = placed;
  const labels = [...(table.rows[row]?.header ?? []), ...(table.columns[value.column]?.header ?? [])];
  return `${bound.source.key} ${table.label ?? `#${bound.tableIndex + 1}`} [${labels.map((label) => label.text).join(' | ')}]`;
}
