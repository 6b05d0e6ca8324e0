import type { ComparisonStatement } from '../claims/comparisonStatements.ts';
import type { Phrase } from '../claims/findComparisons.ts';
import { aliasesOf } from '../facts/aliases.ts';
import { words } from '../facts/names.ts';
import { tableLexicon } from '../facts/tableLexicon.ts';
import type { Source } from '../library.ts';
import type { Table } from '../tables/table.ts';
import { shift } from '../text/span.ts';
import { judgeComparative } from './comparisonComparative.ts';
import { gridOf } from './comparisonGrid.ts';
import { comparisonMessage } from './comparisonMessages.ts';
import type { Outcome } from './comparisonOutcome.ts';
import { type Reading, readSides, strongest } from './comparisonSides.ts';
import { judgeSuperlative } from './comparisonSuperlative.ts';
import { cellEvidence } from './evidence.ts';
import { findMentions, type Mention } from './mentions.ts';
import type { Evidences, JudgedClaim, Verdict } from './verdict.ts';

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
    return [{ source, tableIndex, table, mentions: findMentions(found, tableLexicon(table, aliases), statement.text) }];
  });
}

interface Judged {
  readonly heard: HeardTable;
  readonly reading: Reading;
  readonly outcome: Outcome;
}

function judgePhrase(
  statement: ComparisonStatement,
  phrase: Phrase,
  before: readonly Phrase[],
  tables: readonly HeardTable[],
): Omit<ComparisonAnswer, 'phrase'> | null {
  const judged = tables.flatMap((heard) => judgeOver(statement.text, phrase, before, heard));
  const top = Math.max(0, ...judged.map(({ reading }) => reading.strength));
  const best = judged.filter(({ reading }) => reading.strength >= top - CLOSE);
  const supported = best.find(({ outcome }) => outcome.kind === 'supported');
  const chosen = supported ?? best[0];
  return chosen ? answerOf(phrase, chosen) : null;
}

const CLOSE = 0.15;

function judgeOver(text: string, phrase: Phrase, before: readonly Phrase[], heard: HeardTable): Judged[] {
  const last = before.at(-1);
  const earlier = last
    ? strongest(
        heard.mentions.filter((mention) => mention.start >= last.clause.start && mention.end <= last.span.start),
      )
    : [];
  return readSides(text, phrase, heard.mentions, earlier).flatMap((reading) => {
    const grid = gridOf(heard.table, reading.axis);
    const outcome =
      phrase.rule.relation === 'superlative'
        ? judgeSuperlative(grid, phrase, reading, text)
        : reading.objects === 'none'
          ? null
          : judgeComparative(grid, phrase, reading, text);
    return outcome ? [{ heard, reading, outcome }] : [];
  });
}

function answerOf(phrase: Phrase, { heard, reading, outcome }: Judged): Omit<ComparisonAnswer, 'phrase'> {
  const [first, ...rest] = outcome.cells;
  const evidenceOf = (cell: typeof first) => cellEvidence(heard.source, heard.tableIndex, cell, outcome.shown);
  const evidence: Evidences = [evidenceOf(first), ...rest.map(evidenceOf)];
  const verdict: Verdict =
    outcome.kind === 'supported'
      ? { kind: 'supported', evidence }
      : { kind: 'contradicted', evidence, suggestion: null, elsewhere: [] };
  const trace = [
    `${phrase.text}: ${phrase.rule.relation}, ${phrase.rule.sense}${phrase.negated ? ', negated' : ''}${phrase.universal ? ', without exception' : ''}`,
    reading.heard,
    ...outcome.steps,
  ];
  return { verdict, confidence: outcome.confidence, message: comparisonMessage(phrase, outcome.kind, evidence), trace };
}
