import { ansi, type Palette, plain } from '../../shared/report/index.ts';

/** Colours where standard output is a terminal; NO_COLOR and FORCE_COLOR decide before that. */
export function paletteFor(file: string | undefined): Palette {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return plain;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === '0' || FORCE_COLOR === 'false' ? plain : ansi;
  return file === undefined && process.stdout.isTTY && TERM !== 'dumb' ? ansi : plain;
}

/** The characters of a line on the terminal; without end where the output goes elsewhere. */
export function widthFor(file: string | undefined): number {
  const { isTTY, columns } = process.stdout;
  return file === undefined && isTTY && columns > 0 ? Math.max(columns, 60) : Number.POSITIVE_INFINITY;
}

/** A line of progress on standard error that overwrites itself; silent where that is no terminal. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
