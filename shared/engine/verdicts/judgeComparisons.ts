import type { ComparisonStatement } from '../claims/comparisonStatements.ts';
import type { Phrase } from '../claims/findComparisons.ts';
import { aliasesOf } from '../facts/aliases.ts';
import { words } from '../facts/names.ts';
import type { PlacedValue } from '../facts/placedValues.ts';
import { type TableLexicon, tableLexicon } from '../facts/tableLexicon.ts';
import type { Source } from '../library.ts';
import type { Table } from '../tables/table.ts';
import { shift } from '../text/span.ts';
import { readAblation } from './comparisonAblation.ts';
import { judgeComparative } from './comparisonComparative.ts';
import { claimedExtreme, judgeExtreme } from './comparisonExtreme.ts';
import { gridOf, textOf } from './comparisonGrid.ts';
import { comparisonMessage } from './comparisonMessages.ts';
import type { Outcome } from './comparisonOutcome.ts';
import type { Reading } from './comparisonPairs.ts';
import { readScope } from './comparisonScope.ts';
import { exactMentions, placesOf, readSides, type Sides, soundMentions } from './comparisonSides.ts';
import { judgeSuperlative } from './comparisonSuperlative.ts';
import { confidenceOf, type MeasuredClaim } from './confidence.ts';
import { signsOfComparison } from './confidenceSigns.ts';
import { cellEvidence } from './evidence.ts';
import { findMentions, type Mention } from './mentions.ts';
import type { CellEvidence, Evidences, JudgedClaim, Verdict } from './verdict.ts';

/** What was said of one phrase of a statement, free of where the statement stands. */
export interface ComparisonAnswer extends Omit<MeasuredClaim, 'claim'> {
  readonly phrase: Phrase;
}

/** The claim of an answer at the place of its statement. */
export function claimOf(statement: ComparisonStatement, { phrase, ...answer }: ComparisonAnswer): JudgedClaim {
  const { citations, cited } = statement;
  return {
    ...answer,
    claim: {
      kind: 'comparison',
      span: shift(phrase.span, statement.span.start),
      text: phrase.text,
      sentence: statement.span,
      citations,
      cited,
    },
  };
}

/** Judges the phrases of a statement without their place in the draft. */
export function answerComparisons(statement: ComparisonStatement, sources: readonly Source[]): ComparisonAnswer[] {
  const tables = sources.flatMap((source) => tablesOf(statement, source));
  return statement.phrases.flatMap((phrase, i) => {
    const answer = judgePhrase(statement, phrase, statement.phrases.slice(0, i), tables);
    return answer ? [{ ...answer, phrase }] : [];
  });
}

interface HeardTable {
  readonly source: Source;
  readonly tableIndex: number;
  readonly table: Table;
  readonly lexicon: TableLexicon;
  readonly mentions: readonly Mention[];
}

const aliasCache = new WeakMap<object, (label: string) => readonly string[]>();

function tablesOf(statement: ComparisonStatement, source: Source): HeardTable[] {
  const { document } = source;
  if (!document) return [];
  const aliases = aliasCache.get(document) ?? aliasesOf(document);
  aliasCache.set(document, aliases);
  const located = new Set(
    statement.citations.flatMap(({ key, locator }) =>
      key === source.key && locator?.label === 'table' ? [`Table ${locator.value}`] : [],
    ),
  );
  const found = words(statement.text);
  return document.tables.flatMap((table, tableIndex) => {
    if (located.size > 0 && !located.has(table.label ?? '')) return [];
    const lexicon = tableLexicon(table, aliases);
    return [
      {
        source,
        tableIndex,
        table,
        lexicon,
        mentions: soundMentions(
          statement.text,
          findMentions(found, lexicon, statement.text),
          exactMentions(statement.text, found, lexicon),
        ),
      },
    ];
  });
}

interface Judged {
  readonly heard: HeardTable;
  readonly reading: Reading;
  readonly outcome: Outcome;
}

const CLOSE = 0.15;
const FIRM = 0.75;

/** The best reading over all tables. What one reading bears out, no other can contradict. */
function judgePhrase(
  statement: ComparisonStatement,
  phrase: Phrase,
  before: readonly Phrase[],
  tables: readonly HeardTable[],
): Omit<ComparisonAnswer, 'phrase'> | null {
  const judged = tables.flatMap((heard) => judgeOver(statement.text, phrase, before, heard));
  const top = Math.max(0, ...judged.map(({ reading }) => reading.sides.strength));
  const supported = judged.find(
    ({ reading, outcome }) =>
      outcome.kind === 'supported' && reading.sides.strength >= top - CLOSE && !reading.scope.foreign,
  );
  if (supported) return answerOf(phrase, supported);
  if (judged.some(({ outcome }) => outcome.kind === 'supported')) return null;
  const contradicted = judged.find(
    ({ reading }) =>
      reading.sides.strength >= Math.max(FIRM, top - CLOSE) && !reading.scope.foreign && !phrase.restricted,
  );
  return contradicted ? answerOf(phrase, contradicted) : null;
}

function judgeOver(text: string, phrase: Phrase, before: readonly Phrase[], heard: HeardTable): Judged[] {
  const last = before.at(-1);
  const earlier = last
    ? heard.mentions.filter((mention) => mention.start >= last.clause.start && mention.end <= last.span.start)
    : [];
  if (phrase.rule.relation === 'change') return judgeChange(text, phrase, heard);
  const extreme = judgeExtremes(text, phrase, heard);
  if (extreme.length > 0) return extreme;
  return (['row', 'column'] as const).flatMap((axis) => {
    const sides = readSides(axis, text, phrase, heard.mentions, earlier);
    if (!sides) return [];
    const grid = gridOf(heard.table, axis);
    const own = readScope(grid, text, phrase, heard.mentions, sides.named, heard.lexicon);
    // "…, and it is higher than": with its subject a clause takes over the scope.
    const scope =
      sides.carried && own.places === null && last
        ? readScope(grid, text, last, heard.mentions, sides.named, heard.lexicon)
        : own;
    const reading: Reading = { grid, phrase, sides, scope, text };
    const outcome = phrase.rule.relation === 'superlative' ? judgeSuperlative(reading) : judgeComparative(reading);
    return outcome ? [{ heard, reading, outcome }] : [];
  });
}

/** "F1 drops without C": the row without it against the row it was taken from. */
function judgeChange(text: string, phrase: Phrase, heard: HeardTable): Judged[] {
  const grid = gridOf(heard.table, 'row');
  const ablation = readAblation(grid, text, phrase);
  if (!ablation) return [];
  const scope = readScope(grid, text, phrase, heard.mentions, [], heard.lexicon);
  // What has no measure of its own falls and rises in quality: "the results drop".
  const rule = scope.places === null ? { ...phrase.rule, sense: 'quality' as const } : phrase.rule;
  const sides: Sides = {
    axis: 'row',
    subjects: [ablation.without],
    level: 0,
    objects: [ablation.full],
    named: [],
    strength: 0.8,
    carried: false,
    implied: false,
    heard: `${textOf(grid.labelsOf(ablation.without))} against ${textOf(grid.labelsOf(ablation.full))}`,
  };
  const reading: Reading = { grid, phrase: { ...phrase, rule }, sides, scope, text };
  const outcome = judgeComparative(reading);
  return outcome ? [{ heard, reading, outcome }] : [];
}

/** "The highest loss is 4.2": over the rows for a named column, over the columns for a named row. */
function judgeExtremes(text: string, phrase: Phrase, heard: HeardTable): Judged[] {
  const claimed = claimedExtreme(text, phrase, heard.mentions);
  if (!claimed) return [];
  const judged = (['row', 'column'] as const).flatMap((axis): Judged[] => {
    const grid = gridOf(heard.table, axis);
    const scope = readScope(grid, text, phrase, heard.mentions, [], heard.lexicon);
    const along = heard.mentions.filter(
      (mention) => mention.axis === axis && mention.start >= phrase.clause.start && mention.end <= phrase.clause.end,
    );
    const across = heard.mentions.filter((mention) => mention.axis !== axis);
    if (scope.places === null || across.length === 0 || scope.foreign) return [];
    const strength = Math.max(...across.map((mention) => mention.strength));
    const outcome = judgeExtreme(grid, phrase, claimed, scope.places, strength);
    const sides: Sides = {
      axis,
      subjects: placesOf(along),
      level: 0,
      objects: 'rest',
      named: along,
      strength,
      carried: false,
      implied: false,
      heard: `the number ${claimed.text}`,
    };
    return outcome ? [{ heard, reading: { grid, phrase, sides, scope, text }, outcome }] : [];
  });
  // Where both a row and a column are named, both readings stand; the one that bears it out wins.
  return judged;
}

function answerOf(phrase: Phrase, { heard, reading, outcome }: Judged): Omit<ComparisonAnswer, 'phrase'> {
  const [first, ...rest] = outcome.cells;
  const evidenceOf = (cell: PlacedValue): CellEvidence =>
    cellEvidence(heard.source, heard.tableIndex, cell, outcome.shown);
  const evidence: Evidences = [evidenceOf(first), ...rest.map(evidenceOf)];
  const verdict: Verdict =
    outcome.kind === 'supported'
      ? { kind: 'supported', evidence }
      : { kind: 'contradicted', evidence, suggestion: null, elsewhere: [] };
  const { rule, negated, universal } = phrase;
  const trace = [
    `${phrase.text}: ${rule.relation}, ${rule.sense}${negated ? ', negated' : ''}${universal ? ', without exception' : ''}`,
    `${reading.sides.heard}; ${reading.scope.heard}`,
    ...outcome.steps,
  ];
  const measured = signsOfComparison(outcome.kind, reading.sides.named.length, reading.scope.places !== null);
  const message = comparisonMessage(phrase, outcome.kind, evidence);
  return { verdict, confidence: confidenceOf(measured), measured, message, trace };
}
