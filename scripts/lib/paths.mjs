// The places that the scripts share, all below the repository's root.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const inRoot = (...parts) => path.join(ROOT, ...parts);
export const OUT = inRoot('out');
