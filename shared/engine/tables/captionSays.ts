import type { BareTable } from './buildTable.ts';
import { unitOf } from './label.ts';
import type { CellValue, Column, Label, Role, TableCell, TableRow } from './table.ts';

/** The table with what its caption and notes say of it: what stands in brackets, units, and which way is better. */
export function withCaption(table: BareTable, caption: string): BareTable {
  if (caption === '') return table;
  const role = bracketRole(caption);
  const isMean = DEVIATION.test(caption);
  const rows = role || isMean ? table.rows.map((row) => withRoles(row, role, isMean)) : table.rows;
  return withDirections(withUnit({ ...table, rows }, caption), caption);
}

const BRACKETS = /\bparenthes[ei]s\b|\bbrackets?\b|\bsubscripts?\b|\bparenthesi[sz]ed\b|\(\s*\)/i;
const DEVIATION = /\bstandard[\s-](?:deviations?|errors?)\b|\bstd\b|\bstdev\b|\bs\.\s?[de]\.|\bSD\b|\bSEM?\b|±|\\pm\b/;
const ROLES: readonly (readonly [RegExp, Role])[] = [
  [DEVIATION, 'deviation'],
  [/\bdeviations?\b|\bvariances?\b/i, 'deviation'],
  [/\bconfidence\b|\bCIs?\b|\bintervals?\b/i, 'interval'],
  [/\brank(?:s|ing|ings)?\b/i, 'rank'],
  [
    /\bgains?\b|\bimprove\w*|\bchanges?\b|\bdifferences?\b|\brelative\b|\bdrops?\b|\b(?:in|de)creases?\b|\bdelta\b|[Δ∆]/i,
    'change',
  ],
  [/\bnumber of\b|\bcounts?\b|\bhow many\b|\bsizes?\b/i, 'count'],
];

/** What the numbers in brackets are, by the clause of the caption that speaks of brackets. */
function bracketRole(caption: string): Role | undefined {
  const clause = caption.split(/[.;]\s/).find((one) => BRACKETS.test(one));
  if (clause) return ROLES.find(([pattern]) => pattern.test(clause))?.[1];
  const [, inner = ''] = /\b(?:means?|averages?)\s*[([]\s*([^()[\]]{2,24})[)\]]/i.exec(caption) ?? [];
  return DEVIATION.test(inner) || /^(?:sd|se|sem)$/i.test(inner.trim()) ? 'deviation' : undefined;
}

function withRoles(row: TableRow, role: Role | undefined, isMean: boolean): TableRow {
  return { ...row, cells: row.cells.map((cell) => withRole(cell, role, isMean)) };
}

function withRole(cell: TableCell, role: Role | undefined, isMean: boolean): TableCell {
  const [first, second, ...more] = cell.values;
  if (!first || !second || second.role !== undefined || second.column !== first.column) return cell;
  const between = cell.text.slice(first.quantity.span.end, second.quantity.span.start);
  const beside = (/^\s+\+?\s*$/.test(between) || /^\s*$/.test(between)) && more.length === 0;
  const said = /[([]/.test(between) ? role : isMean && beside ? 'deviation' : undefined;
  if (!said) return cell;
  const others = [second, ...more].map((value): CellValue => ({ ...value, role: value.role ?? said }));
  if (said !== 'deviation') return { ...cell, values: [first, ...others] };
  return { ...cell, values: [first], spreads: [...(cell.spreads ?? []), ...others] };
}

const COUNTED = /#|param|time|size|epoch|number|count|flops|speed|latency|memory|step|year/i;
const PERCENT = /\bin (?:%|percent(?:ages?)?)(?![\p{L}-])|\bpercentages\b/u;

/** A unit that the caption gives for all: columns that could be percents are, unless they say something else. */
function withUnit(table: BareTable, caption: string): BareTable {
  const units = new Set(
    [...caption.matchAll(/[([][^()[\]]{1,12}[)\]]/g)].flatMap(([text]) => unitOf(`x ${text}`) ?? []),
  );
  const isPercent = (units.size === 1 && units.has('%')) || PERCENT.test(caption);
  if (!isPercent) return table;
  const largest = table.columns.map(() => 0);
  for (const { cells } of table.rows)
    for (const { quantity, column } of cells.flatMap(({ values }) => values))
      largest[column] = Math.max(largest[column] ?? 0, Math.abs(quantity.value));
  const columns = table.columns.map((column, c): Column => {
    const says = column.unit !== undefined || column.header.some(({ text }) => COUNTED.test(text));
    return says || (largest[c] ?? 0) > 100 ? column : { ...column, unit: '%' };
  });
  return { ...table, columns };
}

const BETTER =
  /\b(lower|smaller|less|fewer|higher|larger|greater|more|bigger)\b(?:\s+(?:values?|scores?|numbers?))?,?\s+(?:(?:is|are|being|indicates?|means?)\s+)?(?:the\s+)?better\b/gi;

type Way = 'up' | 'down';

/** "Lower is better" for the measures that its sentence names, or for all where the caption names none and says one thing. */
function withDirections(table: BareTable, caption: string): BareTable {
  const said = [...caption.matchAll(BETTER)].flatMap((match) => {
    const scope = scopeOf(caption, match.index);
    const way: Way = /^(?:lower|smaller|less|fewer)$/i.test(match[1] ?? '') ? 'down' : 'up';
    return /\bwhether\b/.test(scope) ? [] : [{ way, scope }];
  });
  if (said.length === 0) return table;
  const wayOf = (header: readonly Label[]): Way | undefined => {
    const names = header
      .map(({ text }) => text.replace(/\s*[([].*$/, '').toLowerCase())
      .filter((name) => name.length > 1);
    return said.find(({ scope }) => names.some((name) => namesIt(scope, name)))?.way;
  };
  const isNamed = [...table.columns, ...table.rows].some(({ header }) => wayOf(header));
  const [only, other] = new Set(said.map(({ way }) => way));
  const all = isNamed || other || /[↑↓]/.test(caption) ? undefined : only;
  const directed = (header: readonly Label[], rest: Way | undefined): readonly Label[] => {
    const last = header.at(-1);
    const isCounted = header.some(({ text }) => COUNTED.test(text));
    const way = last?.direction ?? wayOf(header) ?? (isCounted ? undefined : rest);
    return last && way ? [...header.slice(0, -1), { ...last, direction: way }] : header;
  };
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, header: directed(column.header, all) })),
    rows: table.rows.map((row) => ({ ...row, header: directed(row.header, undefined) })),
  };
}

/** What "better" is said of: the words before its bracket, or its sentence. */
function scopeOf(caption: string, at: number): string {
  const start = Math.max(caption.lastIndexOf('. ', at), caption.lastIndexOf('; ', at)) + 1;
  const bracket = caption.lastIndexOf('(', at);
  if (bracket > Math.max(start, caption.lastIndexOf(')', at)))
    return caption.slice(Math.max(start, caption.lastIndexOf(')', bracket)), bracket).toLowerCase();
  const ends = [caption.indexOf('. ', at), caption.indexOf('; ', at)].filter((end) => end >= 0);
  return caption.slice(start, Math.min(caption.length, ...ends)).toLowerCase();
}

/** True where the name stands in the sentence as words of its own. */
function namesIt(sentence: string, name: string): boolean {
  for (let at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + 1)) {
    const around = [sentence.charAt(at - 1), sentence.charAt(at + name.length)];
    if (around.every((character) => !/[\p{L}\p{N}]/u.test(character))) return true;
  }
  return false;
}
