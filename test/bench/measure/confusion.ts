import { isFlag } from '../../support/score.ts';
import type { Said, Sample } from '../samples/sample.ts';
import { columns, percent } from './columns.ts';

const SAID: readonly Said[] = ['supported', 'uncited', 'misattributed', 'contradicted', 'unsupported', 'nothing'];

/** What was said of each kind of number, with the share of right verdicts. */
export function confusionByKind(samples: readonly Sample[]): string {
  return columns([
    ['kind', ...SAID, 'right %'],
    ...groups(samples, ({ kind }) => kind).map(([kind, held]) => [
      kind,
      ...SAID.map((said) => held.filter((one) => one.said === said).length),
      rightOf(held),
    ]),
  ]);
}

/** What verdicts rest on, and how often they are right. */
export function confusionByGround(samples: readonly (Sample & { readonly ground: string })[]): string {
  return columns([
    ['ground', 'verdicts', 'right %'],
    ...groups(samples, ({ ground }) => ground).map(([ground, held]) => [ground, held.length, rightOf(held)]),
  ]);
}

/** How many wrong numbers of each pattern are flagged, and how many sound ones. */
export function scoreByPattern(samples: readonly Sample[]): string {
  return columns([
    ['pattern', 'numbers', 'detection %', 'false alarms %'],
    ...groups(samples, ({ pattern }) => pattern ?? '').map(([pattern, held]) => {
      const wrong = held.filter(({ sound }) => sound === false);
      const sound = held.filter((one) => one.sound === true);
      return [pattern, held.length, percent(flagged(wrong), wrong.length), percent(flagged(sound), sound.length)];
    }),
  ]);
}

const flagged = (samples: readonly Sample[]): number => samples.filter(({ said }) => isFlag(said)).length;

function rightOf(samples: readonly Sample[]): string {
  const known = samples.filter(({ right }) => right !== null);
  return percent(known.filter(({ right }) => right === true).length, known.length);
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item]);
  return [...found];
}
