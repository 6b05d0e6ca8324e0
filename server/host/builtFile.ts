import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What the build puts beside the programs: `reader.js`, `pdf/cmaps`. Tests run from further down. */
export function builtFile(name: string): string {
  const found = ['.', '../dist', '../../dist', '../../../dist'].map((folder) => join(__dirname, folder, name));
  return found.find(existsSync) ?? join(__dirname, name);
}
