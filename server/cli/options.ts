import { parseArgs } from 'node:util';
import { CallError } from './callError.ts';

export interface Options {
  readonly positionals: readonly string[];
  readonly library: readonly string[];
  /** Options with one value, by name. */
  readonly values: Readonly<Record<string, string | undefined>>;
}

/** Reads the arguments of a command that takes `--library` and the named options of one value each. */
export function readOptions(command: string, args: readonly string[], names: readonly string[]): Options {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: { ...options, library: { type: 'string', multiple: true } },
    });
    const { library, ...rest } = values;
    return { positionals, library: Array.isArray(library) ? library : [], values: rest as Options['values'] };
  } catch (error) {
    // Node's sentence goes on with advice about `--`, which the first sentence does not need.
    const [reason] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    throw new CallError(`${reason}. "grounded ${command} --help" lists the options of this command.`);
  }
}

/** The value of an option that has a few allowed values; the first one is the default. */
export function choice<T extends string>(name: string, value: string | undefined, allowed: readonly [T, ...T[]]): T {
  if (value === undefined) return allowed[0];
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new CallError(`--${name} "${value}" is not known; use ${orList(allowed)}.`);
  return found;
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
