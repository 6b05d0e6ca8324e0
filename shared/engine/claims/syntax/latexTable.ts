import { readRule } from '../../documents/latex/rules.ts';
import { argumentsBeforeColumns, endsRow, isTable } from '../../documents/latex/tabular.ts';
import { type Token, written } from '../../documents/latex/token.ts';
import type { DraftTableCell } from '../draft.ts';
import { type LatexReading, printToken } from './latexProse.ts';
import type { SheetTable } from './sheet.ts';

/** Reads a table whose `\begin{…}` was taken, up to its end. The rows above the first rule between rows are its header. */
export function readLatexTable(reading: LatexReading, begin: Token): SheetTable {
  const { stream, sheet, source } = reading;
  for (const part of argumentsBeforeColumns(begin.text)) part === 'o' ? stream.optional() : stream.argument();
  stream.argument();
  const rows: DraftTableCell[][] = [];
  let headers = 0;
  let cells: DraftTableCell[] = [];
  let start = stream.peek()?.start ?? source.length;
  let columns = 1;
  let depth = 0;
  let end = source.length;

  const closeCell = (at: number): void => {
    const cell = sheet.cell({ start, end: at });
    for (let column = 0; column < columns; column++) cells.push(cell);
    columns = 1;
  };
  const closeRow = (at: number): void => {
    closeCell(at);
    if (cells.some(({ masked }) => masked !== '')) rows.push(cells);
    cells = [];
  };
  const next = (): void => {
    start = stream.peek()?.start ?? source.length;
  };

  for (let token = stream.next(); token; token = stream.next()) {
    if (token.kind === 'end' && isTable(token.text)) {
      closeRow(token.start);
      end = token.end;
      break;
    }
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth--;
    if (depth === 0 && token.kind === 'align') {
      closeCell(token.start);
      next();
    } else if (depth === 0 && token.kind === 'command' && endsRow(token.text)) {
      closeRow(token.start);
      stream.star();
      stream.optional();
      next();
    } else if (token.kind === 'command' && token.text === 'multicolumn') {
      columns = Math.min(Number.parseInt(written(stream.argument() ?? []), 10) || 1, mostColumns);
      stream.argument();
    } else if (token.kind === 'command') {
      const rule = readRule(token.text, stream);
      if (rule === null) printToken(reading, token);
      else {
        if (rule.kind === 'full' && headers === 0) headers = rows.length;
        next();
      }
    } else printToken(reading, token);
  }
  const ruled = headers > 0 && headers < rows.length ? headers : 1;
  return { span: { start: begin.start, end }, header: merged(rows.slice(0, ruled)), rows: rows.slice(ruled) };
}

const mostColumns = 200;

/** One header for all rows of headers: what stands above a column, the upper before the lower. */
function merged(rows: readonly (readonly DraftTableCell[])[]): DraftTableCell[] {
  const last = rows.at(-1) ?? [];
  if (rows.length < 2) return [...last];
  return last.map((cell, column) => {
    const above = rows.slice(0, -1).map((row) => row[column]?.masked ?? '');
    return { ...cell, masked: [...above, cell.masked].filter((text) => text !== '').join(' ') };
  });
}
