import { CallError } from './callError.ts';
import { check } from './commands/check.ts';
import { find } from './commands/find.ts';
import { index } from './commands/index.ts';
import { lsp } from './commands/lsp.ts';
import { tables } from './commands/tables.ts';
import { type CommandName, help, usage } from './help.ts';
import { productVersion } from './version.ts';

/** Resolves to the exit status; `lsp` resolves to null, as its server ends the process itself. */
type Command = (args: readonly string[]) => Promise<number | null>;

const commands: Readonly<Record<CommandName, Command>> = { check, tables, index, find, lsp };

/** Runs one call of the command line and resolves to its exit status; rejects with a `CallError`. */
export async function run(args: readonly string[]): Promise<number | undefined> {
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') return say(productVersion());
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const about = rest[0];
    if (name === undefined) throw new CallError(`no command is given.\n\n${usage}`);
    return say(about !== undefined && isCommand(about) ? help[about] : usage);
  }
  if (!isCommand(name)) {
    const what = name.startsWith('-') ? 'option' : 'command';
    throw new CallError(`there is no ${what} "${name}". Commands: ${Object.keys(commands).join(', ')}; see --help.`);
  }
  if (rest.includes('--help') || rest.includes('-h')) return say(help[name]);
  return (await commands[name](rest)) ?? undefined;
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
