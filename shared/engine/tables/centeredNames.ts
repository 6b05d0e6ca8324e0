import { groupLabel } from './groupRows.ts';
import type { Row } from './readCells.ts';

/**
 * Rows whose first name stands in the middle of the rows it is for, as type set over several lines comes out of pages:
 * where the second stub runs through the same names again and again, with one first name for each run, that name is
 * given to the whole run.
 */
export function withCenteredNames(body: readonly Row[], stubs: number): readonly Row[] {
  const period = stubs > 1 ? periodOf(body.map((row) => row[1]?.text ?? '')) : 0;
  if (period < 2 || body.some((row) => groupLabel(row))) return body;
  const runs = Array.from({ length: body.length / period }, (_, r) => body.slice(r * period, (r + 1) * period));
  const names = runs.map((run) => run.map((row) => row[0]).filter((cell) => cell && cell.text !== ''));
  const isCentered = names.every((run) => run.length === 1) && runs.some((run) => run[0]?.[0]?.text === '');
  if (!isCentered) return body;
  return runs.flatMap((run, r) => run.map((row) => [names[r]?.[0] ?? row[0], ...row.slice(1)] as Row));
}

/** After how many rows a list begins anew, the same every time; 0 where it does not. */
function periodOf(names: readonly string[]): number {
  const period = names.indexOf(names[0] ?? '', 1);
  const repeats = period > 0 && names.length % period === 0 && names[0] !== '';
  return repeats && names.every((name, i) => name === names[i % period]) ? period : 0;
}
