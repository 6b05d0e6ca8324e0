import { blockCommands } from './blockCommands.ts';
import { type Command, cite, textCommands } from './textCommands.ts';
import { titleCommands } from './titlePage.ts';

const commands: ReadonlyMap<string, Command> = new Map([...textCommands, ...blockCommands, ...titleCommands]);

/** What the command of that name does, beyond passing over its arguments. */
export function commandFor(name: string): Command | undefined {
  return commands.get(name) ?? (/cite/i.test(name) ? cite : undefined);
}
