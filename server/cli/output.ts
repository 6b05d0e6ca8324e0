import { writeFile } from 'node:fs/promises';
import { CallError } from './callError.ts';

/** Writes a result to standard output, or to the file that the caller named. */
export async function writeResult(text: string, file?: string): Promise<void> {
  if (file !== undefined) {
    try {
      await writeFile(file, text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CallError(`the result cannot be written to ${file}: ${reason}. Name a file in a folder that is there.`);
    }
    return;
  }
  await new Promise<void>((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

/** Says on standard error what could not be used; the call goes on with the rest. */
export function warn(message: string): void {
  process.stderr.write(`grounded: ${message}\n`);
}
