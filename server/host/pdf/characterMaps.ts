import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtFile } from '../builtFile.ts';

/** Where the library gets the character maps that Chinese, Japanese and Korean fonts name instead of having them. */
export class CharacterMaps {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error(`${filename} is for painting, which is not done.`);
    return new Uint8Array(await readFile(join(builtFile('pdf/cmaps'), filename)));
  }
}
