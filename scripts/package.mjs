// Builds small bundles and packs them into out/grounded.vsix (`npm run package`).

import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inRoot, OUT, ROOT } from './lib/paths.mjs';
import { runAndKeep } from './lib/processes.mjs';

export const VSIX = inRoot('out', 'grounded.vsix');

/** Packs the extension. Throws with the packer's output where it fails. */
export async function packVsix() {
  fs.mkdirSync(OUT, { recursive: true });
  await quietly('the build', ['esbuild.mjs', '--minify']);
  const vsce = inRoot('node_modules', '@vscode', 'vsce', 'vsce');
  // The bundles hold what they need, and the README's pictures are looked for beside it.
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await quietly('vsce', [vsce, 'package', ...options, '--out', VSIX]);
  return VSIX;
}

async function quietly(what, args) {
  const { status, output } = await runAndKeep(process.execPath, args, { cwd: ROOT, quiet: true });
  if (status !== 0) throw new Error(`${what} failed:\n${output}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`Packed ${await packVsix()}`);
