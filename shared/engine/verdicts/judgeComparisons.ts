import type { Phrase } from '../claims/findComparisons.ts';
import type { PlacedValue } from '../facts/placedValues.ts';
import { readAblation } from './comparisonAblation.ts';
import type { ComparisonAnswer } from './comparisonAnswers.ts';
import { judgeComparative } from './comparisonComparative.ts';
import { type Judged, judgeExtremes } from './comparisonExtremes.ts';
import { gridOf, textOf } from './comparisonGrid.ts';
import { comparisonMessage } from './comparisonMessages.ts';
import type { Reading } from './comparisonPairs.ts';
import { readScope } from './comparisonScope.ts';
import { readSides, type Sides } from './comparisonSides.ts';
import { judgeSuperlative } from './comparisonSuperlative.ts';
import { confidenceOf } from './confidence.ts';
import { signsOfComparison } from './confidenceSigns.ts';
import { cellEvidence } from './evidence.ts';
import type { HeardTable } from './heardTable.ts';
import type { CellEvidence, Evidences, Verdict } from './verdict.ts';

const CLOSE = 0.15;
const FIRM = 0.75;

/** The best reading of a phrase over all tables. What one reading bears out, no other can contradict. */
export function judgePhrase(
  text: string,
  phrase: Phrase,
  before: readonly Phrase[],
  tables: readonly HeardTable[],
): ComparisonAnswer | null {
  const judged = tables.flatMap((heard) => judgeOver(text, phrase, before, heard, tables.length === 1));
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

function judgeOver(text: string, said: Phrase, before: readonly Phrase[], heard: HeardTable, alone: boolean): Judged[] {
  const phrase = withoutNames(said, heard);
  const last = before.at(-1);
  const earlier = last
    ? heard.mentions.filter((mention) => mention.start >= last.clause.start && mention.end <= last.span.start)
    : [];
  if (phrase.rule.relation === 'change') return judgeChange(text, phrase, heard);
  const extreme = judgeExtremes(text, phrase, heard, alone);
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
    const reading: Reading = { grid, phrase: sides.turned ? reversed(phrase) : phrase, sides, scope, text };
    const outcome = phrase.rule.relation === 'superlative' ? judgeSuperlative(reading) : judgeComparative(reading);
    return outcome ? [{ heard, reading, outcome }] : [];
  });
}

/** The "not" of a row called "Not observed" negates nothing. */
function withoutNames(phrase: Phrase, { mentions }: HeardTable): Phrase {
  const { negation } = phrase;
  const named = negation !== null && mentions.some(({ start, end }) => start <= negation.start && negation.end < end);
  return named ? { ...phrase, negated: false } : phrase;
}

/** The phrase said of the other side. */
const reversed = (phrase: Phrase): Phrase => ({
  ...phrase,
  universal: true,
  rule: { ...phrase.rule, sign: phrase.rule.sign === 1 ? -1 : 1, factor: null },
});

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

function answerOf(phrase: Phrase, { heard, reading, outcome }: Judged): ComparisonAnswer {
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
  const confidence = confidenceOf(measured);
  const message = comparisonMessage(phrase, outcome.kind, evidence);
  const settles = outcome.settles ? [outcome.settles] : [];
  return {
    span: phrase.span,
    text: phrase.text,
    quantity: null,
    settles,
    verdict,
    confidence,
    measured,
    message,
    trace,
  };
}
