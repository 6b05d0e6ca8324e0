/** A verdict's confidence and whether it was right. */
export interface Guess {
  readonly confidence: number;
  readonly right: boolean;
}

/** The guesses of one stretch of confidence. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Means over its guesses; 0 where there are none. */
  readonly confidence: number;
  readonly right: number;
}

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1];

/** Guesses by confidence, from unsure to sure. */
export function binsOf(guesses: readonly Guess[]): Bin[] {
  return EDGES.slice(1).map((to, i) => {
    const from = EDGES[i] ?? 0;
    const held = guesses.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    const mean = (of: (guess: Guess) => number): number =>
      held.length === 0 ? 0 : held.reduce((sum, guess) => sum + of(guess), 0) / held.length;
    return {
      from,
      to,
      count: held.length,
      confidence: mean(({ confidence }) => confidence),
      right: mean(({ right }) => Number(right)),
    };
  });
}

/** The expected calibration error: how far confidence and share of right verdicts are apart, on average. */
export function calibrationError(guesses: readonly Guess[]): number {
  return binsOf(guesses).reduce(
    (sum, { count, confidence, right }) => sum + (count / Math.max(1, guesses.length)) * Math.abs(confidence - right),
    0,
  );
}

/** The probability that a right verdict is surer than a wrong one. */
export function ranking(guesses: readonly Guess[]): number {
  const sure = guesses.filter(({ right }) => right).map(({ confidence }) => confidence);
  const wrong = guesses.filter(({ right }) => !right).map(({ confidence }) => confidence);
  let wins = 0;
  for (const a of sure) for (const b of wrong) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / Math.max(1, sure.length * wrong.length);
}
