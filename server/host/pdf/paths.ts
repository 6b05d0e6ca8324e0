import type { PageRule, Rectangle } from '../../../shared/engine/index.ts';
import { apply, type Matrix } from './matrix.ts';

/** Straight lines along the axes, and the boxes of everything else that was drawn. */
export interface Drawn {
  readonly horizontal: PageRule[];
  readonly vertical: PageRule[];
  readonly curves: Rectangle[];
}

/** Points: a filled box thinner than this is a line. */
const THIN = 2.6;
/** Points: shorter lines are dashes and ticks. */
const SHORTEST = 4;
const STRAIGHT = 0.4;

type Point = readonly [x: number, y: number];

/**
 * Adds what a path paints. `steps` is the library's list: 0 x y moves, 1 x y draws a line, 2 and 3 draw curves of six
 * and four numbers, 4 closes.
 */
export function addPath(drawn: Drawn, steps: ArrayLike<number>, isStroked: boolean, page: Matrix): void {
  for (const part of partsOf(steps, page)) {
    const box = boxOf(part.points);
    if (!isStroked) addFilled(drawn, part, box);
    else if (part.isCurved || part.points.some((point, i) => i > 0 && isSlanted(point, part.points[i - 1] as Point)))
      drawn.curves.push(box);
    else
      for (let i = 1; i < part.points.length; i++) addLine(drawn, part.points[i - 1] as Point, part.points[i] as Point);
  }
}

interface PathPart {
  readonly points: Point[];
  isCurved: boolean;
}

function partsOf(steps: ArrayLike<number>, page: Matrix): PathPart[] {
  const parts: PathPart[] = [];
  let open: PathPart | null = null;
  const pointAt = (i: number): Point => apply(page, steps[i] ?? 0, steps[i + 1] ?? 0);
  for (let i = 0; i < steps.length; ) {
    const step = steps[i++];
    if (step === 0) {
      open = { points: [pointAt(i)], isCurved: false };
      parts.push(open);
      i += 2;
    } else if (step === 4) {
      const first = open?.points[0];
      if (first) open?.points.push(first);
    } else {
      const length = step === 1 ? 2 : step === 2 ? 6 : step === 3 ? 4 : 0;
      if (length === 0) return parts;
      if (open && length > 2) open.isCurved = true;
      for (let at = i; at < i + length; at += 2) open?.points.push(pointAt(at));
      i += length;
    }
  }
  return parts;
}

function addFilled(drawn: Drawn, part: PathPart, box: Rectangle): void {
  if (part.isCurved) drawn.curves.push(box);
  else if (box.height <= THIN && box.width >= SHORTEST && box.width > 2 * box.height)
    drawn.horizontal.push({ at: box.y + box.height / 2, from: box.x, to: box.x + box.width });
  else if (box.width <= THIN && box.height >= SHORTEST && box.height > 2 * box.width)
    drawn.vertical.push({ at: box.x + box.width / 2, from: box.y, to: box.y + box.height });
}

function addLine(drawn: Drawn, [x0, y0]: Point, [x1, y1]: Point): void {
  const width = Math.abs(x1 - x0);
  const height = Math.abs(y1 - y0);
  if (height <= STRAIGHT && width >= SHORTEST)
    drawn.horizontal.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
  else if (width <= STRAIGHT && height >= SHORTEST)
    drawn.vertical.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
}

const isSlanted = ([x0, y0]: Point, [x1, y1]: Point): boolean =>
  Math.abs(x0 - x1) > STRAIGHT && Math.abs(y0 - y1) > STRAIGHT;

/** The smallest box around the points. */
export function boxOf(points: readonly Point[]): Rectangle {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
