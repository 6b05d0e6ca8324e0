// Bundles the tests and runs them with node's own test runner.
//
//   node scripts/test.mjs                 every group but vscode (that one needs an editor: `npm test`)
//   node scripts/test.mjs engine lsp      these groups (the folders of test/)
//   node scripts/test.mjs engine/tables   the test files whose path below test/ begins so
//
// TypeScript (*.test.ts) is bundled first; what drives an editor is plain JavaScript (*.test.mjs) and runs as it is.
// UPDATE=1 rewrites golden files. The tests find the repository through GROUNDED_ROOT.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { bundling } from './lib/bundling.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';

const outdir = inRoot('out', 'test');
const prefixes = process.argv.slice(2).map((argument) => argument.replace(/^test\//, ''));
const chosen = testFiles().filter((file) =>
  prefixes.length === 0 ? !file.startsWith('vscode/') : prefixes.some((prefix) => file.startsWith(prefix)),
);
if (chosen.length === 0) {
  console.error(`No test file below test/ begins with ${prefixes.join(' or ')}.`);
  process.exit(2);
}

buildPrograms();
await bundle(chosen.filter((file) => file.endsWith('.ts')));
const options = ['--enable-source-maps', '--test', '--test-reporter=spec', ...concurrency()];
const runner = spawn(process.execPath, [...options, ...chosen.map(runnable)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, GROUNDED_ROOT: ROOT },
});
runner.once('exit', (code) => process.exit(code ?? 1));

function testFiles() {
  const all = fs.readdirSync(inRoot('test'), { recursive: true }).map((file) => file.split(path.sep).join('/'));
  return all.filter((file) => /\.test\.(ts|mjs)$/.test(file)).sort();
}

/** A process per core for tests that only compute; two where each wants a whole editor and mostly waits for it. */
function concurrency() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major === 20 && minor < 10) return []; // does not know the option
  const processes = chosen.some((file) => file.startsWith('vscode/')) ? 2 : availableParallelism();
  return [`--test-concurrency=${processes}`];
}

/** Some tests start the command line or the server as a process: they must meet the present source, not an old build. */
function buildPrograms() {
  if (!chosen.some((file) => /^(cli|lsp|bench)\//.test(file))) return;
  const { status } = spawnSync(process.execPath, ['esbuild.mjs', 'cli', 'server'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) console.error('The build failed: tests that start a program meet an older build, or none.');
}

/** One bundle per test file. A file that cannot be bundled fails as a test of its own, and the others still run. */
async function bundle(files) {
  if (files.length === 0) return;
  const { build } = await import('esbuild');
  const options = { ...bundling, sourcemap: 'linked', outdir, outbase: inRoot('test'), external: ['vscode'] };
  const entry = (file) => inRoot('test', file);
  try {
    await build({ ...options, logLevel: 'silent', entryPoints: files.map(entry) });
  } catch {
    await Promise.all(files.map((file) => build({ ...options, entryPoints: [entry(file)] }).catch(() => fails(file))));
  }
}

function runnable(file) {
  return file.endsWith('.ts') ? path.join(outdir, file.replace(/\.ts$/, '.js')) : inRoot('test', file);
}

function fails(file) {
  fs.mkdirSync(path.dirname(runnable(file)), { recursive: true });
  fs.writeFileSync(
    runnable(file),
    `throw new Error(${JSON.stringify(`test/${file} cannot be bundled: see above.`)});\n`,
  );
}
