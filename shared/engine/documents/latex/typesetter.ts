import type { Mark } from '../../tables/grid.ts';
import { symbols } from '../../text/texSymbols.ts';
import { type Body, createBody } from './body.ts';
import { commandFor } from './commands.ts';
import { type Counters, createCounters } from './counters.ts';
import { beginEnvironment, endEnvironment } from './environments.ts';
import type { Expander } from './expander.ts';
import { type LabelTarget, Run, textOf } from './run.ts';
import { setScript } from './scripts.ts';
import { skipArguments } from './signatures.ts';
import type { TitlePage } from './titlePage.ts';
import { STOP, type Token } from './token.ts';
import type { TokenStream } from './tokenStream.ts';

/** What a cell says of the places it covers. */
export interface CellShape {
  columns: number;
  /** Below zero where it stands in the last of its rows. */
  rows: number;
  /** `\multicolumn` leaves out the cells it covers; other spans have them, empty. */
  covers: 'left out' | 'written';
  header: boolean;
  marks: readonly Mark[];
  /** What is raised behind the text and belongs to a note. */
  notes: readonly string[];
}

const NONE: readonly never[] = [];

export function createShape(): CellShape {
  return { columns: 1, rows: 1, covers: 'written', header: false, marks: NONE, notes: NONE };
}

/** Notes how the text of the cell stands out, if a cell is being set. */
export function mark(cell: CellShape | null, one: Mark): void {
  if (cell && !cell.marks.includes(one)) cell.marks = [...cell.marks, one];
}

export function addNote(cell: CellShape | null, note: string): void {
  if (cell) cell.notes = [...cell.notes, note];
}

/** Where text is set: in paragraphs, on one line (an argument), or in the lines of a cell. */
export type Mode = 'prose' | 'inline' | 'cell';

/** Sets tokens as text, tables and captions; the state that commands read and change. */
export interface Typesetter {
  readonly expander: Expander;
  readonly stream: TokenStream;
  readonly counters: Counters;
  readonly labels: Map<string, LabelTarget>;
  readonly body: Body;
  readonly titlePage: TitlePage;
  /** The text that is being set. */
  run: Run;
  mode: Mode;
  math: boolean;
  /** Nothing was set yet in the formula at hand. */
  isMathEmpty: boolean;
  /** Groups that are open in this run. */
  depth: number;
  cell: CellShape | null;
  /** Tables that are open, one within the other. */
  tables: number;
  step(token: Token): void;
  /** Steps through tokens where they stand. */
  process(tokens: readonly Token[]): void;
  /** Sets tokens as a text of their own. */
  set(tokens: readonly Token[]): Run;
  /** Sets the next argument as a text of its own. */
  argument(): Run | null;
  /** The text of a run, as far as it is known before the end of the document. */
  plain(run: Run): string;
}

/** Texts within texts, such as footnotes in cells, are set as one text below this depth. */
const DEEPEST = 40;

export function createTypesetter(expander: Expander): Typesetter {
  const { stream } = expander;
  let nesting = 0;
  const t: Typesetter = {
    expander,
    stream,
    counters: createCounters(),
    labels: new Map(),
    body: createBody(),
    titlePage: { title: null, authors: [], year: null },
    run: new Run(),
    mode: 'prose',
    math: false,
    isMathEmpty: true,
    depth: 0,
    cell: null,
    tables: 0,
    step: (token) => step(t, token),
    process(tokens) {
      stream.push([...tokens, STOP]);
      for (let token = expander.next(); token && token.kind !== 'stop'; token = expander.next()) step(t, token);
    },
    set(tokens) {
      if (nesting >= DEEPEST) {
        stream.push(tokens);
        return new Run();
      }
      nesting++;
      const { run, mode, math, depth, cell } = t;
      const own = new Run();
      Object.assign(t, { run: own, mode: 'inline', depth: 0, cell: null });
      t.process(tokens);
      Object.assign(t, { run, mode, math, depth, cell });
      nesting--;
      return own;
    },
    argument() {
      const tokens = stream.argument();
      return tokens && t.set(tokens);
    },
    plain: (run) => textOf(run, t.labels),
  };
  return t;
}

function step(t: Typesetter, token: Token): void {
  switch (token.kind) {
    case 'text':
      t.run.add(token.text, token);
      if (token.text.trim() !== '') t.isMathEmpty = false;
      break;
    case 'command':
      obey(t, token);
      break;
    case 'begin':
      beginEnvironment(t, token);
      break;
    case 'end':
      endEnvironment(t, token);
      break;
    case 'open':
      t.depth++;
      break;
    case 'close':
      t.depth = Math.max(0, t.depth - 1);
      break;
    case 'math':
      toggleFormula(t, token);
      break;
    case 'superscript':
    case 'subscript':
      if (t.math) setScript(t, token);
      else t.run.add(token.text, token);
      break;
    case 'align':
      t.run.add(' ', token);
      break;
    case 'parameter':
      t.run.add(`#${token.text}`, token);
      break;
    case 'paragraph':
      t.body.endParagraph(t, token);
      break;
    case 'stop':
      break;
    default:
      token.kind satisfies never;
  }
}

function toggleFormula(t: Typesetter, token: Token): void {
  const isDisplay = token.text === '$$';
  if (isDisplay && t.stream.skipPast((one) => one.kind === 'math' && one.text === '$$')) t.run.gap(token);
  else if (!isDisplay) {
    t.math = !t.math;
    t.isMathEmpty = true;
  }
}

function obey(t: Typesetter, token: Token): void {
  const name = token.text;
  const command = commandFor(name);
  const symbol = symbols.get(name);
  if (command) command(t, token);
  else if (symbol !== undefined) {
    // The space behind a command is not printed; in `a \pm b` it stands for the one before.
    t.run.add(t.math && !t.isMathEmpty && t.run.tail.endsWith(' ') ? `${symbol} ` : symbol, token);
    t.isMathEmpty = false;
  } else if (!skipArguments(name, t.stream)) {
    t.stream.optional();
    t.run.fallback ??= { kind: 'command', text: name, place: token };
  }
}
