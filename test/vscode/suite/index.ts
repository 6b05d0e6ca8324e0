// Runs inside the extension host of a real VS Code. Each case's result is written, as a line of JSON, to the file that
// GROUNDED_SUITE_REPORT names; test/vscode/suite.test.mjs makes a test of each line.
import { appendFileSync } from 'node:fs';
import { citing } from './citing.ts';
import { commands } from './commands.ts';
import { reading } from './reading.ts';
import type { Cases } from './support.ts';
import { typing } from './typing.ts';

const ALL: Record<string, Cases> = { reading, typing, citing, commands };

/** What VS Code calls. Rejects when a case failed, which becomes the editor's exit status. */
export async function run(): Promise<void> {
  let failed = 0;
  for (const [group, cases] of Object.entries(ALL)) {
    for (const [name, body] of Object.entries(cases)) {
      const started = Date.now();
      const error = await failure(body);
      if (error !== null) failed += 1;
      report({ name: `${group}: ${name}`, error, milliseconds: Date.now() - started });
    }
  }
  report({ finished: true });
  if (failed > 0) throw new Error(`${failed} cases failed.`);
}

async function failure(body: () => Promise<void>): Promise<string | null> {
  try {
    await Promise.race([body(), tooLong()]);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function tooLong(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('No end after 25 s.')), 25_000).unref());
}

function report(line: object): void {
  const file = process.env.GROUNDED_SUITE_REPORT;
  const text = JSON.stringify(line);
  if (file === undefined) console.log(text);
  else appendFileSync(file, `${text}\n`);
}
