import type { Pattern } from './pattern.ts';
import { of, on, onFirst } from './scene.ts';
import { say } from './sentence.ts';
import { phraseSlot } from './slots.ts';

/** Statements of several values, and comparisons of them. */
export const PAIR_PATTERNS: readonly Pattern[] = [
  {
    name: 'two systems, respectively',
    say: ({ a, b, x, key, value }) =>
      say`${a.name} and ${b.name} reach ${value(a, x)} and ${value(b, x)} ${x.metric}${on(x)}, respectively [@${key}].`,
  },
  {
    name: 'two places, respectively',
    say: ({ a, x, y, key, value }) =>
      y &&
      say`On ${x.place ?? ''} and ${y.place ?? ''}, ${a.name} obtains ${value(a, x)} and ${value(a, y)} ${x.metric}, respectively [@${key}].`,
  },
  {
    name: 'two systems in two places',
    say: ({ a, b, x, y, key, value }) =>
      y &&
      say`${a.name} has ${value(a, x)} ${x.metric} on ${x.place ?? ''} and ${value(a, y)} on ${y.place ?? ''}, ${b.name} ${value(b, x)} and ${value(b, y)} [@${key}].`,
  },
  {
    name: 'from … to',
    say: ({ a, b, x, key, value }) =>
      say`Replacing ${b.name} by ${a.name} takes the ${of(x)} from ${value(b, x)} to ${value(a, x)} [@${key}].`,
  },
  {
    name: 'against',
    say: ({ a, b, x, key, value }) =>
      say`${onFirst(x)}${a.name} gets ${value(a, x)} ${x.metric}, against ${value(b, x)} for ${b.name} [@${key}].`,
  },
  {
    name: 'while',
    say: ({ a, b, x, key, value }) =>
      say`${a.name} scores ${value(a, x)} ${x.metric}${on(x)}, while ${b.name} scores ${value(b, x)} [@${key}].`,
  },
  {
    name: 'outperforms (… vs. …)',
    say: ({ a, b, x, key, value }) =>
      say`${onFirst(x)}${a.name} outperforms ${b.name} (${value(a, x)} vs. ${value(b, x)} ${x.metric}) [@${key}].`,
  },
  {
    name: 'list of systems',
    say: ({ a, b, c, x, key, value }) =>
      say`${of(x)}: ${a.name} ${value(a, x)}, ${b.name} ${value(b, x)}, ${c.name} ${value(c, x)} [@${key}].`,
  },
  {
    name: 'range',
    say: ({ a, b, x, key, value }) =>
      say`Between ${b.name} and ${a.name}, the ${of(x)} goes from ${value(b, x)} up to ${value(a, x)} [@${key}].`,
  },
  {
    name: 'outperforms, no number',
    say: ({ a, b, x, key }) =>
      x.rises
        ? say`${onFirst(x)}${a.name} ${phraseSlot('outperforms', 'underperforms')} ${b.name} in ${x.metric} [@${key}].`
        : null,
  },
  {
    name: 'higher, no number',
    say: ({ a, b, x, key }) =>
      say`The ${of(x)} of ${a.name} is ${phraseSlot('higher than', 'lower than')} that of ${b.name} [@${key}].`,
  },
  {
    name: 'best, no number',
    say: ({ best, x, key }) =>
      x.rises ? say`${onFirst(x)}${best.name} has the ${phraseSlot('best', 'worst')} ${x.metric} [@${key}].` : null,
  },
];
