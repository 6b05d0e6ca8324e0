// What the tests in a real VS Code share.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { packVsix } from '../../scripts/package.mjs';

/** Why a test in an editor cannot run here, or false. `npm test` gives its reason in GROUNDED_NO_EDITOR. */
export function cannotRun() {
  if (process.env.GROUNDED_NO_EDITOR) return process.env.GROUNDED_NO_EDITOR;
  return findChromium() === undefined ? 'No Chromium is installed: `npm test` says how to mend that.' : false;
}

/** A copy of the fixture in a temporary folder, which goes with the test. */
export function fixtureWorkspace(t) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'grounded-test-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const workspace = path.join(folder, 'workspace');
  fs.cpSync(inRoot('test', 'vscode', 'workspace'), workspace, { recursive: true });
  return workspace;
}

/** The packed extension: the one that `npm test` has packed, else a new one. */
export async function packedVsix() {
  return process.env.GROUNDED_VSIX ?? (await packVsix());
}
