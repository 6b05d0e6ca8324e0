import type { Pattern } from './pattern.ts';
import { of, on } from './scene.ts';
import { say } from './sentence.ts';

/** Statements that leave to their surroundings what they speak of. */
export const PLACE_PATTERNS: readonly Pattern[] = [
  {
    name: 'heading names the place',
    say: ({ a, x, key, value }) =>
      x.place === null ? null : say`# Results on ${x.place}\n\n${a.name} reaches ${value(a, x)} ${x.metric} [@${key}].`,
  },
  {
    name: 'locator',
    say: ({ a, x, key, label, value }) =>
      label === null ? null : say`${a.name} reaches ${value(a, x)} ${x.metric}${on(x)} [@${key}, ${label}].`,
  },
  {
    name: 'pronoun',
    say: ({ a, x, key, value }) => say`${a.name} was run on several tests. Its ${of(x)} is ${value(a, x)} [@${key}].`,
  },
  {
    name: 'place in the sentence before',
    say: ({ a, b, x, key, value }) =>
      x.place === null
        ? null
        : say`We look at ${x.place} first. There, ${a.name} has a ${x.metric} of ${value(a, x)} and ${b.name} one of ${value(b, x)} [@${key}].`,
  },
  {
    name: 'list item',
    say: ({ a, b, x, key, value }) =>
      say`Two systems in comparison:\n\n- ${a.name}: ${value(a, x)} ${of(x)} [@${key}]\n- ${b.name}: ${value(b, x)} ${of(x)} [@${key}]`,
  },
  {
    name: 'list item, measure before the list',
    say: ({ a, b, x, key, value }) =>
      say`The ${of(x)} of two systems:\n\n- ${a.name}: ${value(a, x)} [@${key}]\n- ${b.name}: ${value(b, x)} [@${key}]`,
  },
  {
    name: 'table, cited in its rows',
    say: ({ a, b, x, y, key, value }) =>
      y &&
      say`| System | ${x.place ?? ''} ${x.metric} | ${y.place ?? ''} ${y.metric} |\n| --- | --- | --- |\n| ${a.name} [@${key}] | ${value(a, x)} | ${value(a, y)} |\n| ${b.name} [@${key}] | ${value(b, x)} | ${value(b, y)} |`,
  },
  {
    name: 'table, cited in its caption',
    say: ({ a, b, x, z, key, value }) =>
      z &&
      say`Table: Results${on(x)} [@${key}].\n\n| Measure | ${a.name} | ${b.name} |\n| --- | --- | --- |\n| ${x.metric} | ${value(a, x)} | ${value(b, x)} |\n| ${z.metric} | ${value(a, z)} | ${value(b, z)} |`,
  },
];
