import type { Summary } from '../claims/summary.ts';
import type { Span } from '../text/span.ts';
import type { ComparisonAnswer } from './comparisonAnswers.ts';
import { confidenceOf } from './confidence.ts';
import { signsOfSummary } from './confidenceSigns.ts';
import { cellEvidence } from './evidence.ts';
import type { HeardTable } from './heardTable.ts';
import { judgeCount } from './summaryCount.ts';
import { linesOf, namedLists } from './summaryLines.ts';
import type { SummaryOutcome } from './summaryOutcome.ts';
import { type Region, readRegion } from './summaryRegion.ts';
import { type Alikes, judgeAlike, judgeBound, judgeRange, judgeTrend } from './summaryValues.ts';
import type { Evidences, Verdict } from './verdict.ts';

/** What the tables say of a summary. What one table bears out, no other can contradict. */
export function judgeSummary(text: string, summary: Summary, tables: readonly HeardTable[]): ComparisonAnswer | null {
  const judged = tables.flatMap((heard) => {
    const outcome =
      summary.kind === 'count'
        ? judgeCount(summary, text, heard)
        : judgeValues(text, summary, heard, tables.length === 1);
    return outcome ? [{ heard, outcome }] : [];
  });
  const best = judged.find(({ outcome }) => outcome.kind === 'supported') ?? judged[0];
  return best ? answerOf(text, summary, best.heard, best.outcome) : null;
}

function judgeValues(
  text: string,
  summary: Exclude<Summary, { kind: 'count' }>,
  named: HeardTable,
  alone: boolean,
): SummaryOutcome | null {
  const heard = summary.kind === 'trend' ? before(named, summary.span) : named;
  const region = readRegion(heard, text, saidOf(summary));
  if (region.strength < FIRM) return null;
  if (!region.explained)
    return summary.kind === 'trend' && region.named.column
      ? borneOut(judgeTrend(summary, linesOf(region, heard, text)))
      : null;
  const open = !region.named.row && !region.named.column;
  switch (summary.kind) {
    case 'bound':
      return open && !(alone && OF_ALL.test(text)) ? null : judgeBound(summary, region);
    case 'range':
      return judgeRange(summary, linesOf(region, heard, text));
    case 'alike':
      return judgeAlike(summary, alikesOf(summary, region, heard, text));
    case 'trend':
      return judgeTrend(summary, linesOf(region, heard, text));
    default:
      return summary satisfies never;
  }
}

/** What rises is named before the verb; behind it stands what it rises with. */
const before = (heard: HeardTable, { start }: Span): HeardTable => ({
  ...heard,
  mentions: heard.mentions.filter(({ end }) => end <= start),
});

/** What is claimed, and so names nothing: the names of what repeats stand within the words that say so. */
const saidOf = ({ kind, span }: Summary): Span => (kind === 'alike' ? { start: span.start, end: span.start } : span);

function alikesOf({ span }: Summary, region: Region, heard: HeardTable, text: string): Alikes[] {
  const lines = linesOf(region, heard, text);
  // Where some cells hold no number, what is printed tells them apart.
  if (lines.length === 0 || lines.some(({ entries }) => entries.length < region.rows.length && region.named.column)) {
    const before = namedLists(heard.table, text.slice(0, span.end));
    return before.length > 0 ? before : namedLists(heard.table, text);
  }
  return lines.map(({ title, entries }) => ({
    title,
    entries: entries.map(({ quantity, placed }) => ({ text: `${quantity.value}`, placed })),
  }));
}

/** Where a sentence says more than the table knows, it can be borne out by the table but not contradicted. */
const borneOut = (outcome: SummaryOutcome | null): SummaryOutcome | null =>
  outcome?.kind === 'supported' ? outcome : null;

const FIRM = 0.55;
const OF_ALL = /\b(?:values?|numbers?|table|cells?|entries|errors?|scores?|results?)\b/i;

function answerOf(text: string, summary: Summary, heard: HeardTable, outcome: SummaryOutcome): ComparisonAnswer {
  const [first, ...rest] = outcome.cells;
  const shown = outcome.shown;
  const evidence: Evidences = [
    cellEvidence(heard.source, heard.tableIndex, first, shown),
    ...rest.map((cell) => cellEvidence(heard.source, heard.tableIndex, cell, shown)),
  ];
  const isNumber = summary.kind === 'count';
  const span = isNumber ? summary.quantity.span : summary.span;
  const said = text.slice(span.start, span.end);
  const verdict: Verdict =
    outcome.kind === 'supported'
      ? { kind: 'supported', evidence }
      : { kind: 'contradicted', evidence, suggestion: outcome.correct, elsewhere: [] };
  const table = heard.table.label ?? 'a table';
  const measured = signsOfSummary(outcome.kind);
  return {
    span,
    text: said,
    quantity: isNumber ? summary.quantity : null,
    settles: [span],
    verdict,
    confidence: confidenceOf(measured),
    measured,
    message:
      outcome.kind === 'supported'
        ? `“${said}” is borne out by @${heard.source.key}, ${table}: ${shown}.`
        : `“${said}” does not hold in @${heard.source.key}, ${table}: ${shown}.`,
    trace: [`${said}: ${summary.kind}`, ...outcome.steps],
  };
}
