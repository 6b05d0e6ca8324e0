import type { GridCell } from './grid.ts';
import { cleanLabel } from './label.ts';
import { solveLostSpans } from './lostSpans.ts';
import type { Row } from './readCells.ts';
import type { Label } from './table.ts';

/** The labels over each column, outermost first. `unclear` takes what could not be understood. */
export function headerPaths(
  rows: readonly Row[],
  kinds: readonly string[],
  packed: boolean,
  unclear: string[],
): Label[][] {
  if (rows.length === 0) {
    unclear.push('The table has no header row.');
    return kinds.map(() => []);
  }
  if (packed && rows.some((row) => (row.at(-1)?.text ?? '') === '')) {
    const labels = rows.map((row) => row.filter((cell) => cell.text !== '').map((cell) => cell.text));
    const solved = solveLostSpans(labels, kinds);
    if (solved) return solved.map((path) => distinctLabels(path));
    unclear.push('The spans of the header were lost, and no reading of it adds up to the columns.');
  }
  const filled = rows.map((row, r) => fillBlanks(row, rows[r + 1]));
  return kinds.map((_, c) => distinctLabels(filled.flatMap((row) => linesOf(row, c))));
}

/** A blank to the right of a header belongs to it where the next row goes on with labels below the blank. */
function fillBlanks(row: readonly GridCell[], below: readonly GridCell[] | undefined): GridCell[] {
  const filled = [...row];
  if (!below) return filled;
  for (let c = 1; c < filled.length; c++) {
    const left = filled[c - 1];
    // What the markup spans goes no further.
    if (!left || left === below[c - 1] || row[c] === row[c - 1] || row[c] === row[c + 1]) continue;
    if (left.text !== '' && filled[c]?.text === '' && below[c]?.text !== '' && below[c - 1]?.text !== '')
      filled[c] = left;
  }
  return filled;
}

/** The lines of a header as its levels; what a bracket, a hyphen or a slash ties to the line above belongs to it. */
function linesOf(row: readonly GridCell[], c: number): readonly string[] {
  const { text = '', lines: given = [] } = row[c] ?? {};
  if (given.length < 2) return [text];
  const lines: string[] = [];
  for (const line of given) {
    const above = lines.at(-1);
    const isTied = above !== undefined && (/^[([]/.test(line) || /[-/]$/.test(above) || /[([][^)\]]*$/.test(above));
    if (isTied) lines[lines.length - 1] = /-$/.test(above) ? `${above}${line}` : `${above} ${line}`;
    else lines.push(line);
  }
  return lines;
}

/** Texts as labels, without those that say nothing or what the one before says. */
export function distinctLabels(texts: readonly string[]): Label[] {
  const labels: Label[] = [];
  for (const text of texts) {
    const label = labelOf(text, null);
    if (label.text !== '' && labels.at(-1)?.text !== label.text) labels.push(label);
  }
  return labels;
}

/** A text as a label; `notes` are the superscripts that the markup set apart. */
export function labelOf(text: string, axis: string | null, notes: readonly string[] = []): Label {
  const clean = cleanLabel(text);
  const signs = [...clean.notes, ...notes];
  return {
    text: clean.text,
    axis,
    ...(clean.direction ? { direction: clean.direction } : {}),
    ...(clean.unit ? { unit: clean.unit } : {}),
    ...(signs.length > 0 ? { notes: signs } : {}),
    ...(clean.citations.length > 0 ? { citations: clean.citations } : {}),
  };
}
