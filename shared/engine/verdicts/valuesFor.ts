import type { CiteKey } from '../bibliography/entry.ts';
import type { Draft } from '../claims/draft.ts';
import { type SourcedTable, tablesWithRowsIn } from '../facts/namedRows.ts';
import { isUnsure, type PlacedValue, valuesOf } from '../facts/placedValues.ts';
import type { Library, Source } from '../library.ts';
import type { Span } from '../text/span.ts';
import { scoreOf } from './binding.ts';
import { boundTables, utteranceOf } from './boundTables.ts';
import { agreement } from './compare.ts';
import type { BoundTable, Scored } from './finding.ts';
import { WHOLE } from './mentions.ts';
import { suggestionFor } from './suggestion.ts';
import { type Unfinished, unfinishedAt } from './unfinished.ts';
import type { Figure, Utterance } from './utterance.ts';
import type { DocumentId } from './verdict.ts';

/** A number of the library that can stand where a sentence is being written. */
export interface OfferedValue {
  /** As the source prints it. */
  readonly text: string;
  /** In the draft's own style: with a percent sign where the draft writes such numbers with one. */
  readonly written: string;
  readonly row: readonly string[];
  readonly column: readonly string[];
  readonly source: CiteKey;
  readonly document: DocumentId;
  /** `Table 2`, or null where the source gives none. */
  readonly table: string | null;
  readonly tableIndex: number;
  readonly rowIndex: number;
  readonly columnIndex: number;
  /** The cell in the source. */
  readonly span: Span;
}

export interface OfferedValues {
  /** The best bound first. */
  readonly values: readonly OfferedValue[];
  /** True where the sentence cites something already. */
  readonly isCited: boolean;
  /** True where the sentence names a column of the values, and not their row alone. */
  readonly namesColumn: boolean;
}

const MOST_VALUES = 12;
const MOST_TABLES = 40;
/** What speaks at least for a row that the sentence names; for one that only the sentence before it names. */
const ROW_NAMED = 0.6;
const ROW_BEFORE = 0.85;
const COLUMN_NAMED = 0.5;
/** How much worse than the best a row or column may be named. */
const SLACK = 0.3;

/**
 * The numbers of the library that the sentence at the caret asks for, in place of the digits `typed`: those of the rows
 * that it names whole, in the columns that it names, from the sources it cites or else from all. None where no number of
 * a claim can stand, and none for a difference or ratio.
 */
export function valuesFor(draft: Draft, typed: Span, library: Library): OfferedValues {
  const unfinished = unfinishedAt(draft, typed);
  if (unfinished === null) return nothing;
  const { statement, candidate } = unfinished;
  const isCited = candidate.cited === 'sentence';
  const utterance = utteranceOf(statement);
  const f = statement.candidates.indexOf(candidate);
  const figure = utterance.figures[f];
  if (figure?.shape !== 'value') return nothing;
  const others = utterance.figures.filter((_, g) => g !== f);
  const isStated = ({ value }: PlacedValue): boolean =>
    others.some(({ quantity }) => agreement(quantity, value.quantity) !== null);
  const begun = draft.text.slice(typed.start, typed.end);
  const cells = bestNamed(
    bind(unfinished, utterance, library),
    f,
    (placed) => placed.value.role === undefined && !isStated(placed) && !isUnsure(placed),
  );
  const values = cells
    .filter(({ placed }) => placed.value.quantity.text.startsWith(begun))
    .map((cell) => offered(cell, percentStyle(draft.text), figure));
  return {
    values: distinct(values).slice(0, MOST_VALUES),
    isCited,
    namesColumn: (cells[0]?.column ?? 0) >= COLUMN_NAMED,
  };
}

const nothing: OfferedValues = { values: [], isCited: false, namesColumn: false };

/** A cell with what speaks for its row and its column. */
interface Named extends Scored {
  readonly row: number;
  readonly column: number;
}

/** The tables with a row that the words name, bound to them. */
function bind({ statement, candidate }: Unfinished, utterance: Utterance, library: Library): BoundTable[] {
  const cited = new Set(candidate.cited === 'sentence' ? candidate.citations.map(({ key }) => key) : []);
  const named = tablesWithRowsIn(`${statement.text} . ${statement.before}`, library)
    .filter(({ source }) => cited.size === 0 || cited.has(source.key))
    .slice(0, MOST_TABLES);
  return [...bySource(named)].flatMap(([source, indexes]) =>
    boundTables(statement, utterance, source).filter(({ tableIndex }) => indexes.has(tableIndex)),
  );
}

function bySource(tables: readonly SourcedTable[]): Map<Source, Set<number>> {
  const groups = new Map<Source, Set<number>>();
  for (const { source, tableIndex } of tables)
    groups.set(source, (groups.get(source) ?? new Set<number>()).add(tableIndex));
  return groups;
}

/** The cells of the rows that are named whole; where a column is named, only those of the columns named best. */
function bestNamed(tables: readonly BoundTable[], f: number, mayBe: (placed: PlacedValue) => boolean): Named[] {
  const cells = tables.flatMap((bound): Named[] => {
    const isNamed = namedRows(bound, f);
    return valuesOf(bound.binding.table)
      .filter((placed) => isNamed(placed.row) && mayBe(placed))
      .map((placed) => ({
        bound,
        placed,
        score: scoreOf(bound.binding, f, placed),
        row: bound.binding.rows[f]?.[placed.row] ?? 0,
        column: bound.binding.columns[f]?.[placed.value.column] ?? 0,
      }));
  });
  const bestRow = Math.max(...cells.map(({ row }) => row));
  const inRow = cells.filter(({ row }) => row >= bestRow - SLACK);
  const bestColumn = Math.max(...inRow.map(({ column }) => column));
  const named = bestColumn < COLUMN_NAMED ? inRow : inRow.filter(({ column }) => column >= bestColumn - SLACK);
  return named.sort((a, b) => b.score - a.score);
}

/** The rows that are named whole: parts of several names say nothing, however many there are. */
function namedRows({ binding }: BoundTable, f: number): (row: number) => boolean {
  const whole = new Set<number>();
  const inPart = new Set<number>();
  for (const { axis, strength, places } of binding.mentions)
    if (axis === 'row') for (const row of places) (strength >= WHOLE ? whole : inPart).add(row);
  return (row) => {
    const score = binding.rows[f]?.[row] ?? 0;
    return whole.has(row) ? score >= ROW_NAMED : !inPart.has(row) && score >= ROW_BEFORE;
  };
}

function offered({ bound, placed }: Scored, percent: string | null, figure: Figure): OfferedValue {
  const { table, row, value, cell } = placed;
  const { source } = bound;
  const column = table.columns[value.column];
  const isPercent = value.quantity.unit === 'percent' || column?.unit === '%';
  const style = isPercent && percent !== null ? { unit: 'percent' as const, text: `0${percent}` } : { unit: null };
  return {
    text: value.quantity.text,
    written:
      isPercent && percent === null
        ? value.quantity.text
        : suggestionFor({ ...figure.quantity, ...style }, value.quantity),
    row: table.rows[row]?.header.map(({ text }) => text) ?? [],
    column: column?.header.map(({ text }) => text) ?? [],
    source: source.key,
    document: source.id as DocumentId,
    table: table.label,
    tableIndex: bound.tableIndex,
    rowIndex: row,
    columnIndex: value.column,
    span: cell.span,
  };
}

/** How the draft writes percentages; null where it has none. */
function percentStyle(text: string): '%' | ' %' | null {
  const bare = text.match(/\d\\?%/g)?.length ?? 0;
  const spaced = text.match(/\d[ \u00a0\u202f]\\?%/g)?.length ?? 0;
  return bare + spaced === 0 ? null : spaced > bare ? ' %' : '%';
}

/** A value that several tables of a source print under one name is offered once. */
function distinct(values: readonly OfferedValue[]): OfferedValue[] {
  const seen = new Set<string>();
  return values.filter(({ source, text, column }) => {
    const name = [source, text, column.at(-1)].join('\n');
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}
