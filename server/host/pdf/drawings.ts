import type { Rectangle } from '../../../shared/engine/index.ts';

/** Points: what is drawn nearer than this belongs to the same drawing. */
const CELL = 12;
/** Fewer curves than these are ornaments and round corners. */
const LEAST_PARTS = 8;

/** Finds drawings among the boxes of curves and slanted lines: neighbourhoods on a coarse grid that hold many of them. */
export function findDrawings(parts: readonly Rectangle[]): Rectangle[] {
  const counts = new Map<number, number>();
  for (const { x, y, width, height } of parts)
    for (let column = cellAt(x); column <= cellAt(x + width); column++)
      for (let row = cellAt(y); row <= cellAt(y + height); row++) {
        const key = keyOf(column, row);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  const seen = new Set<number>();
  const found: Rectangle[] = [];
  for (const start of counts.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const cells = [start];
    for (const cell of cells)
      for (const next of neighbours(cell))
        if (counts.has(next) && !seen.has(next)) {
          seen.add(next);
          cells.push(next);
        }
    const total = cells.reduce((sum, cell) => sum + (counts.get(cell) ?? 0), 0);
    if (total >= LEAST_PARTS) found.push(boxOf(cells));
  }
  return found;
}

const STRIDE = 4096;
const cellAt = (points: number): number => Math.max(0, Math.min(STRIDE - 2, Math.floor(points / CELL)));
const keyOf = (column: number, row: number): number => row * STRIDE + column;

function neighbours(cell: number): number[] {
  return [-STRIDE - 1, -STRIDE, -STRIDE + 1, -1, 1, STRIDE - 1, STRIDE, STRIDE + 1].map((step) => cell + step);
}

function boxOf(cells: readonly number[]): Rectangle {
  const columns = cells.map((cell) => cell % STRIDE);
  const rows = cells.map((cell) => Math.floor(cell / STRIDE));
  const left = columns.reduce((least, one) => Math.min(least, one), STRIDE);
  const right = columns.reduce((most, one) => Math.max(most, one), 0);
  const top = rows.reduce((least, one) => Math.min(least, one), STRIDE);
  const bottom = rows.reduce((most, one) => Math.max(most, one), 0);
  return { x: left * CELL, y: top * CELL, width: (right - left + 1) * CELL, height: (bottom - top + 1) * CELL };
}
