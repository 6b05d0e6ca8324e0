// What has to be there before anything of ours runs: the packages of package-lock.json.
import fs from 'node:fs';
import { inRoot, ROOT } from './paths.mjs';
import { npm } from './processes.mjs';

/** Installs the packages where they are missing or others than the lock file says. Throws with npm's message. */
export function provideDependencies() {
  if (installed()) return;
  console.log('Installing packages …');
  npm(['ci'], ROOT);
}

/** Stops where Node is too old to go on. */
export function requireNode() {
  const [major] = process.versions.node.split('.').map(Number);
  if (major >= 20) return;
  console.error(`Grounded needs Node 20 or newer; this is Node ${process.versions.node}.`);
  process.exit(2);
}

function installed() {
  const wanted = packages(inRoot('package-lock.json'));
  const present = packages(inRoot('node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || (present[name]?.version ?? (optional && version)) === version,
  );
}

function packages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return {};
  }
}
