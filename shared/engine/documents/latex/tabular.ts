import { type ColumnSpec, readColumns } from './columnSpec.ts';
import { type Rule, readRule } from './rules.ts';
import { Run } from './run.ts';
import { type Token, written } from './token.ts';
import { endsInline } from './tokenStream.ts';
import { type CellShape, createShape, type Typesetter } from './typesetter.ts';

export interface RawCell {
  readonly run: Run;
  readonly shape: CellShape;
  /** Where the cell begins. */
  readonly start: number;
  /** It holds nothing else: its text is the key. */
  readonly isCitation: boolean;
}

export interface RawRow {
  readonly cells: readonly RawCell[];
  /** The rules right above it. */
  readonly rules: readonly Rule[];
}

/** A table as it is written: rows of cells with what they say of the places they cover. */
export interface RawTable {
  readonly rows: readonly RawRow[];
  readonly columns: readonly ColumnSpec[];
  /** What is printed between columns, by the index of the column before. */
  readonly separators: ReadonlyMap<number, string>;
  readonly start: number;
  readonly end: number;
}

/** What stands between `\begin{…}` and the columns. */
const TABLES: ReadonlyMap<string, string> = new Map([
  ...'tabular longtable array NiceTabular NiceArray supertabular xtabular mpsupertabular tblr longtblr talltblr tabu longtabu deluxetable ctabular'
    .split(' ')
    .map((name): [string, string] => [name, 'o']),
  ...'tabular* tabularx tabularx* tabulary xltabular NiceTabular* NiceTabularX supertabular*'
    .split(' ')
    .map((name): [string, string] => [name, 'mo']),
]);

const ROW_ENDS = new Set(['\\', 'tabularnewline', 'cr', 'NN']);
const MEASURE = /^-?[\d.]*\s*(?:\\|(?:true\s*)?(?:pt|em|ex|cm|mm|in|bp|sp|pc|dd|cc|mu)\b)/;

export function isTable(environment: string): boolean {
  return TABLES.has(environment);
}

/** What stands between `\begin{…}` of a table and its columns: `o` an optional argument, `m` an argument. */
export function argumentsBeforeColumns(environment: string): string {
  return TABLES.get(environment) ?? '';
}

/** True for the commands that end a row. */
export function endsRow(command: string): boolean {
  return ROW_ENDS.has(command);
}

/** Reads a table whose `\begin{…}` was taken, up to its end or to what cannot stand in it. */
export function readTable(t: Typesetter, begin: Token): RawTable {
  const columns = readHead(t, begin.text);
  const outer = { run: t.run, mode: t.mode, math: t.math, depth: t.depth, cell: t.cell };
  const rows: RawRow[] = [];
  const body = createRows(t, columns, rows);
  let end = begin.end;
  /** Environments within a cell that are no tables. */
  let inner = 0;
  t.mode = 'cell';
  body.beginCell(begin.end);
  for (;;) {
    const token = t.expander.next();
    if (!token) break;
    if (token.kind === 'stop' || (endsInline(token) && token.text !== 'longtable')) {
      t.stream.push([token]);
      break;
    }
    if (token.kind === 'end' && isTable(token.text)) {
      end = token.end;
      break;
    }
    if (token.kind === 'begin' && !isTable(token.text)) inner++;
    else if (token.kind === 'end') inner = Math.max(0, inner - 1);
    if (token.kind === 'align' && inner === 0) body.endCell(token);
    else if (token.kind === 'command' && endsRow(token.text)) {
      skipRowSpace(t);
      if (t.depth === 0 && inner === 0) body.endRow(token);
      else t.run.line(token);
    } else if (inner > 0 || !body.takeRule(token)) t.step(token);
  }
  body.finish(end);
  Object.assign(t, outer);
  const separators = new Map(
    columns.flatMap(({ separator }, i): [number, string][] => {
      const text = separator.length === 0 ? '' : t.plain(t.set(separator)).trim();
      return /^[^\p{L}]{1,3}$/u.test(text) ? [[i, text]] : [];
    }),
  );
  return { rows, columns, separators, start: Math.min(begin.start, end), end: Math.max(begin.start, end) };
}

function readHead(t: Typesetter, name: string): ColumnSpec[] {
  if (name.endsWith('tabu'))
    for (let one = t.stream.peek(); one?.kind === 'text' || one?.kind === 'command'; one = t.stream.peek())
      t.stream.next();
  for (const part of argumentsBeforeColumns(name)) part === 'o' ? t.stream.optional() : t.stream.argument();
  const head = t.stream.argument() ?? [];
  if (name.startsWith('Nice')) t.stream.optional();
  return name.endsWith('tblr') ? [] : readColumns(head, t.expander.known);
}

/** `\\*[2pt]`: the star and the measure. A bracket with anything else opens the next cell. */
function skipRowSpace(t: Typesetter): void {
  t.stream.star();
  const space = t.stream.optional();
  if (!space || MEASURE.test(written(space))) return;
  const [first] = space;
  const place = { start: first?.start ?? 0, end: first?.start ?? 0 };
  t.stream.push([{ kind: 'text', text: '[', ...place }, ...space, { kind: 'text', text: ']', ...place }]);
}

interface Rows {
  beginCell(start: number): void;
  endCell(token: Token): void;
  endRow(token: Token): void;
  /** True where the token is a rule or divides the head of a long table from its body. */
  takeRule(token: Token): boolean;
  finish(end: number): void;
}

function createRows(t: Typesetter, columns: readonly ColumnSpec[], rows: RawRow[]): Rows {
  let cells: RawCell[] = [];
  let rules: Rule[] = [];
  let start = 0;
  let column = 0;
  let hasFirstHead = false;
  let headEnd = 0;

  const beginCell = (from: number): void => {
    start = from;
    t.run = new Run();
    t.depth = 0;
    t.math = columns[column]?.kind === 'formula';
    t.isMathEmpty = true;
    t.cell = createShape();
  };
  const closeCell = (end: number): void => {
    const shape = t.cell ?? createShape();
    const { run } = t;
    const stated = run.isEmpty ? run.fallback : null;
    if (stated) run.add(stated.text, stated.place);
    const after = shape.covers === 'written' ? columns[column]?.after : undefined;
    if (after && after.length > 0 && !run.isEmpty) {
      run.gap({ start: end, end });
      for (const token of after) run.add(token.text, { start: end, end });
    }
    cells.push({ run, shape, start, isCitation: stated?.kind === 'citation' });
    column += shape.covers === 'left out' ? shape.columns : 1;
  };
  const endRow = (token: Token): void => {
    closeCell(token.start);
    // A row of one empty cell is the end of a line that was left open, or holds but rules and captions.
    if (cells.length > 1 || !cells[0]?.run.isEmpty) {
      rows.push({ cells, rules });
      rules = [];
    }
    cells = [];
    column = 0;
    beginCell(token.end);
  };
  return {
    beginCell,
    endRow,
    endCell(token) {
      // No group goes on over a cell: the brace was not closed, and the last line end in it ended a row.
      const rest = t.depth > 0 ? t.run.cutLastLine() : null;
      if (rest) {
        endRow(token);
        t.run = rest;
      }
      closeCell(token.start);
      beginCell(token.end);
    },
    takeRule(token) {
      if (token.kind !== 'command') return false;
      if (/^end(?:first)?head$/.test(token.text)) {
        // The head that later pages repeat says nothing new.
        if (token.text === 'endfirsthead') hasFirstHead = true;
        else if (hasFirstHead) rows.length = headEnd;
        headEnd = rows.length;
        return true;
      }
      if (token.text === 'endfoot' || token.text === 'endlastfoot') {
        rows.length = headEnd;
        return true;
      }
      const rule = readRule(token.text, t.stream);
      if (!rule) return false;
      if (t.depth === 0 && (cells.length > 0 || !t.run.isEmpty)) endRow(token);
      rules.push(rule);
      return true;
    },
    finish(end) {
      const blank = cells.length === 0 && t.run.isEmpty && !t.run.fallback;
      if (!blank) endRow({ kind: 'align', text: '', start: end, end });
    },
  };
}

/** True for a table of one column: lines of text. */
export function isLines(table: RawTable): boolean {
  return table.rows.every((row) => row.cells.length <= 1);
}

export function hasDigits(table: RawTable, t: Typesetter): boolean {
  return table.rows.some((row) => row.cells.some(({ run }) => /\d/.test(t.plain(run))));
}
