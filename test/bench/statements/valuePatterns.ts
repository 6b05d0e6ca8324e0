import type { Quantity } from '../../../shared/engine/text/quantity.ts';
import type { Pattern } from './pattern.ts';
import { of, on, onFirst } from './scene.ts';
import { say } from './sentence.ts';

const shorter = ({ value, decimals }: Quantity): string => value.toFixed(Math.max(0, decimals - 1));
const whole = ({ value }: Quantity): string => value.toFixed(0);

/** Statements of single values. */
export const VALUE_PATTERNS: readonly Pattern[] = [
  {
    name: 'name, number, measure, place',
    say: ({ a, x, key, value }) => say`${a.name} reaches ${value(a, x)} ${x.metric}${on(x)} [@${key}].`,
  },
  {
    name: 'measure first',
    say: ({ a, x, key, value }) => say`The ${x.metric} of ${a.name}${on(x)} is ${value(a, x)} [@${key}].`,
  },
  {
    name: 'place first',
    say: ({ a, x, key, value }) => say`${onFirst(x)}${a.name} has a ${x.metric} of ${value(a, x)} [@${key}].`,
  },
  {
    name: 'number first',
    say: ({ a, x, key, value }) =>
      say`With ${value(a, x)} ${x.metric}${on(x)}, ${a.name} is one of the systems compared [@${key}].`,
  },
  {
    name: 'possessive',
    say: ({ a, b, x, key, value }) =>
      say`${a.name}'s ${of(x)} is ${value(a, x)}; ${b.name}'s is ${value(b, x)} [@${key}].`,
  },
  {
    name: 'citation in the text',
    say: ({ a, x, key, value }) => say`@${key} report ${value(a, x)} ${x.metric}${on(x)} for ${a.name}.`,
  },
  {
    name: 'in parentheses',
    say: ({ a, b, x, key, value }) =>
      say`In ${of(x)}, ${a.name} (${value(a, x)}) and ${b.name} (${value(b, x)}) lie apart [@${key}].`,
  },
  {
    name: 'highest value',
    say: ({ best, x, key, value }) => say`The highest ${of(x)}, ${value(best, x)}, is that of ${best.name} [@${key}].`,
  },
  {
    name: 'rounded',
    say: ({ a, x, key, value }) => say`${onFirst(x)}${a.name} has a ${x.metric} of ${value(a, x, shorter)} [@${key}].`,
  },
  {
    name: 'hedged',
    say: ({ a, x, key, value }) =>
      x.metric === 'accuracy'
        ? say`The ${x.metric} of ${a.name}${on(x)} is about ${value(a, x, whole)}% [@${key}].`
        : null,
  },
  {
    name: 'percent',
    say: ({ a, x, key, value }) =>
      x.metric === 'accuracy'
        ? say`${a.name} is right in ${value(a, x, ({ text }) => `${text}%`)} of the cases${on(x)} [@${key}].`
        : null,
  },
  {
    name: 'measures of one system',
    say: ({ a, x, z, key, value }) =>
      z &&
      say`${onFirst(x)}${a.name} scores ${value(a, x)} in ${x.metric} and ${value(a, z)} in ${z.metric} [@${key}].`,
  },
  {
    name: 'two values of one cell',
    say: ({ a, x, z, key, value }) =>
      z && say`${onFirst(x)}${a.name} has ${value(a, x)}/${value(a, z)} (${x.metric}/${z.metric}) [@${key}].`,
  },
  {
    name: 'without a citation',
    uncited: true,
    say: ({ a, x, value }) => say`${onFirst(x)}${a.name} has a ${x.metric} of ${value(a, x)}.`,
  },
];
