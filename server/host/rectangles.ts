import type { Rectangle } from '../../shared/engine/index.ts';

/** The smallest rectangle around others, or null around none. */
export function boxAround(rectangles: readonly Rectangle[]): Rectangle | null {
  if (rectangles.length === 0) return null;
  const edge = (of: (one: Rectangle) => number, pick: (a: number, b: number) => number): number =>
    rectangles.map(of).reduce((a, b) => pick(a, b));
  const x = edge((one) => one.x, Math.min);
  const y = edge((one) => one.y, Math.min);
  const right = edge((one) => one.x + one.width, Math.max);
  const bottom = edge((one) => one.y + one.height, Math.max);
  return rounded({ x, y, width: right - x, height: bottom - y });
}

/** To a hundredth of a point. */
export function rounded({ x, y, width, height }: Rectangle): Rectangle {
  const round = (points: number): number => Math.round(points * 100) / 100;
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}
