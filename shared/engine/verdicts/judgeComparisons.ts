import type { ComparisonStatement } from '../claims/comparisonStatements.ts';
import type { Phrase } from '../claims/findComparisons.ts';
import { aliasesOf } from '../facts/aliases.ts';
import { words } from '../facts/names.ts';
import { type TableLexicon, tableLexicon } from '../facts/tableLexicon.ts';
import type { Source } from '../library.ts';
import type { Table } from '../tables/table.ts';
import { shift } from '../text/span.ts';
import { judgeComparative } from './comparisonComparative.ts';
import { gridOf } from './comparisonGrid.ts';
import { comparisonMessage } from './comparisonMessages.ts';
import type { Outcome } from './comparisonOutcome.ts';
import type { Reading } from './comparisonPairs.ts';
import { readScope } from './comparisonScope.ts';
import { readSides, soundMentions } from './comparisonSides.ts';
import { judgeSuperlative } from './comparisonSuperlative.ts';
import type { PlacedValue } from './binding.ts';
import { cellEvidence } from './evidence.ts';
import { findMentions, type Mention } from './mentions.ts';
import type { CellEvidence, Evidences, JudgedClaim, Verdict } from './verdict.ts';

/** What was said of one phrase of a statement, free of where the statement stands. */
export interface ComparisonAnswer extends Omit<JudgedClaim, 'claim'> {
  readonly phrase: Phrase;
}

/** Judges the comparing phrases of a statement; those whose scope, direction or binding is not clear get no claim. */
export function judgeComparisons(statement: ComparisonStatement, sources: readonly Source[]): JudgedClaim[] {
  return answerComparisons(statement, sources).map((answer) => claimOf(statement, answer));
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
    return [{ source, tableIndex, table, lexicon, mentions: soundMentions(statement.text, findMentions(found, lexicon, statement.text)) }];
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
function judgePhrase(statement: ComparisonStatement, phrase: Phrase, before: readonly Phrase[], tables: readonly HeardTable[]): Omit<ComparisonAnswer, 'phrase'> | null {
  const judged = tables.flatMap((heard) => judgeOver(statement.text, phrase, before, heard));
  const top = Math.max(0, ...judged.map(({ reading }) => reading.sides.strength));
  const supported = judged.find(({ reading, outcome }) => outcome.kind === 'supported' && reading.sides.strength >= top - CLOSE);
  if (supported) return answerOf(phrase, supported);
  if (judged.some(({ outcome }) => outcome.kind === 'supported')) return null;
  const contradicted = judged.find(({ reading }) => reading.sides.strength >= Math.max(FIRM, top - CLOSE) && !reading.scope.foreign);
  return contradicted ? answerOf(phrase, contradicted) : null;
}

function judgeOver(text: string, phrase: Phrase, before: readonly Phrase[], heard: HeardTable): Judged[] {
  const last = before.at(-1);
  const earlier = last ? heard.mentions.filter((mention) => mention.start >= last.clause.start && mention.end <= last.span.start) : [];
  return (['row', 'column'] as const).flatMap((axis) => {
    const sides = readSides(axis, text, phrase, heard.mentions, earlier);
    if (!sides) return [];
    const grid = gridOf(heard.table, axis);
    const scope = readScope(grid, text, phrase, heard.mentions, sides.named, heard.lexicon);
    const reading: Reading = { grid, phrase, sides, scope, text };
    const outcome = phrase.rule.relation === 'superlative' ? judgeSuperlative(reading) : sides.objects === 'none' ? null : judgeComparative(reading);
    return outcome ? [{ heard, reading, outcome }] : [];
  });
}

function answerOf(phrase: Phrase, { heard, reading, outcome }: Judged): Omit<ComparisonAnswer, 'phrase'> {
  const [first, ...rest] = outcome.cells;
  const evidenceOf = (cell: PlacedValue): CellEvidence => cellEvidence(heard.source, heard.tableIndex, cell, outcome.shown);
  const evidence: Evidences = [evidenceOf(first), ...rest.map(evidenceOf)];
  const verdict: Verdict = outcome.kind === 'supported' ? { kind: 'supported', evidence } : { kind: 'contradicted', evidence, suggestion: null, elsewhere: [] };
  const { rule, negated, universal } = phrase;
  const trace = [`${phrase.text}: ${rule.relation}, ${rule.sense}${negated ? ', negated' : ''}${universal ? ', without exception' : ''}`, `${reading.sides.heard}; ${reading.scope.heard}`, ...outcome.steps];
  return { verdict, confidence: outcome.confidence, message: comparisonMessage(phrase, outcome.kind, evidence), trace };
}
