// `npm test`: sets up what the tests need, runs all of them, and ends with one line of counts.
// Where no editor can be had, the tests that need one are skipped, with the reason.
import { provideChromium } from './lib/chromium.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { runAndKeep } from './lib/processes.mjs';
import { provideDependencies, requireNode } from './lib/setup.mjs';
import { installVsCode } from './lib/vscodeInstall.mjs';

const total = { passed: 0, failed: 0, skipped: 0 };

requireNode();
try {
  provideDependencies();
} catch (error) {
  console.error(`${error.message}\n0 passed, 1 failed`);
  process.exit(1);
}
const noEditor = provideEditor();
if (noEditor !== undefined) process.env.GROUNDED_NO_EDITOR = noEditor;

await Promise.all([
  check('types', ['typescript', 'tsc', '-b']),
  check('lint and format', ['@biomejs/biome', 'biome', 'check', '.']),
  check('unused code', ['knip', 'knip']),
]);
await pack();
await tests('engine, library, server, command line', []);
await tests('extension in VS Code', ['vscode']);

if (noEditor !== undefined) {
  console.log(`\nThe suite in the extension host and the browser test were skipped: ${noEditor}`);
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Why there is no editor to test in, or undefined. */
function provideEditor() {
  const { missing } = provideChromium();
  if (missing !== undefined) return missing;
  try {
    installVsCode();
  } catch (error) {
    return `VS Code could not be installed. ${error.message}`;
  }
}

/** A program of a package that passes or fails as a whole. */
async function check(title, [packageName, program, ...args]) {
  const { createRequire } = await import('node:module');
  const require = createRequire(import.meta.url);
  const { bin } = require(inRoot('node_modules', packageName, 'package.json'));
  const script = inRoot('node_modules', packageName, typeof bin === 'string' ? bin : bin[program]);
  await step(title, () => runAndKeep(process.execPath, [script, ...args], { cwd: ROOT, quiet: true }));
}

async function pack() {
  await step('package', async () => {
    const { packVsix } = await import('./package.mjs');
    process.env.GROUNDED_VSIX = await packVsix();
    return { status: 0, output: '' };
  });
}

/** Counts as one test; its output is shown only when it fails. */
async function step(title, run) {
  const { status, output } = await run().catch((error) => ({ status: 1, output: error.message }));
  if (status === 0) total.passed += 1;
  else total.failed += 1;
  console.log(status === 0 ? `✔ ${title}` : `✖ ${title}\n${output}`);
}

/** Groups of tests, counted by the runner's closing summary. */
async function tests(title, groups) {
  console.log(`\n${title}`);
  const { status, output } = await runAndKeep(process.execPath, [inRoot('scripts', 'test.mjs'), ...groups], {
    cwd: ROOT,
  });
  const count = (name) => Number(new RegExp(`^ℹ ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  total.passed += count('pass');
  total.failed += status !== 0 && failed === 0 ? 1 : failed;
  total.skipped += count('skipped') + count('todo');
}
