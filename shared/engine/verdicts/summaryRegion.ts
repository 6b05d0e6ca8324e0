import { words } from '../facts/names.ts';
import type { Table } from '../tables/table.ts';
import type { Span } from '../text/span.ts';
import { type Grid, gridOf, isTogether } from './comparisonGrid.ts';
import { placesOf } from './comparisonSides.ts';
import type { HeardTable } from './heardTable.ts';

/** The rows and columns that a sentence speaks of as a whole. */
export interface Region {
  readonly grid: Grid;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Whether rows, or columns, are named. */
  readonly named: { readonly row: boolean; readonly column: boolean };
  /** True where the table knows every word of the sentence, so that nothing else can be meant. */
  readonly explained: boolean;
  /** How firmly the names are read, 0 to 1. */
  readonly strength: number;
  readonly heard: string;
}

/** Reads which rows and columns a sentence names; all where it names none. `said` is what is claimed of them. */
export function readRegion(heard: HeardTable, text: string, said: Span): Region {
  const { table, lexicon } = heard;
  const outside = heard.mentions.filter(({ start, end }) => end <= said.start || start >= said.end);
  const rowsNamed = outside.filter(({ axis }) => axis === 'row');
  const columnsNamed = outside.filter(({ axis }) => axis === 'column');
  const all = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
  const own = axisWords(table);
  const free = words(text).filter(
    ({ start, end }) =>
      (end <= said.start || start >= said.end) && !outside.some((one) => one.start < end && start < one.end),
  );
  const explained = free.every(
    ({ form, start, end }) =>
      lexicon.byWord.has(form) ||
      lexicon.context.has(form) ||
      own.has(form) ||
      COMMON.has(form) ||
      /^[\d.]+$/.test(text.slice(start, end)),
  );
  const rows = rowsNamed.length > 0 ? placesOf(rowsNamed) : all(table.rows.length).filter((row) => isBody(table, row));
  const columns = columnsNamed.length > 0 ? placesOf(columnsNamed) : all(table.columns.length);
  const quoted = [...rowsNamed, ...columnsNamed].map((mention) => `“${mention.text}”`).join(', ');
  return {
    grid: gridOf(table, 'row'),
    rows,
    columns,
    named: { row: rowsNamed.length > 0, column: columnsNamed.length > 0 },
    explained,
    strength: Math.min(1, ...[...rowsNamed, ...columnsNamed].map(({ strength }) => strength)),
    heard: quoted === '' ? 'the whole table' : `for ${quoted}`,
  };
}

/** Totals and averages are no values of their own. */
const isBody = (table: Table, row: number): boolean => !isTogether(table.rows[row]?.header ?? []);

/** Words that name nothing of a table, in canonical form. */
const COMMON = new Set(
  words(
    'value number table all every each any some none no not always never cell row column entry given shown present presented list listed report reported data result one least exist there has have contain show only both across range vary varies total overall same different unique distinct observed repeat repeated duplicate identical consistent constant take get consists increase increasing decrease decreasing grow drop rise fall decline everyday day steadily monotonically positive negative meter metre degree percent second minute whole entire throughout higher lower compare compared highest lowest largest smallest greatest least most maximum minimum when under',
  ).map(({ form }) => form),
);

const axes = new WeakMap<Table, ReadonlySet<string>>();

/** The words that head the names of the rows: "Scene", "Year". */
export function axisWords(table: Table): ReadonlySet<string> {
  const known = axes.get(table);
  if (known) return known;
  const found = new Set<string>();
  for (const row of table.rows)
    for (const { axis } of row.header) if (axis) for (const { form } of words(axis)) found.add(form);
  axes.set(table, found);
  return found;
}
