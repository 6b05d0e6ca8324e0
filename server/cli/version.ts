import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version in the package's manifest, one folder above the bundle. */
export function productVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}
