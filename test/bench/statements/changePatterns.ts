import type { Pattern } from './pattern.ts';
import { of, on, onFirst } from './scene.ts';
import { say } from './sentence.ts';
import type { Operation } from './slots.ts';

const gap: Operation = { result: (a, b) => a - b, print: (result, decimals) => result.toFixed(decimals) };
const relative: Operation = { result: (a, b) => ((a - b) / b) * 100, print: (result) => `${result.toFixed(1)}%` };
const ratio: Operation = { result: (a, b) => a / b, print: (result) => result.toFixed(1) };
const mean: Operation = { result: (a, b) => (a + b) / 2, print: (result, decimals) => result.toFixed(decimals + 1) };

/** Statements of what follows from two cells. */
export const CHANGE_PATTERNS: readonly Pattern[] = [
  {
    name: 'leads by',
    say: ({ a, b, x, key, computed }) =>
      say`${a.name} leads ${b.name} by ${computed(a, b, x, gap)} points of ${of(x)} [@${key}].`,
  },
  {
    name: 'points higher than',
    say: ({ a, b, x, key, computed }) =>
      say`${onFirst(x)}the ${x.metric} of ${a.name} is ${computed(a, b, x, gap)} points higher than that of ${b.name} [@${key}].`,
  },
  {
    name: 'gain over',
    say: ({ a, b, x, key, computed }) =>
      say`The gain of ${a.name} over ${b.name} is ${computed(a, b, x, gap)} in ${of(x)} [@${key}].`,
  },
  {
    name: 'gains in two places',
    say: ({ a, b, x, y, key, computed }) =>
      y &&
      say`${a.name} improves ${x.metric} over ${b.name} by ${computed(a, b, x, gap)} on ${x.place ?? ''} and by ${computed(a, b, y, gap)} on ${y.place ?? ''} [@${key}].`,
  },
  {
    name: 'values and their difference',
    say: ({ a, b, x, key, value, computed }) =>
      say`${onFirst(x)}${a.name} has ${value(a, x)} ${x.metric} and ${b.name} ${value(b, x)}, a difference of ${computed(a, b, x, gap)} points [@${key}].`,
  },
  {
    name: 'relative change',
    say: ({ a, b, x, key, computed }) =>
      say`Relative to ${b.name}, the ${of(x)} of ${a.name} is larger by ${computed(a, b, x, relative)} [@${key}].`,
  },
  {
    name: 'ratio',
    say: ({ a, b, x, key, computed }) => {
      const times = computed(a, b, x, ratio);
      return times && Number(times.text) >= 1.2
        ? say`${onFirst(x)}${a.name} has ${times} times the ${x.metric} of ${b.name} [@${key}].`
        : null;
    },
  },
  {
    name: 'mean of two',
    say: ({ a, b, x, key, computed }) =>
      say`Averaged over ${a.name} and ${b.name}, the ${x.metric}${on(x)} is ${computed(a, b, x, mean)} [@${key}].`,
  },
];
