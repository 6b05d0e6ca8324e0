import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';

/**
 * Writes a text file as a whole or not at all, and reads it again to be sure. Rejects with what the file system says,
 * or where the file does not hold what was written.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(draft, text, 'utf8');
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  if ((await readFile(path, 'utf8')) !== text) throw new Error(`${path} does not hold what was written`);
}
