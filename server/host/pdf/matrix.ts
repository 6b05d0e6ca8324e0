/** An affine map of the plane as PDF writes it: (x, y) goes to (a·x + c·y + e, b·x + d·y + f). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that applies `inner` first and `outer` to its result. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The matrix that six numbers in a row make, from any kind of array; the identity where they are not six. */
export function matrixOf(numbers: ArrayLike<number> | null | undefined): Matrix {
  if (numbers?.length !== 6) return IDENTITY;
  const at = (i: number): number => numbers[i] ?? 0;
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}
