import type { Span } from '../../text/span.ts';
import type { DraftTableCell } from '../draft.ts';
import type { SheetTable } from './sheet.ts';
import { partArguments, type TypstCode } from './typstCode.ts';
import { callIn, contentsOf, printMarkup, type TypstReading } from './typstMarkup.ts';

/** Reads `table(columns: 3, table.header([A], [B]), [x], …)`, whose cells fill the rows one after the other. */
export function readTypstTable(reading: TypstReading, code: TypstCode): SheetTable {
  const { source } = reading;
  const span = { start: code.arguments?.start ?? code.end, end: code.end };
  const args = code.arguments === null ? [] : partArguments(source, code.arguments);
  const cells: DraftTableCell[] = [];
  let columns = 1;
  let headers = 0;
  for (const arg of args) {
    const text = source.slice(arg.start, arg.end);
    const named = /^\s*([\w-]+):\s*/.exec(text);
    if (named !== null) {
      if (named[1] === 'columns') columns = countColumns(text.slice(named[0].length));
      continue;
    }
    const call = callIn(source, arg);
    if (call?.name === 'table.header' && call.arguments !== null) {
      for (const part of partArguments(source, call.arguments)) cells.push(...readCell(reading, part));
      headers = cells.length;
    } else cells.push(...readCell(reading, arg));
  }
  const rows: DraftTableCell[][] = [];
  for (let at = 0; at < cells.length; at += columns) rows.push(cells.slice(at, at + columns));
  const header = Math.max(1, Math.ceil(headers / columns));
  return { span, header: rows[header - 1] ?? [], rows: rows.slice(header) };
}

/** `3`, `(auto, 1fr)`, `(1fr,) * 3`; one where it is computed. */
function countColumns(value: string): number {
  const number = /^\d+/.exec(value)?.[0];
  if (number !== undefined) return Math.max(1, Number.parseInt(number, 10));
  const list = /^\(([^()]*)\)\s*(?:\*\s*(\d+))?/.exec(value);
  if (list === null) return 1;
  const widths = (list[1] as string).split(',').filter((width) => width.trim() !== '').length;
  return Math.max(1, widths * Number.parseInt(list[2] ?? '1', 10));
}

/** The cells that an argument gives: one, as many as it spans columns, or none. */
function readCell(reading: TypstReading, arg: Span): DraftTableCell[] {
  const { source, sheet } = reading;
  const text = source.slice(arg.start, arg.end);
  const lead = text.length - text.trimStart().length;
  const whole = { start: arg.start + lead, end: arg.start + text.trimEnd().length };
  const sign = source.charAt(whole.start);
  if (sign === '[' || sign === '$') {
    const inner = sign === '[' ? { start: whole.start + 1, end: whole.end - 1 } : whole;
    printMarkup(reading, inner);
    return [sheet.cell(inner)];
  }
  if (sign === '"' || /^[-+\d]/.test(text.trimStart())) {
    const inner = sign === '"' ? { start: whole.start + 1, end: whole.end - 1 } : whole;
    sheet.copy(inner);
    return [sheet.cell(inner)];
  }
  const call = callIn(source, arg);
  if (call === null || /^table\.[hv]line$/.test(call.name)) return [];
  const args = call.arguments === null ? [] : partArguments(source, call.arguments);
  const [content] = contentsOf(source, call, args);
  if (content !== undefined) printMarkup(reading, content);
  const cell = sheet.cell(content ?? { start: whole.start, end: whole.start });
  const columns = Number.parseInt(/colspan:\s*(\d+)/.exec(text)?.[1] ?? '1', 10);
  return Array.from({ length: Math.min(columns, mostColumns) }, () => cell);
}

const mostColumns = 200;
