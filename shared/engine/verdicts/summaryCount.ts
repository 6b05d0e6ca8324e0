import type { CountSummary, Limit } from '../claims/summary.ts';
import type { PlacedValue } from '../facts/placedValues.ts';
import { valuesOf } from '../facts/placedValues.ts';
import { listsOf, type TableList, tellingForms } from '../facts/tableLists.ts';
import type { Table } from '../tables/table.ts';
import { isTogether } from './comparisonGrid.ts';
import type { HeardTable } from './heardTable.ts';
import type { SummaryOutcome } from './summaryOutcome.ts';
import { axisWords } from './summaryRegion.ts';

const SHOWN = 8;

/** "There are seven scenes": the entries of the list that the noun heads. */
export function judgeCount(summary: CountSummary, text: string, heard: HeardTable): SummaryOutcome | null {
  const { table } = heard;
  const noun = tellingForms(text.slice(summary.noun.start, summary.noun.end));
  const generic = /^(rows?|columns?)\b/i.exec(text.slice(summary.noun.start, summary.noun.end))?.[1];
  const found = generic
    ? partsOf(table, /^row/i.test(generic))
    : (listFor(noun, heard) ??
      listFor(tellingForms(text.slice(summary.noun.start)), heard) ??
      kindredList(noun, table));
  if (!found) return null;
  const { quantity, limit } = summary;
  const counted = countsOf(found, summary.distinct);
  const fits = counted.find((count) => within(limit, count, quantity.value));
  const count = fits ?? counted[0];
  const [first, ...rest] = distinctEntries(found).flatMap(({ placed }) => placed ?? []);
  if (!first || count === undefined) return null;
  if (fits === undefined && (!summary.whole || !found.sure)) return null;
  const names = distinctEntries(found).map((entry) => entry.text);
  const listed = names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')}, …` : names.join(', ');
  return {
    kind: fits === undefined ? 'contradicted' : 'supported',
    cells: [first, ...rest.slice(0, SHOWN - 1)],
    shown: `${count} ${found.title}: ${listed}`,
    steps: [`${found.title} lists ${counted.join(' or ')}, claimed ${limit} ${quantity.text}`],
    correct: limit === 'exactly' ? String(count) : null,
  };
}

interface Counted extends TableList {
  /** False where groups of rows or totals leave open what counts as one. */
  readonly sure: boolean;
}

const distinctEntries = ({ entries }: TableList): TableList['entries'] =>
  entries.filter(({ text }, i) => entries.findIndex((other) => other.text === text) === i);

function countsOf(found: Counted, distinct: boolean): number[] {
  const once = distinctEntries(found).length;
  return distinct || found.of !== 'rows' ? [once] : [...new Set([once, found.entries.length])];
}

export function within(limit: Limit, count: number, value: number): boolean {
  switch (limit) {
    case 'exactly':
      return count === value;
    case 'least':
      return count >= value;
    case 'most':
      return count <= value;
    case 'over':
      return count > value;
    case 'under':
      return count < value;
    default:
      return limit satisfies never;
  }
}

/** The list whose header the noun names; what the noun adds must be said by the caption. */
function listFor(noun: readonly string[], heard: HeardTable): Counted | null {
  const { table, lexicon } = heard;
  const own = axisWords(table);
  const fitting = listsOf(table).filter(
    ({ forms }) =>
      forms.every((form) => noun.includes(form)) &&
      noun.every((form) => forms.includes(form) || lexicon.context.has(form) || own.has(form)),
  );
  const longest = Math.max(0, ...fitting.map(({ forms }) => forms.length));
  const best = fitting.filter(({ forms }) => forms.length === longest);
  const found = best.find(({ of }) => of === 'rows') ?? best[0];
  if (!found) return null;
  const grouped = found.of === 'rows' && hasGroups(table);
  return { ...found, sure: !grouped && !table.rows.some(({ header }) => isTogether(header)) };
}

const SYSTEMS = new Set(['system', 'model', 'method', 'approach', 'baselin', 'algorithm']);
const SETTINGS = new Set([
  'benchmark',
  'dataset',
  'data',
  'set',
  'corpora',
  'corpus',
  'task',
  'metric',
  'measur',
  'domain',
]);

/** "Systems" for rows called "Model", "benchmarks" for the columns: enough to bear a count out, not to contradict it. */
function kindredList(noun: readonly string[], table: Table): Counted | null {
  if (noun.every((form) => SYSTEMS.has(form))) {
    const rows = listsOf(table).find(({ of, forms }) => of === 'rows' && forms.every((form) => SYSTEMS.has(form)));
    return rows ? { ...rows, sure: false } : null;
  }
  if (!noun.every((form) => SETTINGS.has(form))) return null;
  const groups = listsOf(table).filter(({ of }) => of === 'columns');
  const entries = groups.flatMap(({ title, entries: [first] }) =>
    first ? [{ text: title, placed: first.placed }] : [],
  );
  return entries.length > 1 ? { forms: noun, title: noun.join(' '), entries, of: 'columns', sure: false } : null;
}

/** True where a label without a header of its own stands over several rows. */
function hasGroups({ rows }: Table): boolean {
  const groups = rows.flatMap(({ header }) => (header.length > 1 && !header[0]?.axis ? [header[0]?.text] : []));
  return new Set(groups).size < groups.length;
}

/** The rows or the columns themselves. */
function partsOf(table: Table, rows: boolean): Counted {
  const seen = new Map<number, PlacedValue>();
  for (const placed of valuesOf(table)) {
    const at = rows ? placed.row : placed.value.column;
    if (!seen.has(at)) seen.set(at, placed);
  }
  const entries = [...seen].map(([at, placed]) => ({ text: `${at + 1}`, placed }));
  // Stubs are columns to a reader too, and rows of blanks are rows: their count is not contradicted.
  return { forms: [], title: rows ? 'rows' : 'columns', entries, of: 'rows', sure: false };
}
